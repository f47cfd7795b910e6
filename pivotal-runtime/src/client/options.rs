//! Options for single calls.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::timeouts::{Limits, limit_setters};
use crate::Request;
use crate::headers::IDEMPOTENCY_KEY;

/// Options for single calls: see [`Transport::with`](crate::Transport::with).
///
/// They win over the declaration of an endpoint and over the settings of the client.
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
#[must_use = "options have no effect before they are passed to `with`"]
pub struct CallOptions {
    limits: LimitOverrides,
    pub(super) idempotency_key: Option<String>,
    headers: HeaderMap,
}

/// The limits that options set.
#[derive(Debug, Clone, Copy, Default)]
struct LimitOverrides {
    read: Option<Duration>,
    attempt: Option<Duration>,
    total: Option<Duration>,
    max_attempts: Option<u32>,
    max_response_bytes: Option<usize>,
    wait_for_rate_limit: Option<bool>,
}

impl CallOptions {
    /// Creates options that change nothing.
    pub fn new() -> Self {
        Self::default()
    }

    limit_setters!(Some);

    /// Sets the idempotency key of a POST: 1 to 255 bytes.
    ///
    /// The default is a random key if the [`Api`](crate::Api) names a header for it, otherwise none. Other methods are sent
    /// without the key.
    ///
    /// The key is sent in the header that the [`Api`](crate::Api) names, or in `Idempotency-Key`. It makes the POST safe to
    /// repeat, so set one only if the server honours it.
    ///
    /// A second call with the same key and body gets the response of the first one, as long as the server stores keys. Use a
    /// key for one operation only.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }

    /// Adds a header, which replaces headers of that name of the declaration and the client.
    ///
    /// It does not replace headers that the client's credentials set. A header that frames the message, such as
    /// `Content-Length`, is an error of the call.
    pub fn header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.append(name, value);
        self
    }

    pub(crate) fn remove_idempotency_key(&mut self) {
        self.idempotency_key = None;
        self.headers.remove(IDEMPOTENCY_KEY);
    }

    /// Adds other options, without replacing those that are set.
    pub(crate) fn with_defaults(mut self, others: &Self) -> Self {
        for (name, values) in by_name(&others.headers) {
            if !self.headers.contains_key(name) {
                self.headers.extend(values.map(|value| (name.clone(), value)));
            }
        }
        let (own, other) = (self.limits, others.limits);
        let limits = LimitOverrides {
            read: own.read.or(other.read),
            attempt: own.attempt.or(other.attempt),
            total: own.total.or(other.total),
            max_attempts: own.max_attempts.or(other.max_attempts),
            max_response_bytes: own.max_response_bytes.or(other.max_response_bytes),
            wait_for_rate_limit: own.wait_for_rate_limit.or(other.wait_for_rate_limit),
        };
        Self {
            limits,
            idempotency_key: self.idempotency_key.or_else(|| others.idempotency_key.clone()),
            headers: self.headers,
        }
    }

    /// Adds the options to a request. Options that the request has already win.
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
            Some(given) => Box::new(given.with_defaults(self)),
            None => Box::new(self.clone()),
        });
        request.remove_idempotency_key();
    }

    /// The limits of a call, given those of the client and the declared timeout.
    pub(super) fn limits(
        options: Option<&Self>,
        declared: Option<Duration>,
        is_stream: bool,
        client: &Limits,
    ) -> Option<Limits> {
        if options.is_none() && declared.is_none() {
            return None;
        }
        let own = options.map_or(LimitOverrides::default(), |options| options.limits);
        let own_total = own.total.or(declared);
        // A call takes longer because its response takes longer.
        let attempt = own_total.map_or(client.attempt, |total| client.attempt.max(total));
        // So do the parts of a stream.
        let read = own_total.filter(|_| is_stream).map_or(client.read, |total| client.read.max(total));
        Some(Limits {
            read: own.read.unwrap_or(read),
            attempt: own.attempt.unwrap_or(attempt),
            total: own_total.unwrap_or(client.total),
            max_attempts: own.max_attempts.unwrap_or(client.max_attempts),
            max_response_bytes: own.max_response_bytes.unwrap_or(client.max_response_bytes),
            wait_for_rate_limit: own.wait_for_rate_limit.unwrap_or(client.wait_for_rate_limit),
        })
    }
}

/// Returns each name of a map with all its values.
pub(super) fn by_name(headers: &HeaderMap) -> impl Iterator<Item = (&HeaderName, impl Iterator<Item = HeaderValue>)> {
    headers.keys().map(|name| (name, headers.get_all(name).iter().cloned()))
}

/// Prints the names of the headers, and neither their values nor the idempotency key.
impl fmt::Debug for CallOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallOptions")
            .field("limits", &self.limits)
            .field("idempotency_key", &self.idempotency_key.as_ref().map(|_| "…"))
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .finish()
    }
}
