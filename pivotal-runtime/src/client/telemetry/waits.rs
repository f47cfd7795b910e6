//! The waits of a call: events with their reason and length.

#[cfg(any(feature = "tracing", feature = "metrics"))]
use http::HeaderMap;
use http::Method;
use tokio::time::Instant;
#[cfg(feature = "tracing")]
use tracing::Level;

#[cfg(any(feature = "tracing", feature = "metrics"))]
use super::attributes::ErrorType;
#[cfg(any(feature = "tracing", feature = "metrics"))]
use crate::rate_limit::retry_after;
use crate::response::ExpectedResponse;
use crate::{Body, Endpoint, Error};

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

#[cfg(any(feature = "tracing", feature = "metrics"))]
impl WaitReason {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Backoff => "backoff",
            Self::RetryAfter => "retry_after",
            Self::RateLimit => "rate_limit",
            Self::Concurrency => "concurrency",
        }
    }
}

/// The wait for a permit. It is reported when it is dropped, also if the call is.
pub(in crate::client) struct PermitWait {
    #[cfg(any(feature = "tracing", feature = "metrics"))]
    reason: WaitReason,
    #[cfg(any(feature = "tracing", feature = "metrics"))]
    started: Instant,
}

impl PermitWait {
    pub(in crate::client) fn start(reason: WaitReason) -> Self {
        Self {
            #[cfg(any(feature = "tracing", feature = "metrics"))]
            reason,
            #[cfg(any(feature = "tracing", feature = "metrics"))]
            started: Instant::now(),
        }
    }
}

#[cfg(any(feature = "tracing", feature = "metrics"))]
impl Drop for PermitWait {
    fn drop(&mut self) {
        let waited = self.started.elapsed();
        #[cfg(feature = "tracing")]
        tracing::event!(
            target: super::spans::TARGET,
            Level::INFO,
            wait.reason = self.reason.as_str(),
            wait.duration = waited.as_secs_f64(),
            "waited for a permit"
        );
        #[cfg(feature = "metrics")]
        super::meters::add_wait(self.reason, waited);
    }
}

/// A retry.
pub(in crate::client) struct Retry<'a> {
    pub(in crate::client) endpoint: &'static Endpoint,
    pub(in crate::client) method: &'a Method,
    /// The result of the attempt that failed.
    pub(in crate::client) result: &'a Result<http::Response<Body>, Error>,
    pub(in crate::client) expected: &'static ExpectedResponse,
}

impl Retry<'_> {
    /// Reports the retry, and the wait before it.
    #[cfg(any(feature = "tracing", feature = "metrics"))]
    pub(in crate::client) fn report(&self, retry_at: Instant) {
        let wait = retry_at.saturating_duration_since(Instant::now());
        let (reason, error_type) = match self.result {
            Ok(response) => (reason(response.headers()), ErrorType::Status(response.status())),
            Err(error) => {
                let is_value = |status| self.expected.is_value(self.endpoint, status);
                (WaitReason::Backoff, ErrorType::new(error, is_value))
            }
        };
        #[cfg(feature = "tracing")]
        tracing::event!(
            target: super::spans::TARGET,
            Level::INFO,
            wait.reason = reason.as_str(),
            wait.duration = wait.as_secs_f64(),
            error.type = error_type.as_str(),
            "waits before a retry"
        );
        #[cfg(feature = "metrics")]
        {
            super::meters::add_wait(reason, wait);
            super::meters::count_retry(self.endpoint, self.method, &error_type);
        }
    }

    #[cfg(not(any(feature = "tracing", feature = "metrics")))]
    pub(in crate::client) fn report(&self, _: Instant) {}
}

/// Returns the reason of a wait after a response with these headers.
#[cfg(any(feature = "tracing", feature = "metrics"))]
fn reason(headers: &HeaderMap) -> WaitReason {
    if retry_after(headers).is_some() { WaitReason::RetryAfter } else { WaitReason::Backoff }
}

/// Reports that a call is not retried because the retry budget is spent.
pub(in crate::client) fn budget_spent() {
    #[cfg(feature = "tracing")]
    tracing::event!(target: super::spans::TARGET, Level::WARN, "no retry, because the retry budget is spent");
}
