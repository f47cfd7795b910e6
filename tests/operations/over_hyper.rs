//! The suite of `main.rs`, over hyper.

#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod contacts;
mod contract;
mod customers;
mod endpoint_lists;
mod errors;
mod meta;
mod onboardings;
mod support;
#[path = "../transport/hyper.rs"]
#[allow(dead_code, reason = "each suite needs a part of it")]
mod transport;
