//! The suite of `main.rs` once more, over hyper.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod answers;
#[cfg(feature = "blocking")]
mod blocking;
mod client;
mod fake;
mod pages;
mod requests;
mod secrets;
mod stage;
mod support;
mod trait_objects;
#[path = "../transport/hyper.rs"]
#[allow(dead_code, reason = "each suite needs a part of it")]
mod transport;
mod transports;
