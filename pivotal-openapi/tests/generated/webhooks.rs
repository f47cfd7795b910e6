//! Webhooks 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime.

// webhooks are requests of the server, which are not declared (#/webhooks)
// callbacks are requests of the server, which are not declared (#/paths/~1hooks/post/callbacks)

mod api;
mod webhooks;

pub use self::api::*;
pub use self::webhooks::*;
