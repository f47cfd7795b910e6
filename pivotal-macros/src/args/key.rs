//! The keys of both attributes, and the errors for unknown ones.

use std::fmt;

use proc_macro2::Span;
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, LitStr, Token, Type};

use super::foreign_key::foreign_key;
use super::keys::Scope;
use super::pairs::{error_at, has_no_value};
use super::tokens::compact;
use super::values::not_idempotent;
use crate::suggest::nearest;

/// A key of `#[endpoint]` or `#[endpoints]`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Key {
    Response,
    Body(BodyKind),
    Header,
    Success,
    Error,
    /// `response(202)`, or `error(404)`, after its name is read.
    ResponseWithStatus,
    ErrorWithStatus,
    /// `form("field")`, after its name is read.
    FormField,
    Format,
    Until,
    Idempotent,
    Auth,
    Timeout,
    Api,
    Operation,
    Crate,
    Transport,
}

/// A kind of request body. Each has a key of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyKind {
    Json,
    Form,
    Multipart,
    Text,
    Bytes,
    Stream,
}

impl Key {
    /// The keys of `#[endpoint]`, in the order of the messages.
    const OF_METHOD: [Self; 18] = [
        Self::Response,
        Self::Body(BodyKind::Json),
        Self::Body(BodyKind::Form),
        Self::Body(BodyKind::Multipart),
        Self::Body(BodyKind::Text),
        Self::Body(BodyKind::Bytes),
        Self::Body(BodyKind::Stream),
        Self::Header,
        Self::Success,
        Self::Error,
        Self::Format,
        Self::Until,
        Self::Idempotent,
        Self::Auth,
        Self::Timeout,
        Self::Api,
        Self::Operation,
        Self::Crate,
    ];

    /// The keys of `#[endpoints]`, in the order of the messages.
    const OF_TRAIT: [Self; 9] = [
        Self::Api,
        Self::Error,
        Self::Format,
        Self::Header,
        Self::Success,
        Self::Auth,
        Self::Timeout,
        Self::Transport,
        Self::Crate,
    ];

    /// The name of the key, and the key with a value, as messages suggest it.
    fn name_and_example(self) -> (&'static str, &'static str) {
        match self {
            Self::Response => ("response", "`response = Type`"),
            Self::Body(BodyKind::Json) => ("body", "`body = parameter`"),
            Self::Body(BodyKind::Form) => ("form", "`form = parameter`"),
            Self::Body(BodyKind::Multipart) => ("multipart", "`multipart = parameter`"),
            Self::Body(BodyKind::Text) => ("text", "`text = parameter`"),
            Self::Body(BodyKind::Bytes) => ("bytes", "`bytes = parameter`"),
            Self::Body(BodyKind::Stream) => ("stream", "`stream = parameter`"),
            Self::Header => ("header", "`header(\"Name\") = parameter` or `header(\"Name\") = \"value\"`"),
            Self::Success => {
                ("success", "a status, a range or a list, as in `success = [200..=299, 404]`; without it, any 2xx")
            }
            Self::Error => ("error", "`error = Type`"),
            Self::ResponseWithStatus => ("response(...)", "`response(STATUS) = Type`"),
            Self::ErrorWithStatus => ("error(...)", "`error(STATUS) = Type`"),
            Self::FormField => ("form(...)", "`form(\"field\") = parameter` or `form(\"field\") = \"value\"`"),
            Self::Format => ("format", "`format = Type`"),
            Self::Until => ("until", "`until = \"[DONE]\"`"),
            Self::Idempotent => ("idempotent", "`idempotent`"),
            Self::Auth => ("auth", "`auth = none` to send no credentials, or remove it to send those of the client"),
            Self::Timeout => ("timeout", "`timeout = \"90s\"`, with the unit `ms`, `s`, `m` or `h`"),
            Self::Api => ("api", "`api = VALUE`, the name of an `Api`"),
            Self::Operation => ("operation", "`operation = \"operation-id\"`"),
            Self::Crate => ("crate", "`crate = ::path::to::pivotal_runtime`"),
            Self::Transport => ("transport", "`transport = DynTransport` or another trait"),
        }
    }

