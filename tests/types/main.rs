//! The data types, checked against the examples and the contract in `tests/data/`.
//!
//! The contract is a reconstruction (see its README), so these tests do not prove that the live API agrees.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod errors;
mod examples;
mod key;
mod lists;
mod requests;
mod responses;
mod support;
