//! Reads comma-separated pairs, for both attributes.

use std::fmt::Display;

use proc_macro2::{Delimiter, Group, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::{Ident, LitStr, Path, Token, Type, token};

use super::key::Key;
use super::tokens::{compact, is_unclosed};
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
    Err(not_a_comma(input))
}

//     GET; "/customers/<id>"
//     GET => "/customers/<id>"
//     GET, "/customers/<id>" -> Customer
//
fn not_a_comma(input: ParseStream<'_>) -> syn::Error {
    let ahead = input.fork();
    let (written, separator) = if input.peek(Token![=>]) {
        ("=>", ahead.parse::<Token![=>]>().map(ToTokens::into_token_stream))
    } else if input.peek(Token![->]) {
        ("->", ahead.parse::<Token![->]>().map(ToTokens::into_token_stream))
    } else if input.peek(Token![;]) {
        (";", ahead.parse::<Token![;]>().map(ToTokens::into_token_stream))
    } else if input.peek(Token![:]) && !input.peek(Token![::]) {
        (":", ahead.parse::<Token![:]>().map(ToTokens::into_token_stream))
    } else {
        return error_at(input, "expected `,` in front of this");
    };
    let ty = ahead.fork().parse::<Type>().ok().filter(|_| written == "->");
    let message = if ahead.is_empty() {
        format!("nothing follows the last argument; remove `{written}`")
    } else if let Some(ty) = ty.map(|ty| compact(ty.to_token_stream())) {
        format!("a response type has a key; write `, response = {ty}` for `-> {ty}`")
    } else {
        format!("arguments are separated by `,`; write it for `{written}`")
    };
    syn::Error::new_spanned(separator.unwrap_or_default(), message)
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
    parse_equals_after(key, None, span, input)
}

/// The same for a key with parentheses, for example `header("If-Match")`. `inside` is what they contain.
pub(super) fn parse_equals_after(
    key: Key,
    inside: Option<&dyn ToTokens>,
    span: Span,
    input: ParseStream<'_>,
) -> syn::Result<()> {
    if let Some((separator, written)) = other_separator(input) {
        let message = format!("a key and its value are separated by `=`; write it for `{written}`");
        return Err(syn::Error::new_spanned(separator, message));
    }
    if input.peek(token::Paren) {
        check_no_parentheses(key, input)?;
    }
    if input.parse::<Token![=]>().is_ok() && !has_no_value(input) {
        return Ok(());
    }
    Err(syn::Error::new(span, format!("`{key}` needs a value; write {}", key.example_with(inside))))
}

/// `==`, `=>`, `->` or `:` in the place of `=`.
fn other_separator(input: ParseStream<'_>) -> Option<(TokenStream, &'static str)> {
    let first = input.cursor().punct().map(|(punct, _)| punct)?;
    let ahead = input.fork();
    if first.spacing() == Spacing::Alone {
        let is_colon = first.as_char() == ':';
        return if is_colon { Some((ahead.parse::<Token![:]>().ok()?.into_token_stream(), ":")) } else { None };
    }
    if input.peek(Token![==]) {
        Some((ahead.parse::<Token![==]>().ok()?.into_token_stream(), "=="))
    } else if input.peek(Token![=>]) {
        Some((ahead.parse::<Token![=>]>().ok()?.into_token_stream(), "=>"))
    } else if input.peek(Token![->]) {
        Some((ahead.parse::<Token![->]>().ok()?.into_token_stream(), "->"))
    } else {
        None
    }
}

//     body(customer)
//     success(200, 201)
//
fn check_no_parentheses(key: Key, input: ParseStream<'_>) -> syn::Result<()> {
    let ahead = input.fork();
    let group: Group = ahead.parse()?;
    let value = compact(group.stream());
    // `multipart("file") = file`
    if value.is_empty() || ahead.peek(Token![=]) {
        return Ok(());
    }
    let fix = if key == Key::Success && value.contains(',') { format!("[{value}]") } else { value.clone() };
    let message = format!("a key and its value are separated by `=`; write `{key} = {fix}` for `{key}({value})`");
    Err(syn::Error::new_spanned(group, message))
}

//     response(Customer)
//
/// Checks that a type is not in parentheses, where a status can be.
pub(super) fn check_no_type_in_parentheses(key: Key, input: ParseStream<'_>) -> syn::Result<()> {
    let Some((inside, _, after)) = input.cursor().group(Delimiter::Parenthesis) else { return Ok(()) };
    let is_type = inside.literal().is_none() && syn::parse2::<Type>(inside.token_stream()).is_ok();
    if is_type && after.punct().is_none_or(|(punct, _)| punct.as_char() == ',') {
        return check_no_parentheses(key, input);
    }
    Ok(())
}

//     crate = my-runtime
//
/// Checks that the path to the runtime is not the name of its package, which can contain a dash.
pub(super) fn check_no_dash(path: &Path, input: ParseStream<'_>) -> syn::Result<()> {
    if !input.peek(Token![-]) {
        return Ok(());
    }
    let mut tokens = path.to_token_stream();
    while input.peek(Token![-]) && input.peek2(Ident) {
        input.parse::<Token![-]>()?.to_tokens(&mut tokens);
        input.parse::<Ident>()?.to_tokens(&mut tokens);
    }
    let written = compact(tokens.clone());
    let name = written.replace('-', "_");
    let fix = name.trim_start_matches(':');
    let message =
        format!("`-` in the name of a package is `_` in the name of its crate; write `::{fix}` for `{written}`");
    Err(syn::Error::new_spanned(tokens, message))
}

/// Checks that a value is not written as a string, as in `response = "Customer"`.
pub(super) fn check_no_quotes(key: Key, input: ParseStream<'_>) -> syn::Result<()> {
    // `peek(LitStr)` is slow, and most values are not literals.
    if input.cursor().literal().is_some() && input.peek(LitStr) {
        let text = input.fork().parse::<LitStr>().map(|literal| literal.value()).unwrap_or_default();
        let fix = without_quotes(key, &text).map_or_else(|| key.example().to_owned(), |fix| format!("`{fix}`"));
        return Err(error_at(input, format!("the value of `{key}` is written without quotes; write {fix}")));
    }
    Ok(())
}

/// The type or the path in a string, if the value of a key is one.
fn without_quotes(key: Key, text: &str) -> Option<String> {
    let is_type = match key {
        Key::Response | Key::Error | Key::ResponseWithStatus | Key::ErrorWithStatus | Key::Format | Key::Transport => {
            syn::parse_str::<Type>(text).is_ok()
        }
        Key::Crate => syn::parse_str::<Path>(text).is_ok(),
        _ => false,
    };
    let is_relative = key == Key::Crate && !text.starts_with("::") && !text.starts_with("crate");
    is_type.then(|| if is_relative { format!("::{text}") } else { text.to_owned() })
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
    let value = input.fork();
    parse(input).map_err(|error| {
        let span = if input.is_empty() { span } else { error.span() };
        if is_unclosed(&value) {
            return syn::Error::new(span, format!("`<` in the value of `{key}` is never closed; add `>`"));
        }
        syn::Error::new(span, format!("expected {}", key.example()))
    })
}
