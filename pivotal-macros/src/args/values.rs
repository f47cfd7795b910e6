//! Parses the values of keys.

use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitBool, LitInt, LitStr, Path, Token, bracketed};

use super::keys::Scope;
use super::pairs::{error_at, expected};
use crate::method::is_idempotent;
use crate::near_miss::nearest;
use crate::template::is_identifier;

/// Returns whether a key has no value.
pub(super) fn is_alone(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}

//     idempotent = true
//     idempotent = false
//     idempotent("Idempotency-Key")
//
pub(super) fn value_of_idempotent(method: &Ident, input: ParseStream<'_>) -> syn::Error {
    let at = input.fork();
    if at.parse::<Token![=]>().is_ok()
        && let Ok(value) = at.parse::<LitBool>()
    {
        let message = if value.value {
            "`idempotent` has no value; write `idempotent` for `idempotent = true`".to_owned()
        } else {
            not_idempotent(method, "idempotent = false")
        };
        return syn::Error::new_spanned(value, message);
    }
    let value = if at.is_empty() { input.fork() } else { at.fork() };
    let key = at.parse::<Ident>().map_or_else(|_| "key".to_owned(), |key| key.to_string());
    let message =
        format!("`idempotent` has no value; to send an idempotency key, write `header(\"Idempotency-Key\") = {key}`");
    error_at(&value, message)
}

/// The fix for a key that is meant to prevent retries.
pub(super) fn not_idempotent(method: &Ident, written: &str) -> String {
    if is_idempotent(method) {
        format!(
            "a `{method}` request is always idempotent; remove `{written}`, and set `max_attempts(1)` in `CallOptions` to prevent retries"
        )
    } else {
        format!("a `{method}` request is not idempotent unless declared so; remove `{written}`")
    }
}

/// `none`, or `client` in a trait with `auth = none`.
pub(super) fn parse_auth(scope: Scope<'_>, input: ParseStream<'_>) -> syn::Result<Ident> {
    let is_off = matches!(scope, Scope::Method { of_trait, .. } if of_trait.is_without_credentials());
    let quoted = input.fork().parse::<LitStr>().map(|text| text.value());
    match input.call(Ident::parse_any) {
        Ok(value) if value == "none" || (value == "client" && is_off) => Ok(value),
        Ok(value) => Err(syn::Error::new_spanned(&value, value_of_auth(&value.to_string(), is_off))),
        Err(_) => Err(error_at(
            input,
            match quoted {
                Ok(text) if text == "none" || (text == "client" && is_off) => {
                    format!("the value of `auth` is written without quotes; write `{text}`")
                }
                _ => value_of_auth("", is_off),
            },
        )),
    }
}

//     auth = None
//     auth = false
//     auth = bearer(token)
//
fn value_of_auth(written: &str, is_off: bool) -> String {
    if written == "client" {
        "the client's credentials are sent without this key; remove `auth = client`".to_owned()
    } else if nearest(written, ["none"]).is_some() {
        format!("`auth` has no value `{written}`; write `none`")
    } else if written == "false" {
        "`auth` has no value `false`; write `none` to send no credentials".to_owned()
    } else if is_off {
        "credentials belong to the client; write `client` to send them, since the trait has `auth = none`".to_owned()
    } else {
        "credentials belong to the client; remove `auth` to send them, or write `auth = none` to send none".to_owned()
    }
}

/// The value of `api` as the messages show it.
pub(crate) const API_EXAMPLE: &str = "`api = VALUE`, the name of an `Api`";

/// `GITHUB` or `crate::api::GITHUB`
pub(crate) fn parse_api(key: &Ident, input: ParseStream<'_>) -> syn::Result<Path> {
    if input.peek(LitStr) {
        return Err(api_in_quotes(input));
    }
    let ahead = input.fork();
    if let Ok(and) = ahead.parse::<Token![&]>()
        && let Ok(path) = ahead.call(Path::parse_mod_style)
    {
        let written = path.to_token_stream().to_string().replace(' ', "");
        let borrowed = quote!(#and #path);
        return Err(syn::Error::new_spanned(borrowed, format!("`api` borrows its value itself; write `{written}`")));
    }
    let path = input.call(Path::parse_mod_style);
    let path = path.map_err(|error| expected(API_EXAMPLE, key, input.is_empty(), &error))?;
    // Between two names, a comma is missing.
    if input.is_empty() || input.peek(Token![,]) || input.peek(Ident::peek_any) {
        return Ok(path);
    }
    Err(syn::Error::new_spanned(
        path,
        "`api` takes the name of a constant, not an expression; declare `static NAME: Api = ...`, and write `api = NAME`",
    ))
}

//     api = "GITHUB"
//     api = "https://api.github.com"
//
fn api_in_quotes(input: ParseStream<'_>) -> syn::Error {
    let text = input.fork().parse::<LitStr>().map(|text| text.value()).unwrap_or_default();
    let message = if text.contains("://") {
        "a URL is not an `Api`; declare `static NAME: Api = Api::new().base_url(...)`, and write `api = NAME`"
            .to_owned()
    } else if syn::parse_str::<Path>(&text).is_ok() {
        format!("the value of `api` is written without quotes; write `{text}`")
    } else {
        format!("the value of `api` is written without quotes; write {API_EXAMPLE}")
    };
    error_at(input, message)
}

/// The fix for `success = "200"`.
pub(super) fn status_in_quotes(input: ParseStream<'_>) -> Option<syn::Error> {
    let text = input.fork().parse::<LitStr>().ok()?.value();
    let is_status = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    is_status.then(|| error_at(input, format!("a status is a number; write `{text}` without quotes")))
}

/// `200` or `[200, 201]`
pub(super) fn parse_success(input: ParseStream<'_>) -> syn::Result<Vec<LitInt>> {
    if !input.peek(syn::token::Bracket) {
        let status = input.parse()?;
        // `200..300` is no list of statuses.
        return if input.peek(Token![..]) { Err(input.error("")) } else { Ok(vec![status]) };
    }
    let list;
    bracketed!(list in input);
    let statuses = list.parse_terminated(<LitInt as syn::parse::Parse>::parse, Token![,])?;
    if statuses.is_empty() { Err(list.error("")) } else { Ok(statuses.into_iter().collect()) }
}

//     header("Max-Forwards") = 3
//     header("Authorization") = format!("Bearer {token}")
//
pub(super) fn not_a_header_value(name: Option<&LitStr>, value: ParseStream<'_>) -> syn::Error {
    let number = value.fork().parse::<LitInt>();
    let message = match (name.map(LitStr::value), number) {
        (Some(_), Ok(number)) => format!("a fixed header value is a string; write `\"{number}\"`"),
        (Some(name), Err(_)) => {
            format!("a header value is a parameter or a string; {}", complete_value(&name))
        }
        (None, _) => "`header(..)` takes a parameter that is a map of headers; name one".to_owned(),
    };
    error_at(value, message)
}

/// The fix for a header value that is composed of several.
pub(crate) fn complete_value(name: &str) -> String {
    let parameter = name.to_ascii_lowercase().replace('-', "_");
    if is_identifier(&parameter) {
        format!("write `header({name:?}) = {parameter}` and pass the complete value")
    } else {
        "take the complete value as a parameter".to_owned()
    }
}
