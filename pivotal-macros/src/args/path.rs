//! The arguments in front of the keys: the HTTP method and the path.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::parse::discouraged::Speculative;
use syn::punctuated::Punctuated;
use syn::{Expr, Ident, LitStr, Token};

use super::key::Key;
use super::pairs::error_at;
use super::tokens::compact;
use super::{EXAMPLE, parse_comma};
use crate::http_method::is_standard;

//     method = GET, path = "/customers/<id>"
//     response = Customer, GET, "/customers/<id>"
//     GET("/customers/<id>")
//
/// Checks that the HTTP method is the first argument, and is neither a pair nor a call.
pub(super) fn check_method_first(input: ParseStream<'_>) -> syn::Result<()> {
    let Some((word, after)) = input.cursor().ident() else { return Ok(()) };
    if let Some((_, _, rest)) = after.group(Delimiter::Parenthesis) {
        let is_alone = rest.eof() || rest.punct().is_some_and(|(punct, _)| punct.as_char() == ',');
        let is_method = is_standard(&word.to_string().to_uppercase());
        return if is_alone && is_method { Err(call(input)) } else { Ok(()) };
    }
    let is_pair = after.punct().is_some_and(|(punct, rest)| {
        punct.as_char() == '=' && !rest.punct().is_some_and(|(next, _)| matches!(next.as_char(), '=' | '>'))
    });
    let name = word.to_string();
    if is_pair && (is_method_key(&name) || is_path_key(&name)) {
        let fix = unkeyed(input).unwrap_or_else(|| format!("write both, {EXAMPLE}"));
        return Err(syn::Error::new_spanned(word, format!("the HTTP method and the path have no key; {fix}")));
    }
    if is_pair && Key::of_method(&name).is_some() {
        let message = format!("the HTTP method and the path come first; move `{name}` after them");
        return Err(syn::Error::new_spanned(word, message));
    }
    Ok(())
}

fn is_method_key(name: &str) -> bool {
    matches!(name, "method" | "methods" | "http_method" | "verb")
}

fn is_path_key(name: &str) -> bool {
    matches!(name, "path" | "template" | "uri" | "url" | "route" | "value")
}

/// Writes `GET, "/customers/<id>"` for `method = GET, path = "/customers/<id>"`, in any order.
fn unkeyed(input: ParseStream<'_>) -> Option<String> {
    let ahead = input.fork();
    let (mut method, mut path) = (None, None);
    while method.is_none() || path.is_none() {
        let key = ahead.call(Ident::parse_any).ok()?.to_string();
        ahead.parse::<Token![=]>().ok()?;
        if is_method_key(&key) {
            let name = ahead.call(Ident::parse_any).map(|name| name.to_string());
            method = Some(name.or_else(|_| ahead.parse::<LitStr>().map(|name| name.value())).ok()?.to_uppercase());
        } else if is_path_key(&key) {
            path = Some(ahead.parse::<LitStr>().ok()?.value());
        } else {
            return None;
        }
        ahead.parse::<Option<Token![,]>>().ok()?;
    }
    let rest = ahead.cursor().token_stream().into_iter().count();
    let all: Vec<TokenTree> = input.cursor().token_stream().into_iter().collect();
    let pairs = all.iter().take(all.len().saturating_sub(rest)).cloned().collect();
    let written = compact(pairs);
    Some(format!("write `{}, {:?}` for `{}`", method?, path?, written.trim_end_matches(',')))
}

fn call(input: ParseStream<'_>) -> syn::Error {
    let ahead = input.fork();
    let written: TokenStream = [ahead.parse::<TokenTree>(), ahead.parse()].into_iter().flatten().collect();
    let mut tokens = written.clone().into_iter();
    let method = tokens.next().map(|word| word.to_string().to_uppercase()).unwrap_or_default();
    let arguments = match tokens.next() {
        Some(TokenTree::Group(group)) => compact(group.stream()),
        _ => String::new(),
    };
    let message = format!(
        "the HTTP method and the path are two arguments; write `{method}, {arguments}` for `{}`",
        compact(written.clone())
    );
    syn::Error::new_spanned(written, message)
}

