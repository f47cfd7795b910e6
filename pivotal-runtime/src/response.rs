//! A value together with what came along with it.

use std::fmt;

use http::{HeaderMap, StatusCode};

use crate::RateLimit;

/// What an endpoint answered: the value, with the status and headers around it.
///
/// Any endpoint gives one when its return type asks for it:
/// `-> Result<Response<Customer>, Error>`.
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    value: T,
}

impl<T> Response<T> {
    pub(crate) fn new(parts: http::response::Parts, value: T) -> Self {
        Self { status: parts.status, headers: parts.headers, value }
    }

    /// The status, one that the endpoint takes for a success (or 404 around a `None`).
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// All headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// What is left of the key's rate limit, where the server said so.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::from_headers(&self.headers)
    }

    /// The value.
    #[must_use]
    pub fn get_ref(&self) -> &T {
        &self.value
    }

    /// The value alone.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The same answer around another value.
    #[must_use]
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Response<U> {
        Response { status: self.status, headers: self.headers, value: f(self.value) }
    }
}

/// Prints the value as its type does, and the names of the headers.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("value", &self.value)
            .finish()
    }
}
