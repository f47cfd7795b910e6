//! Swagger Petstore - OpenAPI 3.0 1.0.11, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json, jiff (feature serde).

// the required member `missing` has no schema, so it is left out (#/components/schemas/Pet)

mod api;
mod pet_store_dogs_cats;

pub use self::api::*;
pub use self::pet_store_dogs_cats::*;
