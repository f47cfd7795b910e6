//! The operations, each against a server: what it was sent, and what the caller made of its answer.
//!
//! The answers are the examples in `tests/data/`, and what an operation can answer is read from the
//! contract there. That one is a reconstruction (see its README), so agreement with it is no proof
//! that the live API agrees.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod client;
mod contacts;
mod contract;
mod customers;
mod listed;
mod meta;
mod onboardings;
mod refusals;
mod support;
#[path = "../transport/reqwest.rs"]
#[allow(dead_code, reason = "each suite needs a part of it")]
mod transport;
