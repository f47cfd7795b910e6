//! `key = value, ...`, of a method or of its trait.

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitInt, LitStr, Path, Token, Type, token};

use super::header::{Header, parse_header};
use super::names::{check_key, check_trait_key, example, is_body, not_a_key};
use super::pairs::{equals, error_at, expected, no_quotes, read_all};
use super::timeout::parse_timeout;
use super::values::{parse_api, parse_auth, parse_success, status_in_quotes, value_of_idempotent};
use crate::diagnostics::Diagnostics;

/// The pairs after the template, or those of the trait.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) response: Option<Type>,
    pub(crate) body: Option<Body>,
    pub(crate) headers: Vec<Header>,
    pub(crate) success: Vec<LitInt>,
    pub(crate) error: Option<Type>,
    pub(crate) idempotent: Option<Ident>,
    /// `none` or `client`
    pub(crate) auth: Option<Ident>,
    /// In milliseconds.
    pub(crate) timeout: Option<u64>,
    /// The `Api` of the endpoint.
    pub(crate) api: Option<Path>,
    pub(crate) operation: Option<LitStr>,
    pub(crate) root: Option<Path>,
    /// Whether every pair was valid.
    pub(crate) complete: bool,
    /// The number of headers at the start that are those of the trait.
    inherited_headers: usize,
    /// The keys as written, to notice the second of a kind.
    given: Vec<Ident>,
}

/// `body = parameter`, or another kind of body.
pub(crate) struct Body {
    pub(crate) key: Ident,
    pub(crate) parameter: Ident,
}

/// Where a key is written.
#[derive(Clone, Copy)]
pub(crate) enum Scope<'a> {
    /// In `#[endpoint]`.
    Method { http_method: &'a Ident, of_trait: &'a Keys },
    /// In `#[endpoints]`.
    Trait,
}

impl Keys {
    /// Reads the pairs of a method, to the end of the input.
    pub(super) fn parse(
        http_method: &Ident,
        of_trait: &Self,
        input: ParseStream<'_>,
        problems: &mut Diagnostics,
    ) -> Self {
        let mut keys = Self::default();
        let scope = Scope::Method { http_method, of_trait };
        keys.complete = read_all(input, problems, |input, _| {
            let Ok(key) = input.call(Ident::parse_any) else { return Err(error_at(input, not_a_key(input))) };
            keys.parse_pair(key, scope, input)
        });
        keys
    }

    /// Reads what follows a key.
    pub(crate) fn parse_pair(&mut self, key: Ident, scope: Scope<'_>, input: ParseStream<'_>) -> syn::Result<()> {
        match scope {
            Scope::Method { http_method, .. } => check_key(&key, http_method, input)?,
            Scope::Trait => check_trait_key(&key, input)?,
        }
        if key == "header" {
            self.headers.push(parse_header(&key, input)?);
            return Ok(());
        }
        self.once(&key)?;
        let name = key.to_string();
        match (name.as_str(), scope) {
            ("idempotent", Scope::Method { http_method, .. }) => {
                if input.peek(Token![=]) || input.peek(Token![:]) || input.peek(token::Paren) {
                    return Err(value_of_idempotent(http_method, input));
                }
                self.idempotent = Some(key);
                return Ok(());
            }
            _ => equals(&key, example(&name), input)?,
        }
        match name.as_str() {
            "auth" => self.auth = Some(parse_auth(scope, input)?),
            "api" => self.api = Some(parse_api(&key, input)?),
            "timeout" => self.timeout = Some(parse_timeout(input)?),
            "operation" => self.parse_value(&key, input)?,
            _ => {
                let quoted = no_quotes(&key, example(&name), input);
                quoted.map_err(
                    |error| if name == "success" { status_in_quotes(input).unwrap_or(error) } else { error },
                )?;
                if is_body(&name) { self.parse_body(key, input) } else { self.parse_value(&key, input) }?;
            }
        }
        Ok(())
    }

    /// Checks that a key is the first of its name.
    pub(crate) fn once(&mut self, key: &Ident) -> syn::Result<()> {
        if self.given.contains(key) {
            return Err(syn::Error::new_spanned(key, format!("`{key}` is given twice; keep one of them")));
        }
        self.given.push(key.clone());
        Ok(())
    }

