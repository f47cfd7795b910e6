//! Requests: from the arguments of a method to path, query, headers and body. They do not contain the server.

mod builder;
mod by_hand;
mod encoded_body;
mod form;
mod formatted;
mod json;
mod multipart;
mod none_probe;
pub mod parameter;
pub(crate) mod percent_encoding;
mod query;
mod url;
mod values;
mod writers;

use std::fmt;

use http::{Extensions, HeaderMap, Method};

use crate::headers::IDEMPOTENCY_KEY;
use crate::response::{BodyForm, ResponseSpec};
use crate::{Body, CallOptions, Endpoint};

pub use self::builder::RequestBuilder;
#[cfg(any(feature = "tracing", feature = "metrics"))]
pub(crate) use self::by_hand::UNDECLARED;
#[cfg(feature = "testing")]
pub(crate) use self::by_hand::endpoint as undeclared_endpoint;
pub use self::encoded_body::EncodedBody;
pub use self::formatted::FormattedRequestBuilder;
pub use self::multipart::{Multipart, Part};
use self::query::separator;
pub(crate) use self::query::with_query;
pub(crate) use self::url::{Page, ServerUrl, path_and_query};
pub use self::values::{Displayed, ObjectKey, PercentEncoded, ValueError};
#[cfg(feature = "testing")]
pub(crate) use self::writers::EMPTY_SEGMENT;
pub use self::writers::HeaderWriter;

/// The request of one call: path and query, headers, body.
///
/// A declared method creates it. [`Request::new`] creates one without a declaration. The transport adds the host and the
/// credentials.
///
/// `Debug` prints the endpoint, the names of the headers and the length of the body, but no value of the call and no
/// extension.
///
/// ```
/// use pivotal_runtime::http::Method;
/// use pivotal_runtime::{Error, Request};
///
/// # fn main() -> Result<(), Error> {
/// let mut request = Request::new(Method::GET, "/customers")?;
/// request.push_segment("a/b")?;
/// request.set_query("page", "2");
/// assert_eq!(request.path_and_query(), "/customers/a%2Fb?page=2");
/// # Ok(()) }
/// ```
pub struct Request {
    pub(crate) spec: ResponseSpec,
    /// The method, if the endpoint does not contain it as one of `http`'s constants.
    pub(crate) own_method: Option<Box<Method>>,
    path_and_query: String,
    /// Replaces the path and query, and possibly the server.
    url: Option<Box<ServerUrl>>,
    headers: HeaderMap,
    body: Option<Body>,
    /// The options of the call, for the client.
    pub(crate) options: Option<Box<CallOptions>>,
    extensions: Extensions,
    is_later_page: bool,
    /// The parameter with the body was `None`.
    is_body_none: bool,
    /// The values in the path were not checked as complete segments, so they can make one that is `.` or `..`.
    needs_dot_check: bool,
}

