//! The rules for the values of keys, of a method or of its trait.

use syn::{LitInt, Path};

use crate::args::{Header, Keys, Scope, is_2xx};
use crate::diagnostics::Diagnostics;

/// Checks the values of keys.
pub(crate) fn check_keys(keys: &Keys, scope: Scope<'_>, problems: &mut Diagnostics) {
    headers_are_headers(keys, problems);
    headers_are_the_callers_to_send(keys, scope, problems);
    credentials_are_sent_once(keys, scope, problems);
    statuses_are_final(keys, scope, problems);
    if let Some(root) = &keys.root {
        runtime_is_found_from_anywhere(root, problems);
    }
}

//     header("X Trace") = trace
//     header("X-Trace") = "naïve"
//     header("X-Trace") = " on"
//
// A name is a token (RFC 9110, section 5.6.2); a value that is always sent is visible ASCII and inner spaces
// (section 5.5).
fn headers_are_headers(keys: &Keys, problems: &mut Diagnostics) {
    for header in &keys.headers {
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
fn headers_are_the_callers_to_send(keys: &Keys, scope: Scope<'_>, problems: &mut Diagnostics) {
    for header in &keys.headers {
        let (Header::Literal { name, .. } | Header::Parameter { name, .. }) = header else { continue };
        match name.value().to_ascii_lowercase().as_str() {
            "host" | "content-length" | "transfer-encoding" | "connection" | "te" | "trailer" | "upgrade" => {
                problems.error(name, format!("`{}` belongs to the connection; remove the header", name.value()));
            }
            "authorization" if !keys.is_without_credentials() && !inherits_no_auth(keys, scope) => {
                let fix = if keys.auth.is_some() { "remove `auth = client`" } else { "add `auth = none`" };
                problems.error(
                    name,
                    format!(
                        "the client sends its credentials as `Authorization`; remove the header to send them, or {fix} \
                         to send this one in their place"
                    ),
                );
            }
            "content-type" if keys.body.as_ref().is_some_and(|body| body.key == "multipart") => {
                problems.error(name, "`multipart` sends its own `Content-Type`, with the boundary; remove the header");
            }
            _ => {}
        }
    }
}

/// Returns whether a method sends no credentials because of its trait.
fn inherits_no_auth(keys: &Keys, scope: Scope<'_>) -> bool {
    keys.auth.is_none() && matches!(scope, Scope::Method { of_trait, .. } if of_trait.is_without_credentials())
}

//     #[endpoints(auth = none, header("Authorization") = token)]
//     trait Store {
//         #[endpoint(GET, "/items", auth = client)]
//
fn credentials_are_sent_once(keys: &Keys, scope: Scope<'_>, problems: &mut Diagnostics) {
    if let (Some(auth), Scope::Method { of_trait, .. }) = (keys.auth.as_ref().filter(|auth| *auth == "client"), scope)
        && of_trait.headers.iter().any(|header| header.is("authorization") && keys.inherits_header(header))
    {
        problems.error(
            auth,
            "the credentials and the trait's `header(\"Authorization\")` are the same header; remove `auth = client`",
        );
    }
}

//     success = 100
//     success = 2000
//     success = 2xx
//
fn statuses_are_final(keys: &Keys, scope: Scope<'_>, problems: &mut Diagnostics) {
    let replaces_statuses = matches!(scope, Scope::Method { of_trait, .. } if !of_trait.success.is_empty());
    for status in &keys.success {
        if is_2xx(status) {
            if !replaces_statuses {
                problems.error(status, "without `success`, any 2xx is a success; remove `success = 2xx`");
            } else if !keys.accepts_any_success() {
                problems.error(status, "`2xx` is every success; remove the other statuses, and the brackets");
            }
        } else if !is_final(status) {
            problems.error(status, format!("`{status}` is not the status of a response; write one from 200 to 599"));
        } else if !is_status(status) {
            problems.error(status, format!("a status has no suffix; write `{}`", status.base10_digits()));
        }
    }
}

fn is_final(status: &LitInt) -> bool {
    status.base10_digits().parse().is_ok_and(|status: u16| (200..=599).contains(&status))
}

/// Returns whether a number is the status of a response, without a suffix.
pub(crate) fn is_status(status: &LitInt) -> bool {
    is_final(status) && status.suffix().is_empty()
}

//     crate = my_runtime
//
// The trait can be in any module, so the path must not depend on it. A `macro_rules!` writes `$crate`.
fn runtime_is_found_from_anywhere(root: &Path, problems: &mut Diagnostics) {
    let first = root.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
    if root.leading_colon.is_none() && !matches!(first.as_str(), "crate" | "$crate" | "self" | "super") {
        let path = quote::quote!(#root).to_string().replace(' ', "");
        problems.error(root, format!("a module named `{first}` could take precedence; write `::{path}`"));
    }
}
