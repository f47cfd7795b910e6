//! The limit that ended the attempts of a call.

/// The limit that prevented another attempt, although one would have been safe.
///
/// [`Error::retry_stopped_by`](crate::Error::retry_stopped_by) returns it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryLimit {
    /// The call made all its attempts: [`max_attempts`](crate::ClientBuilder::max_attempts).
    Attempts,
    /// No time was left for another attempt and the wait before it: [`timeout`](crate::ClientBuilder::timeout).
    Deadline,
    /// The server requested a wait of more than 60 s: [`retry_after`](crate::Error::retry_after).
    RetryAfter,
    /// The [`retry_budget`](crate::ClientBuilder::retry_budget) of the client was spent.
    Budget,
}
