//! API 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive).

// the placeholder `name` has no parameter, so it is a text (#/paths/~1files~1{name}.json/put)

mod api;
mod operations;

pub use self::api::*;
pub use self::operations::*;
