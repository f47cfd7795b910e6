//! The rule that each parameter is sent once.

use std::slice;

use super::fixed_value::{fixed_value_message, has_placeholder};
use crate::args::{EndpointArgs, Header};
use crate::diagnostics::Diagnostics;
use crate::model::{Endpoint, Step};
use crate::signature::Parameter;
use crate::template::{Candidates, OtherNotation, contains_placeholder};

// A parameter that is never sent is usually a mistake in the template:
//
//     #[endpoint(GET, "/customers/<id>")]
//     async fn customer(&self, id: &str, nmae: &str) -> Result<Customer, Error>;
//
pub(crate) fn check_parameters_sent_once(endpoint: &Endpoint<'_>, diagnostics: &mut Diagnostics) {
    if !endpoint.args.keys.is_complete {
        // A key that could not be read can be the one that sends a parameter.
        return;
    }
    let mut unsent = Vec::new();
    for parameter in endpoint.parameters {
        let name = parameter.name();
        let uses =
            endpoint.steps.iter().filter_map(Step::parameter).filter(|used| std::ptr::eq(*used, parameter)).count();
        match uses {
            0 => unsent.push(name),
            1 => {}
            _ => diagnostics
                .error(&parameter.ident, format!("parameter `{name}` is sent {uses} times; keep one of them")),
        }
    }
    check_fixed_header_values(endpoint, &mut unsent, diagnostics);
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

//     header("Authorization") = "Bearer <token>"
//     header("If-Match") = "etag"
//
// Removes the parameters that such a value is meant to send, so that they are not reported again.
fn check_fixed_header_values(endpoint: &Endpoint<'_>, unsent: &mut Vec<String>, diagnostics: &mut Diagnostics) {
    for header in endpoint.args.keys.own_headers() {
        let Header::Fixed { name, value } = header else { continue };
        let text = value.value();
        if unsent.is_empty() && !text.contains('<') {
            continue;
        }
        let is_intended = |parameter: &mut String| text == *parameter || has_placeholder(&text, parameter);
        let intended: Vec<String> = unsent.extract_if(.., is_intended).collect();
        if intended.is_empty()
            && !endpoint.parameters.iter().any(|parameter| contains_placeholder(&text, &parameter.name()))
        {
            continue;
        }
        diagnostics.error(value, fixed_value_message(&name.value(), &text, &intended.iter().collect::<Vec<_>>()));
    }
}

//     #[endpoint(GET, "/customers/:id")]
//     #[endpoint(POST, "/customers")]
//
// For a secret, no placeholder in the URL is suggested. A URL from the server has no other placeholders.
fn report_unsent(args: &EndpointArgs, parameter: &Parameter, name: &String, diagnostics: &mut Diagnostics) {
    let names = slice::from_ref(name);
    let placeholder = OtherNotation::in_template(&args.written, Candidates { known: names, unsent: names });
    let can_be_body = args.keys.body.is_none() && !args.http_method.has_no_body();
    match placeholder {
        Some(placeholder) if placeholder.sends(name) && !(placeholder.is_text() && is_secret(name)) => {
            let body =
                if placeholder.is_text() && can_be_body { format!(", or add `body = {name}`") } else { String::new() };
            diagnostics.error(&args.literal, format!("{}{body}", placeholder.message_in(&args.written)));
        }
        _ => {
            let start = if args.written.contains('?') { '&' } else { '?' };
            let fix = match (is_secret(name) || args.is_url(), can_be_body) {
                (true, true) => "send it in a header or the body".to_owned(),
                (true, false) => "send it in a header".to_owned(),
                (false, true) => format!("add `body = {name}`, put it in the template, as in `{start}<{name}>`"),
                (false, false) => format!("put it in the template, as in `{start}<{name}>`"),
            };
            let reason = if is_secret(name) { " if the client has it: a URL must not contain a secret" } else { "" };
            let fix = format!("{fix}, or remove it{reason}");
            diagnostics.error(&parameter.ident, format!("parameter `{name}` is never sent; {fix}"));
        }
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
