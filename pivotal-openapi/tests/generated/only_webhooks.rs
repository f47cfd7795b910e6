//! Only webhooks 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime.

// webhooks are requests of the server, which are not declared (#/webhooks)

mod api;

pub use self::api::*;
