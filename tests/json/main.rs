//! Responses are read as `serde_json` reads them, and values of requests have the texts that it writes.
//!
//! `tests/downstream/json_features` runs the same tests with all features of `serde_json`, which change how its own types are
//! read and written, also in other crates of the same build.

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod documents;
mod fake;
mod requests;
mod responses;
mod types;
