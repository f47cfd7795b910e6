//! Checks of declarations against documents.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops at what it did not expect"
)]

mod changes;
mod forms;
mod known;
mod notes;
mod planted;
mod sources;