/// Reads the path.
pub(super) fn parse_path(input: ParseStream<'_>) -> syn::Result<LitStr> {
    // `peek(LitStr)` would read the text twice.
    let ahead = input.fork();
    let Ok(literal) = ahead.parse::<LitStr>() else { return Err(not_a_literal(input)) };
    input.advance_to(&ahead);
    check_one_literal(&literal, input)?;
    parse_comma(input)?;
    // `peek(LitStr)` is slow, and most arguments are not literals.
    if input.cursor().literal().is_some() && input.peek(LitStr) {
        check_no_second_path(&literal, input)?;
    }
    Ok(literal)
}

//     GET, POST, "/customers/<id>"
//     GET, path = "/customers/<id>"
//     GET, CUSTOMERS
//     GET, concat!("/api", "/customers/<id>")
//
fn not_a_literal(input: ParseStream<'_>) -> syn::Error {
    let expected = || error_at(input, format!("expected the path in quotes, {EXAMPLE}"));
    let ahead = input.fork();
    if let Ok(word) = ahead.call(Ident::parse_any) {
        let name = word.to_string();
        if is_standard(&name) && ahead.peek(Token![,]) {
            return syn::Error::new_spanned(word, format!("an endpoint has one HTTP method; remove `{name},`"));
        }
        if ahead.is_empty() || ahead.peek(Token![,]) {
            let message = format!("the path is one string literal; write the text of `{name}` in its place");
            return syn::Error::new_spanned(word, message);
        }
        if is_path_key(&name)
            && ahead.parse::<Token![=]>().is_ok()
            && let Ok(path) = ahead.parse::<LitStr>()
        {
            let text = path.token().to_string();
            let pair: TokenStream = input.cursor().token_stream().into_iter().take(3).collect();
            let message = format!("the path has no key; write `{text}` for `{name} = {text}`");
            return syn::Error::new_spanned(pair, message);
        }
    }
    let ahead = input.fork();
    match ahead.parse::<Expr>() {
        Ok(value @ (Expr::Macro(_) | Expr::Array(_) | Expr::Path(_) | Expr::Reference(_))) => {
            let fix = concatenated(&value).map_or_else(|| EXAMPLE.to_owned(), |text| format!("write `{text:?}`"));
            let separator = if fix == EXAMPLE { "," } else { ";" };
            syn::Error::new_spanned(value, format!("the path is one string literal{separator} {fix}"))
        }
        _ => expected(),
    }
}

/// The text of `concat!("/api", "/customers/<id>")`.
fn concatenated(value: &Expr) -> Option<String> {
    let Expr::Macro(invocation) = value else { return None };
    if !invocation.mac.path.is_ident("concat") {
        return None;
    }
    let parts = invocation.mac.parse_body_with(Punctuated::<LitStr, Token![,]>::parse_terminated).ok()?;
    Some(parts.iter().map(LitStr::value).collect())
}

//     GET, "/customers/<id>".to_string()
//     GET, "/customers/<id>" + "/notes"
//
fn check_one_literal(literal: &LitStr, input: ParseStream<'_>) -> syn::Result<()> {
    if !(input.peek(Token![.]) || input.peek(Token![+])) {
        return Ok(());
    }
    let operator: TokenTree = input.fork().parse()?;
    let rest = input.cursor().token_stream().into_iter();
    let written: TokenStream =
        rest.take_while(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',')).collect();
    let added = syn::parse2::<LitStr>(written.clone().into_iter().skip(1).collect());
    let fix = match added {
        Ok(added) => {
            let (all, first) = (literal.value() + &added.value(), literal.token());
            format!("write `{all:?}` for `{first} {}`", compact(written).trim_start())
        }
        Err(_) if input.peek(Token![+]) => {
            let added: TokenStream = written.into_iter().skip(1).collect();
            format!("write the text of `{}` in it", compact(added).trim_start())
        }
        Err(_) => format!("remove `{}`", compact(written).trim_start()),
    };
    Err(syn::Error::new_spanned(operator, format!("the path is one string literal; {fix}")))
}

//     GET, "/customers", "/<id>"
//
fn check_no_second_path(literal: &LitStr, input: ParseStream<'_>) -> syn::Result<()> {
    let second = input.fork().parse::<LitStr>()?;
    let text = second.value();
    if text.starts_with(['/', '?', '<']) {
        let (first, all) = (literal.to_token_stream(), literal.value() + &text);
        let message = format!("the path is one string literal; write `{all:?}` for `{first}, {}`", second.token());
        return Err(syn::Error::new_spanned(second, message));
    }
    Ok(())
}
