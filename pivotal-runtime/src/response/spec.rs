//! The description of a response: how it is read, before it arrives.

use std::iter::successors;

use http::{HeaderValue, StatusCode};

use super::accept::{ANYTHING, Reads};
use super::trial::{TryType, reads};
use crate::error::ErrorTypes;
use crate::{Api, Endpoint};

/// Describes how the response to a request is read. It accompanies the request until the response arrives.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ResponseSpec {
    pub(crate) endpoint: &'static Endpoint,
    /// The conventions of the endpoint, or of the transport that it is called on.
    pub(crate) api: Option<&'static Api>,
    pub(crate) expected: &'static ExpectedResponse,
    /// The types of errors that the declaration names.
    pub(crate) errors: Option<&'static ErrorTypes>,
}

impl ResponseSpec {
    pub(crate) fn new(endpoint: &'static Endpoint) -> Self {
        Self { endpoint, api: endpoint.api(), expected: &ExpectedResponse::ANY, errors: None }
    }
}

/// The response that a return type can be made of.
#[derive(Debug, Clone, Copy)]
pub struct ExpectedResponse {
    /// The body of a success is not read into memory. With a type for each status, that of some status is not.
    pub(crate) streamed: bool,
    /// 304 is a success.
    pub(crate) not_modified: bool,
    /// Tries the type of the body.
    pub(crate) try_type: TryType,
    /// Returns the `Accept` header for what is read.
    pub(crate) accept: fn(Reads) -> HeaderValue,
    /// The type for each status; `None` if there is one type for all.
    pub(crate) cases: Option<&'static StreamedCase>,
}

/// A status with a type of its own, and the statuses after it.
#[derive(Debug)]
pub struct StreamedCase {
    /// `None` for all statuses that are not listed.
    pub(crate) status: Option<u16>,
    pub(crate) streamed: bool,
    pub(crate) others: Option<&'static StreamedCase>,
}

impl ExpectedResponse {
    /// A response that nothing reads.
    pub(crate) const ANY: Self =
        Self { streamed: false, not_modified: false, try_type: |_| {}, accept: |_| ANYTHING, cases: None };

    /// The `Accept` header.
    pub(crate) fn accept(&self) -> HeaderValue {
        (self.accept)(reads(self.try_type))
    }

    /// Also accepts 304 as a success.
    pub(crate) const fn or_not_modified(self) -> Self {
        Self { not_modified: true, ..self }
    }

    /// Reads every body into memory.
    pub(crate) const fn in_memory(self) -> Self {
        Self { streamed: false, cases: None, ..self }
    }

    /// Returns whether a response with this status is read as a success.
    pub(crate) fn is_success(&self, endpoint: &Endpoint, status: StatusCode) -> bool {
        endpoint.is_success(status) || (self.not_modified && status == StatusCode::NOT_MODIFIED)
    }

    /// Returns whether 304 is a value of its own, and not one of the listed statuses.
    pub(crate) fn returns_not_modified(&self) -> bool {
        let not_modified = Some(StatusCode::NOT_MODIFIED.as_u16());
        self.not_modified && !self.cases().any(|case| case.status == not_modified)
    }

    /// Returns whether the body of a success with this status stays a stream.
    pub(crate) fn is_streamed(&self, status: StatusCode) -> bool {
        let case = self.cases().find(|case| case.status.is_none_or(|listed| listed == status.as_u16()));
        case.map_or(self.streamed, |case| case.streamed)
    }

    fn cases(&self) -> impl Iterator<Item = &'static StreamedCase> {
        successors(self.cases, |case| case.others)
    }
}
