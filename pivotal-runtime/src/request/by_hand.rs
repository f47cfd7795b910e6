//! Requests without a declaration.

use std::borrow::Cow;

use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use http::{Extensions, HeaderName, Method};

use super::form::{push_query, push_query_pair};
use super::percent_encoding::{is_encoded, push_unreserved};
use super::writers::dot_segment;
use super::{Request, separator, with_query};
use crate::endpoint::check_method;
use crate::headers::is_reserved;
use crate::response::ResponseSpec;
use crate::response::return_type::{Deliver, Outcome};
use crate::{Body, Call, DynTransport, Endpoint, Error, ErrorKind};

/// The template of requests without a declaration, for errors and logs.
pub(crate) const UNDECLARED: &str = "(not declared)";

macro_rules! undeclared {
    ($($method:ident)*) => {
        /// The endpoint of a request with this method.
        pub(crate) fn endpoint(method: &Method) -> &'static Endpoint {
            static CUSTOM: Endpoint = Endpoint::custom("(custom method)", UNDECLARED, "undeclared");
            match *method {
                $(
                    Method::$method => {
                        static $method: Endpoint = Endpoint::new(Method::$method, UNDECLARED, "undeclared");
                        &$method
                    }
                )*
                _ => &CUSTOM,
            }
        }
    };
}

undeclared!(GET POST PUT DELETE PATCH HEAD OPTIONS QUERY);

impl Request {
    /// Creates a request without a declaration.
    ///
    /// It is for a method, a path and a query that are known only at run time. The path and query follow the path of the base
    /// URL, and must be percent-encoded. [`push_segment`](Self::push_segment) encodes a value.
    ///
    /// [`call`](Self::call) and [`deliver`](Self::deliver) send the request and read the response.
    /// [`Transport::send`](crate::Transport::send) returns the response as it is. Credentials, timeouts, retries and errors
    /// are as for a declared call.
    ///
    /// A method without a constant in the crate `http` is not idempotent, and the [`endpoint`](Self::endpoint) does not
    /// contain its name.
    ///
    /// ```
    /// use pivotal_runtime::http::Method;
    /// use pivotal_runtime::{Error, Request, Transport};
    /// use serde_json::{Value, json};
    ///
    /// async fn rename(client: &impl Transport, id: &str) -> Result<Value, Error> {
    ///     let mut request = Request::new(Method::PATCH, "/customers")?;
    ///     request.push_segment(id)?;
    ///     request.set_query("notify", "true");
    ///     request.set_body(json!({ "name": "Ada" }).to_string(), "application/json")?;
    ///     request.call(client).await
    /// }
    /// #
    /// # use pivotal_runtime::{Body, http};
    /// # struct Fake;
    /// # impl Transport for Fake {
    /// #     async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
    /// #         assert_eq!(request.method(), Method::PATCH);
    /// #         assert_eq!(request.path_and_query(), "/customers/7?notify=true");
    /// #         Ok(http::Response::new(Body::from("{}")))
    /// #     }
    /// # }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() { rename(&Fake, "7").await.unwrap(); }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error in these cases:
    ///
    /// - the method is `CONNECT` or `TRACE`;
    /// - the path does not start with `/`, or has a segment `.` or `..`;
    /// - the path or query contains a character that must be percent-encoded.
    pub fn new(method: Method, path_and_query: impl Into<String>) -> Result<Self, Error> {
        let mut path_and_query = path_and_query.into();
        let endpoint = endpoint(&method);
        check_method(method.as_str())
            .and_then(|()| check_path(&path_and_query))
            .map_err(|message| Error::new(ErrorKind::Request, message).with_endpoint(endpoint))?;
        if let Some(start) = path_and_query.find('?') {
            let query = path_and_query.split_off(start);
            push_query(&mut path_and_query, &query);
        }
        Ok(Self {
            spec: ResponseSpec::new(endpoint),
            own_method: (endpoint.standard_method() != Some(&method)).then(|| Box::new(method)),
            path_and_query,
            url: None,
            headers: HeaderMap::new(),
            body: None,
            options: None,
            extensions: Extensions::new(),
            is_later_page: false,
            is_body_none: false,
            needs_dot_check: false,
        })
    }

    /// Adds a segment to the path, percent-encoded.
    ///
    /// # Errors
    ///
    /// Returns an error if the segment is empty, `.` or `..`, which URL parsers drop. It also does if the request is sent to
    /// a [`url`](Self::url).
    pub fn push_segment(&mut self, segment: &str) -> Result<(), Error> {
        let message = match segment {
            _ if self.url.is_some() => "the request is sent to a URL from the server, whose path cannot be extended",
            "" => "the segment is empty, which is not allowed in a path",
            "." | ".." => "the segment is `.` or `..`, which is not allowed in a path",
            _ => {
                let query = self.path_and_query.find('?').unwrap_or(self.path_and_query.len());
                let query = self.path_and_query.split_off(query);
                if !self.path_and_query.ends_with('/') {
                    self.path_and_query.push('/');
                }
                push_unreserved(&mut self.path_and_query, segment);
                self.path_and_query.push_str(&query);
                return Ok(());
            }
        };
        Err(self.rejected(message))
    }

