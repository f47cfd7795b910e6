//! The declaration of an endpoint, as a constant that all its calls share.

mod setters;

use std::fmt;
use std::ops::RangeInclusive;
use std::time::Duration;

use http::{Method, StatusCode};

use crate::{Api, Error};

/// The declaration of an endpoint: everything that is the same in all its calls.
///
/// The [`endpoint`](crate::endpoint) attribute creates one for each method. Every [`Request`] and [`Error`] of the method
/// refers to it.
///
/// Its `Display` is the declared request line without the query, such as `DELETE /api/v1/customers/<id>`. It contains no
/// value of a call, so it can be logged.
///
/// ```
/// use pivotal_runtime::Endpoint;
/// use pivotal_runtime::http::Method;
///
/// static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/customers/<id>?<fields>", "customer");
/// assert_eq!(ENDPOINT.to_string(), "GET /customers/<id>");
/// assert_eq!(ENDPOINT.operation(), "customer");
/// assert!(ENDPOINT.is_idempotent());
/// ```
///
/// [`Request`]: crate::Request
/// [`Error`]: crate::Error
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[expect(clippy::struct_excessive_bools, reason = "each is a key of the declaration")]
pub struct Endpoint {
    method: EndpointMethod,
    template: &'static str,
    operation: &'static str,
    headers: &'static [&'static str],
    fixed_headers: &'static [&'static str],
    sends_header_map: bool,
    content_type: Option<&'static str>,
    body: Option<&'static str>,
    body_kind: Option<BodyKind>,
    is_formatted: bool,
    form_fields: &'static [&'static str],
    fixed_form_fields: &'static [&'static str],
    until: Option<&'static str>,
    success: &'static [RangeInclusive<u16>],
    typed_statuses: &'static [u16],
    sends_credentials: bool,
    idempotent: bool,
    timeout: Option<Duration>,
    api: Option<&'static Api>,
}

/// The HTTP method of an endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum EndpointMethod {
    Standard(Method),
    /// A method that `http` has no constant for.
    Custom(&'static str),
}

/// A parameter of an endpoint, as [`Endpoint::parameters`] returns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EndpointParameter {
    /// The part of the request that contains it.
    pub location: Location,
    /// Its name in the request.
    ///
    /// It is the placeholder, the key in the query, the header, or the field of a form. For the body and for fields of a
    /// query, it is the name of the method's parameter.
    pub name: &'static str,
}

/// The location of a parameter in a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Location {
    /// The path.
    Path,
    /// The query.
    Query,
    /// A header.
    Header,
    /// A field of a form in the body.
    Form,
    /// The body.
    Body,
}

/// The kind of a request body, which is its key in the declaration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BodyKind {
    /// `body = name`: JSON, or another [`Format`](crate::Format).
    Value,
    /// `form = name` and `form("field") = name`: `application/x-www-form-urlencoded`.
    Form,
    /// `multipart = name`: `multipart/form-data`, or `multipart/related`.
    Multipart,
    /// `text = name`: `text/plain`.
    Text,
    /// `bytes = name`: `application/octet-stream`.
    Bytes,
    /// `stream = name`: `application/octet-stream`, or `application/x-ndjson`.
    Stream,
}

impl Endpoint {
    /// Creates an endpoint that sends credentials and treats any 2xx as a success.
    ///
    /// It follows the conventions of the client that it is called on. The arguments are the method, the path and query with
    /// placeholders, and the operation.
    #[must_use]
    pub const fn new(method: Method, template: &'static str, operation: &'static str) -> Self {
        Self::with_method(EndpointMethod::Standard(method), template, operation)
    }

    /// Creates an endpoint with a method of another name, such as `PURGE`.
    ///
    /// It is not idempotent. A name that is not a token (RFC 9110, section 9.1) makes each call an error.
    #[must_use]
    pub const fn custom(method: &'static str, template: &'static str, operation: &'static str) -> Self {
        Self::with_method(EndpointMethod::Custom(method), template, operation)
    }

    const fn with_method(method: EndpointMethod, template: &'static str, operation: &'static str) -> Self {
        Self {
            method,
            template,
            operation,
            headers: &[],
            fixed_headers: &[],
            sends_header_map: false,
            content_type: None,
            body: None,
            body_kind: None,
            is_formatted: false,
            form_fields: &[],
            fixed_form_fields: &[],
            until: None,
            success: &[],
            typed_statuses: &[],
            sends_credentials: true,
            idempotent: false,
            timeout: None,
            api: None,
        }
    }

