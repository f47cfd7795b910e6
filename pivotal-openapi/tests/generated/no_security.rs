//! The Open API v1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime.

// the base URL of the client is used, instead of servers of its own (#/paths/~1b/servers)
// the base URL of the client is used, instead of servers of its own (#/paths/~1c/get/servers)

mod api;
mod open;

pub use self::api::*;
pub use self::open::*;
