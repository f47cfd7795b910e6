//! The rule for methods without a body.

use std::fmt::Write;

use syn::Ident;
use syn::ext::IdentExt;

use super::parameters::is_secret;
use crate::args::{Body, BodyPart, EndpointArgs, Key};
use crate::diagnostics::Diagnostics;

//     #[endpoint(GET, "/customers", body = filter)]
//     async fn find(&self, filter: &Filter) -> Result<Vec<Customer>, Error>;
//
//     #[endpoint(GET, "/customers", form("name") = name, form("sort") = "age")]
//     async fn find(&self, name: &str) -> Result<Vec<Customer>, Error>;
//
pub(super) fn check_method_allows_body(args: &EndpointArgs, diagnostics: &mut Diagnostics) {
    let method = &args.http_method;
    let Some(body) = args.keys.body.as_ref().filter(|_| method.has_no_body()) else { return };
    let secret = body.parts.iter().find(|part| sends_secret(part));
    let other_method = if method.is_get() { "declare `QUERY` or `POST`" } else { "declare another method" };
    let fix = if secret.is_some() {
        format!("{other_method}, since a URL must not contain a secret")
    } else {
        let mut fixes = in_query(body, if args.written.contains('?') { '&' } else { '?' });
        if method.is_get() {
            fixes.push(other_method.to_owned());
        }
        alternatives(&fixes)
    };
    let message = format!("a `{method}` request has no body; {fix}");
    match args.keys.span(Key::Body(body.kind)) {
        Some(key) if secret.is_none() && !body.has_fields() => diagnostics.error_at(key, message),
        _ => diagnostics.error(secret.or(body.parts.first()), message),
    }
}

fn sends_secret(part: &BodyPart) -> bool {
    let is_secret_parameter = |parameter: &Ident| is_secret(&parameter.unraw().to_string());
    match part {
        BodyPart::Complete(parameter) => is_secret_parameter(parameter),
        BodyPart::Field { name, parameter } => is_secret(&name.value()) || is_secret_parameter(parameter),
        BodyPart::FixedField { name, .. } => is_secret(&name.value()),
    }
}

/// The fixes that send the same in the query, which begins or continues with this character.
fn in_query(body: &Body, start: char) -> Vec<String> {
    if let [BodyPart::Complete(parameter)] = body.parts.as_slice() {
        let name = parameter.unraw();
        let fields = format!("send its fields in the query with `{start}<{name}..>`");
        return vec![fields, format!("a single value with `{start}<{name}>`")];
    }
    let pairs: Vec<String> = body.parts.iter().map(pair).collect();
    vec![format!("send it in the query with `{start}{}`", pairs.join("&"))]
}

/// `a`, `a, or b`, `a, b, or c`
fn alternatives(fixes: &[String]) -> String {
    match fixes {
        [others @ .., last] if !others.is_empty() => format!("{}, or {last}", others.join(", ")),
        fixes => fixes.concat(),
    }
}

/// `<name>`, `key=<name>`, `key=value` or `<name..>`
fn pair(part: &BodyPart) -> String {
    match part {
        BodyPart::Complete(parameter) => format!("<{}..>", parameter.unraw()),
        BodyPart::Field { name, parameter } => {
            let (key, parameter) = (encoded(&name.value()), parameter.unraw());
            if parameter == key { format!("<{key}>") } else { format!("{key}=<{parameter}>") }
        }
        BodyPart::FixedField { name, value } => format!("{}={}", encoded(&name.value()), encoded(&value.value())),
    }
}

/// A text as a query contains it (RFC 3986, section 3.4).
fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~[]".contains(&byte) {
            encoded.push(byte.into());
        } else {
            // Writing into a `String` does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}

#[cfg(test)]
mod tests;
