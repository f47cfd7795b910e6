//! Errors of an API: their status and their body.

mod envelope;
mod statuses;
