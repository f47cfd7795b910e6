//! The arguments of `#[endpoint]` and `#[endpoints]`.

use std::ops::RangeInclusive;

use pivotal_runtime::parameter::BodyKind;
use proc_macro2::TokenStream;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Ident, Lit, LitStr, RangeLimits, Token, Type, parenthesized, token};

use super::api::{SourceApi, find, text};
use crate::check::declaration::{Declaration, DeclaredBody, path_of};
use crate::check::template::{QueryPart, Template};

/// The statuses that are a success by default.
const ANY_SUCCESS: RangeInclusive<u16> = 200..=299;

/// The arguments of `#[endpoint]`.
pub(super) struct EndpointAttribute {
    method: String,
    template: String,
    keys: Keys,
}

/// The arguments of `#[endpoints]`.
#[derive(Default)]
pub(super) struct TraitAttribute {
    path: String,
    keys: Keys,
}

/// The keys of both.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the declaration")]
struct Keys {
    operation: Option<String>,
    api: Option<String>,
    body: Option<BodyKind>,
    /// The fields of a form that are sent one by one.
    fields: Vec<String>,
    /// The body is a parameter, and not only single fields.
    has_body_parameter: bool,
    headers: Vec<String>,
    fixed_headers: Vec<(String, String)>,
    has_header_map: bool,
    has_format: bool,
    successes: Vec<RangeInclusive<u16>>,
    /// `response = Type`
    has_response: bool,
    responses: Vec<u16>,
    errors: Vec<u16>,
    /// `auth = none`
    auth: Option<bool>,
    has_until: bool,
}

impl EndpointAttribute {
    pub(super) fn parse(tokens: TokenStream) -> syn::Result<Self> {
        let parser = |input: ParseStream<'_>| {
            let method = if input.peek(LitStr) {
                input.parse::<LitStr>()?.value()
            } else {
                input.call(Ident::parse_any)?.to_string()
            };
            input.parse::<Token![,]>()?;
            let template = input.parse::<LitStr>()?.value();
            Ok(Self { method, template, keys: Keys::parse(input)? })
        };
        parser.parse2(tokens)
    }

    /// Returns the declaration of a method, with the defaults of its trait.
    pub(super) fn declaration(self, name: &str, common: &TraitAttribute, apis: &[SourceApi]) -> Declaration {
        let keys = self.keys;
        let inherited = &common.keys;
        let api = keys.api.as_ref().or(inherited.api.as_ref()).and_then(|name| find(apis, name));
        let (content_type, fixed_headers) = fixed_headers(&keys, inherited);
        let of_api = api.into_iter().flat_map(|api| api.headers.clone());
        let idempotency_key = api.and_then(|api| api.idempotency_key.clone()).filter(|_| self.method == "POST");
        let own = keys.successes();
        Declaration {
            operation: keys.operation.clone().unwrap_or_else(|| name.to_owned()),
            names_operation: Some(keys.operation.is_some()),
            method: self.method,
            template: join(&common.path, &self.template),
            base_path: api.and_then(|api| api.base_url.as_deref()).map(path_of),
            headers: keys.headers.iter().chain(&inherited.headers).cloned().collect(),
            fixed_headers: fixed_headers.into_iter().chain(of_api).chain(idempotency_key).collect(),
            sends_header_map: keys.has_header_map || inherited.has_header_map,
            body: keys.body.map(|kind| DeclaredBody {
                kind,
                is_formatted: kind == BodyKind::Value && (keys.has_format || inherited.has_format),
                content_type,
                fields: (!keys.has_body_parameter).then(|| keys.fields.clone()),
            }),
            successes: if own.is_empty() { inherited.successes() } else { own },
            typed_statuses: keys.responses.iter().chain(&keys.errors).copied().collect(),
            sends_credentials: keys.auth.or(inherited.auth).unwrap_or(true),
            reads_events: keys.has_until,
            source: None,
        }
    }
}

/// The value of `Content-Type`, and the names of the other headers with a fixed value.
fn fixed_headers(keys: &Keys, inherited: &Keys) -> (Option<String>, Vec<String>) {
    let (mut content_type, mut names) = (None, Vec::new());
    for (name, value) in keys.fixed_headers.iter().chain(&inherited.fixed_headers) {
        if name.eq_ignore_ascii_case("content-type") {
            content_type.get_or_insert_with(|| value.clone());
        } else {
            names.push(name.clone());
        }
    }
    (content_type, names)
}

/// Joins the common path of a trait with a template. A pair of the template replaces one of the same name.
fn join(common: &str, own: &str) -> Template {
    let own = Template::parse(own);
    if own.is_url() {
        return own;
    }
    let common = Template::parse(common);
    let is_replaced =
        |part: &QueryPart| part.key().is_some_and(|key| own.query.iter().any(|own| own.key() == Some(key)));
    let inherited = common.query.iter().filter(|part| !is_replaced(part)).cloned();
    let query = inherited.chain(own.query.iter().cloned()).collect();
    Template { path: format!("{}{}", common.path, own.path), query }
}