    /// Returns the name of the HTTP method, such as `GET`.
    #[must_use]
    pub fn method(&self) -> &str {
        match &self.method {
            EndpointMethod::Standard(method) => method.as_str(),
            EndpointMethod::Custom(name) => name,
        }
    }

    /// Returns the HTTP method; `None` if `http` has no constant for it.
    pub(crate) const fn standard_method(&self) -> Option<&Method> {
        match &self.method {
            EndpointMethod::Standard(method) => Some(method),
            EndpointMethod::Custom(_) => None,
        }
    }

    /// Returns the HTTP method if `http` has no constant for it; an error if its name is not a token.
    pub(crate) fn custom_method(&self) -> Option<Result<Box<Method>, Error>> {
        match &self.method {
            EndpointMethod::Standard(_) => None,
            EndpointMethod::Custom(name) => Some(parse_method(name)),
        }
    }

    /// Returns the path and query as declared, with their placeholders.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// The path as declared, without the query; `None` if the request has no declaration.
    #[cfg(any(feature = "tracing", feature = "metrics"))]
    pub(crate) fn path_template(&self) -> Option<&'static str> {
        let path = self.template.split('?').next().unwrap_or_default();
        Some(path).filter(|path| *path != crate::request::UNDECLARED)
    }

    /// Returns the operation: by default, the name of the method.
    ///
    /// The key `operation` of the declaration sets it, for instance to the `operationId` of an OpenAPI document.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        self.operation
    }

    /// Returns the parameters, in the order in which they are sent.
    ///
    /// ```
    /// use pivotal_runtime::Endpoint;
    /// use pivotal_runtime::http::Method;
    /// use pivotal_runtime::parameter::Location;
    ///
    /// static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/customers/<id>?page_size=<limit>&sort=name", "list");
    /// let parameters: Vec<_> = ENDPOINT.parameters().map(|p| (p.location, p.name)).collect();
    /// assert_eq!(parameters, [(Location::Path, "id"), (Location::Query, "page_size")]);
    /// ```
    pub fn parameters(&self) -> impl Iterator<Item = EndpointParameter> + use<> {
        let (path, query) = self.template.split_once('?').unwrap_or((self.template, ""));
        let path = path.split('<').skip(1).filter_map(|rest| rest.split('>').next());
        // `<name..>`, `<name:csv>`
        let placeholder = |name: &'static str| name.split([':', '.']).next().unwrap_or(name);
        let path = path.map(placeholder);
        let query = query.split('&').filter(|pair| pair.contains('<')).map(move |pair| match pair.split_once("=<") {
            Some((key, _)) => key,
            // `<name>`, or `prefix[<name..>]`
            None => placeholder(pair.split(['<', '>']).nth(1).unwrap_or(pair)),
        });
        let parameter = |location| move |name| EndpointParameter { location, name };
        path.map(parameter(Location::Path))
            .chain(query.map(parameter(Location::Query)))
            .chain(self.headers.iter().copied().map(parameter(Location::Header)))
            .chain(self.form_fields.iter().copied().map(parameter(Location::Form)))
            .chain(self.body.map(parameter(Location::Body)))
    }

    /// Returns the names of the headers that have a fixed value.
    ///
    /// Those of the [`Api`] are not included.
    #[must_use]
    pub const fn fixed_header_names(&self) -> &'static [&'static str] {
        self.fixed_headers
    }

    /// Returns whether the endpoint sends headers whose names are known only at run time.
    ///
    /// The declaration is `header(..) = name`.
    #[must_use]
    pub const fn sends_header_map(&self) -> bool {
        self.sends_header_map
    }

    /// Returns the kind of the body; `None` if the request has no body.
    ///
    /// ```
    /// use pivotal_runtime::parameter::BodyKind;
    /// use pivotal_runtime::{Client, Error, endpoints};
    ///
    /// #[endpoints]
    /// trait Notes {
    ///     #[endpoint(POST, "/notes", text = note, response = ())]
    ///     async fn write(&self, note: &str) -> Result<(), Error>;
    /// }
    ///
    /// assert_eq!(<Client as Notes>::ENDPOINTS[0].body_kind(), Some(BodyKind::Text));
    /// ```
    #[must_use]
    pub const fn body_kind(&self) -> Option<BodyKind> {
        self.body_kind
    }

    /// Returns the fixed media type of the body; `None` if that of the [kind](Self::body_kind) applies.
    #[must_use]
    pub const fn content_type(&self) -> Option<&'static str> {
        self.content_type
    }

    /// Returns whether the body is written in another format than JSON.
    #[must_use]
    pub const fn is_formatted(&self) -> bool {
        self.is_formatted
    }

    /// Returns the fields of a form that have a fixed value.
    #[must_use]
    pub const fn fixed_form_field_names(&self) -> &'static [&'static str] {
        self.fixed_form_fields
    }

    /// Returns whether a parameter is sent in this header.
    pub(crate) fn sends_header(&self, name: &str) -> bool {
        self.headers.iter().any(|header| header.eq_ignore_ascii_case(name))
    }

    /// Returns the data, or the name, of the event that ends a stream of events.
    ///
    /// It is `None` if such a stream ends with its body.
    #[must_use]
    pub const fn end_marker(&self) -> Option<&'static str> {
        self.until
    }

    /// Returns the statuses that are declared a success; empty for any 2xx.
    #[must_use]
    pub const fn success_statuses(&self) -> &'static [RangeInclusive<u16>] {
        self.success
    }

    /// Returns the statuses that have a type of their own, of a success or of an error.
    ///
    /// Those that a trait sets for all of its methods are not included.
    #[must_use]
    pub const fn typed_statuses(&self) -> &'static [u16] {
        self.typed_statuses
    }

    /// Returns whether a request can be sent twice.
    ///
    /// The reason is its method (RFC 9110, section 9.2.2), or the key `idempotent` of the declaration.
    #[must_use]
    pub fn is_idempotent(&self) -> bool {
        self.idempotent || matches!(&self.method, EndpointMethod::Standard(method) if method.is_idempotent())
    }

    /// Returns whether the client sends its credentials.
    #[must_use]
    pub const fn sends_credentials(&self) -> bool {
        self.sends_credentials
    }

    /// Returns the declared timeout of a call; `None` if the client's applies.
    #[must_use]
    pub const fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// Returns the API whose conventions apply; `None` if those of the client apply.
    #[must_use]
    pub const fn api(&self) -> Option<&'static Api> {
        self.api
    }

    /// Returns whether this status is a success.
    ///
    /// That is one of the declared statuses or, if none is declared, any 2xx (RFC 9110, section 15.3).
    #[must_use]
    pub fn is_success(&self, status: StatusCode) -> bool {
        if self.success.is_empty() {
            status.is_success()
        } else {
            self.success.iter().any(|statuses| statuses.contains(&status.as_u16()))
        }
    }
}

