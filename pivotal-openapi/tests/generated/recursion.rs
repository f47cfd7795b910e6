//! Recursion 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

// the schema contains itself without an object, so it is any JSON (#/components/schemas/Lists)
// the schema contains itself without an object, so it is any JSON (#/components/schemas/Maps)
// the reference leads in a circle, so it is any JSON (#/components/schemas/Other)
// the reference leads in a circle, so it is any JSON (#/components/schemas/Loop)
// an alternative that is the union itself is left out (#/components/schemas/Both/oneOf)

mod api;
mod present;
mod recursion;

pub use self::api::*;
pub use self::recursion::*;

use self::present::some;
