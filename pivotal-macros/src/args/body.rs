//! `body = parameter` and the other kinds of bodies, and `form("field") = source`.

use std::mem::replace;

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, parenthesized};

use super::key::{BodyKind, Key};
use super::keys::{Keys, parse_parameter};
use super::misplaced::{name_in_quotes, not_a_parameter};
use super::pairs::{check_no_quotes, parse_equals_after};
use super::source::{Source, parse_source};

/// The body of a request.
#[derive(Clone)]
pub(crate) struct Body {
    pub(crate) kind: BodyKind,
    /// One part or, for a form, at least one, in the order of the declaration.
    pub(crate) parts: Vec<BodyPart>,
}

/// A part of a body. Only a form has several.
#[derive(Clone)]
pub(crate) enum BodyPart {
    /// `body = parameter`, or another kind of body. For a form, the fields of the parameter.
    Complete(Ident),
    /// `form("field") = parameter`
    Field { name: LitStr, parameter: Ident },
    /// `form("field") = "value"`
    FixedField { name: LitStr, value: LitStr },
}

impl Body {
    /// The parameter that is the body, or contains its fields.
    pub(crate) fn complete(&self) -> Option<&Ident> {
        self.parts.iter().find_map(|part| match part {
            BodyPart::Complete(parameter) => Some(parameter),
            BodyPart::Field { .. } | BodyPart::FixedField { .. } => None,
        })
    }

    /// Returns whether this is a form with single fields.
    pub(crate) fn has_fields(&self) -> bool {
        self.parts.iter().any(|part| !matches!(part, BodyPart::Complete(_)))
    }
}

impl BodyPart {
    /// The parameter that is sent.
    pub(crate) fn parameter(&self) -> Option<&Ident> {
        match self {
            Self::Complete(parameter) | Self::Field { parameter, .. } => Some(parameter),
            Self::FixedField { .. } => None,
        }
    }
}

/// The parameter, or the name of the field: the place for errors.
impl ToTokens for BodyPart {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Complete(parameter) => parameter.to_tokens(tokens),
            Self::Field { name, .. } | Self::FixedField { name, .. } => name.to_tokens(tokens),
        }
    }
}

impl Keys {
    /// Reads the value of `body`, or of another kind of body.
    pub(super) fn parse_body(&mut self, kind: BodyKind, span: Span, input: ParseStream<'_>) -> syn::Result<()> {
        let key = Key::Body(kind);
        check_no_quotes(key, input).map_err(|error| name_in_quotes(key, input).unwrap_or(error))?;
        let value = input.fork();
        let Some(parameter) = parse_parameter(input) else { return Err(not_a_parameter(key, &value)) };
        self.add_body_part(kind, span, BodyPart::Complete(parameter))
    }

    /// Reads `("field") = source` after `form`.
    pub(super) fn parse_form_field(&mut self, span: Span, input: ParseStream<'_>) -> syn::Result<()> {
        let name = parse_field_name(span, input)?;
        parse_equals_after(Key::FormField, Some(&name), span, input)?;
        let field = match parse_source(Key::FormField, &name, input)? {
            Source::Fixed(value) => BodyPart::FixedField { name, value },
            Source::Parameter(parameter) => BodyPart::Field { name, parameter },
        };
        self.add_body_part(BodyKind::Form, span, field)
    }

    //     body = customer, form = fields
    //     body = customer, form("name") = name, form("email") = email
    //
    // Only the first field is reported.
    fn add_body_part(&mut self, kind: BodyKind, span: Span, part: BodyPart) -> syn::Result<()> {
        let body = self.body.get_or_insert_with(|| Body { kind, parts: Vec::new() });
        if body.kind == kind {
            body.parts.push(part);
            return Ok(());
        }
        if kind == BodyKind::Form && replace(&mut self.is_form_rejected, true) {
            return Ok(());
        }
        let other = Key::Body(body.kind);
        let message = format!("a request has one body, and `{other}` is given already; keep one of them");
        Err(syn::Error::new(span, message))
    }
}

//     form() = code
//     form("") = code
//     form(code) = code
//     form(..) = login
//
fn parse_field_name(span: Span, input: ParseStream<'_>) -> syn::Result<LitStr> {
    let inside;
    parenthesized!(inside in input);
    if let Ok(name) = inside.parse::<LitStr>()
        && inside.is_empty()
    {
        if name.value().is_empty() {
            return Err(syn::Error::new_spanned(name, "a field of a form has a name; write it between the quotes"));
        }
        return Ok(name);
    }
    if let Ok(dots) = inside.parse::<Token![..]>()
        && inside.is_empty()
    {
        let message = "the fields of a parameter are sent without parentheses; write `form` for `form(..)`";
        return Err(syn::Error::new_spanned(dots, message));
    }
    if let Some(field) = parse_parameter(&inside)
        && inside.is_empty()
    {
        let name = field.unraw().to_string();
        let message = format!("the name of a field is written in quotes; write `form({name:?})` for `form({field})`");
        return Err(syn::Error::new_spanned(field, message));
    }
    let example = Key::FormField.example();
    Err(syn::Error::new(span, format!("`form(...)` names one field in quotes; write {example}")))
}