#[cold]
fn parse_method(name: &str) -> Result<Box<Method>, Error> {
    check_method(name).map_err(Error::config)?;
    Method::from_bytes(name.as_bytes())
        .map(Box::new)
        .map_err(|_| Error::config(format!("the method `{}` is not a token; use letters and `-`", name.escape_debug())))
}

/// Rejects the methods whose requests have another meaning, or whose responses contain the request.
pub(crate) fn check_method(name: &str) -> Result<(), String> {
    match name {
        "CONNECT" => Err("the method `CONNECT` opens a tunnel; set a proxy in the HTTP client".to_owned()),
        "TRACE" => Err("the response to `TRACE` would contain the credentials; use another method".to_owned()),
        _ => Ok(()),
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.template.split('?').next().unwrap_or_default();
        write!(f, "{} {path}", self.method())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_have_the_names_of_the_request() {
        static ENDPOINT: Endpoint = Endpoint::new(
            Method::GET,
            "/v<major>.<minor>/<path..>/end?user.name=<n>&filter:eq=<f:json>&<ids:csv>&<rest..>&in[<fields..>]&x=1",
            "get",
        )
        .headers(&["X-A.b"]);
        let names: Vec<_> = ENDPOINT.parameters().map(|parameter| parameter.name).collect();
        let expected = ["major", "minor", "path", "user.name", "filter:eq", "ids", "rest", "fields", "X-A.b"];
        assert_eq!(names, expected);
    }
}
