//! The test kit: the feature `testing` of `pivotal-runtime`.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod arguments;
mod blocking;
mod clients;
mod coverage;
mod equality;
mod errors;
mod faults;
mod lists;
mod notes;
mod outcomes;
mod recorded;
mod replies;
mod reports;
mod rule;
mod values;
