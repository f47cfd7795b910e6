//! The rule for types that need a body, where a response has none.

use quote::ToTokens;
use syn::{PathArguments, ReturnType, Signature, Type};

use super::{argument, ok_type};
use crate::args::{EndpointArgs, Statuses, compact};
use crate::defaults::Defaults;
use crate::diagnostics::Diagnostics;
use crate::signature::ungrouped;

/// Words in the names of types that need no body, as of an alias of `()` or of `Response<()>`.
const WITHOUT_BODY: [&str; 6] = ["Empty", "NoBody", "NoContent", "Nothing", "Unit", "Void"];

/// The types of the runtime that can be read from an empty body. A `Response` without a type is an alias.
const EMPTY: [&str; 8] = ["Body", "Bytes", "Conditional", "Events", "Lines", "Option", "Response", "String"];

//     #[endpoint(HEAD, "/customers")]
//     async fn customers(&self) -> Result<Vec<Customer>, Error>;
//
//     #[endpoint(DELETE, "/customers/<id>", success = 204)]
//     async fn delete(&self, id: u64) -> Result<Customer, Error>;
//
// A type parameter can be `()`, and a format can read an empty body.
pub(crate) fn check_body_is_possible(
    args: &EndpointArgs,
    sig: &Signature,
    defaults: &Defaults,
    diagnostics: &mut Diagnostics,
) {
    let keys = &args.keys;
    if keys.format.is_some() || defaults.keys.format.is_some() || !keys.responses.is_empty() {
        return;
    }
    let is_head = args.http_method.is_head();
    let without_body = match keys.success.as_slice() {
        [success] if !is_head => without_body(success).map(|status| (success, status)),
        _ => None,
    };
    if !is_head && without_body.is_none() {
        return;
    }
    let returned = match &sig.output {
        ReturnType::Type(_, ty) => ok_type(ty),
        ReturnType::Default => None,
    };
    let Some(ty) = keys.response.as_ref().or(returned) else { return };
    let Some(value) = needing_body(ty).filter(|value| !is_parameter(value, sig, defaults)) else { return };
    let written = compact(value.to_token_stream());
    match without_body {
        Some((success, status)) => diagnostics.error(
            success,
            format!("a response with status {status} has no body for `{written}`; return `()` or `Option<{written}>`"),
        ),
        None => diagnostics.error(
            value,
            format!("the response to `HEAD` has no body for `{written}`; write `()`, or return `Response<()>` for the headers"),
        ),
    }
}

/// The type in a `Response` that is read from a body, judging by its name.
fn needing_body(ty: &Type) -> Option<&Type> {
    let value = argument(ty, "Response").unwrap_or(ty);
    let Type::Path(path) = ungrouped(value) else { return None };
    let last = path.path.segments.last()?;
    let is_plain = path.qself.is_none() && !matches!(last.arguments, PathArguments::Parenthesized(_));
    let name = last.ident.to_string();
    let can_be_empty = EMPTY.contains(&name.as_str()) || WITHOUT_BODY.iter().any(|word| name.contains(word));
    (is_plain && !can_be_empty).then_some(value)
}

/// Returns whether a type is a type parameter of the method or the trait. Without `#[endpoints]`, the trait is unknown.
fn is_parameter(ty: &Type, sig: &Signature, defaults: &Defaults) -> bool {
    let name = compact(ty.to_token_stream());
    let is_short = name.len() == 1 || name.starts_with("Self");
    let mut parameters = sig.generics.type_params().chain(defaults.generics.type_params());
    is_short || parameters.any(|parameter| parameter.ident == name)
}

/// The only status, if its responses have no body (RFC 9110, sections 15.3.5 and 15.3.6).
fn without_body(success: &Statuses) -> Option<u16> {
    let range = success.range()?;
    (range.start() == range.end() && matches!(range.start(), 204 | 205)).then(|| *range.start())
}
