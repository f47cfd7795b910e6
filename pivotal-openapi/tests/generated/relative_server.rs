//! Relative server 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime.

// the server has no complete URL; set the base URL of the client (#/servers/0)

mod api;
mod relative_server;

pub use self::api::*;
pub use self::relative_server::*;
