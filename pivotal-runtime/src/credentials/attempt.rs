//! One attempt, to which credentials are added.

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method};

use crate::Endpoint;
use crate::base_url::Target;
use crate::request::with_query;

/// One attempt of a call, to which [`Credentials`](crate::Credentials) are added.
///
/// `Debug` prints only the endpoint.
///
/// ```
/// use pivotal_runtime::http::{HeaderName, HeaderValue};
/// use pivotal_runtime::{Applied, Attempt, Credentials, Error};
///
/// /// Sends the length of the body, as an API with signatures could require it.
/// struct BodyLength;
///
/// impl Credentials for BodyLength {
///     fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
///         let Some(body) = attempt.body() else {
///             return Err(Error::config("a stream has no length"));
///         };
///         let length = HeaderValue::from(body.len());
///         attempt.set_header(HeaderName::from_static("x-body-length"), length);
///         Ok(Applied::Done)
///     }
/// }
/// ```
pub struct Attempt<'a> {
    endpoint: &'static Endpoint,
    method: &'a Method,
    target: &'a mut dyn AttemptTarget,
    headers: &'a mut HeaderMap,
    body: Option<&'a Bytes>,
    added: &'a mut Added,
}

/// A [`Target`] of any lifetime.
trait AttemptTarget: Send {
    fn host(&self) -> &str;
    fn path_and_query(&self) -> &str;
    fn path_and_query_mut(&mut self) -> &mut String;
}

impl AttemptTarget for Target<'_> {
    fn host(&self) -> &str {
        Target::host(self)
    }

    fn path_and_query(&self) -> &str {
        Target::path_and_query(self)
    }

    fn path_and_query_mut(&mut self) -> &mut String {
        Target::path_and_query_mut(self)
    }
}

/// The values that credentials added, which errors remove from text of the server. It is part of the future of a call, so it
/// must be small.
#[derive(Clone, Default)]
pub(crate) struct Added {
    /// The first header, without an allocation.
    pub(crate) header: Option<HeaderValue>,
    #[expect(clippy::box_collection, reason = "a third of the size")]
    others: Option<Box<Vec<String>>>,
}

impl Added {
    /// All values but the first header.
    pub(crate) fn others(&self) -> &[String] {
        self.others.as_deref().map_or(&[], Vec::as_slice)
    }
}

impl<'a> Attempt<'a> {
    pub(crate) fn new(
        endpoint: &'static Endpoint,
        method: &'a Method,
        target: &'a mut Target<'_>,
        headers: &'a mut HeaderMap,
        body: Option<&'a Bytes>,
        added: &'a mut Added,
    ) -> Self {
        Self { endpoint, method, target, headers, body, added }
    }
}

impl Attempt<'_> {
    /// Returns the endpoint that is called.
    #[must_use]
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Returns the HTTP method as it is sent.
    ///
    /// After a redirect, it can be `GET` although the endpoint has another method.
    #[must_use]
    pub fn method(&self) -> &Method {
        self.method
    }

    /// Returns the host, with the port if the URL has one.
    #[must_use]
    pub fn host(&self) -> &str {
        self.target.host()
    }

    /// Returns the path and query as they are sent, percent-encoded.
    ///
    /// They include the path of the base URL.
    #[must_use]
    pub fn path_and_query(&self) -> &str {
        self.target.path_and_query()
    }

    /// Returns the headers as they are sent.
    ///
    /// They do not include those that the HTTP client adds, such as `Host`.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.headers
    }

    /// Returns the body; `None` if it is a stream, which can be read only once.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.body
    }

    /// Sets a header, and marks its value as sensitive.
    ///
    /// Errors show `[redacted]` where text of the server contains the value.
    pub fn set_header(&mut self, name: HeaderName, mut value: HeaderValue) {
        value.set_sensitive(true);
        match &self.added.header {
            None => self.added.header = Some(value.clone()),
            Some(_) => self.hide(String::from_utf8_lossy(value.as_bytes())),
        }
        self.headers.insert(name, value);
    }

    /// Sets a pair of the query, percent-encoded.
    ///
    /// It replaces pairs of that name, which a URL from the server can contain. Errors show `[redacted]` where text of the
    /// server contains the value.
    pub fn set_query(&mut self, name: &str, value: &str) {
        let target = self.target.path_and_query_mut();
        *target = with_query(target, &[(name, value)]);
        self.hide(value);
    }

    /// Removes a secret of 8 bytes or more from the text of errors.
    ///
    /// Errors show `[redacted]` where text of the server contains it. That is so for values of
    /// [`set_header`](Self::set_header) and [`set_query`](Self::set_query) without this method.
    pub fn hide(&mut self, secret: impl Into<String>) {
        self.added.others.get_or_insert_default().push(secret.into());
    }
}

impl fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Attempt").field("endpoint", &format_args!("{}", self.endpoint)).finish_non_exhaustive()
    }
}
