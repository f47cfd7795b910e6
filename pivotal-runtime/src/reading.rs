//! How the answer to a request is read.

use std::any::Any;

use crate::Endpoint;

/// Goes with a request from its declaration to its answer.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) endpoint: &'static Endpoint,
    /// The body of a success is handed over as a stream, unread.
    pub(crate) streamed: bool,
    /// Reads the body of an error into the type that the declaration names.
    pub(crate) detail: Option<ReadDetail>,
}

/// Reads the body of an error; `None` if it is something else.
pub(crate) type ReadDetail = fn(&[u8]) -> Option<Detail>;

/// What a declaration's `error = Type` reads.
pub(crate) type Detail = Box<dyn Any + Send + Sync>;

impl Reading {
    pub(crate) fn new(endpoint: &'static Endpoint) -> Self {
        Self { endpoint, streamed: false, detail: None }
    }
}
