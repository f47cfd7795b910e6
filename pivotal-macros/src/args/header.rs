//! `header("Name") = source`

use proc_macro2::Span;
use quote::ToTokens;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, parenthesized, token};

use super::key::Key;
use super::keys::parse_parameter;
use super::misplaced::check_value_after_name;
use super::pairs::{error_at, parse_equals_after};
use super::source::{Source, parse_source};

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
    if let Some(name) = &name {
        check_value_after_name(name, &inside, input)?;
    }
    if !inside.is_empty() || (name.is_none() && !is_map) {
        return Err(syn::Error::new(span, format!("`header` names one header in quotes; write {example}")));
    }
    let written = name.as_ref().map(|name| -> &dyn ToTokens { name });
    parse_equals_after(Key::Header, written, span, input)?;
    let Some(name) = name else { return parse_map(input) };
    Ok(match parse_source(Key::Header, &name, input)? {
        Source::Fixed(value) => Header::Fixed { name, value },
        Source::Parameter(parameter) => Header::Parameter { name, parameter },
    })
}

//     header(..) = "X-Trace"
//     header(..) = id.headers()
//
fn parse_map(input: ParseStream<'_>) -> syn::Result<Header> {
    let value = input.fork();
    match parse_parameter(input) {
        Some(parameter) => Ok(Header::Map { parameter }),
        None => Err(error_at(&value, "`header(..)` takes a parameter that is a map of headers; name one")),
    }
}
