//! `key = value, ...`

use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitInt, LitStr, Path, Token, Type, parenthesized, token};

use super::pairs::{equals, error_at, expected, no_quotes, read_all};
use super::values::{
    API_EXAMPLE, is_alone, not_a_header_value, not_idempotent, parse_api, parse_auth, parse_success, status_in_quotes,
    value_of_idempotent,
};
use crate::diagnostics::Diagnostics;
use crate::near_miss::nearest;

const KEYS: [&str; 15] = [
    "response",
    "body",
    "form",
    "multipart",
    "text",
    "bytes",
    "stream",
    "header",
    "success",
    "error",
    "idempotent",
    "auth",
    "api",
    "operation",
    "crate",
];

/// The pairs after the template.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) response: Option<Type>,
    pub(crate) body: Option<Body>,
    pub(crate) headers: Vec<Header>,
    pub(crate) success: Vec<LitInt>,
    pub(crate) error: Option<Type>,
    pub(crate) idempotent: Option<Ident>,
    pub(crate) no_auth: bool,
    /// The `Api` of the endpoint.
    pub(crate) api: Option<Path>,
    pub(crate) operation: Option<LitStr>,
    pub(crate) root: Option<Path>,
    /// Whether every pair was valid.
    pub(crate) complete: bool,
    /// The keys as written, to notice the second of a kind.
    given: Vec<Ident>,
}

/// `body = parameter`, or another kind of body.
pub(crate) struct Body {
    pub(crate) key: Ident,
    pub(crate) parameter: Ident,
}

/// `header("Name") = source`
pub(crate) enum Header {
    /// `header("Name") = "value"`
    Literal { name: LitStr, value: LitStr },
    /// `header("Name") = parameter`
    Parameter { name: LitStr, parameter: Ident },
    /// `header(..) = parameter`: all headers of a map.
    Map { parameter: Ident },
}

impl Keys {
    /// Reads pairs to the end of the input.
    pub(super) fn parse(method: &Ident, input: ParseStream<'_>, problems: &mut Diagnostics) -> Self {
        let mut keys = Self::default();
        keys.complete = read_all(input, problems, |input, _| keys.parse_pair(method, input));
        keys
    }

    /// The parameters that headers and the body name.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = String> {
        let in_headers = self.headers.iter().filter_map(|header| match header {
            Header::Literal { .. } => None,
            Header::Parameter { parameter, .. } | Header::Map { parameter } => Some(parameter),
        });
        let in_body = self.body.iter().map(|body| &body.parameter);
        in_headers.chain(in_body).map(|parameter| parameter.unraw().to_string())
    }

    fn parse_pair(&mut self, method: &Ident, input: ParseStream<'_>) -> syn::Result<()> {
        let Ok(key) = input.call(Ident::parse_any) else {
            return Err(error_at(input, not_a_key(input)));
        };
        let name = key.to_string();
        if name == "header" {
            self.headers.push(parse_header(&key, input)?);
            return Ok(());
        }
        if !KEYS.contains(&name.as_str()) {
            return Err(unknown(&key, method, input));
        }
        if self.given.contains(&key) {
            return Err(syn::Error::new_spanned(&key, format!("`{name}` is given twice; keep one of them")));
        }
        self.given.push(key.clone());
        if name == "idempotent" {
            if input.peek(Token![=]) || input.peek(Token![:]) || input.peek(token::Paren) {
                return Err(value_of_idempotent(method, input));
            }
            self.idempotent = Some(key);
            return Ok(());
        }
        equals(&key, example(&name), input)?;
        if name == "auth" {
            self.no_auth = parse_auth(input)?;
            return Ok(());
        }
        if name == "api" {
            self.api = Some(parse_api(&key, input)?);
            return Ok(());
        }
        if name != "operation" {
            let quoted = no_quotes(&key, example(&name), input);
            quoted.map_err(|error| if name == "success" { status_in_quotes(input).unwrap_or(error) } else { error })?;
        }
        if is_body(&name) {
            return self.parse_body(key, input);
        }
        let value = self.parse_value(&name, input);
        value.map_err(|error| {
            let is_cut_off = input.is_empty() && matches!(name.as_str(), "response" | "error" | "crate");
            expected(example(&name), &key, is_cut_off, &error)
        })
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

    fn parse_value(&mut self, key: &str, input: ParseStream<'_>) -> syn::Result<()> {
        match key {
            "response" => self.response = Some(input.parse()?),
            "error" => self.error = Some(input.parse()?),
            "operation" => self.operation = Some(input.parse()?),
            "crate" => self.root = Some(input.call(Path::parse_mod_style)?),
            // "success", the only one that is left.
            _ => self.success = parse_success(input)?,
        }
        Ok(())
    }
}

/// `("Name") = source` or `(..) = parameter`
fn parse_header(key: &Ident, input: ParseStream<'_>) -> syn::Result<Header> {
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

/// The name of a parameter, unless it begins an expression: `Some(id)`, `id.len()`.
fn parse_parameter(input: ParseStream<'_>) -> Option<Ident> {
    let parameter = input.call(Ident::parse_any).ok()?;
    // Between two names, a comma is missing.
    (input.is_empty() || input.peek(Token![,]) || input.peek(Ident::peek_any)).then_some(parameter)
}

/// Returns whether a key names the body.
pub(crate) fn is_body(key: &str) -> bool {
    matches!(key, "body" | "form" | "multipart" | "text" | "bytes" | "stream")
}

fn example(key: &str) -> &'static str {
    match key {
        "response" => "`response = Type`",
        "body" => "`body = parameter`",
        "form" => "`form = parameter`",
        "multipart" => "`multipart = parameter`",
        "text" => "`text = parameter`",
        "bytes" => "`bytes = parameter`",
        "stream" => "`stream = parameter`",
        "error" => "`error = Type`",
        "header" => "`header(\"Name\") = parameter` or `header(\"Name\") = \"value\"`",
        "success" => "a status or a list, as in `success = [200, 201]`; without it, any 2xx",
        "auth" => "`auth = none` to send no credentials, or remove it to send those of the client",
        "api" => API_EXAMPLE,
        "operation" => "`operation = \"operation-id\"`",
        _ => "`crate = ::path::to::pivotal_runtime`",
    }
}

fn not_a_key(input: ParseStream<'_>) -> String {
    let text = input.fork().parse::<LitStr>().map(|literal| literal.value());
    match text {
        Ok(name) if KEYS.contains(&name.as_str()) => format!("a key is written without quotes; write `{name}`"),
        _ => format!("expected a key, one of `{}`", KEYS.join("`, `")),
    }
}

fn unknown(key: &Ident, method: &Ident, input: ParseStream<'_>) -> syn::Error {
    let name = key.to_string();
    let is_negation = |before: &str| before.starts_with("no") || before.starts_with("un");
    let message = if name.strip_suffix("idempotent").is_some_and(is_negation) {
        not_idempotent(method, &name)
    } else {
        // Names of the same thing in other libraries.
        let candidate = match name.as_str() {
            "json" => Some("body"),
            "status" | "statuses" | "code" => Some("success"),
            "no_auth" | "noauth" | "without_auth" | "skip_auth" if is_alone(input) => Some("auth = none"),
            _ => nearest(&name, KEYS),
        };
        match candidate {
            Some(candidate) => format!("unknown key `{name}`; write `{candidate}`"),
            None => format!("unknown key `{name}`; expected one of `{}`", KEYS.join("`, `")),
        }
    };
    syn::Error::new_spanned(key, message)
}
