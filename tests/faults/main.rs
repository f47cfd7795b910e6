//! The fault matrix: a test or more for each row, its number in the test's name (`row_031_…`).
//!
//! Rows that were decided against are listed in `README.md` beside this file, with the reason. The tests of `api` and of
//! `credentials` are newer than the matrix, and most have no row.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod api;
mod body;
mod credentials;
mod deadline_budget_load;
mod fake;
mod idempotency;
mod json;
mod no_full_answer;
mod not_sent;
mod pagination;
mod precedence;
mod rate_limits;
mod redirects_secrets;
mod server;
mod status;
#[path = "../transport/reqwest.rs"]
#[allow(dead_code, reason = "each suite needs a part of it")]
mod transport;
