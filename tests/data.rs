//! The data types, held against the examples and the contract in `data/`.
//!
//! The contract is a reconstruction (see `data/README.md`), so agreement with it is no proof that
//! the live API agrees.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test stops at what it did not expect")]

#[path = "data/answers.rs"]
mod answers;
#[path = "data/examples.rs"]
mod examples;
#[path = "data/requests.rs"]
mod requests;
#[path = "data/support.rs"]
mod support;
