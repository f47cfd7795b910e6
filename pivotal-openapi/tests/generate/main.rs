//! The code that is generated from small documents, one for each feature of `OpenAPI`.
//!
//! `tests/generated` contains the code for each document in `tests/documents`. `UPDATE_EXPECT=1` records it again.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "it is a test")]

mod compile;
mod documents;
mod recorded;
