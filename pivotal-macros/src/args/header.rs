//! `header("Name") = source`

use proc_macro2::Span;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, parenthesized, token};

use super::key::Key;
use super::keys::parse_parameter;
use super::pairs::parse_equals;
use super::values::not_a_header_value;

/// `header("Name") = source`
#[derive(Clone)]
pub(crate) enum Header {
    /// `header("Name") = "value"`
    Fixed { name: LitStr, value: LitStr },
    /// `header("Name") = parameter`
    Parameter { name: LitStr, parameter: Ident },
    /// `header(..) = parameter`, a `HeaderMap`
    Map { parameter: Ident },
}

impl Header {
    /// The name of the header; `None` for a map.
    pub(crate) fn name(&self) -> Option<&LitStr> {
        match self {
            Self::Fixed { name, .. } | Self::Parameter { name, .. } => Some(name),
            Self::Map { .. } => None,
        }
    }

    /// Returns whether the header has this name, which is in lower case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name().is_some_and(|own| own.value().eq_ignore_ascii_case(name))
    }

    /// The parameter that is sent.
    pub(crate) fn parameter(&self) -> Option<&Ident> {
        match self {
            Self::Fixed { .. } => None,
            Self::Parameter { parameter, .. } | Self::Map { parameter } => Some(parameter),
        }
    }
}

/// Reads `("Name") = source` or `(..) = parameter`.
pub(super) fn parse_header(span: Span, input: ParseStream<'_>) -> syn::Result<Header> {
    let example = Key::Header.example();
    if !input.peek(token::Paren) {
        return Err(syn::Error::new(span, format!("`header` names the header in parentheses; write {example}")));
    }
    let inside;
    parenthesized!(inside in input);
    let name = inside.parse::<LitStr>().ok();
    let is_map = name.is_none() && inside.parse::<Token![..]>().is_ok();
    if !inside.is_empty() || (name.is_none() && !is_map) {
        return Err(syn::Error::new(span, format!("`header` names one header in quotes; write {example}")));
    }
    parse_equals(Key::Header, span, input)?;
    let value = if input.peek(LitStr) { Some(input.parse::<LitStr>()?) } else { None };
    match (name, value) {
        (Some(name), Some(value)) => Ok(Header::Fixed { name, value }),
        (None, Some(value)) => {
            Err(syn::Error::new_spanned(value, "`header(..)` takes a parameter that is a map of headers; name one"))
        }
        (name, None) => {
            let value = input.fork();
            let Some(parameter) = parse_parameter(input) else { return Err(not_a_header_value(name.as_ref(), &value)) };
            Ok(match name {
                Some(name) => Header::Parameter { name, parameter },
                None => Header::Map { parameter },
            })
        }
    }
}
