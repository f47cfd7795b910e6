//! All of 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive).

// the parts of `allOf` have different types, so one of them is used (#/components/schemas/Conflict)
// the reference `#/components/schemas/Nowhere` leads nowhere (#/components/schemas/Missing/allOf/0)

mod all_of;
mod api;

pub use self::all_of::*;
pub use self::api::*;
