//! The code that is generated from small documents, one for each feature of `OpenAPI`.
//!
//! `tests/generated` contains the code for each document in `tests/documents`. `UPDATE_EXPECT=1` records it again.

#![expect(clippy::unwrap_used, reason = "it is a test")]

mod broken;
mod compile;
mod documents;
mod output;
mod program;
mod recorded;
mod requests;
mod selection;
mod values;

#[allow(warnings, clippy::all, clippy::pedantic, clippy::restriction, reason = "it is generated, and used in part")]
#[rustfmt::skip]
#[path = "../generated/lib.rs"]
mod generated;
