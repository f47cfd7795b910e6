//! The `X-RateLimit-*` headers.

use std::time::{Duration, SystemTime};

use http::HeaderMap;

/// What the server says of the key's rate limit, on every answer (Pivotal API, Rate limits).
///
/// It counts the whole key, on whichever machine it is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RateLimit {
    /// `X-RateLimit-Limit`: requests that the key may make in the window.
    pub limit: u64,
    /// `X-RateLimit-Remaining`: how many of them are left.
    pub remaining: u64,
    /// `X-RateLimit-Reset`: when the window resets, to the second.
    pub reset: SystemTime,
}

impl RateLimit {
    /// Reads the three headers; `None` unless all three are there and make sense.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Option<Self> {
        let number = |name| headers.get(name)?.to_str().ok()?.trim().parse::<u64>().ok();
        Some(Self {
            limit: number("x-ratelimit-limit")?,
            remaining: number("x-ratelimit-remaining")?,
            reset: SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(number("x-ratelimit-reset")?))?,
        })
    }
}

/// `Retry-After` in its form of seconds (RFC 9110, section 10.2.3), the one that the Pivotal API sends.
pub(crate) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds = headers.get(http::header::RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds))
}
