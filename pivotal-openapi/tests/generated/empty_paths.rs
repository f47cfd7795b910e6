//! Empty paths 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime.

mod api;

pub use self::api::*;
