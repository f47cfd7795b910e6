//! Pairs each name in a declaration with its parameter.

use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{GenericParam, Generics, Ident, LitStr, TypePath};

use crate::args::{BodyKind, BodyPart, EndpointArgs, Header, Key, Keys};
use crate::diagnostics::Diagnostics;
use crate::signature::Parameter;
use crate::suggest::nearest;
use crate::template::{
    Candidates, OtherNotation, PathPart, QueryPart, Style, contains_placeholder, invalid_name, is_identifier,
};

/// A declaration in which every name is resolved.
pub(crate) struct Endpoint<'a> {
    pub(crate) args: &'a EndpointArgs,
    pub(crate) parameters: &'a [Parameter],
    /// The calls that build the request, in their order.
    pub(crate) steps: Vec<Step<'a>>,
}

/// One call in the chain that builds the request.
pub(crate) enum Step<'a> {
    Url(&'a Parameter),
    Literal(&'a str),
    Segment(&'a Parameter),
    Part(&'a Parameter),
    Segments(&'a Parameter),
    QueryLiteral(&'a str),
    Query { key: &'a str, value: &'a Parameter },
    QueryStyled { key: &'a str, style: Style, value: &'a Parameter },
    QueryFields(&'a Parameter),
    QueryFieldsIn { prefix: &'a str, value: &'a Parameter },
    HeaderLiteral { name: &'a LitStr, value: &'a LitStr },
    Header { name: &'a LitStr, value: &'a Parameter },
    Headers(&'a Parameter),
    Body { kind: BodyKind, value: &'a Parameter },
    FormLiteral { name: &'a LitStr, value: &'a LitStr },
    FormField { name: &'a LitStr, value: &'a Parameter },
    Format(&'a TypePath),
    FormattedBody(&'a Parameter),
}

impl<'a> Step<'a> {
    /// The parameter that is sent.
    pub(crate) fn parameter(&self) -> Option<&'a Parameter> {
        match self {
            Self::Literal(_)
            | Self::QueryLiteral(_)
            | Self::HeaderLiteral { .. }
            | Self::FormLiteral { .. }
            | Self::Format(_) => None,
            Self::Url(value)
            | Self::Segment(value)
            | Self::Part(value)
            | Self::Segments(value)
            | Self::QueryFields(value)
            | Self::Headers(value)
            | Self::FormattedBody(value)
            | Self::Query { value, .. }
            | Self::QueryStyled { value, .. }
            | Self::QueryFieldsIn { value, .. }
            | Self::Header { value, .. }
            | Self::FormField { value, .. }
            | Self::Body { value, .. } => Some(value),
        }
    }
}

impl Step<'_> {
    /// The key of a body that takes its parameter by value.
    pub(crate) fn moves(&self) -> Option<Key> {
        match self {
            Self::Body { kind: kind @ (BodyKind::Multipart | BodyKind::Stream), .. } => Some(Key::Body(*kind)),
            _ => None,
        }
    }
}

impl<'a> Endpoint<'a> {
    /// Resolves the names. Unknown ones are reported, and the result is `None`.
    pub(crate) fn new(
        args: &'a EndpointArgs,
        parameters: &'a [Parameter],
        generics: &Generics,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let steps = Resolver { args, parameters, generics, reported: Vec::new(), diagnostics }.steps(args)?;
        Some(Self { args, parameters, steps })
    }
}

/// The message for `<self>` and `body = self`.
const NOT_SELF: &str = "`self` is the transport, which is not sent; add a parameter, and name it here";

/// The first letter of a name that only looks like that of the parameter: `і` (U+0456) for `i`.
fn other_letter(name: &str, parameter: &str) -> Option<String> {
    let (written, intended) = name.chars().zip(parameter.chars()).find(|(written, intended)| written != intended)?;
    let is_other = !written.is_ascii() && intended.is_ascii() && name.chars().count() == parameter.chars().count();
    is_other.then(|| format!("`{written}` (U+{:04X}), not `{intended}`", u32::from(written)))
}

struct Resolver<'a, 'd> {
    args: &'a EndpointArgs,
    parameters: &'a [Parameter],
    generics: &'d Generics,
    /// The unknown names. One in several places is reported once.
    reported: Vec<String>,
    diagnostics: &'d mut Diagnostics,
}

impl<'a> Resolver<'a, '_> {
    fn steps(mut self, args: &'a EndpointArgs) -> Option<Vec<Step<'a>>> {
        let literal = &args.literal;
        let template = match &args.template {
            Ok(template) => template,
            Err(error) => {
                let message = self.other_notation(args).unwrap_or_else(|| error.to_string());
                self.diagnostics.error(literal, message);
                return None;
            }
        };
        let path = template.path.iter().map(|part| match part {
            PathPart::Url(name) => self.url(literal, name).map(Step::Url),
            PathPart::Literal(text) => Some(Step::Literal(text)),
            PathPart::Segment(name) => self.placeholder(literal, name, "").map(Step::Segment),
            PathPart::Part(name) => self.placeholder(literal, name, "").map(Step::Part),
            PathPart::Segments(name) => self.placeholder(literal, name, "..").map(Step::Segments),
        });
        let mut steps: Vec<_> = path.collect();
        steps.extend(template.query.iter().map(|part| match part {
            QueryPart::Literal(text) => Some(Step::QueryLiteral(text)),
            QueryPart::Pair { key, name } => {
                self.placeholder(literal, name, "").map(|value| Step::Query { key, value })
            }
            QueryPart::Styled { key, name, style } => {
                self.placeholder(literal, name, style.suffix()).map(|value| Step::QueryStyled {
                    key,
                    style: *style,
                    value,
                })
            }
            QueryPart::Fields(name) => self.placeholder(literal, name, "..").map(Step::QueryFields),
            QueryPart::FieldsIn { prefix, name } => {
                self.placeholder(literal, name, "..").map(|value| Step::QueryFieldsIn { prefix, value })
            }
        }));
        steps.extend(args.keys.headers.iter().map(|header| match header {
            Header::Fixed { name, value } => Some(Step::HeaderLiteral { name, value }),
            Header::Parameter { name, parameter } => self.named(parameter).map(|value| Step::Header { name, value }),
            Header::Map { parameter } => self.named(parameter).map(Step::Headers),
        }));
        self.push_body(&args.keys, &mut steps);
        // All names are looked up before one of them ends this.
        steps.into_iter().collect()
    }

    /// Adds the parts of the body and the format, which writes a JSON body.
    fn push_body(&mut self, keys: &'a Keys, steps: &mut Vec<Option<Step<'a>>>) {
        let format = keys.format.as_ref().map(Step::Format);
        if let (Some(parameter), Some(_)) = (keys.formatted_body(), &format) {
            steps.push(format);
            steps.push(self.named(parameter).map(Step::FormattedBody));
            return;
        }
        if let Some(body) = &keys.body {
            steps.extend(body.parts.iter().map(|part| match part {
                BodyPart::Complete(parameter) => {
                    self.named(parameter).map(|value| Step::Body { kind: body.kind, value })
                }
                BodyPart::Field { name, parameter } => {
                    self.named(parameter).map(|value| Step::FormField { name, value })
                }
                BodyPart::FixedField { name, value } => Some(Step::FormLiteral { name, value }),
            }));
        }
        steps.extend(format.map(Some));
    }

    /// The error for a placeholder in another notation, which can be the reason why the template is invalid.
    fn other_notation(&self, args: &EndpointArgs) -> Option<String> {
        let known: Vec<String> = self.parameters.iter().map(Parameter::name).collect();
        // A key that could not be read can be the one that sends a parameter.
        let unsent =
            known.iter().filter(|name| args.keys.is_complete && !self.is_sent(name)).cloned().collect::<Vec<_>>();
        let candidates = Candidates { known: &known, unsent: &unsent };
        OtherNotation::in_text(&args.written, candidates).map(|found| found.message_in(&args.written))
    }

    /// Returns whether a placeholder or a key has this name.
    fn is_sent(&self, name: &str) -> bool {
        contains_placeholder(&self.args.complete, name) || self.args.keys.parameters().any(|key| key == name)
    }

    /// Finds the parameter of `<name>` in the template, with its dots or its style.
    fn placeholder(&mut self, literal: &LitStr, name: &str, suffix: &str) -> Option<&'a Parameter> {
        let is_generic = self.generics.params.iter().any(|parameter| match parameter {
            GenericParam::Type(parameter) => parameter.ident == name,
            GenericParam::Const(parameter) => parameter.ident == name,
            GenericParam::Lifetime(_) => false,
        });
        self.find(name, literal, |candidate| match candidate {
            _ if is_generic => {
                format!(
                    "`{name}` is a generic parameter, which is not sent; add a parameter, and name it in `<{name}>`"
                )
            }
            _ if name == "self" => NOT_SELF.to_owned(),
            Some(candidate) => match other_letter(name, candidate) {
                Some(letter) => format!("`<{name}{suffix}>` contains {letter}; write `<{candidate}{suffix}>`"),
                None => format!("no parameter fills `<{name}{suffix}>`; write `<{candidate}{suffix}>`"),
            },
            None if !is_identifier(name) => invalid_name(name, suffix).to_string(),
            None => {
                format!("no parameter fills `<{name}{suffix}>`; add a parameter `{name}`, or remove the placeholder")
            }
        })
    }

    /// Finds the parameter of a template that is `<name>` alone.
    fn url(&mut self, literal: &LitStr, name: &str) -> Option<&'a Parameter> {
        self.find(name, literal, |candidate| match candidate {
            Some(candidate) => format!("no parameter fills `<{name}>`; write `<{candidate}>`"),
            None if !is_identifier(name) => invalid_name(name, "").to_string(),
            None => format!("no parameter fills `<{name}>`; add a parameter `{name}`"),
        })
    }

    /// Finds the parameter that is the value of a key.
    fn named(&mut self, ident: &Ident) -> Option<&'a Parameter> {
        let name = ident.unraw().to_string();
        self.find(&name, ident, |candidate| match candidate {
            _ if name == "self" => NOT_SELF.to_owned(),
            Some(candidate) => format!("unknown parameter `{name}`; write `{candidate}`"),
            None => format!("unknown parameter `{name}`; add it to the method"),
        })
    }

    fn find(
        &mut self,
        name: &str,
        tokens: impl ToTokens,
        message: impl FnOnce(Option<&str>) -> String,
    ) -> Option<&'a Parameter> {
        let found = self.parameters.iter().find(|parameter| parameter.name() == name);
        if found.is_none() && !self.reported.iter().any(|reported| reported == name) {
            self.reported.push(name.to_owned());
            let names = self.parameters.iter().map(Parameter::name).filter(|name| !self.is_sent(name));
            let names: Vec<String> = names.collect();
            let candidate = nearest(name, names.iter().map(String::as_str));
            if candidate.is_none() && is_identifier(name) && name != "self" {
                self.diagnostics.missing(tokens, message(None));
            } else {
                self.diagnostics.error(tokens, message(candidate));
            }
        }
        found
    }
}
