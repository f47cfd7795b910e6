//! The source of a value with a name: `header("Name") = source`, `form("field") = source`

use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Ident, Lit, LitStr};

use super::key::Key;
use super::keys::{is_end_of_value, parse_parameter};
use super::misplaced::only_name;
use super::pairs::error_at;
use super::tokens::value_tokens;
use crate::template::is_identifier;

/// The source of a header or of a field of a form.
pub(super) enum Source {
    /// `"value"`
    Fixed(LitStr),
    /// The name of a parameter.
    Parameter(Ident),
}

/// Reads a string or the name of a parameter.
pub(super) fn parse_source(key: Key, name: &LitStr, input: ParseStream<'_>) -> syn::Result<Source> {
    if input.peek(LitStr) {
        return input.parse().map(Source::Fixed);
    }
    let value = input.fork();
    if let Some(literal) = unquoted_literal(&value) {
        return Err(error_at(&value, format!("a fixed {} is a string; write `{literal:?}`", key.value_name())));
    }
    if let Some(parameter) = parse_parameter(input) {
        return Ok(Source::Parameter(parameter));
    }
    if let Some(parameter) = only_name(value_tokens(&value)) {
        let pair = format!("{} = {parameter}", key.with_name(&name.value()));
        return Err(error_at(&value, format!("a {} is a parameter or a string; write `{pair}`", key.value_name())));
    }
    let fix = complete_value(key, &name.value());
    Err(error_at(&value, format!("a {} is a parameter or a string; {fix}", key.value_name())))
}

//     header("Max-Forwards") = 3
//     form("include_usage") = true
//
fn unquoted_literal(value: ParseStream<'_>) -> Option<String> {
    let ahead = value.fork();
    let literal = match ahead.parse().ok()? {
        Lit::Int(number) => number.base10_digits().to_owned(),
        Lit::Float(number) => number.base10_digits().to_owned(),
        Lit::Bool(value) => value.to_token_stream().to_string(),
        _ => return None,
    };
    is_end_of_value(&ahead).then_some(literal)
}

/// The fix for a value that is composed of several parts.
pub(crate) fn complete_value(key: Key, name: &str) -> String {
    let parameter = name.to_ascii_lowercase().replace('-', "_");
    if is_identifier(&parameter) {
        format!("write `{} = {parameter}` and pass the complete value", key.with_name(name))
    } else {
        "take the complete value as a parameter".to_owned()
    }
}
