//! What a declaration says, as a value: known at compile time, shared by every call.

use std::fmt;
use std::time::Duration;

use http::{Method, StatusCode};

use crate::Api;

/// One declared endpoint: the part of a call that is the same each time.
///
/// The [`endpoint`](crate::endpoint) attribute makes one for each method, and every [`Request`] and
/// [`Error`] of that method refers to it. Its `Display` is the start of the request line as it was
/// declared, `DELETE /api/v1/customers/<id>`, with no value of any call in it, so it can be logged.
///
/// [`Request`]: crate::Request
/// [`Error`]: crate::Error
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Endpoint {
    method: Method,
    template: &'static str,
    operation: &'static str,
    headers: &'static [&'static str],
    body: Option<&'static str>,
    success: &'static [u16],
    sends_credentials: bool,
    idempotent: bool,
    timeout: Option<Duration>,
    api: Option<&'static Api>,
}

/// What a call fills in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EndpointParameter {
    /// Where it is sent.
    pub location: Location,
    /// Its name there: that of the placeholder, the key in the query, the header. For the body and for fields of a
    /// query, the name of the method's parameter.
    pub name: &'static str,
}

/// Where a parameter is sent, in the words of `OpenAPI`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header.
    Header,
    /// As the body.
    Body,
}

impl Endpoint {
    /// An endpoint that sends credentials, follows the conventions of the client that it is called on, and treats any 2xx as
    /// a success.
    #[must_use]
    pub const fn new(method: Method, template: &'static str, operation: &'static str) -> Self {
        Self {
            method,
            template,
            operation,
            headers: &[],
            body: None,
            success: &[],
            sends_credentials: true,
            idempotent: false,
            timeout: None,
            api: None,
        }
    }

    /// Sends parameters in these headers.
    #[must_use]
    pub const fn headers(mut self, names: &'static [&'static str]) -> Self {
        self.headers = names;
        self
    }

    /// Sends this parameter as the body.
    #[must_use]
    pub const fn body(mut self, parameter: &'static str) -> Self {
        self.body = Some(parameter);
        self
    }

    /// Takes these statuses, and no other, for a success.
    #[must_use]
    pub const fn success(mut self, statuses: &'static [u16]) -> Self {
        self.success = statuses;
        self
    }

    /// Does the same if it is sent twice, though its method does not promise that.
    #[must_use]
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Sends no credentials (`auth = none`).
    #[must_use]
    pub const fn without_credentials(mut self) -> Self {
        self.sends_credentials = false;
        self
    }

    /// Limits the duration of a call (`timeout = "90s"`).
    #[must_use]
    pub const fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Follows the conventions of this API (`api = VALUE`).
    #[must_use]
    pub const fn with_api(mut self, api: &'static Api) -> Self {
        self.api = Some(api);
        self
    }

    /// The HTTP method.
    #[must_use]
    pub const fn method(&self) -> &Method {
        &self.method
    }

    /// The path and query as declared, placeholders and all.
    #[must_use]
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// The `operationId` of the OpenAPI document if the declaration gives it, else the method's name.
    #[must_use]
    pub const fn operation(&self) -> &'static str {
        self.operation
    }

    /// What a call fills in, in the order in which it is sent.
    ///
    /// ```
    /// use pivotal_runtime::http::Method;
    /// use pivotal_runtime::{Endpoint, Location};
    ///
    /// static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/customers/<id>?page_size=<limit>&sort=name", "list");
    /// let parameters: Vec<_> = ENDPOINT.parameters().map(|p| (p.location, p.name)).collect();
    /// assert_eq!(parameters, [(Location::Path, "id"), (Location::Query, "page_size")]);
    /// ```
    pub fn parameters(&self) -> impl Iterator<Item = EndpointParameter> + use<> {
        let (path, query) = self.template.split_once('?').unwrap_or((self.template, ""));
        let path = path.split('<').skip(1).filter_map(|rest| rest.split('>').next());
        let query = query.split('&').filter(|pair| pair.contains('<')).map(|pair| match pair.split_once('=') {
            Some((key, _)) => key,
            None => pair.trim_matches(['<', '>']),
        });
        let of = |location| move |name: &'static str| EndpointParameter { location, name: name.trim_end_matches("..") };
        path.map(of(Location::Path))
            .chain(query.map(of(Location::Query)))
            .chain(self.headers.iter().copied().map(of(Location::Header)))
            .chain(self.body.map(of(Location::Body)))
    }

    /// Returns whether a parameter is sent in this header.
    pub(crate) fn sends_header(&self, name: &str) -> bool {
        self.headers.iter().any(|header| header.eq_ignore_ascii_case(name))
    }

    /// The statuses that are declared a success; none stands for any 2xx.
    #[must_use]
    pub const fn success_statuses(&self) -> &'static [u16] {
        self.success
    }

    /// Returns whether a request may be sent twice: because of its method (RFC 9110, section 9.2.2), or because the
    /// declaration says `idempotent`.
    #[must_use]
    pub fn is_idempotent(&self) -> bool {
        self.idempotent || self.method.is_idempotent()
    }

    /// Returns whether the client sends its credentials.
    #[must_use]
    pub const fn sends_credentials(&self) -> bool {
        self.sends_credentials
    }

    /// The declared timeout of a call; `None` for that of the client.
    #[must_use]
    pub const fn timeout(&self) -> Option<Duration> {
        self.timeout
    }

    /// The API whose conventions it follows; `None` for those of the client that it is called on.
    #[must_use]
    pub const fn api(&self) -> Option<&'static Api> {
        self.api
    }

    /// Returns whether an answer with this status is a success: one of the declared statuses or, where none
    /// is declared, any 2xx (RFC 9110, section 15.3).
    #[must_use]
    pub fn is_success(&self, status: StatusCode) -> bool {
        if self.success.is_empty() { status.is_success() } else { self.success.contains(&status.as_u16()) }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.template.split('?').next().unwrap_or_default();
        write!(f, "{} {path}", self.method)
    }
}
