//! What expansions name. Not part of the API: it may change with any release.

pub use http::Method;

pub use crate::call::Call;
pub use crate::endpoint::Endpoint;
pub use crate::error::Error;
pub use crate::outcome::Declared;
pub use crate::request::RequestBuilder;
pub use crate::transport::Transport;
