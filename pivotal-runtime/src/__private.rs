//! The names that expansions use. They are not part of the API, and may change with any release.

pub use http::Method;

pub use crate::call::Call;
pub use crate::endpoint::Endpoint;
pub use crate::error::Error;
pub use crate::request::RequestBuilder;
pub use crate::response::return_type::Declared;
// The types of hidden methods, which seal their traits.
pub use crate::response::{DecodeError, ReceivedResponse};
pub use crate::transport::Transport;
