//! Read-only members 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), jiff (feature serde).

mod api;
mod read_only_members;

pub use self::api::*;
pub use self::read_only_members::*;
