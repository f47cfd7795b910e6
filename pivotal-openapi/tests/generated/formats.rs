//! Formats 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json, jiff (feature serde), uuid (feature serde).

mod api;
mod formats;

pub use self::api::*;
pub use self::formats::*;
