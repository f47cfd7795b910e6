//! The test kit of the runtime (feature `testing`).

#![expect(clippy::unwrap_used, reason = "a test stops at what it did not expect")]

mod coverage;
mod errors;
