//! Faults and limits: how calls fail, and what they do before they fail.
//!
//! `README.md` maps each row of the fault matrix to its tests.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod api_conventions;
mod bodies;
mod cancellation;
mod concurrency;
mod connections;
mod credentials;
mod errors;
mod idempotency;
mod json;
mod matrix;
mod number_api;
mod outcomes;
mod pagination;
mod precedence;
mod rate_limits;
mod redirects;
mod requests;
mod retries;
mod secrets;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "each suite uses a part of it")]
mod support;
mod thing_api;
mod timeouts;
#[path = "../transport/mod.rs"]
#[allow(dead_code, reason = "each suite uses a part of it")]
mod transport;
