//! Model: each name in the declaration paired with the parameter that it means.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Ident, LitStr};

use crate::args::{EndpointArgs, Header};
use crate::diagnostics::Diagnostics;
use crate::near_miss::nearest;
use crate::signature::Parameter;
use crate::template::{Foreign, Names, PathPart, QueryPart, bad_name, contains, is_identifier};

/// A declaration in which every name has been found.
pub(crate) struct Endpoint<'a> {
    pub(crate) args: &'a EndpointArgs,
    pub(crate) parameters: &'a [Parameter],
    /// The parts of the request, in the order in which they are sent.
    pub(crate) parts: Vec<Part<'a>>,
}

/// One step in building the request.
pub(crate) enum Part<'a> {
    Literal(&'a str),
    Segment(&'a Parameter),
    Rest(&'a Parameter),
    QueryLiteral(&'a str),
    Query { key: &'a str, value: &'a Parameter },
    QueryFields(&'a Parameter),
    HeaderLiteral { name: &'a LitStr, value: &'a LitStr },
    Header { name: &'a LitStr, value: &'a Parameter },
    Headers(&'a Parameter),
    Body { key: &'a Ident, value: &'a Parameter },
}

impl<'a> Part<'a> {
    /// The parameter that is sent here.
    pub(crate) fn parameter(&self) -> Option<&'a Parameter> {
        match self {
            Self::Literal(_) | Self::QueryLiteral(_) | Self::HeaderLiteral { .. } => None,
            Self::Segment(value)
            | Self::Rest(value)
            | Self::QueryFields(value)
            | Self::Headers(value)
            | Self::Query { value, .. }
            | Self::Header { value, .. }
            | Self::Body { value, .. } => Some(value),
        }
    }
}

impl<'a> Endpoint<'a> {
    /// Pairs the names; `None` if one of them means nothing.
    pub(crate) fn new(args: &'a EndpointArgs, parameters: &'a [Parameter], problems: &mut Diagnostics) -> Option<Self> {
        let parts = Pairing { parameters, problems }.parts(args)?;
        Some(Self { args, parameters, parts })
    }
}

struct Pairing<'a, 'p> {
    parameters: &'a [Parameter],
    problems: &'p mut Diagnostics,
}

impl<'a> Pairing<'a, '_> {
    /// All parts, or `None` after each name that means nothing has been reported.
    fn parts(mut self, args: &'a EndpointArgs) -> Option<Vec<Part<'a>>> {
        let literal = &args.literal;
        let template = match &args.template {
            Ok(template) => template,
            Err(error) => {
                let message = self.foreign_placeholder(args).unwrap_or_else(|| error.to_string());
                self.problems.error(literal, message);
                return None;
            }
        };
        let path = template.path.iter().map(|part| match part {
            PathPart::Literal(text) => Some(Part::Literal(text)),
            PathPart::Segment(name) => self.placeholder(literal, name, "").map(Part::Segment),
            PathPart::Rest(name) => self.placeholder(literal, name, "..").map(Part::Rest),
        });
        let mut parts: Vec<_> = path.collect();
        parts.extend(template.query.iter().map(|part| match part {
            QueryPart::Literal(text) => Some(Part::QueryLiteral(text)),
            QueryPart::Pair { key, name } => {
                self.placeholder(literal, name, "").map(|value| Part::Query { key, value })
            }
            QueryPart::Fields(name) => self.placeholder(literal, name, "..").map(Part::QueryFields),
        }));
        parts.extend(args.keys.headers.iter().map(|header| match header {
            Header::Literal { name, value } => Some(Part::HeaderLiteral { name, value }),
            Header::Parameter { name, parameter } => self.named(parameter).map(|value| Part::Header { name, value }),
            Header::Map { parameter } => self.named(parameter).map(Part::Headers),
        }));
        parts.extend(
            args.keys
                .body
                .iter()
                .map(|body| self.named(&body.parameter).map(|value| Part::Body { key: &body.key, value })),
        );
        parts.into_iter().collect()
    }

    /// The fix for a placeholder in another notation, which may be why the template is invalid.
    fn foreign_placeholder(&self, args: &EndpointArgs) -> Option<String> {
        let known: Vec<String> = self.parameters.iter().map(Parameter::name).collect();
        let is_sent = |name: &String| contains(&args.written, name) || args.keys.parameters().any(|key| key == *name);
        // A key that could not be read may be the one that sends a parameter.
        let unsent = known.iter().filter(|name| args.keys.complete && !is_sent(name)).cloned().collect::<Vec<_>>();
        let names = Names { known: &known, unsent: &unsent };
        Foreign::in_text(&args.written, names).map(|found| found.to_string())
    }

    /// The parameter that `<name>` in the template means.
    fn placeholder(&mut self, literal: &LitStr, name: &str, dots: &str) -> Option<&'a Parameter> {
        self.find(name, literal, |candidate| match candidate {
            Some(candidate) => format!("no parameter fills `<{name}{dots}>`; write `<{candidate}{dots}>`"),
            None if !is_identifier(name) => bad_name(name, dots).to_string(),
            None => format!("no parameter fills `<{name}{dots}>`; add a parameter `{name}`, or remove the placeholder"),
        })
    }

    /// The parameter that a name behind a key means.
    fn named(&mut self, ident: &Ident) -> Option<&'a Parameter> {
        let name = ident.unraw().to_string();
        self.find(&name, ident, |candidate| match candidate {
            Some(candidate) => format!("there is no parameter `{name}`; write `{candidate}`"),
            None => format!("there is no parameter `{name}`; add it to the method"),
        })
    }

    fn find(
        &mut self,
        name: &str,
        tokens: impl ToTokens,
        message: impl FnOnce(Option<&str>) -> String,
    ) -> Option<&'a Parameter> {
        let found = self.parameters.iter().find(|parameter| parameter.name() == name);
        if found.is_none() {
            let names: Vec<String> = self.parameters.iter().map(Parameter::name).collect();
            self.problems.error(tokens, message(nearest(name, names.iter().map(String::as_str))));
        }
        found
    }
}
