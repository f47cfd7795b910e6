//! The description of a response: how it is read, before it arrives.

use std::iter::successors;

use http::{HeaderMap, HeaderValue, StatusCode};

use super::accept::{ANYTHING, Reads};
use super::content_encoding::is_encoded;
use super::events::is_event_stream;
use super::trial::{TryType, accepts_missing, reads};
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

/// The form in which a body is returned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyForm {
    /// Complete.
    InMemory,
    /// As it is received.
    Stream,
    /// As it is received, if it is a stream of events.
    Events,
}

impl BodyForm {
    /// Returns the form that describes both: a stream, if one of them is.
    pub(crate) const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Events, _) | (_, Self::Events) => Self::Events,
            (Self::Stream, _) | (_, Self::Stream) => Self::Stream,
            (Self::InMemory, Self::InMemory) => Self::InMemory,
        }
    }
}

/// The value that a return type has for a 404 that the endpoint does not declare a success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotFound {
    /// None: it is an error.
    Error,
    /// `None`.
    Absent,
    /// The value that the body type has without a body, if it is an `Option`. Otherwise it is an error.
    ByType,
}

/// The response that a return type can be made of.
#[derive(Debug, Clone, Copy)]
pub struct ExpectedResponse {
    /// The form of the body of a success. With a type for each status, that of some status can be another one.
    pub(crate) body: BodyForm,
    /// 304 is a success.
    pub(crate) not_modified: bool,
    pub(crate) not_found: NotFound,
    /// Tries the type of the body.
    pub(crate) try_type: TryType,
    /// Returns the `Accept` header for what is read.
    pub(crate) accept: fn(Reads) -> HeaderValue,
    /// The type for each status; `None` if there is one type for all.
    pub(crate) cases: Option<&'static ResponseCase>,
}

/// A status with a type of its own, and the statuses after it.
#[derive(Debug)]
pub struct ResponseCase {
    /// `None` for all statuses that are not listed.
    pub(crate) status: Option<u16>,
    pub(crate) body: BodyForm,
    pub(crate) others: Option<&'static ResponseCase>,
}

impl ExpectedResponse {
    /// A response that nothing reads.
    pub(crate) const ANY: Self = Self {
        body: BodyForm::InMemory,
        not_modified: false,
        not_found: NotFound::Error,
        try_type: |_| {},
        accept: |_| ANYTHING,
        cases: None,
    };

    /// The `Accept` header.
    pub(crate) fn accept(&self) -> HeaderValue {
        (self.accept)(reads(self.try_type))
    }

    /// Also accepts 304 as a success.
    pub(crate) const fn or_not_modified(self) -> Self {
        Self { not_modified: true, ..self }
    }

    /// Also accepts 404, as a value.
    pub(crate) const fn or_not_found(self, not_found: NotFound) -> Self {
        Self { not_found, ..self }
    }

    /// Returns whether a response with this status is returned as a value, and not as an error: a success, or a 404 that is
    /// `None`.
    pub(crate) fn is_value(&self, endpoint: &Endpoint, status: StatusCode) -> bool {
        let is_absent = || match self.not_found {
            NotFound::Error => false,
            NotFound::Absent => true,
            NotFound::ByType => accepts_missing(self.try_type),
        };
        self.is_success(endpoint, status) || (status == StatusCode::NOT_FOUND && is_absent())
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

    /// Returns whether the body of a success with this status and these headers stays a stream.
    pub(crate) fn is_streamed(&self, status: StatusCode, headers: &HeaderMap) -> bool {
        let case = self.cases().find(|case| case.status.is_none_or(|listed| listed == status.as_u16()));
        match case.map_or(self.body, |case| case.body) {
            BodyForm::InMemory => false,
            // The start of another body is kept for the error.
            BodyForm::Stream => !is_encoded(status, headers),
            BodyForm::Events => !is_encoded(status, headers) && is_event_stream(headers),
        }
    }

    /// The statuses that have a type of their own.
    #[cfg(feature = "testing")]
    pub(crate) fn statuses(&self) -> impl Iterator<Item = u16> {
        self.cases().filter_map(|case| case.status)
    }

    /// Returns whether the type depends on the status.
    #[cfg(feature = "testing")]
    pub(crate) fn has_several_types(&self) -> bool {
        self.cases().nth(1).is_some()
    }

    fn cases(&self) -> impl Iterator<Item = &'static ResponseCase> {
        successors(self.cases, |case| case.others)
    }
}
