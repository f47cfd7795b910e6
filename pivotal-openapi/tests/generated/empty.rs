//! An API, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime.

mod api;

pub use self::api::*;
