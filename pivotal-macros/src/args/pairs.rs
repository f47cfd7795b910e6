//! Reads pairs with commas between them, for both attributes.

use std::fmt::Display;

use proc_macro2::TokenTree;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::{Ident, LitStr, Token};

use crate::diagnostics::Diagnostics;

/// Reads pairs to the end of the input. An invalid pair is reported and skipped. Returns whether every pair was valid.
pub(crate) fn read_all(
    input: ParseStream<'_>,
    problems: &mut Diagnostics,
    mut read: impl FnMut(ParseStream<'_>, &mut Diagnostics) -> syn::Result<()>,
) -> bool {
    let mut complete = true;
    while !input.is_empty() {
        let ahead = input.fork();
        let pair = read(&ahead, problems).and_then(|()| comma(&ahead));
        if problems.take(pair).is_some() {
            input.advance_to(&ahead);
        } else {
            complete = false;
            skip_pair(input);
        }
    }
    complete
}

/// Skips to the pair after the next comma that is not between `<` and `>`, or to the end.
pub(crate) fn skip_pair(input: ParseStream<'_>) {
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
pub(crate) fn comma(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Token![,]>().is_ok() {
        return Ok(());
    }
    Err(error_at(input, "expected `,` before this"))
}

/// An error at the next token or, after the last one, at the complete attribute.
pub(crate) fn error_at(input: ParseStream<'_>, message: impl Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}

/// Reads the `=` after a key, and checks that a value follows.
pub(crate) fn equals(key: &Ident, example: &str, input: ParseStream<'_>) -> syn::Result<()> {
    if input.parse::<Token![=]>().is_ok() {
        if !input.is_empty() && !input.peek(Token![,]) {
            return Ok(());
        }
    } else if input.peek(Token![:]) {
        return Err(error_at(input, format!("a key and its value are separated by `=`; write {example}")));
    }
    Err(syn::Error::new_spanned(key, format!("`{key}` needs a value; write {example}")))
}

/// Checks that the value of a key is no text, as in `auth = "none"`.
pub(crate) fn no_quotes(key: &Ident, example: &str, input: ParseStream<'_>) -> syn::Result<()> {
    // `peek(LitStr)` is slow, and most values are no literals.
    if input.cursor().literal().is_some() && input.peek(LitStr) {
        return Err(error_at(input, format!("the value of `{key}` is written without quotes; write {example}")));
    }
    Ok(())
}

/// The error for an invalid value, or for one that ends too early: the end has no position, so that error is at the key.
pub(crate) fn expected(example: &str, key: &Ident, is_cut_off: bool, error: &syn::Error) -> syn::Error {
    let span = if is_cut_off { key.span() } else { error.span() };
    syn::Error::new(span, format!("expected {example}"))
}
