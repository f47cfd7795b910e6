//! What holds for any input, not only for those that somebody thought of.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod answers;
mod envelopes;
mod fake;
mod forms;
mod headers;
mod limits;
mod paths;
mod queries;
mod texts;
mod time;
