//! Responses 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde (feature derive), serde_json.

// the headers of responses have no types, here and in 1 more; return `Response<T>` to read them (#/paths/~1redirect/get/responses/302/headers/Location)
// `application/json` is declared, and `text/event-stream` is not (#/paths/~1json-or-events/post/responses/200/content/text~1event-stream)
// `20` is no status (#/paths/~1bad-status/get/responses/20)
// `ok` is no status (#/paths/~1bad-status/get/responses/ok)

mod api;
mod responses;
mod types;

pub use self::api::*;
pub use self::responses::*;
pub use self::types::*;