    fn parse_body(&mut self, key: Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let at = input.span();
        let Some(parameter) = parse_parameter(input) else {
            return Err(syn::Error::new(at, format!("expected {}", example(&key.to_string()))));
        };
        if let Some(other) = &self.body {
            let message = format!("a request has one body, and `{}` is given already; keep one of them", other.key);
            return Err(syn::Error::new_spanned(&key, message));
        }
        self.body = Some(Body { key, parameter });
        Ok(())
    }

    fn parse_value(&mut self, key: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let name = key.to_string();
        let mut read = || {
            match name.as_str() {
                "response" => self.response = Some(input.parse()?),
                "error" => self.error = Some(input.parse()?),
                "operation" => self.operation = Some(input.parse()?),
                "crate" => self.root = Some(input.call(Path::parse_mod_style)?),
                // "success", the only one that is left.
                _ => self.success = parse_success(input)?,
            }
            Ok(())
        };
        read().map_err(|error: syn::Error| {
            let is_cut_off = input.is_empty() && matches!(name.as_str(), "response" | "error" | "crate");
            expected(example(&name), key, is_cut_off, &error)
        })
    }
}

impl Keys {
    /// The parameters that headers and the body name.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = String> {
        let in_headers = self.headers.iter().filter_map(Header::parameter);
        let in_body = self.body.iter().map(|body| &body.parameter);
        in_headers.chain(in_body).map(|parameter| parameter.unraw().to_string())
    }

    /// The headers that are written here.
    pub(crate) fn own_headers(&self) -> &[Header] {
        self.headers.get(self.inherited_headers..).unwrap_or_default()
    }

    /// Returns whether no credentials are sent.
    pub(crate) fn is_without_credentials(&self) -> bool {
        self.auth.as_ref().is_some_and(|value| value == "none")
    }

    /// Returns whether a header of the trait is sent with the request of this method.
    ///
    /// A header of the same name replaces it. `Content-Type` describes a body, and `multipart` has its own.
    pub(crate) fn inherits_header(&self, header: &Header) -> bool {
        let Some(name) = header.name().map(|name| name.value().to_ascii_lowercase()) else { return true };
        let has_typed_body = self.body.as_ref().is_some_and(|body| body.key != "multipart");
        (name != "content-type" || has_typed_body) && !self.headers.iter().any(|own| own.is(&name))
    }

    /// Fills in the keys of the trait. A key of the method wins.
    pub(crate) fn inherit(&mut self, of_trait: &Self) {
        let headers: Vec<Header> =
            of_trait.headers.iter().filter(|header| self.inherits_header(header)).cloned().collect();
        self.inherited_headers = headers.len();
        self.headers.splice(0..0, headers);
        if self.success.is_empty() {
            self.success.clone_from(&of_trait.success);
        } else if self.accepts_any_success() {
            self.success.clear();
        }
        self.error = self.error.take().or_else(|| of_trait.error.clone());
        self.auth = self.auth.take().or_else(|| of_trait.auth.clone());
        self.timeout = self.timeout.or(of_trait.timeout);
        self.api = self.api.take().or_else(|| of_trait.api.clone());
    }

    /// `success = 2xx`, which replaces the statuses of the trait by the default.
    pub(crate) fn accepts_any_success(&self) -> bool {
        matches!(self.success.as_slice(), [status] if is_2xx(status))
    }
}

/// `2xx`
pub(crate) fn is_2xx(status: &LitInt) -> bool {
    status.base10_digits() == "2" && status.suffix().eq_ignore_ascii_case("xx")
}

/// The name of a parameter, unless it begins an expression: `Some(id)`, `id.len()`.
pub(super) fn parse_parameter(input: ParseStream<'_>) -> Option<Ident> {
    let parameter = input.call(Ident::parse_any).ok()?;
    // Between two names, a comma is missing.
    (input.is_empty() || input.peek(Token![,]) || input.peek(Ident::peek_any)).then_some(parameter)
}
