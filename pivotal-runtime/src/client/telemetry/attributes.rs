//! The attributes of an attempt, by the OpenTelemetry conventions for HTTP clients.

use http::{Method, StatusCode};

use super::Outgoing;
use crate::response::ExpectedResponse;
use crate::{Endpoint, Error, ErrorKind};

/// The value that replaces those of placeholders and of the query in a URL.
const REDACTED: &str = "REDACTED";

/// The name of a method: one of the standard methods, or one that the endpoint declares.
pub(super) struct MethodName<'a> {
    pub(super) known: &'a str,
    /// The method as it is sent, if it is not known.
    pub(super) original: Option<&'a str>,
}

impl<'a> MethodName<'a> {
    pub(super) fn new(endpoint: &Endpoint, method: &'a Method) -> Self {
        const STANDARD: [Method; 10] = [
            Method::GET,
            Method::POST,
            Method::PUT,
            Method::DELETE,
            Method::HEAD,
            Method::OPTIONS,
            Method::CONNECT,
            Method::PATCH,
            Method::TRACE,
            Method::QUERY,
        ];
        let name = method.as_str();
        if STANDARD.contains(method) || endpoint.method() == name {
            Self { known: name, original: None }
        } else {
            Self { known: "_OTHER", original: Some(name) }
        }
    }

    /// The start of the name of a span.
    fn of_span(&self) -> &'a str {
        if self.original.is_some() { "HTTP" } else { self.known }
    }
}

/// The name of a span: `{method} {url.template}`, or the method alone.
#[cfg(feature = "tracing")]
pub(super) fn span_name(method: &MethodName<'_>, template: Option<&str>) -> String {
    match template {
        Some(template) => format!("{} {template}", method.of_span()),
        None => method.of_span().to_owned(),
    }
}

/// The path of the template; `None` if the request was not made from it.
pub(super) fn template(endpoint: &Endpoint, is_redirected: bool) -> Option<&'static str> {
    if is_redirected { None } else { endpoint.path_template() }
}

impl Outgoing<'_> {
    pub(super) fn method_name(&self) -> MethodName<'_> {
        MethodName::new(self.endpoint, self.method)
    }

    /// The path of the template; `None` if the request was not made from it.
    pub(super) fn template(&self) -> Option<&'static str> {
        template(self.endpoint, self.is_redirected)
    }

    /// The URL without values of the call: the origin, and the template without placeholders and query.
    #[cfg(feature = "tracing")]
    pub(super) fn redacted_url(&self) -> String {
        let mut url = self.target.origin().to_owned();
        if !self.is_on_base_url {
            url.push('/');
            url.push_str(REDACTED);
            return url;
        }
        if self.target.base().path().is_some() {
            url.push('/');
            url.push_str(REDACTED);
        }
        let mut rest = self.endpoint.path_template().unwrap_or("/<path>");
        while let Some((fixed, placeholder)) = rest.split_once('<') {
            url.push_str(fixed);
            url.push_str(REDACTED);
            rest = placeholder.split_once('>').map_or("", |(_, rest)| rest);
        }
        url.push_str(rest);
        url
    }
}

/// The `error.type` of an attempt or a call.
pub(super) enum ErrorType {
    Status(StatusCode),
    Kind(ErrorKind),
}

impl ErrorType {
    /// The type of an error: its status, unless that is a success.
    pub(super) fn new(error: &Error, endpoint: &'static Endpoint, expected: &ExpectedResponse) -> Self {
        match own_status(error, endpoint).filter(|status| !expected.is_value(endpoint, *status)) {
            Some(status) => Self::Status(status),
            None => Self::Kind(error.kind()),
        }
    }

    pub(super) fn as_str(&self) -> &str {
        match self {
            Self::Status(status) => status.as_str(),
            Self::Kind(kind) => kind.as_str(),
        }
    }
}

/// Returns the status of an error of this endpoint. Credentials and layers can make calls of their own, which fail with the
/// status of another endpoint.
pub(super) fn own_status(error: &Error, endpoint: &'static Endpoint) -> Option<StatusCode> {
    let is_own = error.endpoint().is_none_or(|of_error| std::ptr::eq(of_error, endpoint));
    error.status().filter(|_| is_own)
}

/// Returns whether an attempt with this status failed: the method does not return it, and it is one of an error.
pub(super) fn is_failure(status: StatusCode, is_value: bool) -> bool {
    !is_value && (status.is_client_error() || status.is_server_error())
}
