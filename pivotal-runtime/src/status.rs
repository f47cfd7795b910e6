//! Statuses that can be retried.

use http::StatusCode;

/// Returns whether a request can succeed later after this status, whatever the API. An API can add others.
pub(crate) fn is_retryable(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
}

/// Returns whether this is the status of an error: only these can be retried.
pub(crate) const fn is_error(status: u16) -> bool {
    matches!(status, 400..=599)
}
