//! `header("Name") = source`

use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, parenthesized, token};

use super::keys::parse_parameter;
use super::names::example;
use super::pairs::equals;
use super::values::not_a_header_value;

/// `header("Name") = source`
#[derive(Clone)]
pub(crate) enum Header {
    /// `header("Name") = "value"`
    Literal { name: LitStr, value: LitStr },
    /// `header("Name") = parameter`
    Parameter { name: LitStr, parameter: Ident },
    /// `header(..) = parameter`: all headers of a map.
    Map { parameter: Ident },
}

impl Header {
    /// The name of the header; `None` for a map.
    pub(crate) fn name(&self) -> Option<&LitStr> {
        match self {
            Self::Literal { name, .. } | Self::Parameter { name, .. } => Some(name),
            Self::Map { .. } => None,
        }
    }

    /// Returns whether it is the header of this name, which is in lower case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name().is_some_and(|own| own.value().eq_ignore_ascii_case(name))
    }

    /// The parameter that is sent.
    pub(crate) fn parameter(&self) -> Option<&Ident> {
        match self {
            Self::Literal { .. } => None,
            Self::Parameter { parameter, .. } | Self::Map { parameter } => Some(parameter),
        }
    }
}

/// `("Name") = source` or `(..) = parameter`
pub(super) fn parse_header(key: &Ident, input: ParseStream<'_>) -> syn::Result<Header> {
    let example = example("header");
    if !input.peek(token::Paren) {
        return Err(syn::Error::new_spanned(key, format!("`header` names the header in parentheses; write {example}")));
    }
    let inside;
    parenthesized!(inside in input);
    let name = inside.parse::<LitStr>().ok();
    let is_map = name.is_none() && inside.parse::<Token![..]>().is_ok();
    if !inside.is_empty() || (name.is_none() && !is_map) {
        return Err(syn::Error::new_spanned(key, format!("`header` names one header in quotes; write {example}")));
    }
    equals(key, example, input)?;
    let value = if input.peek(LitStr) { Some(input.parse::<LitStr>()?) } else { None };
    match (name, value) {
        (Some(name), Some(value)) => Ok(Header::Literal { name, value }),
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
