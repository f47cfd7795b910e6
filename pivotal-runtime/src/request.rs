//! What is asked, before anybody knows where the server is.

mod builder;
mod call;
mod path;

use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, Method};

use crate::Endpoint;

pub use self::builder::RequestBuilder;
pub use self::call::Call;

/// One call of an endpoint, ready to be sent: path and query, headers, body.
///
/// It has no host and no key; those are the transport's. `Debug` prints the endpoint, the names of the
/// headers and the length of the body, never a value of the call.
#[derive(Clone)]
pub struct Request {
    endpoint: &'static Endpoint,
    path_and_query: String,
    headers: HeaderMap,
    body: Option<Bytes>,
}

impl Request {
    /// The endpoint that is called.
    #[must_use]
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// The HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        self.endpoint.method()
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

    /// The headers, for wrappers that add some.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// The bytes of the body; `None` where the declaration has no body.
    #[must_use]
    pub fn body(&self) -> Option<&Bytes> {
        self.body.as_ref()
    }

    pub(crate) fn into_parts(self) -> (HeaderMap, Option<Bytes>) {
        (self.headers, self.body)
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("endpoint", &format_args!("{}", self.endpoint))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body_len", &self.body.as_ref().map(Bytes::len))
            .finish_non_exhaustive()
    }
}
