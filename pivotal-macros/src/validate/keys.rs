//! The rules for values of keys, of a method or of its trait.

use syn::Path;

use super::cases::check_cases;
use super::statuses::check_success;
use super::upgrade::{check_no_upgrade, is_upgrade};
use crate::args::{Auth, Header, Key, Keys, Scope};
use crate::diagnostics::Diagnostics;

/// Checks the values of keys.
pub(crate) fn check_keys(keys: &Keys, scope: Scope<'_>, diagnostics: &mut Diagnostics) {
    check_header_syntax(keys, diagnostics);
    check_no_header_fixed_and_variable(keys, diagnostics);
    check_operation(keys, diagnostics);
    check_no_reserved_headers(keys, scope, diagnostics);
    check_no_upgrade(keys, diagnostics);
    check_credentials_sent_once(keys, scope, diagnostics);
    check_success(&keys.success, diagnostics);
    check_cases(&keys.responses, Key::Response, diagnostics);
    check_cases(&keys.errors, Key::Error, diagnostics);
    if let Some(runtime) = &keys.runtime {
        check_runtime_path(runtime, diagnostics);
    }
}

//     header("X Trace") = trace
//     header("X-Trace") = "naïve"
//     header("X-Trace") = " on"
//
// A name is a token (RFC 9110, section 5.6.2). A fixed value has visible ASCII characters and inner spaces (section
// 5.5).
fn check_header_syntax(keys: &Keys, diagnostics: &mut Diagnostics) {
    for header in &keys.headers {
        let (Header::Fixed { name, .. } | Header::Parameter { name, .. }) = header else { continue };
        let text = name.value();
        if !is_token(&text) {
            let candidate = text.replace(' ', "-");
            let fix = if is_token(&candidate) {
                format!("write `{candidate:?}`")
            } else {
                "use letters, digits and `-`".to_owned()
            };
            diagnostics.error(name, format!("`{text:?}` is not a header name; {fix}"));
        }
        if let Header::Fixed { value, .. } = header {
            let text = value.value();
            if let Some(character) = text.chars().find(|c| !matches!(c, ' '..='~')) {
                let character = character.escape_debug();
                diagnostics.error(value, format!("`{character}` is not allowed in a header value; use visible ASCII"));
            } else if text.trim() != text {
                let fix = text.trim();
                diagnostics.error(value, format!("spaces around a header value are not part of it; write `{fix:?}`"));
            }
        }
    }
}

//     header("X-Trace") = trace, header("x-trace") = "on"
//
fn check_no_header_fixed_and_variable(keys: &Keys, diagnostics: &mut Diagnostics) {
    for (index, header) in keys.headers.iter().enumerate() {
        let Some(name) = header.name() else { continue };
        let (text, is_fixed) = (name.value(), header.parameter().is_none());
        let is_other = |other: &&Header| other.is(&text) && other.parameter().is_none() != is_fixed;
        if keys.headers.iter().take(index).any(|other| is_other(&other)) {
            let message = format!("header `{text}` is given both fixed and from a parameter; keep one of them");
            diagnostics.error(name, message);
        }
    }
}

//     operation = ""
//
fn check_operation(keys: &Keys, diagnostics: &mut Diagnostics) {
    if let Some(operation) = &keys.operation
        && operation.value().trim().is_empty()
    {
        diagnostics.error(operation, "the id of an operation is empty; write it, or remove `operation`");
    }
}

/// Returns whether a text is a token (RFC 9110, section 5.6.2), as the names of headers and methods are.
pub(crate) fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b))
}

//     header("Content-Length") = length
//     header("Authorization") = token
//     header("Content-Type") = "multipart/form-data", multipart = form
//
fn check_no_reserved_headers(keys: &Keys, scope: Scope<'_>, diagnostics: &mut Diagnostics) {
    for header in keys.headers.iter().filter(|header| !is_upgrade(header)) {
        let (Header::Fixed { name, .. } | Header::Parameter { name, .. }) = header else { continue };
        match name.value().to_ascii_lowercase().as_str() {
            "host" | "content-length" | "transfer-encoding" | "connection" | "te" | "trailer" => {
                diagnostics.error(name, format!("`{}` belongs to the connection; remove the header", name.value()));
            }
            "authorization" if sends_credentials(keys, scope) => {
                let fix = if keys.auth.is_some() { "remove `auth = client`" } else { "add `auth = none`" };
                diagnostics.error(
                    name,
                    format!(
                        "the client sends its credentials as `Authorization`; remove the header to send them, or {fix} \
                         to send this header instead"
                    ),
                );
            }
            "content-type" if keys.is_multipart() => {
                diagnostics
                    .error(name, "`multipart` sends its own `Content-Type`, with the boundary; remove the header");
            }
            _ => {}
        }
    }
}

/// Returns whether a method sends credentials, with the defaults of its trait.
fn sends_credentials(keys: &Keys, scope: Scope<'_>) -> bool {
    match keys.auth {
        Some(Auth::None) => false,
        Some(Auth::Client(_)) => true,
        None => !scope.inherits_no_credentials(),
    }
}

//     #[endpoints(auth = none, header("Authorization") = token)]
//     trait Store {
//         #[endpoint(GET, "/items", auth = client)]
//
fn check_credentials_sent_once(keys: &Keys, scope: Scope<'_>, diagnostics: &mut Diagnostics) {
    if let (Some(Auth::Client(span)), Scope::Method { trait_keys, .. }) = (&keys.auth, scope)
        && trait_keys.headers.iter().any(|header| header.is("authorization") && keys.inherits_header(header))
    {
        diagnostics.error_at(
            *span,
            "the credentials and the trait's `header(\"Authorization\")` are the same header; remove `auth = client`",
        );
    }
}

//     crate = my_runtime
//
// The path must not depend on the module of the trait. In a `macro_rules!`, it can be `$crate`.
fn check_runtime_path(runtime: &Path, diagnostics: &mut Diagnostics) {
    let first = runtime.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
    if runtime.leading_colon.is_none() && !matches!(first.as_str(), "crate" | "$crate" | "self" | "super") {
        let path = quote::quote!(#runtime).to_string().replace(' ', "");
        diagnostics.error(runtime, format!("a module named `{first}` could take precedence; write `::{path}`"));
    }
}
