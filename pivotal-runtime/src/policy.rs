//! What is decided about a call, without a socket: when to retry and how long to wait.

mod backoff;
mod budget;
mod decision;
mod delivery;
mod limits;

pub(crate) use self::backoff::{Backoff, MAX_WAIT};
pub(crate) use self::budget::Budget;
pub(crate) use self::decision::{Failure, Repetition, should_retry};
pub use self::delivery::Delivery;
pub use self::limits::Timeout;
pub(crate) use self::limits::{Limits, after};
