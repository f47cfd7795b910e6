//! The rule that each parameter is sent.

use std::slice;

use super::fixed_value::check_fixed_values;
use crate::args::{EndpointArgs, Key};
use crate::diagnostics::Diagnostics;
use crate::model::{Endpoint, Step};
use crate::signature::Parameter;
use crate::template::{Candidates, OtherNotation};

// A parameter that is never sent is usually a mistake in the template:
//
//     #[endpoint(GET, "/customers/<id>")]
//     async fn customer(&self, id: &str, nmae: &str) -> Result<Customer, Error>;
//
pub(crate) fn check_parameters_sent(endpoint: &Endpoint<'_>, diagnostics: &mut Diagnostics) {
    if !endpoint.args.keys.is_complete {
        // A key that could not be read can be the one that sends a parameter.
        return;
    }
    let mut unsent = Vec::new();
    for parameter in endpoint.parameters {
        let is_use = |step: &&Step<'_>| step.parameter().is_some_and(|used| std::ptr::eq(used, parameter));
        let uses: Vec<_> = endpoint.steps.iter().filter(is_use).collect();
        let is_duplicate = |other: &&Parameter| other.ident == parameter.ident && !std::ptr::eq(*other, parameter);
        // The compiler reports two parameters of one name.
        if uses.is_empty() && !endpoint.parameters.iter().any(|other| is_duplicate(&other)) {
            unsent.push(parameter.name());
        }
        check_moved_once(parameter, &uses, diagnostics);
    }
    check_fixed_values(endpoint, &mut unsent, diagnostics);
    if unsent.is_empty() {
        return;
    }
    for parameter in endpoint.parameters {
        let name = parameter.name();
        if unsent.contains(&name) {
            report_unsent(endpoint.args, parameter, &name, diagnostics);
        }
    }
}

//     #[endpoint(PUT, "/files/<content>", stream = content)]
//
// The parameter of a stream is moved. Others are borrowed, so they can be in several places.
fn check_moved_once(parameter: &Parameter, uses: &[&Step<'_>], diagnostics: &mut Diagnostics) {
    if let [_, _, ..] = uses
        && let Some(key) = uses.iter().find_map(|step| step.moves())
    {
        let name = parameter.name();
        diagnostics.error(
            &parameter.ident,
            format!("`{key}` takes parameter `{name}` by value, so it cannot be sent twice; keep one of them"),
        );
    }
}

//     #[endpoint(GET, "/customers/:id")]
//     #[endpoint(POST, "/customers")]
//
// For a secret, no placeholder in the URL is suggested.
fn report_unsent(args: &EndpointArgs, parameter: &Parameter, name: &String, diagnostics: &mut Diagnostics) {
    let names = slice::from_ref(name);
    let placeholder = OtherNotation::in_template(&args.written, Candidates { known: names, unsent: names });
    let body = body_fix(args, name);
    match placeholder {
        Some(placeholder) if placeholder.sends(name) && !(placeholder.is_text() && is_secret(name)) => {
            let body = body.filter(|_| placeholder.is_text()).map_or_else(String::new, |body| format!(", or {body}"));
            diagnostics.missing(&args.literal, format!("{}{body}", placeholder.message_in(&args.written)));
        }
        _ => {
            let start = if args.written.contains('?') { '&' } else { '?' };
            let fix = match (is_secret(name), body) {
                (true, Some(_)) if args.keys.body.is_none() => "send it in a header or the body".to_owned(),
                (true, Some(field)) => format!("{field}, send it in a header"),
                (true, None) => "send it in a header".to_owned(),
                (false, Some(body)) => format!("{body}, put it in the template, as in `{start}<{name}>`"),
                (false, None) => format!("put it in the template, as in `{start}<{name}>`"),
            };
            let reason = if is_secret(name) { " if the client has it: a URL must not contain a secret" } else { "" };
            let fix = format!("{fix}, or remove it{reason}");
            diagnostics.missing(&parameter.ident, format!("parameter `{name}` is never sent; {fix}"));
        }
    }
}

/// The fix that sends a parameter in the body: as the body, or as a field of a form that has single fields already.
fn body_fix(args: &EndpointArgs, name: &str) -> Option<String> {
    match &args.keys.body {
        _ if args.http_method.has_no_body() => None,
        None => Some(format!("add `body = {name}`")),
        Some(body) => body.has_fields().then(|| format!("add `{} = {name}`", Key::FormField.with_name(name))),
    }
}

/// Returns whether a parameter with this name contains a secret, which must not be in a URL, since URLs are logged.
pub(crate) fn is_secret(name: &str) -> bool {
    let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
    let is_cursor = has(&["page", "next", "continuation"]);
    let is_key = name == "key" || ["api_key", "access_key", "private_key"].iter().any(|key| name.ends_with(key));
    let is_token = has(&["token", "bearer", "jwt", "auth", "authorization", "apikey"]) && !is_cursor;
    is_key || is_token || has(&["secret", "password", "passwd", "passphrase", "credential", "credentials"])
}
