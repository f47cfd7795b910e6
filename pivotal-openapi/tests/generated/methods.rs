//! Methods 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime, serde_json.

// left out: TRACE /all, since the response to `TRACE` would contain credentials (#/paths/~1all/trace)
// left out: CONNECT /all, since `CONNECT` opens a tunnel (#/paths/~1all/additionalOperations/CONNECT)

mod api;
mod methods;

pub use self::api::*;
pub use self::methods::*;
