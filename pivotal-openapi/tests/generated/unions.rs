//! Unions 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json, jiff (feature serde).

// `anyOf` beside `oneOf` is ignored (#/components/schemas/Thing/properties/two)

mod api;
mod present;
mod unions;

pub use self::api::*;
pub use self::unions::*;

use self::present::some;
