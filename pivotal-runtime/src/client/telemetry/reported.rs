//! The reports of the client: the request of an attempt, a retry, and the reason of a wait.

use http::Method;

use crate::base_url::Target;
use crate::response::ExpectedResponse;
use crate::{Body, Endpoint, Error};

/// The request of an attempt.
pub(in crate::client) struct Outgoing<'a> {
    pub(in crate::client) endpoint: &'static Endpoint,
    pub(in crate::client) method: &'a Method,
    pub(in crate::client) target: &'a Target<'a>,
    /// It goes to the base URL, and not to a URL from a server.
    pub(in crate::client) is_on_base_url: bool,
    pub(in crate::client) is_redirected: bool,
    /// The number of requests of the call that were sent before.
    pub(in crate::client) resends: u32,
    /// Returns the complete URL, without credentials. `None` if spans do not contain it.
    #[cfg(feature = "tracing")]
    pub(in crate::client) full_url: Option<&'a dyn Fn() -> String>,
}

/// A retry.
pub(in crate::client) struct Retry<'a> {
    pub(in crate::client) endpoint: &'static Endpoint,
    pub(in crate::client) method: &'a Method,
    pub(in crate::client) is_redirected: bool,
    /// The result of the attempt that failed.
    pub(in crate::client) result: &'a Result<http::Response<Body>, Error>,
    pub(in crate::client) expected: &'static ExpectedResponse,
}

/// The reason why a call waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::client) enum WaitReason {
    /// The back-off between attempts.
    Backoff,
    /// The wait that the server requested.
    RetryAfter,
    /// The permit of the rate limiter.
    RateLimit,
    /// The permit for a request in flight.
    Concurrency,
}
