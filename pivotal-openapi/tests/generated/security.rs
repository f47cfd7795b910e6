//! Security 1, generated from its `OpenAPI` document.
//!
//! It depends on pivotal-runtime.

// write `Credentials` of your own for the scheme `cookie` (#/components/securitySchemes/cookie)
// write `Credentials` of your own for the scheme `digest` (#/components/securitySchemes/digest)
// write `Credentials` of your own for the scheme `mutual` (#/components/securitySchemes/mutual)

mod api;
mod security;

pub use self::api::*;
pub use self::security::*;
