//! The names of the keys, and the errors for other names.

use syn::parse::ParseStream;
use syn::{Ident, LitStr};

use super::timeout::TIMEOUT_EXAMPLE;
use super::values::{API_EXAMPLE, is_alone, not_idempotent};
use crate::near_miss::nearest;

/// The keys of `#[endpoint]`.
const KEYS: [&str; 16] = [
    "response",
    "body",
    "form",
    "multipart",
    "text",
    "bytes",
    "stream",
    "header",
    "success",
    "error",
    "idempotent",
    "auth",
    "timeout",
    "api",
    "operation",
    "crate",
];

/// The keys of `#[endpoints]`.
const TRAIT_KEYS: [&str; 8] = ["api", "error", "header", "success", "auth", "timeout", "transport", "crate"];

/// Returns whether a key names the body.
pub(crate) fn is_body(key: &str) -> bool {
    matches!(key, "body" | "form" | "multipart" | "text" | "bytes" | "stream")
}

/// The form of a key as the messages show it.
pub(super) fn example(key: &str) -> &'static str {
    match key {
        "response" => "`response = Type`",
        "body" => "`body = parameter`",
        "form" => "`form = parameter`",
        "multipart" => "`multipart = parameter`",
        "text" => "`text = parameter`",
        "bytes" => "`bytes = parameter`",
        "stream" => "`stream = parameter`",
        "error" => "`error = Type`",
        "header" => "`header(\"Name\") = parameter` or `header(\"Name\") = \"value\"`",
        "success" => "a status or a list, as in `success = [200, 201]`; without it, any 2xx",
        "auth" => "`auth = none` to send no credentials, or remove it to send those of the client",
        "timeout" => TIMEOUT_EXAMPLE,
        "api" => API_EXAMPLE,
        "operation" => "`operation = \"operation-id\"`",
        _ => "`crate = ::path::to::pivotal_runtime`",
    }
}

/// Checks that `#[endpoint]` has this key.
pub(super) fn check_key(key: &Ident, method: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    let name = key.to_string();
    if KEYS.contains(&name.as_str()) {
        return Ok(());
    }
    let is_negation = |before: &str| before.starts_with("no") || before.starts_with("un");
    let message = if name.strip_suffix("idempotent").is_some_and(is_negation) {
        not_idempotent(method, &name)
    } else {
        match intended(&name, &KEYS, input) {
            Some(candidate) => format!("unknown key `{name}`; write `{candidate}`"),
            None => format!("unknown key `{name}`; expected one of `{}`", KEYS.join("`, `")),
        }
    };
    Err(syn::Error::new_spanned(key, message))
}

/// Checks that `#[endpoints]` has this key.
pub(super) fn check_trait_key(key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
    let name = key.to_string();
    if TRAIT_KEYS.contains(&name.as_str()) {
        return Ok(());
    }
    let message = if KEYS.contains(&name.as_str()) {
        format!("`{name}` belongs to one method; write it in the `#[endpoint]` of that method")
    } else if let Some(path) = common_path(&name, input) {
        format!("the common path has no key; write `{path:?}` for `{name} = {path:?}`")
    } else {
        match intended(&name, &TRAIT_KEYS, input) {
            Some(candidate) => format!("unknown key `{name}`; write `{candidate}`"),
            None => format!("unknown key `{name}`; {}", expected_in_trait()),
        }
    };
    Err(syn::Error::new_spanned(key, message))
}

/// The key that is meant: a name of the same thing in another library, or a near miss.
fn intended<'a>(name: &str, keys: &[&'a str], input: ParseStream<'_>) -> Option<&'a str> {
    let synonym = match name {
        "json" => Some("body"),
        "status" | "statuses" | "code" => Some("success"),
        "deadline" => Some("timeout"),
        "no_auth" | "noauth" | "without_auth" | "skip_auth" if is_alone(input) => return Some("auth = none"),
        _ => None,
    };
    match synonym {
        Some(synonym) => keys.iter().find(|key| **key == synonym).copied(),
        None => nearest(name, keys.iter().copied()),
    }
}

//     path = "/api/v1"
//
fn common_path(name: &str, input: ParseStream<'_>) -> Option<String> {
    let is_meant = matches!(name, "path" | "prefix" | "base" | "base_path" | "root" | "url" | "template");
    let ahead = input.fork();
    let value = ahead.parse::<syn::Token![=]>().and_then(|_| ahead.parse::<LitStr>()).ok()?.value();
    (is_meant && value.starts_with('/')).then_some(value)
}

/// The error for a token that is no key.
pub(super) fn not_a_key(input: ParseStream<'_>) -> String {
    let text = input.fork().parse::<LitStr>().map(|literal| literal.value());
    match text {
        Ok(name) if KEYS.contains(&name.as_str()) => format!("a key is written without quotes; write `{name}`"),
        _ => format!("expected a key, one of `{}`", KEYS.join("`, `")),
    }
}

/// What `#[endpoints]` can contain.
pub(crate) fn expected_in_trait() -> String {
    format!("expected the common path in quotes, or one of `{}`", TRAIT_KEYS.join("`, `"))
}
