//! `key = value, ...`, of a method or of its trait.

use std::ops::RangeInclusive;

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitStr, Path, Token, Type, TypePath, token};

use super::body::{Body, BodyPart};
use super::cases::{Case, parse_case};
use super::header::{Header, parse_header};
use super::key::{BodyKind, Key};
use super::pairs::{check_no_dash, check_no_type_in_parentheses, parse_equals, parse_pairs, parse_value};
use super::statuses::{Statuses, parse_success};
use super::timeout::parse_timeout;
use super::until::parse_until;
use super::values::{Auth, parse_api, parse_auth, parse_idempotent};
use crate::diagnostics::Diagnostics;
use crate::http_method::HttpMethod;

/// The statuses of a success by default.
const ANY_SUCCESS: RangeInclusive<u16> = 200..=299;

/// The pairs after the template, or those of the trait.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    pub(crate) response: Option<Type>,
    /// `response(202) = Type`
    pub(crate) responses: Vec<Case>,
    pub(crate) body: Option<Body>,
    pub(crate) headers: Vec<Header>,
    pub(crate) success: Vec<Statuses>,
    pub(crate) error: Option<Type>,
    /// `error(404) = Type`
    pub(crate) errors: Vec<Case>,
    pub(crate) format: Option<TypePath>,
    /// The data, or the name, of the event that ends a stream.
    pub(crate) until: Option<LitStr>,
    /// The span of the key, which has no value.
    pub(crate) idempotent: Option<Span>,
    pub(crate) auth: Option<Auth>,
    /// The timeout in milliseconds.
    pub(crate) timeout: Option<u64>,
    /// The path of an `Api`.
    pub(crate) api: Option<Path>,
    pub(crate) operation: Option<LitStr>,
    /// The value of `crate`.
    pub(crate) runtime: Option<Path>,
    /// All pairs were valid.
    pub(crate) is_complete: bool,
    /// The number of headers at the start that are inherited from the trait.
    pub(super) inherited_headers: usize,
    /// The number of errors at the end that are inherited from the trait.
    pub(super) inherited_errors: usize,
    /// A form is reported, since there is another body.
    pub(super) is_form_rejected: bool,
    /// The keys that were read, to detect duplicates.
    seen: Vec<(Key, Span)>,
}

/// The attribute that contains a key.
#[derive(Clone, Copy)]
pub(crate) enum Scope<'a> {
    /// `#[endpoint]`
    Method { http_method: &'a HttpMethod, template: &'a str, trait_keys: &'a Keys },
    /// `#[endpoints]`
    Trait,
}

impl Scope<'_> {
    /// Returns whether the trait of a method has `auth = none`.
    pub(crate) fn inherits_no_credentials(self) -> bool {
        // A key that could not be read can be `auth = none`.
        matches!(self, Self::Method { trait_keys, .. } if trait_keys.is_without_credentials() || !trait_keys.is_complete)
    }
}

impl Keys {
    /// The keys of a trait without `#[endpoints]`.
    pub(crate) fn none() -> Self {
        Self { is_complete: true, ..Self::default() }
    }

    /// Reads the pairs of a method, to the end of the input.
    pub(super) fn parse(scope: Scope<'_>, input: ParseStream<'_>, diagnostics: &mut Diagnostics) -> Self {
        let mut keys = Self::default();
        keys.is_complete = parse_pairs(input, diagnostics, |input| {
            let (key, span) = Key::parse(scope, input)?;
            keys.parse_pair(key, span, scope, input)
        });
        keys
    }

    /// Reads the rest of a pair, after its key.
    pub(crate) fn parse_pair(
        &mut self,
        key: Key,
        span: Span,
        scope: Scope<'_>,
        input: ParseStream<'_>,
    ) -> syn::Result<()> {
        if key == Key::Header {
            self.headers.push(parse_header(span, input)?);
            return Ok(());
        }
        if key == Key::Body(BodyKind::Form) && input.peek(token::Paren) {
            return self.parse_form_field(span, input);
        }
        if matches!(key, Key::Response | Key::Error) && input.peek(token::Paren) {
            check_no_type_in_parentheses(key, input)?;
            let case = parse_case(key, span, input)?;
            let cases = if key == Key::Error { &mut self.errors } else { &mut self.responses };
            cases.push(case);
            return Ok(());
        }
        self.check_first(key, span)?;
        if let (Key::Idempotent, Scope::Method { http_method, .. }) = (key, scope) {
            parse_idempotent(http_method, input)?;
            self.idempotent = Some(span);
            return Ok(());
        }
        parse_equals(key, span, input)?;
        match key {
            Key::Response => self.response = Some(parse_value(key, span, input, Type::parse)?),
            Key::Error => self.error = Some(parse_value(key, span, input, Type::parse)?),
            Key::Format => self.format = Some(parse_value(key, span, input, TypePath::parse)?),
            Key::Crate => {
                let path = parse_value(key, span, input, Path::parse_mod_style)?;
                check_no_dash(&path, input)?;
                self.runtime = Some(path);
            }
            Key::Operation => self.operation = Some(parse_value(key, span, input, <LitStr as Parse>::parse)?),
            Key::Body(kind) => self.parse_body(kind, span, input)?,
            Key::Success => self.success = parse_success(input)?,
            Key::Auth => self.auth = Some(parse_auth(scope, input)?),
            Key::Api => self.api = Some(parse_api(span, input)?),
            Key::Timeout => self.timeout = Some(parse_timeout(input)?),
            Key::Until => self.until = Some(parse_until(input)?),
            // These were read above, or by `#[endpoints]`.
            Key::Header
            | Key::ResponseWithStatus
            | Key::ErrorWithStatus
            | Key::FormField
            | Key::Idempotent
            | Key::Transport => {}
        }
        Ok(())
    }

