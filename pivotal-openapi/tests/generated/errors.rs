//! Errors 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive).

// errors 5XX are read as other errors (#/components/responses/Problem)
// an error of this type has no message, so it is not declared (#/paths/~1f/get/responses/402/content/application~1json/schema)

mod api;
mod errors;
mod types;

pub use self::api::*;
pub use self::errors::*;
pub use self::types::*;
