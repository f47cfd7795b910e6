//! `success = 201`, `success = 200..=399`, `success = [200..=299, 404]`

use std::fmt::Display;
use std::ops::RangeInclusive;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::{LitInt, LitStr, Token, bracketed, token};

use super::key::Key;
use super::misplaced::check_no_operator;
use super::pairs::{check_no_quotes, error_at};

/// The statuses of a response, after the informational ones.
const FINAL: RangeInclusive<u16> = 200..=599;

/// `201` or `200..=399`, as written.
#[derive(Clone)]
pub(crate) struct Statuses {
    pub(crate) first: Option<LitInt>,
    /// `None` for one status.
    pub(crate) operator: Option<RangeOperator>,
    pub(crate) last: Option<LitInt>,
}

/// The operator of a range. Only `..=` is valid.
#[derive(Clone)]
pub(crate) enum RangeOperator {
    Inclusive(Token![..=]),
    /// `200..400`
    Exclusive(Token![..]),
    /// `200...399`
    Dots(Token![...]),
    /// `200-399`
    Dash(Token![-]),
}

impl Statuses {
    /// The statuses, or `None` if they are invalid.
    pub(crate) fn range(&self) -> Option<RangeInclusive<u16>> {
        let first = status(self.first.as_ref()?)?;
        let last = match &self.operator {
            None => first,
            Some(RangeOperator::Inclusive(_)) => status(self.last.as_ref()?)?,
            Some(_) => return None,
        };
        (first <= last).then_some(first..=last)
    }
}

impl Parse for Statuses {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let first = parse_number(input)?;
        let operator = if input.peek(Token![..=]) {
            Some(RangeOperator::Inclusive(input.parse()?))
        } else if input.peek(Token![...]) {
            Some(RangeOperator::Dots(input.parse()?))
        } else if input.peek(Token![..]) {
            Some(RangeOperator::Exclusive(input.parse()?))
        } else if first.is_some() && input.peek(Token![-]) {
            Some(RangeOperator::Dash(input.parse()?))
        } else {
            None
        };
        if first.is_none() && operator.is_none() {
            return Err(input.error("expected a status"));
        }
        let last = if operator.is_some() { parse_number(input)? } else { None };
        Ok(Self { first, operator, last })
    }
}

fn parse_number(input: ParseStream<'_>) -> syn::Result<Option<LitInt>> {
    if input.peek(LitInt) { input.parse().map(Some) } else { Ok(None) }
}

impl ToTokens for Statuses {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.first.to_tokens(tokens);
        match &self.operator {
            Some(RangeOperator::Inclusive(operator)) => operator.to_tokens(tokens),
            Some(RangeOperator::Exclusive(operator)) => operator.to_tokens(tokens),
            Some(RangeOperator::Dots(operator)) => operator.to_tokens(tokens),
            Some(RangeOperator::Dash(operator)) => operator.to_tokens(tokens),
            None => {}
        }
        self.last.to_tokens(tokens);
    }
}

/// The status, or `None` if this is not one of a response, or has a suffix.
pub(crate) fn status(literal: &LitInt) -> Option<u16> {
    let status = literal.base10_digits().parse().ok()?;
    (literal.suffix().is_empty() && FINAL.contains(&status)).then_some(status)
}

/// The statuses of a class as OpenAPI writes it: `2xx`.
pub(crate) fn class(literal: &LitInt) -> Option<RangeInclusive<u16>> {
    let class: u16 = literal.base10_digits().parse().ok()?;
    let is_class = (2..=5).contains(&class) && literal.suffix().eq_ignore_ascii_case("xx");
    is_class.then(|| class * 100..=class * 100 + 99)
}

/// The message for `2xx`, or `"2xx"`, where a status is expected.
pub(crate) fn not_a_status(class: &RangeInclusive<u16>, written: impl Display) -> String {
    format!("`{written}` is not a status; write `{}..={}`", class.start(), class.end())
}

/// Reads the value of `success`: a status, a range or a list.
pub(super) fn parse_success(input: ParseStream<'_>) -> syn::Result<Vec<Statuses>> {
    check_no_quotes(Key::Success, input).map_err(|error| statuses_in_quotes(input).unwrap_or(error))?;
    let statuses = parse_statuses(input)
        .map_err(|error| syn::Error::new(error.span(), format!("expected {}", Key::Success.example())))?;
    if let [first] = statuses.as_slice() {
        check_no_operator(first, input)?;
    }
    Ok(statuses)
}

fn parse_statuses(input: ParseStream<'_>) -> syn::Result<Vec<Statuses>> {
    if !input.peek(token::Bracket) {
        return Ok(vec![input.parse()?]);
    }
    let list;
    bracketed!(list in input);
    let statuses = list.parse_terminated(Statuses::parse, Token![,])?;
    if statuses.is_empty() { Err(list.error("")) } else { Ok(statuses.into_iter().collect()) }
}

//     success = "200"
//     success = "2xx"
//
fn statuses_in_quotes(input: ParseStream<'_>) -> Option<syn::Error> {
    let text = input.fork().parse::<LitStr>().ok()?.value();
    let is_number = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let message = match syn::parse_str(&text).ok().as_ref().and_then(class) {
        Some(class) => not_a_status(&class, format_args!("{text:?}")),
        None if is_number || syn::parse_str::<Statuses>(&text).is_ok_and(|statuses| statuses.range().is_some()) => {
            format!("a status is a number; write `{text}` without quotes")
        }
        None => return None,
    };
    Some(error_at(input, message))
}