    /// Checks that a key is the first of its kind.
    pub(crate) fn check_first(&mut self, key: Key, span: Span) -> syn::Result<()> {
        if self.span(key).is_some() {
            return Err(syn::Error::new(span, format!("`{key}` is given twice; keep one of them")));
        }
        self.seen.push((key, span));
        Ok(())
    }

    /// The span of a key with one value, if it is given.
    pub(crate) fn span(&self, key: Key) -> Option<Span> {
        self.seen.iter().find(|(seen, _)| *seen == key).map(|(_, span)| *span)
    }
}

impl Keys {
    /// The parameters that are sent in headers and the body, as the attribute names them.
    pub(crate) fn parameter_idents(&self) -> impl Iterator<Item = &Ident> {
        let in_headers = self.headers.iter().filter_map(Header::parameter);
        let in_body = self.body.iter().flat_map(|body| &body.parts).filter_map(BodyPart::parameter);
        in_headers.chain(in_body)
    }

    /// The names of the parameters that are sent in headers and the body.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = String> {
        self.parameter_idents().map(|parameter| parameter.unraw().to_string())
    }

    /// The only type that the body of a success is read into, if it is declared.
    pub(crate) fn only_response(&self) -> Option<&Type> {
        match (&self.response, self.responses.as_slice()) {
            (response, []) => response.as_ref(),
            (None, [case]) => Some(&case.ty),
            _ => None,
        }
    }

    /// The declared statuses of a success; empty for any 2xx. Those in `response(...)` are successes.
    pub(crate) fn successes(&self) -> Vec<RangeInclusive<u16>> {
        if self.responses.is_empty() {
            return self.success.iter().filter_map(Statuses::range).collect();
        }
        let others = self.response.as_ref().map(|_| ANY_SUCCESS);
        let listed = self.responses.iter().filter_map(Case::status);
        let listed = listed.filter(|status| others.as_ref().is_none_or(|others| !others.contains(status)));
        others.clone().into_iter().chain(listed.map(|status| status..=status)).collect()
    }

    /// Returns whether a status is a success of a method, with the defaults of its trait.
    pub(crate) fn is_success(&self, status: u16, trait_keys: &Self) -> bool {
        let keys = if self.declares_successes() { self } else { trait_keys };
        let is_declared = keys.successes().iter().any(|statuses| statuses.contains(&status));
        is_declared || (!keys.declares_successes() && ANY_SUCCESS.contains(&status))
    }

    pub(super) fn declares_successes(&self) -> bool {
        !(self.success.is_empty() && self.responses.is_empty())
    }

    /// The headers that are not inherited.
    pub(crate) fn own_headers(&self) -> &[Header] {
        self.headers.get(self.inherited_headers..).unwrap_or_default()
    }

    /// The statuses of errors with a type that are not inherited.
    pub(crate) fn own_errors(&self) -> &[Case] {
        self.errors.get(..self.errors.len() - self.inherited_errors).unwrap_or_default()
    }

    /// Returns whether no credentials are sent.
    pub(crate) fn is_without_credentials(&self) -> bool {
        matches!(self.auth, Some(Auth::None))
    }

    /// The parameter of a body that is written in the format, JSON by default.
    pub(crate) fn formatted_body(&self) -> Option<&Ident> {
        self.body.as_ref().filter(|body| body.kind == BodyKind::Json).and_then(Body::complete)
    }

    /// Returns whether the body is `multipart`, which has its own `Content-Type`.
    pub(crate) fn is_multipart(&self) -> bool {
        matches!(self.body, Some(Body { kind: BodyKind::Multipart, .. }))
    }
}

/// Reads the name of a parameter. `Some(id)` and `id.len()` are expressions, so the result is `None`.
pub(super) fn parse_parameter(input: ParseStream<'_>) -> Option<Ident> {
    let parameter = input.call(Ident::parse_any).ok()?;
    let is_value = parameter == "true" || parameter == "false";
    (!is_value && is_end_of_value(input)).then_some(parameter)
}

/// Returns whether a value that is a name ends here. A second name means that a comma is missing.
pub(super) fn is_end_of_value(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,]) || input.peek(Ident::peek_any)
}
