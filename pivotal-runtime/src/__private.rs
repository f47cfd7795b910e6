//! The names that expansions use. They are not part of the API, and may change with any release.

pub use http::Method;

pub use crate::call::Call;
pub use crate::endpoint::Endpoint;
pub use crate::error::{Error, ErrorCase, ErrorTypes};
pub use crate::format::Json;
pub use crate::request::{FormattedRequestBuilder, RequestBuilder};
pub use crate::response::return_type::{Case, Inferred, InferredOption, OneOf, OtherCases};
// The types of hidden methods, which seal their traits.
pub use crate::request::{EncodedBody, HeaderWriter, ValueError};
pub use crate::response::{
    BodyDeserializer, BodyForm, ExpectedResponse, RawEvent, Reads, ReceivedResponse, ResponseCase, Trial,
};
pub use crate::transport::Transport;
