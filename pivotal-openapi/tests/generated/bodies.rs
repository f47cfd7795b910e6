//! Bodies 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

// left out: POST /multipart-mixed, since a body of type `multipart/mixed` cannot be declared (#/paths/~1multipart-mixed/post/requestBody/content/multipart~1mixed)
// left out: GET /get-required, since a `GET` request has no body (#/paths/~1get-required/get/requestBody)
// the body is never `null` (#/paths/~1json-null/post/requestBody/content/application~1json/schema)
// `application/json` is declared, and `multipart/form-data` is not (#/paths/~1several/post/requestBody/content/multipart~1form-data)
// the body has no media type (#/paths/~1none/post/requestBody)
// a `GET` request has no body (#/paths/~1get-optional/get/requestBody)

mod api;
mod bodies;

pub use self::api::*;
pub use self::bodies::*;
