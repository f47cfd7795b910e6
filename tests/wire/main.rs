//! What the runtime sends and what it makes of the answers, as a server sees it.

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
#[path = "../transport/reqwest.rs"]
#[allow(dead_code, reason = "each suite needs a part of it")]
mod transport;
mod transports;
