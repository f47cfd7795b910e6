//! Requests: their URL, headers and body, and those that are rejected.

mod rejected;
mod settings;
mod several_rejected;
mod url;

use crate::support::fake::{Fake, reply};

/// Returns a fake that responds with status 204.
fn fake() -> Fake {
    Fake::new(|_| reply::status(204).body(""))
}
