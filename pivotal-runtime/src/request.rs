//! What is asked, before anybody knows where the server is.

mod builder;
mod path;
mod query;

use std::fmt;

use http::{HeaderMap, Method};

use crate::reading::Reading;
use crate::{Body, CallOptions, Endpoint};

pub use self::builder::RequestBuilder;

/// One call of an endpoint, ready to be sent: path and query, headers, body.
///
/// It has no host and no key; those are the transport's. `Debug` prints the endpoint, the names of the
/// headers and the length of the body, never a value of the call.
pub struct Request {
    pub(crate) reading: Reading,
    path_and_query: String,
    headers: HeaderMap,
    body: Option<Body>,
    /// The options of the call, for the client.
    pub(crate) options: Option<Box<CallOptions>>,
}

impl Request {
    /// The endpoint that is called.
    #[must_use]
    pub fn endpoint(&self) -> &'static Endpoint {
        self.reading.endpoint
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        self.endpoint().method()
    }

    /// The path and query, percent-encoded, from the first `/` on.
    #[must_use]
    pub fn path_and_query(&self) -> &str {
        &self.path_and_query
    }

    /// The headers of the call: what the declaration sends, and the type of the body.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The headers, for wrappers that add some. `Authorization` is the [`Client`](crate::Client)'s to send, except for
    /// endpoints with `auth = none`, and it refuses what says how a message is carried, such as `Content-Length`.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The body; `None` where the declaration has none.
    #[must_use]
    pub fn body(&self) -> Option<&Body> {
        self.body.as_ref()
    }

    /// The body alone, empty where the declaration has none.
    #[must_use]
    pub fn into_body(self) -> Body {
        self.body.unwrap_or_default()
    }

    /// Returns whether the caller wants the body of a success as a stream. A transport may hand over bytes all the same.
    #[must_use]
    pub fn wants_stream(&self) -> bool {
        self.reading.streamed
    }

    /// The same request once more, unless its body is a stream.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        let body = match &self.body {
            None => None,
            Some(body) => Some(body.try_clone()?),
        };
        Some(Self {
            reading: self.reading,
            path_and_query: self.path_and_query.clone(),
            headers: self.headers.clone(),
            body,
            options: self.options.clone(),
        })
    }

    pub(crate) fn streamed(mut self, streamed: bool) -> Self {
        self.reading.streamed = streamed;
        self
    }

    pub(crate) fn into_parts(self) -> (String, HeaderMap, Option<Body>) {
        (self.path_and_query, self.headers, self.body)
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("endpoint", &format_args!("{}", self.endpoint()))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}