    /// Adds a pair to the query, after other pairs with this key.
    pub fn append_query(&mut self, key: &str, value: &str) {
        let mut pair = String::new();
        push_query_pair(&mut pair, key, Some(value));
        self.change_query(|url| format!("{url}{}{pair}", separator(url)));
    }

    /// Sets a pair of the query, and removes other pairs with this key.
    ///
    /// A wrapper can add a pair to each request that it sends.
    pub fn set_query(&mut self, key: &str, value: &str) {
        self.remove_query(key);
        self.append_query(key, value);
    }

    /// Removes all pairs with this key from the query.
    pub fn remove_query(&mut self, key: &str) {
        self.change_query(|url| with_query(url, &[(key, "")]));
    }

    /// Sets a header, and removes other headers with this name.
    ///
    /// Like a header of a declaration, it is marked
    /// [sensitive](https://docs.rs/http/1/http/header/struct.HeaderValue.html#method.set_sensitive), so it is not sent to
    /// other origins after a redirect.
    ///
    /// # Errors
    ///
    /// Returns an error if the header belongs to the connection, such as `Content-Length`.
    pub fn set_header(&mut self, name: HeaderName, mut value: HeaderValue) -> Result<(), Error> {
        if is_reserved(&name) {
            return Err(self.rejected(format!("the header `{name}` belongs to the connection; remove it")));
        }
        value.set_sensitive(true);
        self.headers.insert(name, value);
        Ok(())
    }

    /// Sets the body and its media type.
    ///
    /// # Errors
    ///
    /// Returns an error if the media type is not allowed in a header.
    pub fn set_body(&mut self, body: impl Into<Body>, content_type: &str) -> Result<(), Error> {
        let content_type = HeaderValue::from_str(content_type)
            .map_err(|_| self.rejected("the media type of the body is not allowed in a header"))?;
        self.headers.insert(CONTENT_TYPE, content_type);
        self.replace_body(body.into());
        Ok(())
    }

    /// Returns the call that sends the request.
    ///
    /// Its response is read as that of a declared method with this return type.
    pub fn call<R: Outcome>(mut self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        self.spec.expected = R::EXPECTED;
        Call::sending(transport, Ok(self), R::from_result)
    }

    /// Sends the request, as a declared method that is not `async`.
    ///
    /// It returns [`Pages`](crate::Pages) or, on a `BlockingTransport`, `Result<T, E>` or `blocking::Pages`.
    ///
    /// ```
    /// use pivotal_runtime::http::Method;
    /// use pivotal_runtime::{Error, LinkPage, Pages, Request, Transport};
    ///
    /// fn names(client: &impl Transport) -> Result<Pages<'_, LinkPage<String>>, Error> {
    ///     Ok(Request::new(Method::GET, "/names?per_page=100")?.deliver(client))
    /// }
    /// ```
    pub fn deliver<'a, R: Deliver<'a, S>, S: ?Sized>(mut self, transport: &'a S) -> R {
        self.spec.expected = R::EXPECTED;
        R::deliver(transport, Ok(self))
    }

    fn rejected(&self, message: impl Into<Cow<'static, str>>) -> Error {
        Error::new(ErrorKind::Request, message).with_endpoint(self.endpoint())
    }
}

/// The characters that a path and query can contain beside letters, digits and `-._~` (RFC 3986, sections 3.3 and 3.4), and
/// brackets, which APIs use in keys.
const ALLOWED: &[u8] = b"!$&'()*+,;=:@/?[]";

fn check_path(path_and_query: &str) -> Result<(), String> {
    if !path_and_query.starts_with('/') {
        return Err("the path of a request starts with `/`; for another server, use `Client::at`".to_owned());
    }
    let is_allowed = |c: char| c == '%' || is_encoded(c.encode_utf8(&mut [0; 4]), ALLOWED);
    if let Some(character) = path_and_query.chars().find(|c| !is_allowed(*c)) {
        return Err(format!("the path contains `{}`; percent-encode it", character.escape_debug()));
    }
    if !is_encoded(path_and_query, ALLOWED) {
        return Err("the path contains `%` without two hexadecimal digits after it; write `%25`".to_owned());
    }
    let path = path_and_query.split('?').next().unwrap_or_default();
    match dot_segment(path) {
        Some(dots) => Err(format!("the path contains the segment `{dots}`, which URL parsers drop; remove it")),
        None => Ok(()),
    }
}
