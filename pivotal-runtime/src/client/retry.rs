//! Retries: which failures are retried, how long to wait, and how many retries a client has.

mod backoff;
mod budget;
mod classify;
mod limit;

pub(super) use self::backoff::{Backoff, MAX_WAIT};
pub(super) use self::budget::Budget;
pub(super) use self::classify::{Failure, RetrySafety, should_retry};
pub use self::limit::RetryLimit;
