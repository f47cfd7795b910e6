//! Descriptions "quoted" */ \<b>bold\</b> \[brackets] 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive).

mod api;
mod notes;

pub use self::api::*;
pub use self::notes::*;
