//! The suite of `main.rs` once more, over hyper.

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
#[path = "../transport/hyper.rs"]
#[allow(dead_code, reason = "each suite needs a part of it")]
mod transport;
