//! The calls that a fake received.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, Method, StatusCode};
use serde::de::DeserializeOwned;

use super::Fault;
use super::called::Called;
use super::parameters::parameters;
use super::report;
use crate::response::{BodyDeserializer, try_type};
use crate::{Bytes, DecodeError, Endpoint};

/// A call that a [`Fake`](super::Fake) received.
///
/// If a [`Client`](crate::Client) sent it, it is an attempt of a call.
///
/// `Debug` prints the operation, the path and query without credentials and the base URL, the names of the headers, and the
/// length of the body.
#[derive(Clone)]
pub struct RecordedCall {
    endpoint: &'static Endpoint,
    method: Method,
    url: String,
    /// The path and query for texts: without the base URL and credentials.
    target: String,
    parameters: Vec<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
    sent_at: Duration,
    fault: Option<Fault>,
    /// The status of a response that is written down.
    status: Option<StatusCode>,
}

impl RecordedCall {
    /// Records a call. `url` and `headers` are those of the attempt.
    pub(super) fn new(called: &Called, head: Head, body: Bytes, sent_at: Duration) -> Self {
        let parameters = parameters(called, &head.headers, &body);
        let Head { method, url, headers } = head;
        let target = report::target(called);
        Self {
            endpoint: called.spec.endpoint,
            method,
            url,
            target,
            parameters,
            headers,
            body,
            sent_at,
            fault: None,
            status: None,
        }
    }

    /// The path and query for texts.
    pub(super) fn target(&self) -> &str {
        &self.target
    }

    pub(super) fn set_status(&mut self, status: StatusCode) {
        self.status = Some(status);
    }

    /// The status of the response, for the text of a failed test.
    pub(super) fn status(&self) -> Option<StatusCode> {
        self.status.filter(|_| self.fault.is_none())
    }

    pub(super) fn set_fault(&mut self, fault: Option<Fault>) {
        self.fault = fault;
    }

    /// Returns the endpoint that was called.
    #[must_use]
    pub fn endpoint(&self) -> &'static Endpoint {
        self.endpoint
    }

    /// Returns the `operation` of the declaration, by default the name of the method.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.endpoint.operation()
    }

    /// Returns the HTTP method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Returns the URL as it was sent.
    ///
    /// It is the path and query, after the base URL if a [`Client`](crate::Client) sent it.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the path and query as they were sent, percent-encoded.
    #[must_use]
    pub fn path_and_query(&self) -> &str {
        let scheme = self.url.split_once("://").map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '?']));
        let after_scheme = scheme.map_or(0, |scheme| scheme.len() + 3);
        let start = self.url.get(after_scheme..).and_then(|rest| rest.find(['/', '?'])).unwrap_or_default();
        self.url.get(after_scheme + start..).unwrap_or_default()
    }

    /// Returns the parameters with their names and values in the request, without percent-encoding.
    ///
    /// They are those of the path, all pairs of the query, declared headers, and fields of a form, in this order.
    #[must_use]
    pub fn parameters(&self) -> &[(String, String)] {
        &self.parameters
    }

    /// Returns the value of the first parameter with this name; `None` if it was not sent.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// Returns the headers as they were sent.
    ///
    /// Those of a [`Client`](crate::Client) include credentials.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the value of the first header with this name.
    ///
    /// It is `None` if the header was not sent, or is not UTF-8.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        // Not `to_str`, which reads ASCII alone.
        std::str::from_utf8(self.headers.get(name)?.as_bytes()).ok()
    }

    /// Returns the complete body, also that of a stream. It is empty if there was none.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// Returns the body as text.
    ///
    /// Bytes that are not UTF-8 become replacement characters.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Returns the body, read as JSON.
    ///
    /// # Panics
    ///
    /// Panics if it cannot be read into this type.
    #[must_use]
    #[track_caller]
    pub fn json<T: DeserializeOwned>(&self) -> T {
        match serde_json::from_slice(&self.body) {
            Ok(value) => value,
            Err(error) => {
                let body = BodyDeserializer::json_bytes(&self.body);
                let error = DecodeError::new(body, &error, try_type::<T>);
                panic!("the body of `{}` cannot be read as JSON: {error}", self.operation())
            }
        }
    }

    /// Returns the time from the creation of the fake to this call.
    ///
    /// It is a time of tokio's clock, which a test can pause.
    #[must_use]
    pub fn sent_at(&self) -> Duration {
        self.sent_at
    }

    /// Returns the fault of the call; `None` if it got a complete response.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        self.fault
    }
}

/// Method, URL and headers of an attempt.
pub(super) struct Head {
    pub(super) method: Method,
    pub(super) url: String,
    pub(super) headers: HeaderMap,
}

impl fmt::Debug for RecordedCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RecordedCall")
            .field("operation", &self.operation())
            .field("method", &self.method)
            .field("path_and_query", &self.target)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("body", &format_args!("{} bytes", self.body.len()))
            .field("fault", &self.fault)
            .finish_non_exhaustive()
    }
}
