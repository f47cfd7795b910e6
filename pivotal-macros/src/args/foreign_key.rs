//! Keys of other libraries, with the same in this notation.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Ident, LitStr, Token};

use super::keys::Scope;
use super::pairs::has_no_value;
use super::tokens::{compact, value_tokens};
use crate::template::is_identifier;
use crate::validate::is_secret;

/// The error for a key that is written otherwise here; `None` for another word.
pub(super) fn foreign_key(key: &Ident, scope: Scope<'_>, input: ParseStream<'_>) -> Option<syn::Error> {
    let name = key.to_string();
    let error = |message: String| syn::Error::new_spanned(key, message);
    if name == "headers"
        && let Some(value) = value(input)
        && let Some(headers) = headers(&value)
    {
        return Some(error(format!("unknown key `headers`; write `{headers}` for `headers = {}`", compact(value))));
    }
    if name == "headers"
        && let Some(map) = parameter(input)
    {
        return Some(error(format!("unknown key `headers`; write `header(..) = {map}` for `headers = {map}`")));
    }
    let Scope::Method { http_method, template, .. } = scope else { return None };
    match name.as_str() {
        "query" | "queries" | "params" | "param" | "query_params" => Some(query(key, template, input)),
        "content_type" | "accept" | "user_agent" if input.peek(Token![=]) => {
            let header = name.split('_').map(capitalized).collect::<Vec<_>>().join("-");
            Some(error(format!("unknown key `{name}`; write `header({header:?})`")))
        }
        "json" | "data" | "payload" if http_method.has_no_body() => {
            let parameter = parameter(input).filter(|parameter| !is_secret(parameter))?;
            Some(error(format!(
                "a `{http_method}` request has no body; send the fields of `{parameter}` in the query with `?<{parameter}..>`, or \
                 a single value with `?<{parameter}>`"
            )))
        }
        _ if has_no_value(input) && is_type(&name) => {
            Some(error(format!("a response type has a key; write `response = {name}`")))
        }
        _ => None,
    }
}

//     query = limit
//     params = [limit, cursor]
//     query(limit)
//
fn query(key: &Ident, template: &str, input: ParseStream<'_>) -> syn::Error {
    let start = if template.contains('?') { '&' } else { '?' };
    let written = match input.cursor().group(Delimiter::Parenthesis) {
        Some((inside, ..)) => Some((inside.token_stream(), input.fork().parse::<TokenTree>().ok())),
        None => value(input).map(|value| (value, None)),
    };
    let (names, group) = written.map_or((None, None), |(value, group)| (names(value), group));
    let fix = match names {
        Some(names) => {
            let pairs: Vec<_> = names.iter().map(|name| format!("<{name}>")).collect();
            format!("write `{:?}`, and remove `{key}`", format!("{template}{start}{}", pairs.join("&")))
        }
        None => format!("add `{start}<name>` to it, and remove `{key}`"),
    };
    let tokens: TokenStream = [Some(TokenTree::Ident(key.clone())), group].into_iter().flatten().collect();
    syn::Error::new_spanned(tokens, format!("the query is part of the path; {fix}"))
}

/// The names in `limit`, `[limit, cursor]` or `{ limit, cursor }`.
fn names(value: TokenStream) -> Option<Vec<String>> {
    let mut tokens = value.clone().into_iter();
    let value_of_names = match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) => group.stream(),
        _ => value,
    };
    let read = |input: ParseStream<'_>| match input.parse::<LitStr>() {
        Ok(name) => Ok(name.value()),
        Err(_) => input.parse::<Ident>().map(|name| name.unraw().to_string()),
    };
    let list = |input: ParseStream<'_>| Punctuated::<String, Token![,]>::parse_terminated_with(input, read);
    let names: Vec<String> = list.parse2(value_of_names).ok()?.into_iter().collect();
    (!names.is_empty() && names.iter().all(|name| is_identifier(name))).then_some(names)
}

/// `header("If-Match") = etag` for each pair of `{ "If-Match" = etag }`, and for each text of `["If-Match: *"]`.
fn headers(value: &TokenStream) -> Option<String> {
    let group: Group = syn::parse2(value.clone()).ok()?;
    let read = |input: ParseStream<'_>| {
        let mut headers = Vec::new();
        while !input.is_empty() {
            let name: LitStr = input.parse()?;
            let written = value_tokens(input);
            let is_separator = |token: &TokenTree| matches!(token, TokenTree::Punct(_));
            let value = compact(written.clone().into_iter().skip_while(is_separator).collect());
            match (value.as_str(), name.value().split_once(':')) {
                ("", Some((name, value))) => headers.push(format!("header({:?}) = {:?}", name.trim(), value.trim())),
                ("", None) => return Err(input.error("a name without a value")),
                _ => headers.push(format!("header({}) = {value}", name.token())),
            }
            for _ in written {
                input.parse::<TokenTree>()?;
            }
            input.parse::<Option<Token![,]>>()?;
        }
        Ok(headers.join(", "))
    };
    read.parse2(group.stream()).ok().filter(|headers| !headers.is_empty())
}

/// The value after `=`, to the next comma.
fn value(input: ParseStream<'_>) -> Option<TokenStream> {
    let ahead = input.fork();
    ahead.parse::<Token![=]>().ok()?;
    Some(value_tokens(&ahead))
}

/// The name of the parameter that is the value.
fn parameter(input: ParseStream<'_>) -> Option<String> {
    let name = syn::parse2::<Ident>(value(input)?).ok()?;
    Some(compact(name.to_token_stream()))
}

/// Returns whether a word is written as a type is.
fn is_type(name: &str) -> bool {
    name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase)
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
