//! Open enums 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

mod api;
mod open_enums;

pub use self::api::*;
pub use self::open_enums::*;
