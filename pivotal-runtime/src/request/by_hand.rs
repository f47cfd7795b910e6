//! Requests that no declaration builds.

use http::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use http::{HeaderName, Method};

use super::writers::dot_segment;
use super::{Request, with_query};
use crate::headers::is_reserved;
use crate::response::ResponseSpec;
use crate::response::return_type::{Declared, Outcome};
use crate::{Body, Call, DynTransport, Endpoint, Error, ErrorKind};

/// The template of requests that no declaration builds, for errors and logs.
const TEMPLATE: &str = "(not declared)";

macro_rules! undeclared {
    ($($method:ident)*) => {
        /// The endpoint of a request with this method.
        fn endpoint(method: &Method) -> &'static Endpoint {
            $(
                static $method: Endpoint = Endpoint::new(Method::$method, TEMPLATE, "undeclared");
                if *method == Method::$method {
                    return &$method;
                }
            )*
            static CUSTOM: Endpoint = Endpoint::custom("CUSTOM", TEMPLATE, "undeclared");
            &CUSTOM
        }
    };
}

undeclared!(GET POST PUT DELETE PATCH HEAD OPTIONS QUERY);

impl Request {
    /// Creates a request that nobody declared, for a method, a path and a query that are known at run time only.
    ///
    /// The path follows that of the base URL, and is percent-encoded already. [`call`](Self::call) sends the request and reads the
    /// response; [`Transport::send`](crate::Transport::send) returns the response as it is. Everything else is as for a
    /// declared call: credentials, timeouts, retries, errors.
    ///
    /// ```
    /// use pivotal_runtime::http::Method;
    /// use pivotal_runtime::{Error, Request, Transport};
    /// use serde_json::{Value, json};
    ///
    /// async fn rename(client: &impl Transport, id: u64) -> Result<Value, Error> {
    ///     let mut request = Request::new(Method::PATCH, format!("/customers/{id}"))?;
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
    /// # async fn main() { rename(&Fake, 7).await.unwrap(); }
    /// ```
    ///
    /// # Errors
    ///
    /// If the path does not start with `/`, has a segment `.` or `..`, or contains a character that a URL cannot contain.
    pub fn new(method: Method, path_and_query: impl Into<String>) -> Result<Self, Error> {
        let path_and_query = path_and_query.into();
        let endpoint = endpoint(&method);
        check_path(&path_and_query)
            .map_err(|message| Error::new(ErrorKind::Request, message).with_endpoint(endpoint))?;
        Ok(Self {
            spec: ResponseSpec::new(endpoint),
            method,
            path_and_query,
            url: None,
            headers: HeaderMap::new(),
            body: None,
            options: None,
            is_later_page: false,
            is_body_none: false,
            has_parts: false,
        })
    }

    /// Sets a pair of the query, and removes other pairs with this key. Wrappers can change any request.
    pub fn set_query(&mut self, key: &str, value: &str) {
        self.change_query(|url| {
            let mut changed = with_query(url, &[(key, "")]);
            push_pair(&mut changed, key, value);
            changed
        });
    }

    /// Removes all pairs with this key from the query.
    pub fn remove_query(&mut self, key: &str) {
        self.change_query(|url| with_query(url, &[(key, "")]));
    }

    /// Sets a header, and removes other headers with this name.
    ///
    /// # Errors
    ///
    /// If the header belongs to the connection, such as `Content-Length`.
    pub fn set_header(&mut self, name: HeaderName, value: HeaderValue) -> Result<(), Error> {
        if is_reserved(&name) {
            let message = format!("the header `{name}` belongs to the connection; remove it");
            return Err(Error::new(ErrorKind::Request, message).with_endpoint(self.endpoint()));
        }
        self.headers.insert(name, value);
        Ok(())
    }

    /// Sets the body and its media type.
    ///
    /// # Errors
    ///
    /// If the media type is not allowed in a header.
    pub fn set_body(&mut self, body: impl Into<Body>, content_type: &str) -> Result<(), Error> {
        let content_type = HeaderValue::from_str(content_type).map_err(|_| {
            Error::new(ErrorKind::Request, "the media type of the body is not allowed in a header")
                .with_endpoint(self.spec.endpoint)
        })?;
        self.headers.insert(CONTENT_TYPE, content_type);
        self.replace_body(body.into());
        Ok(())
    }

    /// Returns the call that sends the request. Its response is read as that of a declared method with this return type.
    pub fn call<R: Outcome<Declared>>(mut self, transport: &(impl DynTransport + ?Sized)) -> Call<'_, R> {
        self.spec.expected = R::EXPECTED;
        Call::sending(transport, Ok(self), R::from_result)
    }
}

fn push_pair(url: &mut String, key: &str, value: &str) {
    let mut pair = String::new();
    super::form::push_query_pair(&mut pair, key, Some(value));
    url.push(if url.contains('?') { '&' } else { '?' });
    url.push_str(&pair);
}

fn check_path(path_and_query: &str) -> Result<(), String> {
    if !path_and_query.starts_with('/') {
        return Err("the path of a request starts with `/`".to_owned());
    }
    let is_allowed = |byte: u8| matches!(byte, b'!'..=b'~') && !b"\"#<>\\^`{|}".contains(&byte);
    if let Some(character) = path_and_query.chars().find(|c| !u8::try_from(*c).is_ok_and(is_allowed)) {
        let character = character.escape_debug();
        return Err(format!("the path contains `{character}`; percent-encode it"));
    }
    let path = path_and_query.split('?').next().unwrap_or_default();
    match dot_segment(path) {
        Some(dots) => Err(format!("the path contains the segment `{dots}`, which URL parsers drop; remove it")),
        None => Ok(()),
    }
}