impl TraitAttribute {
    pub(super) fn parse(tokens: TokenStream) -> syn::Result<Self> {
        let parser = |input: ParseStream<'_>| {
            if input.is_empty() {
                return Ok(Self::default());
            }
            if !input.peek(LitStr) {
                let mut keys = Keys::default();
                keys.parse_pair(input)?;
                keys.parse_rest(input)?;
                return Ok(Self { path: String::new(), keys });
            }
            let path = input.parse::<LitStr>()?.value();
            Ok(Self { path, keys: Keys::parse(input)? })
        };
        parser.parse2(tokens)
    }
}

impl Keys {
    /// Reads pairs, each after a comma.
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut keys = Self::default();
        keys.parse_rest(input)?;
        Ok(keys)
    }

    fn parse_rest(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if !input.is_empty() {
                self.parse_pair(input)?;
            }
        }
        Ok(())
    }

    fn successes(&self) -> Vec<RangeInclusive<u16>> {
        if self.responses.is_empty() {
            return self.successes.clone();
        }
        let others = self.has_response.then_some(ANY_SUCCESS);
        others.into_iter().chain(self.responses.iter().map(|status| *status..=*status)).collect()
    }

    fn parse_pair(&mut self, input: ParseStream<'_>) -> syn::Result<()> {
        let key = input.call(Ident::parse_any)?;
        let argument = if input.peek(token::Paren) {
            let inside;
            parenthesized!(inside in input);
            Some(inside.parse::<TokenStream>()?)
        } else {
            None
        };
        if !input.peek(Token![=]) {
            return Ok(());
        }
        input.parse::<Token![=]>()?;
        let name = || argument.clone().and_then(|tokens| syn::parse2::<LitStr>(tokens).ok()).map(|name| name.value());
        match (key.to_string().as_str(), &argument) {
            ("response", None) => {
                input.parse::<Type>()?;
                self.has_response = true;
            }
            ("error", None) => drop(input.parse::<Type>()?),
            ("response" | "error", Some(status)) => {
                input.parse::<Type>()?;
                let status = syn::parse2::<syn::LitInt>(status.clone())?.base10_parse()?;
                if key == "error" { self.errors.push(status) } else { self.responses.push(status) }
            }
            ("format", _) => {
                // `Json` is the default.
                let format = input.parse::<syn::TypePath>()?;
                self.has_format = format.path.segments.last().is_none_or(|last| last.ident != "Json");
            }
            ("crate" | "transport", _) => drop(input.call(syn::Path::parse_mod_style)?),
            ("header", Some(_)) => self.header(name(), &input.parse()?),
            ("form", Some(_)) => {
                input.parse::<Expr>()?;
                self.body = Some(BodyKind::Form);
                self.fields.extend(name());
            }
            (kind, None) if body_kind(kind).is_some() => {
                input.call(Ident::parse_any)?;
                self.body = body_kind(kind);
                self.has_body_parameter = true;
            }
            (other, _) => self.value(other, &input.parse()?),
        }
        Ok(())
    }

    fn header(&mut self, name: Option<String>, value: &Expr) {
        match (name, text(value)) {
            (None, _) => self.has_header_map = true,
            (Some(name), Some(value)) => self.fixed_headers.push((name, value)),
            (Some(name), None) => self.headers.push(name),
        }
    }

    fn value(&mut self, key: &str, value: &Expr) {
        match key {
            "operation" => self.operation = text(value),
            "success" => self.successes = statuses(value),
            "auth" => self.auth = Some(last_name(value).is_none_or(|name| name != "none")),
            "api" => self.api = last_name(value),
            "until" => self.has_until = true,
            _ => {}
        }
    }
}

fn body_kind(key: &str) -> Option<BodyKind> {
    Some(match key {
        "body" => BodyKind::Value,
        "form" => BodyKind::Form,
        "multipart" => BodyKind::Multipart,
        "text" => BodyKind::Text,
        "bytes" => BodyKind::Bytes,
        "stream" => BodyKind::Stream,
        _ => return None,
    })
}

fn last_name(value: &Expr) -> Option<String> {
    match value {
        Expr::Path(path) => path.path.segments.last().map(|segment| segment.ident.to_string()),
        _ => None,
    }
}

/// Reads `201`, `200..=399` or a list of them.
fn statuses(value: &Expr) -> Vec<RangeInclusive<u16>> {
    match value {
        Expr::Array(list) => list.elems.iter().flat_map(statuses).collect(),
        Expr::Range(range) => {
            let end = |bound: &Option<Box<Expr>>| bound.as_deref().and_then(status);
            let (Some(start), Some(end)) = (end(&range.start), end(&range.end)) else { return Vec::new() };
            match range.limits {
                RangeLimits::Closed(_) => vec![start..=end],
                RangeLimits::HalfOpen(_) => vec![start..=end.saturating_sub(1)],
            }
        }
        other => status(other).map(|status| status..=status).into_iter().collect(),
    }
}

fn status(value: &Expr) -> Option<u16> {
    match value {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        },
        _ => None,
    }
}
