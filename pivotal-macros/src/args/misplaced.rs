//! Values of keys that are written in another form.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser};
use syn::{Ident, LitInt, LitStr, Token};

use super::key::Key;
use super::keys::parse_parameter;
use super::pairs::error_at;
use super::tokens::{compact, value_tokens};

//     body = <customer>
//     body = Json(customer)
//     body = customer.name
//     body = [name, email]
//
/// The error for the value of a body that is not a name.
pub(super) fn not_a_parameter(key: Key, input: ParseStream<'_>) -> syn::Error {
    let value = value_tokens(input);
    let tokens: Vec<TokenTree> = value.clone().into_iter().collect();
    if let [TokenTree::Ident(_), TokenTree::Punct(end), ..] = tokens.as_slice()
        && end.as_char() == ';'
    {
        return syn::Error::new_spanned(end, "arguments are separated by `,`; write it for `;`");
    }
    let is_composed = match tokens.as_slice() {
        [TokenTree::Group(group)] => {
            group.delimiter() != Delimiter::Parenthesis || compact(value.clone()).contains(',')
        }
        [TokenTree::Ident(_), TokenTree::Punct(dot), TokenTree::Ident(_)] => dot.as_char() == '.',
        _ => false,
    };
    if is_composed {
        let message = format!("`{key}` takes one parameter; take a struct with these fields, and name it");
        return syn::Error::new_spanned(value, message);
    }
    match only_name(value.clone()) {
        Some(name) => {
            let written = compact(value.clone());
            let message = format!("the value of `{key}` is the name of a parameter; write `{name}` for `{written}`");
            syn::Error::new_spanned(value, message)
        }
        None => error_at(input, format!("expected {}", key.example())),
    }
}

/// The only word in a value that can be the name of a parameter: `customer` of `Json(customer)`, `&customer` and `<customer>`.
pub(super) fn only_name(value: TokenStream) -> Option<String> {
    let mut name = None;
    for token in value {
        let found = match token {
            TokenTree::Ident(word) if word.to_string().starts_with(char::is_lowercase) => Some(word.to_string()),
            TokenTree::Ident(_) => None,
            TokenTree::Group(group) => Some(only_name(group.stream())?),
            TokenTree::Punct(punct) if matches!(punct.as_char(), '<' | '>' | '&' | '*' | ':') => None,
            TokenTree::Punct(_) | TokenTree::Literal(_) => return None,
        };
        if found.is_some() && std::mem::replace(&mut name, found).is_some() {
            return None;
        }
    }
    name
}

//     body = "<customer>"
//
/// The error for a name in quotes; `None` if the text is none.
pub(super) fn name_in_quotes(key: Key, input: ParseStream<'_>) -> Option<syn::Error> {
    let text = input.fork().parse::<LitStr>().ok()?.value();
    let name: Ident = syn::parse_str(text.trim_matches(['<', '>', '{', '}'])).ok()?;
    Some(error_at(input, format!("the value of `{key}` is written without quotes; write `{name}`")))
}

//     success = 200 | 201
//
/// Checks that no operator follows the first status.
pub(super) fn check_no_operator(first: &impl ToTokens, input: ParseStream<'_>) -> syn::Result<()> {
    let mut statuses = first.to_token_stream();
    let mut list = compact(statuses.clone());
    while let Ok(operator) = input.parse::<Token![|]>() {
        let Ok(status) = input.parse::<LitInt>() else { break };
        list = format!("{list}, {status}");
        operator.to_tokens(&mut statuses);
        status.to_tokens(&mut statuses);
    }
    if list.contains(',') {
        return Err(syn::Error::new_spanned(statuses, format!("several statuses are a list; write `[{list}]`")));
    }
    Ok(())
}

//     header("If-Match" = etag)
//     header("If-Match", etag)
//     header("Accept: text/plain")
//
/// Checks that the value of a header is not in the parentheses of its name. `after` is the rest of the pair.
pub(super) fn check_value_after_name(
    name: &LitStr,
    inside: ParseStream<'_>,
    after: ParseStream<'_>,
) -> syn::Result<()> {
    if after.peek(Token![=]) {
        return Ok(());
    }
    let message = |name: &str, value: String, written: TokenStream| {
        format!(
            "the value of a header follows its name in parentheses; write `header({name:?}) = {value}` for `header({})`",
            compact(written)
        )
    };
    if inside.is_empty() {
        let text = name.value();
        let Some((name_alone, value)) = text.split_once(':') else { return Ok(()) };
        let message = message(name_alone.trim(), format!("{:?}", value.trim()), name.to_token_stream());
        return Err(syn::Error::new_spanned(name, message));
    }
    let ahead = inside.fork();
    let Ok(separator @ TokenTree::Punct(_)) = ahead.parse::<TokenTree>() else { return Ok(()) };
    let rest = ahead.cursor().token_stream();
    let read = |input: ParseStream<'_>| match input.parse::<LitStr>() {
        Ok(value) => Ok(value.to_token_stream().to_string()),
        Err(error) => parse_parameter(input).map(|name| name.to_string()).ok_or(error),
    };
    let Ok(value) = read.parse2(rest) else { return Ok(()) };
    let mut written = name.to_token_stream();
    written.extend(inside.cursor().token_stream());
    let message = message(&name.value(), value, written);
    Err(syn::Error::new_spanned(separator, message))
}
