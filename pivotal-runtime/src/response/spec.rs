//! The description of a response: how it is read, before it arrives.

use crate::error::ReadDetail;
use crate::{Api, Endpoint};

/// Describes how the response to a request is read. It accompanies the request until the response arrives.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ResponseSpec {
    pub(crate) endpoint: &'static Endpoint,
    /// The conventions of the endpoint, or of the transport that it is called on.
    pub(crate) api: Option<&'static Api>,
    /// The body of a success is returned as a stream.
    pub(crate) streamed: bool,
    /// Reads the body of an error into the type that the declaration names.
    pub(crate) detail: Option<ReadDetail>,
}

impl ResponseSpec {
    pub(crate) fn new(endpoint: &'static Endpoint) -> Self {
        Self { endpoint, api: endpoint.api(), streamed: false, detail: None }
    }
}
