//! Options for single calls.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::Request;
use crate::policy::Limits;

/// Options for single calls: see [`Transport::with`](crate::Transport::with). They win over the declaration of an endpoint
/// and over the settings of the client.
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
#[must_use = "options change nothing before they are given to `with`"]
pub struct CallOptions {
    timeout: Option<Duration>,
    attempt_timeout: Option<Duration>,
    read_timeout: Option<Duration>,
    max_attempts: Option<u32>,
    max_response_bytes: Option<usize>,
    wait_for_rate_limit: Option<bool>,
    pub(super) idempotency_key: Option<String>,
    headers: HeaderMap,
}

impl CallOptions {
    /// No other options than the client's.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the timeout of a call, with all its attempts and waits. One attempt can take as long, unless
    /// [`attempt_timeout`](Self::attempt_timeout) is given too.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the timeout of one attempt, from connecting to the last byte of the body.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.attempt_timeout = Some(timeout);
        self
    }

    /// Sets the timeout for more of a body to arrive, also while it is read as a stream.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = Some(timeout);
        self
    }

    /// Sets the maximum number of attempts. With 1, or 0, the request is not retried.
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = Some(attempts);
        self
    }

    /// Sets the maximum number of bytes of a response that are read into memory.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.max_response_bytes = Some(bytes);
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

    /// Returns these options, with others for what they leave open.
    pub(crate) fn or(mut self, others: &Self) -> Self {
        for (name, values) in by_name(&others.headers) {
            if !self.headers.contains_key(name) {
                self.headers.extend(values.map(|value| (name.clone(), value)));
            }
        }
        Self {
            timeout: self.timeout.or(others.timeout),
            attempt_timeout: self.attempt_timeout.or(others.attempt_timeout),
            read_timeout: self.read_timeout.or(others.read_timeout),
            max_attempts: self.max_attempts.or(others.max_attempts),
            max_response_bytes: self.max_response_bytes.or(others.max_response_bytes),
            wait_for_rate_limit: self.wait_for_rate_limit.or(others.wait_for_rate_limit),
            idempotency_key: self.idempotency_key.or_else(|| others.idempotency_key.clone()),
            headers: self.headers,
        }
    }

    /// Puts the options into a request. Options that it has already were given later, and win.
    pub(crate) fn apply(&self, request: &mut Request) {
        let given = request.options.take();
        for (name, values) in by_name(&self.headers) {
            if !given.as_ref().is_some_and(|given| given.headers.contains_key(name)) {
                let headers = request.headers_mut();
                headers.remove(name);
                headers.extend(values.map(|value| (name.clone(), value)));
            }
        }
        request.options = Some(match given {
            Some(given) => Box::new(given.or(self)),
            None => Box::new(self.clone()),
        });
    }

    /// The limits of a call, given those of the client and the declared timeout.
    pub(super) fn limits(options: Option<&Self>, declared: Option<Duration>, client: &Limits) -> Option<Box<Limits>> {
        let none = Self::new();
        let options = match (options, declared) {
            (None, None) => return None,
            (options, _) => options.unwrap_or(&none),
        };
        let own_total = options.timeout.or(declared);
        // A call that can take longer is one whose response takes longer.
        let attempt = own_total.map_or(client.attempt, |total| client.attempt.max(total));
        Some(Box::new(Limits {
            read: options.read_timeout.unwrap_or(client.read),
            attempt: options.attempt_timeout.unwrap_or(attempt),
            total: own_total.unwrap_or(client.total),
            max_attempts: options.max_attempts.unwrap_or(client.max_attempts),
            max_response_bytes: options.max_response_bytes.unwrap_or(client.max_response_bytes),
            wait_for_rate_limit: options.wait_for_rate_limit.unwrap_or(client.wait_for_rate_limit),
        }))
    }
}

/// Each name of a map with all its values.
pub(super) fn by_name(headers: &HeaderMap) -> impl Iterator<Item = (&HeaderName, impl Iterator<Item = HeaderValue>)> {
    headers.keys().map(|name| (name, headers.get_all(name).iter().cloned()))
}

/// Prints the names of the headers, and neither their values nor the idempotency key.
impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("timeout", &self.timeout)
            .field("attempt_timeout", &self.attempt_timeout)
            .field("read_timeout", &self.read_timeout)
            .field("max_attempts", &self.max_attempts)
            .field("max_response_bytes", &self.max_response_bytes)
            .field("wait_for_rate_limit", &self.wait_for_rate_limit)
            .field("idempotency_key", &self.idempotency_key.as_ref().map(|_| "…"))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish()
    }
}
