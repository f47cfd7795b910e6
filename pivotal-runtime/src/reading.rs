//! How the response to a request is read.

use crate::error::ReadDetail;
use crate::{Api, Endpoint};

/// Goes with a request from its declaration to its response.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) endpoint: &'static Endpoint,
    /// The conventions of the endpoint, or of the transport that it is called on.
    pub(crate) api: Option<&'static Api>,
    /// The body of a success is passed on as a stream, unread.
    pub(crate) streamed: bool,
    /// Reads the body of an error into the type that the declaration names.
    pub(crate) detail: Option<ReadDetail>,
}

impl Reading {
    pub(crate) fn new(endpoint: &'static Endpoint) -> Self {
        Self { endpoint, api: endpoint.api(), streamed: false, detail: None }
    }
}
