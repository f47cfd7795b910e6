//! The waits of a call: events with their reason and length.

use http::HeaderMap;
use tokio::time::Instant;
#[cfg(feature = "tracing")]
use tracing::Level;

use super::attributes::ErrorType;
#[cfg(feature = "metrics")]
use super::meters;
#[cfg(feature = "tracing")]
use super::spans::TARGET;
use super::{Retry, WaitReason};
use crate::rate_limit::retry_after;

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

/// The wait for a permit. It is reported when it ends, or when its call is dropped.
pub(in crate::client) struct PermitWait {
    reason: WaitReason,
    started: Instant,
}

impl PermitWait {
    pub(in crate::client) fn start(reason: WaitReason) -> Self {
        Self { reason, started: Instant::now() }
    }
}

impl Drop for PermitWait {
    fn drop(&mut self) {
        let waited = self.started.elapsed();
        #[cfg(feature = "tracing")]
        tracing::event!(
            target: TARGET,
            Level::INFO,
            wait.reason = self.reason.as_str(),
            wait.duration = waited.as_secs_f64(),
            "waited for a permit"
        );
        #[cfg(feature = "metrics")]
        meters::add_wait(self.reason, waited);
    }
}

impl Retry<'_> {
    /// Reports the retry, and the wait before it.
    pub(in crate::client) fn report(&self, retry_at: Instant) {
        let wait = retry_at.saturating_duration_since(Instant::now());
        let (reason, failure) = match self.result {
            Ok(response) => (reason(response.headers()), ErrorType::Status(response.status())),
            Err(error) => (WaitReason::Backoff, ErrorType::new(error, self.endpoint, self.expected)),
        };
        #[cfg(feature = "tracing")]
        tracing::event!(
            target: TARGET,
            Level::INFO,
            wait.reason = reason.as_str(),
            wait.duration = wait.as_secs_f64(),
            error.type = failure.as_str(),
            "waits before a retry"
        );
        #[cfg(feature = "metrics")]
        {
            meters::add_wait(reason, wait);
            meters::count_retry(self, &failure);
        }
    }
}

/// Returns the reason of a wait after a response with these headers.
fn reason(headers: &HeaderMap) -> WaitReason {
    if retry_after(headers).is_some() { WaitReason::RetryAfter } else { WaitReason::Backoff }
}

/// Reports that a call is not retried because the retry budget is spent.
pub(in crate::client) fn budget_spent() {
    #[cfg(feature = "tracing")]
    tracing::event!(target: TARGET, Level::WARN, "no retry, because the retry budget is spent");
}
