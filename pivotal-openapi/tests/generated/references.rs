//! References 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

// left out: PUT /operation, since the reference `references/missing.yaml` cannot be read: the file does not exist (#/paths/~1operation/put)
// another operation has this id (#/components/pathItems/Here/get/operationId)
// the reference `https://example.com/schema.json` leads nowhere (references/responses.yaml#/Note/content/application~1json/schema/properties/url)

mod api;
mod references;
mod types;

pub use self::api::*;
pub use self::references::*;
pub use self::types::*;
