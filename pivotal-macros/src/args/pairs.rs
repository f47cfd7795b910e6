//! What is read in the same way between all parentheses: pairs with commas between them.

use std::fmt::Display;

use proc_macro2::TokenTree;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::{Ident, LitStr, Token};

use crate::diagnostics::Diagnostics;

/// Reads pairs to the end of the input, and says whether each made sense. One that does not is reported and passed over.
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

/// Goes behind the next comma that is not between `<` and `>`, or to the end.
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

/// A comma, or the end.
pub(crate) fn comma(input: ParseStream<'_>) -> syn::Result<()> {
    if input.is_empty() || input.parse::<Token![,]>().is_ok() {
        return Ok(());
    }
    Err(error_at(input, "expected `,` before this"))
}

/// An error at the next token or, behind the last, at the whole attribute.
pub(crate) fn error_at(input: ParseStream<'_>, message: impl Display) -> syn::Error {
    syn::Error::new(input.span(), message)
}

/// The `=` behind a key, with something behind it.
pub(crate) fn equals(key: &Ident, example: &str, input: ParseStream<'_>) -> syn::Result<()> {
    if input.parse::<Token![=]>().is_ok() {
        if !input.is_empty() && !input.peek(Token![,]) {
            return Ok(());
        }
    } else if input.peek(Token![:]) {
        return Err(error_at(input, format!("`=` stands between a key and its value; write {example}")));
    }
    Err(syn::Error::new_spanned(key, format!("`{key}` needs a value; write {example}")))
}

/// That the value of a key is no text, as in `auth = "none"`.
pub(crate) fn no_quotes(key: &Ident, example: &str, input: ParseStream<'_>) -> syn::Result<()> {
    // To see a text takes time; most values are no literal.
    if input.cursor().literal().is_some() && input.peek(LitStr) {
        return Err(error_at(input, format!("the value of `{key}` stands without quotes; write {example}")));
    }
    Ok(())
}

/// A value that could not be read, or that ends too early: the end is nowhere, and the error at the key.
pub(crate) fn expected(example: &str, key: &Ident, is_cut_off: bool, error: &syn::Error) -> syn::Error {
    let span = if is_cut_off { key.span() } else { error.span() };
    syn::Error::new(span, format!("expected {example}"))
}
