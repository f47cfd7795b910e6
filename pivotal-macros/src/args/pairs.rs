//! Reads comma-separated pairs, for both attributes.

use std::fmt::Display;

use proc_macro2::{Span, TokenTree};
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::{LitStr, Token};

use super::key::Key;
use crate::diagnostics::Diagnostics;

/// Reads pairs to the end of the input, and returns whether all were valid. Invalid pairs are reported and skipped.
pub(crate) fn parse_pairs(
    input: ParseStream<'_>,
    diagnostics: &mut Diagnostics,
    mut parse: impl FnMut(ParseStream<'_>) -> syn::Result<()>,
) -> bool {
    let mut is_complete = true;
    while !input.is_empty() {
        let ahead = input.fork();
        let pair = parse(&ahead).and_then(|()| parse_comma(&ahead));
        if diagnostics.report(pair).is_some() {
            input.advance_to(&ahead);
        } else {
            is_complete = false;
            skip_pair(input);
        }
    }
    is_complete
}

/// Skips to the pair after the next comma that is not between `<` and `>`, or to the end.
fn skip_pair(input: ParseStream<'_>) {
    let mut depth = 0_usize;
    while let Ok(token) = input.parse::<TokenTree>() {
        let TokenTree::Punct(punct) = token else { continue };
        match punct.as_char() {
            '<' => depth += 1,
            '>' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => return,
            _ => {}
        }
    }
}

/// Reads a comma, unless the input ends.
pub(super) fn parse_comma(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Token![,]>().is_ok() {
        return Ok(());
    }
    Err(error_at(input, "expected `,` in front of this"))
}

/// Returns an error at the next token or, after the last one, at the complete attribute.
pub(crate) fn error_at(input: ParseStream<'_>, message: impl Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}

/// Returns whether a key has no value.
pub(super) fn has_no_value(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

/// Reads the `=` after a key, and checks that a value follows.
pub(crate) fn parse_equals(key: Key, span: Span, input: ParseStream<'_>) -> syn::Result<()> {
    let example = key.example();
    if input.parse::<Token![=]>().is_ok() {
        if !has_no_value(input) {
            return Ok(());
        }
    } else if input.peek(Token![:]) {
        return Err(error_at(input, format!("a key and its value are separated by `=`; write {example}")));
    }
    Err(syn::Error::new(span, format!("`{key}` needs a value; write {example}")))
}

/// Checks that a value is not written as a string, as in `response = "Customer"`.
pub(super) fn check_no_quotes(key: Key, input: ParseStream<'_>) -> syn::Result<()> {
    // `peek(LitStr)` is slow, and most values are not literals.
    if input.cursor().literal().is_some() && input.peek(LitStr) {
        let example = key.example();
        return Err(error_at(input, format!("the value of `{key}` is written without quotes; write {example}")));
    }
    Ok(())
}

/// Reads a value. Only that of `operation` is a string. If it ends too early, the error is at the key, since the end of
/// the input has no position.
pub(crate) fn parse_value<T>(
    key: Key,
    span: Span,
    input: ParseStream<'_>,
    parse: impl FnOnce(ParseStream<'_>) -> syn::Result<T>,
) -> syn::Result<T> {
    if key != Key::Operation {
        check_no_quotes(key, input)?;
    }
    parse(input).map_err(|error| {
        let span = if input.is_empty() { span } else { error.span() };
        syn::Error::new(span, format!("expected {}", key.example()))
    })
}
