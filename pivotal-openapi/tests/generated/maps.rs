//! Maps 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

// the members with this pattern have no type of their own (#/components/schemas/Map/properties/patterns/patternProperties/^x-)
// the members with this pattern have no type of their own (#/components/schemas/Map/properties/pattern_with/patternProperties/^x-)
// items with types by their positions are any JSON (#/components/schemas/Map/properties/tuple/prefixItems)

mod api;
mod maps;

pub use self::api::*;
pub use self::maps::*;
