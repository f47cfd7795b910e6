//! `response(202) = Type` and `error(404) = Type`

use proc_macro2::Span;
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitInt, LitStr, Token, Type, parenthesized};

use super::key::Key;
use super::pairs::{parse_equals_after, parse_value};
use super::statuses::{Statuses, class, status};
use super::tokens::compact;

/// The type that a body with one status is read into.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) literal: LitInt,
    pub(crate) ty: Type,
}

impl Case {
    /// The status, or `None` if it is invalid.
    pub(crate) fn status(&self) -> Option<u16> {
        status(&self.literal)
    }
}

/// Reads `(202) = Type` after `response` or `error`.
pub(super) fn parse_case(key: Key, span: Span, input: ParseStream<'_>) -> syn::Result<Case> {
    let literal = parse_status(key, span, input)?;
    let key = key.of_one_status();
    parse_equals_after(key, Some(&literal), span, input)?;
    Ok(Case { literal, ty: parse_value(key, span, input, Type::parse)? })
}

//     response() = Job
//     response("202") = Job
//     response(accepted) = Job
//
fn parse_status(key: Key, span: Span, input: ParseStream<'_>) -> syn::Result<LitInt> {
    let inside;
    parenthesized!(inside in input);
    let example = key.of_one_status().example();
    if inside.is_empty() {
        let message = format!("`{key}()` has no status; write {example}, or {} for all others", key.example());
        return Err(syn::Error::new(span, message));
    }
    if inside.peek(LitStr) {
        let literal: LitStr = inside.parse()?;
        let text = literal.value();
        let is_status = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let message =
            if is_status { format!("a status is a number; write `{text}` without quotes") } else { one_status(key) };
        return Err(syn::Error::new_spanned(literal, message));
    }
    let statuses = inside.parse_terminated(Statuses::parse, Token![,]);
    let statuses = statuses.map_err(|error| syn::Error::new(error.span(), format!("expected {example}")))?;
    single_status(key, &statuses, input)
}

//     response(2xx) = Job
//     response(200..=299) = Job
//     response(200, 202) = Job
//
fn single_status(key: Key, statuses: &Punctuated<Statuses, Token![,]>, after: ParseStream<'_>) -> syn::Result<LitInt> {
    let literals = statuses.iter().map(|statuses| match statuses {
        Statuses { first: Some(literal), operator: None, .. } if class(literal).is_none() => Some(literal),
        _ => None,
    });
    let literals: Option<Vec<_>> = literals.collect();
    let message = match literals.as_deref() {
        Some([literal]) => return Ok((*literal).clone()),
        Some(literals) => {
            let ahead = after.fork();
            let ty = ahead.parse::<Token![=]>().and_then(|_| ahead.parse::<Type>());
            let ty = ty.map_or_else(|_| "Type".to_owned(), |ty| compact(ty.to_token_stream()));
            let cases: Vec<_> = literals.iter().map(|literal| format!("{key}({literal}) = {ty}")).collect();
            format!("`{key}(...)` takes one status; write `{}`", cases.join(", "))
        }
        None => one_status(key),
    };
    Err(syn::Error::new_spanned(statuses, message))
}

fn one_status(key: Key) -> String {
    format!("`{key}(...)` takes one status; write one, or {} for all others", key.example())
}
