//! Parses the values of keys.

use proc_macro2::{Span, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitBool, LitStr, Path, Token, token};

use super::key::Key;
use super::keys::{Scope, is_end_of_value};
use super::pairs::{error_at, parse_value};
use crate::http_method::HttpMethod;
use crate::suggest::nearest;

/// Checks that `idempotent` has no value.
pub(super) fn parse_idempotent(method: &HttpMethod, input: ParseStream<'_>) -> syn::Result<()> {
    if input.peek(Token![=]) || input.peek(Token![:]) || input.peek(token::Paren) {
        return Err(idempotent_with_value(method, input));
    }
    Ok(())
}

//     idempotent = true
//     idempotent = false
//     idempotent("Idempotency-Key")
//
fn idempotent_with_value(method: &HttpMethod, input: ParseStream<'_>) -> syn::Error {
    let ahead = input.fork();
    if ahead.parse::<Token![=]>().is_ok()
        && let Ok(value) = ahead.parse::<LitBool>()
    {
        let message = if value.value {
            "`idempotent` has no value; write `idempotent` for `idempotent = true`".to_owned()
        } else {
            not_idempotent(method, "idempotent = false")
        };
        return syn::Error::new_spanned(value, message);
    }
    let value = if ahead.is_empty() { input.fork() } else { ahead.fork() };
    let key = ahead.parse::<Ident>().map_or_else(|_| "key".to_owned(), |key| key.to_string());
    let message =
        format!("`idempotent` has no value; to send an idempotency key, write `header(\"Idempotency-Key\") = {key}`");
    error_at(&value, message)
}

/// The message for a key that is meant to prevent retries.
pub(super) fn not_idempotent(method: &HttpMethod, written: &str) -> String {
    if method.is_idempotent() {
        format!(
            "a `{method}` request is always idempotent; remove `{written}`, and set `max_attempts(1)` in `CallOptions` to prevent retries"
        )
    } else {
        format!("a `{method}` request is not idempotent unless declared so; remove `{written}`")
    }
}

/// The value of `auth`.
#[derive(Clone)]
pub(crate) enum Auth {
    /// `none`
    None,
    /// `client`
    Client(Span),
}

/// Reads `none`, or `client` in a trait with `auth = none`.
pub(super) fn parse_auth(scope: Scope<'_>, input: ParseStream<'_>) -> syn::Result<Auth> {
    let inherits_none = scope.inherits_no_credentials();
    if let Ok(value) = input.call(Ident::parse_any) {
        return match value.to_string().as_str() {
            "none" => Ok(Auth::None),
            "client" if inherits_none => Ok(Auth::Client(value.span())),
            written => {
                let mut tokens = value.to_token_stream();
                // `bearer(token)`
                if input.peek(token::Paren) {
                    tokens.extend(input.parse::<TokenTree>());
                }
                Err(syn::Error::new_spanned(tokens, invalid_auth(written, inherits_none)))
            }
        };
    }
    let text = input.fork().parse::<LitStr>().map(|text| text.value()).unwrap_or_default();
    Err(error_at(
        input,
        if text == "none" || (text == "client" && inherits_none) {
            format!("the value of `auth` is written without quotes; write `{text}`")
        } else {
            invalid_auth("", inherits_none)
        },
    ))
}

//     auth = None
//     auth = false
//     auth = bearer(token)
//
fn invalid_auth(written: &str, inherits_none: bool) -> String {
    if written == "client" {
        "the client's credentials are sent without this key; remove `auth = client`".to_owned()
    } else if nearest(written, ["none"]).is_some() {
        format!("`auth` has no value `{written}`; write `none`")
    } else if written == "false" {
        "`auth` has no value `false`; write `none` to send no credentials".to_owned()
    } else if inherits_none {
        "credentials belong to the client; write `client` to send them, since the trait has `auth = none`".to_owned()
    } else {
        "credentials belong to the client; remove `auth` to send them, or write `auth = none` to send none".to_owned()
    }
}

/// Reads `GITHUB` or `crate::api::GITHUB`.
pub(super) fn parse_api(span: Span, input: ParseStream<'_>) -> syn::Result<Path> {
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
    let path = parse_value(Key::Api, span, input, Path::parse_mod_style)?;
    if is_end_of_value(input) {
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
        format!("the value of `api` is written without quotes; write {}", Key::Api.example())
    };
    error_at(input, message)
}
