//! Inline schemas 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive).

mod api;
mod inline_schemas;
mod types;

pub use self::api::*;
pub use self::inline_schemas::*;
pub use self::types::*;