    fn name(self) -> &'static str {
        self.name_and_example().0
    }

    pub(super) fn example(self) -> &'static str {
        self.name_and_example().1
    }

    /// The example with what is written in the parentheses of the key: a status, or the name of a header or of a field.
    pub(super) fn example_with(self, written: Option<&dyn ToTokens>) -> String {
        let Some(written) = written.map(|tokens| tokens.to_token_stream().to_string()) else {
            return self.example().to_owned();
        };
        ["STATUS", "\"Name\"", "\"field\""]
            .iter()
            .fold(self.example().to_owned(), |example, name| example.replace(name, &written))
    }

    /// The key with a status, for messages.
    pub(super) fn of_one_status(self) -> Self {
        if self == Self::Error { Self::ErrorWithStatus } else { Self::ResponseWithStatus }
    }

    /// The key with the name of a header or of a field, for messages: `header("If-Match")`.
    pub(crate) fn with_name(self, name: &str) -> String {
        let key = if self == Self::FormField { Self::Body(BodyKind::Form) } else { self };
        format!("{key}({name:?})")
    }

    /// The value of a header or of a field, for messages.
    pub(crate) fn value_name(self) -> &'static str {
        if self == Self::FormField { "form value" } else { "header value" }
    }

    /// Reads a key, and checks that this attribute has it.
    pub(crate) fn parse(scope: Scope<'_>, input: ParseStream<'_>) -> syn::Result<(Self, Span)> {
        let keys = scope.keys();
        let Ok(ident) = input.call(Ident::parse_any) else { return Err(not_a_key(scope, input)) };
        let name = ident.to_string();
        match Self::find(&name, keys) {
            Some(key) => Ok((key, ident.span())),
            None => Err(foreign_key(&ident, scope, input)
                .unwrap_or_else(|| syn::Error::new_spanned(ident, unknown_key(&name, scope, input)))),
        }
    }

    /// The key of `#[endpoint]` with this name.
    pub(super) fn of_method(name: &str) -> Option<Self> {
        Self::find(name, &Self::OF_METHOD)
    }

    fn find(name: &str, keys: &[Self]) -> Option<Self> {
        keys.iter().copied().find(|key| key.name() == name)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Scope<'_> {
    fn keys(self) -> &'static [Key] {
        match self {
            Self::Method { .. } => &Key::OF_METHOD,
            Self::Trait => &Key::OF_TRAIT,
        }
    }

    /// `expected one of ...`
    fn expected(self) -> String {
        let expected = match self {
            Self::Method { .. } => "",
            Self::Trait => "the common path in quotes, or ",
        };
        let names: Vec<_> = self.keys().iter().map(|key| key.name()).collect();
        format!("expected {expected}one of `{}`", names.join("`, `"))
    }
}

//     , -> Customer
//     , ,
//
/// The error for a token that is not a word.
fn not_a_key(scope: Scope<'_>, input: ParseStream<'_>) -> syn::Error {
    let ahead = input.fork();
    if let Ok(arrow) = ahead.parse::<Token![->]>()
        && let Ok(ty) = ahead.parse::<Type>()
    {
        let ty = compact(ty.to_token_stream());
        let message = format!("a response type has a key; write `response = {ty}` for `-> {ty}`");
        return syn::Error::new_spanned(arrow, message);
    }
    if input.peek(Token![,]) {
        return error_at(input, "one `,` separates two arguments; remove this one");
    }
    let text = input.fork().parse::<LitStr>().map(|literal| literal.value()).unwrap_or_default();
    let message = match Key::find(&text, scope.keys()) {
        Some(key) => format!("a key is written without quotes; write `{key}`"),
        None => scope.expected(),
    };
    error_at(input, message)
}

//     respons = Customer
//     no_auth
//     path = "/api/v1"
//
fn unknown_key(name: &str, scope: Scope<'_>, input: ParseStream<'_>) -> String {
    match scope {
        Scope::Method { http_method, .. } if is_negated_idempotent(name) => return not_idempotent(http_method, name),
        Scope::Trait if Key::find(name, &Key::OF_METHOD).is_some() => {
            return format!("`{name}` belongs to one method; write it in the `#[endpoint]` of that method");
        }
        Scope::Trait => {
            if let Some(path) = common_path(name, input) {
                return format!("the common path has no key; write `{path:?}` for `{name} = {path:?}`");
            }
        }
        Scope::Method { .. } => {}
    }
    match intended(name, scope.keys(), input) {
        Some(candidate) => format!("unknown key `{name}`; write `{candidate}`"),
        None => format!("unknown key `{name}`; {}", scope.expected()),
    }
}

/// `non_idempotent`, `unidempotent`
fn is_negated_idempotent(name: &str) -> bool {
    name.strip_suffix(Key::Idempotent.name()).is_some_and(|before| before.starts_with("no") || before.starts_with("un"))
}

/// The intended key: a synonym from another library, or a misspelled name.
fn intended(name: &str, keys: &[Key], input: ParseStream<'_>) -> Option<&'static str> {
    let synonym = match name {
        "json" | "data" | "payload" | "json_body" => Key::Body(BodyKind::Json),
        "return" | "returns" | "returning" | "result" | "output" | "response_type" | "response_model" => Key::Response,
        "status" | "statuses" | "status_code" | "code" => Key::Success,
        "field" | "form_field" => Key::Body(BodyKind::Form),
        "deadline" => Key::Timeout,
        "end" | "end_marker" | "done" | "sentinel" => Key::Until,
        "no_auth" | "noauth" | "without_auth" | "skip_auth" if has_no_value(input) => return Some("auth = none"),
        _ => return nearest(name, keys.iter().map(|key| key.name())),
    };
    keys.contains(&synonym).then(|| synonym.name())
}

/// The path in `path = "/api/v1"`.
fn common_path(name: &str, input: ParseStream<'_>) -> Option<String> {
    let is_path = matches!(name, "path" | "prefix" | "base" | "base_path" | "root" | "url" | "template");
    let ahead = input.fork();
    let value = ahead.parse::<Token![=]>().and_then(|_| ahead.parse::<LitStr>()).ok()?.value();
    (is_path && value.starts_with('/')).then_some(value)
}
