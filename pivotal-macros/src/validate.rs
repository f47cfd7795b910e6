//! The rules for declarations, one function for each.

mod parameters;

use syn::Path;
use syn::ext::IdentExt;

pub(crate) use self::parameters::every_parameter_is_sent_once;
use self::parameters::is_secret;
use crate::args::{EndpointArgs, Header};
use crate::diagnostics::Diagnostics;
use crate::method::{has_no_body, is_idempotent};

/// Checks the rules that do not depend on the method.
pub(crate) fn arguments(args: &EndpointArgs, problems: &mut Diagnostics) {
    method_may_have_a_body(args, problems);
    headers_are_headers(args, problems);
    headers_are_the_callers_to_send(args, problems);
    statuses_are_final(args, problems);
    idempotent_says_something_new(args, problems);
    if let Some(root) = &args.keys.root {
        runtime_is_found_from_anywhere(root, problems);
    }
}

//     #[endpoint(GET, "/customers", body = filter)]
//     async fn find(&self, filter: &Filter) -> Result<Vec<Customer>, Error>;
//
fn method_may_have_a_body(args: &EndpointArgs, problems: &mut Diagnostics) {
    let method = &args.method;
    if let Some(body) = &args.keys.body
        && has_no_body(method)
    {
        let name = body.parameter.unraw().to_string();
        let fix = if is_secret(&name) {
            "declare another method, since a URL must not contain a secret".to_owned()
        } else {
            format!("send its fields in the query with `?<{name}..>`, or a single value with `?<{name}>`")
        };
        problems.error(&body.parameter, format!("a `{method}` request has no body; {fix}"));
    }
}

//     header("X Trace") = trace
//     header("X-Trace") = "naïve"
//     header("X-Trace") = " on"
//
// A name is a token (RFC 9110, section 5.6.2); a value that is always sent is visible ASCII and inner spaces
// (section 5.5).
fn headers_are_headers(args: &EndpointArgs, problems: &mut Diagnostics) {
    for header in &args.keys.headers {
        let (Header::Literal { name, .. } | Header::Parameter { name, .. }) = header else { continue };
        let text = name.value();
        if !is_token(&text) {
            let candidate = text.replace(' ', "-");
            let fix = if is_token(&candidate) {
                format!("write `{candidate:?}`")
            } else {
                "use letters, digits and `-`".to_owned()
            };
            problems.error(name, format!("`{text:?}` is not a header name; {fix}"));
        }
        if let Header::Literal { value, .. } = header {
            let text = value.value();
            if let Some(character) = text.chars().find(|c| !matches!(c, ' '..='~')) {
                let character = character.escape_debug();
                problems.error(value, format!("`{character}` is not allowed in a header value; use visible ASCII"));
            } else if text.trim() != text {
                let fix = text.trim();
                problems.error(value, format!("spaces around a header value are not part of it; write `{fix:?}`"));
            }
        }
    }
}

fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

//     header("Content-Length") = length
//     header("Authorization") = token
//     header("Content-Type") = "multipart/form-data", multipart = form
//
fn headers_are_the_callers_to_send(args: &EndpointArgs, problems: &mut Diagnostics) {
    for header in &args.keys.headers {
        let (Header::Literal { name, .. } | Header::Parameter { name, .. }) = header else { continue };
        match name.value().to_ascii_lowercase().as_str() {
            "host" | "content-length" | "transfer-encoding" | "connection" | "te" | "trailer" | "upgrade" => {
                problems.error(name, format!("`{}` belongs to the connection; remove the header", name.value()));
            }
            "authorization" if !args.keys.no_auth => problems.error(
                name,
                "the client sends its credentials as `Authorization`; remove the header to send them, or add \
                 `auth = none` to send this one in their place",
            ),
            "content-type" if args.keys.body.as_ref().is_some_and(|body| body.key == "multipart") => {
                problems.error(name, "`multipart` sends its own `Content-Type`, with the boundary; remove the header");
            }
            _ => {}
        }
    }
}

//     success = 100
//     success = 2000
//     success = 2xx
//
fn statuses_are_final(args: &EndpointArgs, problems: &mut Diagnostics) {
    for status in &args.keys.success {
        let number = status.base10_digits();
        if number == "2" && status.suffix() == "xx" {
            problems.error(status, "without `success`, any 2xx is a success; remove `success = 2xx`");
        } else if !number.parse().is_ok_and(|status: u16| (200..=599).contains(&status)) {
            problems.error(status, format!("`{status}` is not the status of a response; write one from 200 to 599"));
        } else if !status.suffix().is_empty() {
            problems.error(status, format!("a status has no suffix; write `{number}`"));
        }
    }
}

//     #[endpoint(GET, "/customers", idempotent)]
//
fn idempotent_says_something_new(args: &EndpointArgs, problems: &mut Diagnostics) {
    let method = &args.method;
    if let Some(key) = &args.keys.idempotent
        && is_idempotent(method)
    {
        problems.error(key, format!("a `{method}` request is idempotent anyway; remove the key"));
    }
}

//     crate = my_runtime
//
// The trait can be in any module, so the path must not depend on it. A `macro_rules!` writes `$crate`.
pub(crate) fn runtime_is_found_from_anywhere(root: &Path, problems: &mut Diagnostics) {
    let first = root.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
    if root.leading_colon.is_none() && !matches!(first.as_str(), "crate" | "$crate" | "self" | "super") {
        let path = quote::quote!(#root).to_string().replace(' ', "");
        problems.error(root, format!("a module named `{first}` could take precedence; write `::{path}`"));
    }
}
