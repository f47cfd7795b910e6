//! Broken references 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

// left out: /item, since the reference `#/components/pathItems/Missing` leads nowhere (#/paths/~1item)
// left out: /circle, since the reference leads in a circle (#/paths/~1circle)
// left out: GET /parameter, since the reference `#/components/parameters/Missing` leads nowhere (#/paths/~1parameter/get/parameters/0)
// left out: POST /body, since the reference `#/components/requestBodies/Missing` leads nowhere (#/paths/~1body/post/requestBody)
// left out: GET /response, since the reference `#/components/responses/Missing` leads nowhere (#/paths/~1response/get/responses/200)
// left out: GET /loop, since the reference leads in a circle (#/paths/~1loop/get/responses/200)
// the reference `#/components/responses/Missing` leads nowhere (#/paths/~1error/get/responses/400)
// the reference `#/components/schemas/Missing` leads nowhere (#/paths/~1schema/get/responses/200/content/application~1json/schema)
// the reference `#/components/schemas/Missing` leads nowhere (#/components/schemas/Holder/properties/missing)
// the reference `#/components/schemas/~2` leads nowhere (#/components/schemas/Holder/properties/escape)
// the reference `#Anchor` is no JSON pointer (#/components/schemas/Holder/properties/not_json_pointer)
// the reference `Holder` cannot be read: the file does not exist (#/components/schemas/Holder/properties/plain)
// `$ref` is not a text, so it is ignored (#/components/schemas/Holder/properties/number/$ref)
// the reference `#/nowhere` leads nowhere (#/components/schemas/Holder/properties/list/items)
// the reference `#/nowhere` leads nowhere (#/components/schemas/Holder/properties/map/additionalProperties)
// the reference `#/nowhere` leads nowhere (#/components/schemas/Holder/properties/union/oneOf/0)
// the reference `#/nowhere` leads nowhere (#/components/schemas/Holder/properties/tagged/oneOf/0)

mod api;
mod broken_references;

pub use self::api::*;
pub use self::broken_references::*;
