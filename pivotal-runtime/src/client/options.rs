//! What one call does otherwise than the client.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Client, Sending};
use crate::policy::Limits;
use crate::{Api, Body, Error, Request, Transport};

/// Options for single calls: see [`Client::with`].
///
/// ```
/// use std::time::Duration;
///
/// use pivotal_runtime::CallOptions;
///
/// let patient = CallOptions::new().timeout(Duration::from_secs(300)).max_attempts(10);
/// let keyed = CallOptions::new().idempotency_key("import-2026-06-03-row-17");
/// ```
#[derive(Clone, Default)]
#[must_use = "options change nothing before they are given to `Client::with`"]
pub struct CallOptions {
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    read_timeout: Option<Duration>,
    max_attempts: Option<u32>,
    max_body: Option<usize>,
    wait_for_rate_limit: Option<bool>,
    pub(super) idempotency_key: Option<String>,
    pub(super) headers: HeaderMap,
}

impl CallOptions {
    /// No other options than the client's.
    pub fn new() -> Self {
        Self::default()
    }

    /// How long the whole call may take, with all attempts and waits.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// How long one attempt may take, reading the body included.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// How long the server may be silent in the middle of a body.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = Some(timeout);
        self
    }

    /// How often the request may be sent; 1 stands for no retries, and so does 0.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }

    /// How many bytes of an answer are taken into memory.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// Enables waiting for the rate limiter, in place of the client's
    /// [`wait_for_rate_limit`](crate::ClientBuilder::wait_for_rate_limit).
    pub fn wait_for_rate_limit(mut self, wait: bool) -> Self {
        self.wait_for_rate_limit = Some(wait);
        self
    }

    /// The idempotency key of a POST, in place of one that is made for the call: at most 255 bytes. It is sent in the header
    /// that the [`Api`](crate::Api) names, or in `Idempotency-Key`, and makes the POST safe to repeat, so give one only to a
    /// server that honours it. A second call with the same key and body gets the response of the first, for as long as the
    /// server keeps keys; so options with a key are for one operation. Other methods are sent without it.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }

    /// A header of these calls, in place of the declaration's and the client's of that name.
    ///
    /// Headers that the client's credentials add cannot be replaced like this. A call with a header that describes how a
    /// message is carried, such as `Content-Length`, is refused.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.append(name, value);
        self
    }

    pub(super) fn limits(&self, client: Limits) -> Limits {
        Limits {
            read: self.read_timeout.unwrap_or(client.read),
            attempt: self.attempt_timeout.unwrap_or(client.attempt),
            total: self.timeout.unwrap_or(client.total),
            max_attempts: self.max_attempts.unwrap_or(client.max_attempts),
            max_body: self.max_body.unwrap_or(client.max_body),
            wait_for_rate_limit: self.wait_for_rate_limit.unwrap_or(client.wait_for_rate_limit),
        }
    }
}

/// Prints the names of the headers, and neither their values nor the idempotency key.
impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("read_timeout", &self.read_timeout)
            .field("max_attempts", &self.max_attempts)
            .field("max_body", &self.max_body)
            .field("wait_for_rate_limit", &self.wait_for_rate_limit)
            .field("idempotency_key", &self.idempotency_key.as_ref().map(|_| "…"))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish()
    }
}

/// A client with other options: see [`Client::with`].
#[derive(Clone)]
pub struct ClientWithOptions<'a> {
    pub(super) client: &'a Client,
    pub(super) options: CallOptions,
}

impl Transport for ClientWithOptions<'_> {
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        self.client.call(request, Some(&self.options))
    }

    fn api(&self) -> Option<&'static Api> {
        self.client.api()
    }

    fn boxed_send(&self, request: Request) -> Sending<'_> {
        self.client.call(request, Some(&self.options))
    }
}

impl fmt::Debug for ClientWithOptions<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientWithOptions").field("client", self.client).field("options", &self.options).finish()
    }
}