impl Request {
    /// Returns the endpoint that is called.
    #[must_use]
    pub fn endpoint(&self) -> &'static Endpoint {
        self.spec.endpoint
    }

    /// Returns the HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        // The last one is for requests that `build` rejects, since their method is not a token.
        self.own_method.as_deref().or_else(|| self.endpoint().standard_method()).unwrap_or(&Method::GET)
    }

    /// Returns the path and query, percent-encoded, with the first `/`.
    ///
    /// The path follows that of the base URL, unless the request has a [`url`](Self::url).
    #[must_use]
    pub fn path_and_query(&self) -> &str {
        &self.path_and_query
    }

    /// Returns the URL from the server that the request is sent to.
    ///
    /// It is `None` if the request has a path. A template `"<url>"` and a page of a list have such a URL: absolute, or
    /// relative to the base URL.
    ///
    /// The URL can lead to another server. [`Client`](crate::Client) sends credentials to known origins only, and does not
    /// request the next page of a list from other origins. A transport with credentials of its own must check the origin,
    /// too.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        self.url.as_ref().map(|url| url.as_str())
    }

    /// Returns the headers so far.
    ///
    /// They are those of the declaration or of [`set_header`](Self::set_header), and `Content-Type`.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the mutable headers, for wrappers that add some.
    ///
    /// The [`Client`](crate::Client) replaces headers that its credentials set. It rejects headers that frame the message,
    /// such as `Content-Length`.
    pub fn headers_mut(&mut self) -> &mut HeaderMap {
        &mut self.headers
    }

    /// Returns the extensions of the request: see [`extensions_mut`](Self::extensions_mut).
    #[must_use]
    pub fn extensions(&self) -> &Extensions {
        &self.extensions
    }

    /// Returns the mutable extensions of the request, which are not sent.
    ///
    /// A wrapper uses them to pass a value of a call to a [`Transport`](crate::Transport), an
    /// [`HttpClient`](crate::HttpClient) or a layer (`ClientBuilder::layer`).
    ///
    /// The [`Client`](crate::Client) clones them into the `http::Request` of each attempt. Retries, redirects, later pages of
    /// a list, and resumed streams have them, too. A request without extensions allocates nothing for them.
    ///
    /// ```
    /// use pivotal_runtime::{Body, Error, Request, Transport, http};
    ///
    /// /// The tenant of a call, which a layer reads from the extensions of each attempt.
    /// #[derive(Clone)]
    /// struct Tenant(&'static str);
    ///
    /// /// Makes the calls of one tenant.
    /// struct ForTenant<T>(T, Tenant);
    ///
    /// impl<T: Transport> Transport for ForTenant<T> {
    ///     async fn send(&self, mut request: Request) -> Result<http::Response<Body>, Error> {
    ///         request.extensions_mut().insert(self.1.clone());
    ///         self.0.send(request).await
    ///     }
    /// }
    /// ```
    pub fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.extensions
    }

    /// Returns the body; `None` if there is none, for instance because its parameter is `None`.
    #[must_use]
    pub fn body(&self) -> Option<&Body> {
        self.body.as_ref()
    }

    /// Returns the body, empty if there is none.
    #[must_use]
    pub fn into_body(self) -> Body {
        self.body.unwrap_or_default()
    }

    /// Returns whether the method reads the body as a stream.
    ///
    /// The body is that of a success, or of one of the statuses of the method. A transport can return bytes in memory
    /// nevertheless.
    #[must_use]
    pub fn wants_stream(&self) -> bool {
        self.spec.expected.body != BodyForm::InMemory
    }

    /// Clones the request, unless its body is a stream.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        let body = match &self.body {
            None => None,
            Some(body) => Some(body.try_clone()?),
        };
        Some(Self {
            spec: self.spec,
            own_method: self.own_method.clone(),
            path_and_query: self.path_and_query.clone(),
            url: self.url.clone(),
            headers: self.headers.clone(),
            body,
            options: self.options.clone(),
            extensions: self.extensions.clone(),
            is_later_page: self.is_later_page,
            is_body_none: self.is_body_none,
            needs_dot_check: self.needs_dot_check,
        })
    }

    /// Adds pairs to the query.
    pub(crate) fn add_query(&mut self, pairs: &str) {
        let Some(url) = &mut self.url else {
            // A declared path has no query.
            self.path_and_query.push('?');
            self.path_and_query.push_str(pairs);
            return;
        };
        let separator = separator(&self.path_and_query);
        self.path_and_query.push_str(separator);
        self.path_and_query.push_str(pairs);
        url.map(|url| format!("{url}{separator}{pairs}"));
    }

    /// Sends the request to this URL.
    pub(crate) fn set_url(&mut self, url: ServerUrl) {
        self.path_and_query = url.path_and_query();
        self.url = Some(Box::new(url));
    }

    /// Marks the request of a later page of a list, or of a resumed stream. It does not send the idempotency key of a caller,
    /// which belongs to one request.
    pub(crate) fn set_later_page(&mut self) {
        self.is_later_page = true;
        self.remove_idempotency_key();
    }

    /// Removes the idempotency key of a caller if this is a later page.
    pub(crate) fn remove_idempotency_key(&mut self) {
        if self.is_later_page {
            self.headers.remove(IDEMPOTENCY_KEY);
            if let Some(options) = &mut self.options {
                options.remove_idempotency_key();
            }
        }
    }

    pub(crate) fn replace_body(&mut self, body: Body) {
        self.body = Some(body);
    }

    /// Changes the body, if there is one.
    #[cfg(feature = "blocking")]
    pub(crate) fn map_body(mut self, change: impl FnOnce(Body) -> Body) -> Self {
        self.body = self.body.map(change);
        self
    }

    /// Returns whether there is no body because its parameter was `None`.
    pub(crate) fn is_body_none(&self) -> bool {
        self.is_body_none && self.body.is_none()
    }

    pub(crate) fn into_parts(self) -> (String, Option<Box<ServerUrl>>, HeaderMap, Option<Body>) {
        (self.path_and_query, self.url, self.headers, self.body)
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
