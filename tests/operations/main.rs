//! Every operation, called on a mock server: the request that the server receives, and the value that the caller
//! receives.
//!
//! Responses are the examples in `tests/data/`. They follow a contract that is a reconstruction (see its README), so these tests do
//! not prove that the live API agrees. `tests/contract` checks the declarations against it.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod client;
mod contacts;
mod customers;
mod endpoint_lists;
mod errors;
mod meta;
mod onboardings;
mod support;
#[path = "../transport/mod.rs"]
#[allow(dead_code, reason = "each suite needs a part of it")]
mod transport;
