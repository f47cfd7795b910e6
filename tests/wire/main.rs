//! Requests and responses on the wire.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

#[cfg(feature = "blocking")]
mod blocking;
mod client;
#[cfg(feature = "compression")]
mod encoding;
mod formats;
mod how_to;
#[cfg(feature = "tower")]
mod layers;
mod pages;
mod requests;
mod responses;
mod secrets;
mod streams;
#[path = "../support/mod.rs"]
#[allow(dead_code, reason = "each suite uses a part of it")]
mod support;
mod trait_objects;
#[path = "../transport/mod.rs"]
#[allow(dead_code, reason = "each suite uses a part of it")]
mod transport;
mod transports;
