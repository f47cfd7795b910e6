//! Properties that hold for any input.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod error_bodies;
mod fake;
mod forms;
mod headers;
mod limits;
mod pages;
mod paths;
mod queries;
mod responses;
mod streams;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "each suite uses a part of it")]
mod support;
mod texts;
mod time;
#[path = "../transport/mod.rs"]
#[allow(dead_code, reason = "each suite uses a part of it")]
mod transport;
