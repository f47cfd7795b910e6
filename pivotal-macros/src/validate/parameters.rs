//! Each parameter is sent, and in one place.

use std::slice;

use super::fixed_value::{has_placeholder, message};
use crate::args::{EndpointArgs, Header};
use crate::diagnostics::Diagnostics;
use crate::method::has_no_body;
use crate::model::{Endpoint, Part};
use crate::signature::Parameter;
use crate::template::{Foreign, Names, contains};

// A parameter that is never sent is a mistake in the template more often than not:
//
//     #[endpoint(GET, "/customers/<id>")]
//     async fn customer(&self, id: &str, nmae: &str) -> Result<Customer, Error>;
//
pub(crate) fn every_parameter_is_sent_once(endpoint: &Endpoint<'_>, problems: &mut Diagnostics) {
    if !endpoint.args.keys.complete {
        // The key that could not be read may be the one that sends it.
        return;
    }
    let mut unsent = Vec::new();
    for parameter in endpoint.parameters {
        let name = parameter.name();
        let uses =
            endpoint.parts.iter().filter_map(Part::parameter).filter(|used| std::ptr::eq(*used, parameter)).count();
        match uses {
            0 => unsent.push(name),
            1 => {}
            _ => problems.error(&parameter.ident, format!("parameter `{name}` is sent {uses} times; keep one place")),
        }
    }
    header_values_are_fixed(endpoint, &mut unsent, problems);
    if unsent.is_empty() {
        return;
    }
    for parameter in endpoint.parameters {
        let name = parameter.name();
        if unsent.contains(&name) {
            never_sent(endpoint.args, parameter, &name, problems);
        }
    }
}

//     header("Authorization") = "Bearer <token>"
//     header("If-Match") = "etag"
//
// Removes the parameters that such a value is to send: they are no mistake of their own.
fn header_values_are_fixed(endpoint: &Endpoint<'_>, unsent: &mut Vec<String>, problems: &mut Diagnostics) {
    for header in endpoint.args.keys.own_headers() {
        let Header::Literal { name, value } = header else { continue };
        let text = value.value();
        if unsent.is_empty() && !text.contains('<') {
            continue;
        }
        let is_meant = |parameter: &mut String| text == *parameter || has_placeholder(&text, parameter);
        let meant: Vec<String> = unsent.extract_if(.., is_meant).collect();
        if meant.is_empty() && !endpoint.parameters.iter().any(|parameter| contains(&text, &parameter.name())) {
            continue;
        }
        problems.error(value, message(&name.value(), &text, &meant.iter().collect::<Vec<_>>()));
    }
}

//     #[endpoint(GET, "/customers/:id")]
//     #[endpoint(POST, "/customers")]
//
// Of a secret, no place in the URL is offered.
fn never_sent(args: &EndpointArgs, parameter: &Parameter, name: &String, problems: &mut Diagnostics) {
    let names = slice::from_ref(name);
    let placeholder = Foreign::in_template(&args.written, Names { known: names, unsent: names });
    let may_be_body = args.keys.body.is_none() && !has_no_body(&args.method);
    match placeholder {
        Some(placeholder) if placeholder.means(name) && !(placeholder.is_text() && is_secret(name)) => {
            let body =
                if placeholder.is_text() && may_be_body { format!(", or add `body = {name}`") } else { String::new() };
            problems.error(&args.literal, format!("{placeholder}{body}"));
        }
        _ => {
            let start = if args.written.contains('?') { '&' } else { '?' };
            let fix = match (is_secret(name), may_be_body) {
                (true, true) => "send it in a header or the body".to_owned(),
                (true, false) => "send it in a header".to_owned(),
                (false, true) => format!("add `body = {name}`, put it in the template, as in `{start}<{name}>`"),
                (false, false) => format!("put it in the template, as in `{start}<{name}>`"),
            };
            let reason = if is_secret(name) { " if the client has it: a URL must not contain a secret" } else { "" };
            let fix = format!("{fix}, or remove it{reason}");
            problems.error(&parameter.ident, format!("parameter `{name}` is never sent; {fix}"));
        }
    }
}

/// Returns whether a value of this name must not be in a URL, as URLs are logged.
pub(crate) fn is_secret(name: &str) -> bool {
    let has = |words: &[&str]| name.split('_').any(|word| words.contains(&word));
    let is_cursor = has(&["page", "next", "continuation"]);
    let is_key = name == "key" || ["api_key", "access_key", "private_key"].iter().any(|key| name.ends_with(key));
    let is_token = has(&["token", "bearer", "jwt", "auth", "authorization", "apikey"]) && !is_cursor;
    is_key || is_token || has(&["secret", "password", "passwd", "passphrase", "credential", "credentials"])
}
