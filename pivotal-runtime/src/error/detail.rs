//! The detail of an error: its body, read into an [`ErrorBody`], or a code and message from user code.

use std::any::Any;
use std::sync::OnceLock;

use http::{HeaderMap, StatusCode};

use super::ErrorBody;
use super::error_response::ErrorResponse;
use super::repair::repair;
use crate::response::decode::Reason;
use crate::response::{BodyDeserializer, decode_lossy};
use crate::{DecodeError, Format, Json};

/// An [`ErrorBody`] of any type.
pub(crate) trait AnyErrorBody: Any + Send + Sync {
    fn message(&self) -> Option<&str>;
    fn code(&self) -> Option<&str>;
}

impl<T: ErrorBody> AnyErrorBody for T {
    fn message(&self) -> Option<&str> {
        ErrorBody::message(self)
    }

    fn code(&self) -> Option<&str> {
        ErrorBody::code(self)
    }
}

pub(crate) type Detail = Box<dyn AnyErrorBody>;

/// Reads the body of an error; `None` if it cannot be decoded.
pub(crate) type ReadDetail = fn(&[u8], &HeaderMap) -> Option<Detail>;

pub(crate) fn read_detail<T: ErrorBody, F: Format>(body: &[u8], headers: &HeaderMap) -> Option<Detail> {
    match F::decode_error_body::<T>(BodyDeserializer::of_error(body, headers)) {
        Ok(value) => return Some(Box::new(value)),
        Err(DecodeError(Reason::Api(detail))) => return Some(detail),
        Err(_) => {}
    }
    match F::decode_error_body::<T>(BodyDeserializer::of_decoded_error(&repair(&decode_lossy(body, headers)), headers))
    {
        Ok(value) => Some(Box::new(value)),
        Err(error) => error.into_detail(),
    }
}

/// The types of the bodies of errors, by status.
#[derive(Debug)]
pub struct ErrorTypes {
    cases: &'static [ErrorCase],
    others: Option<ReadDetail>,
}

impl ErrorTypes {
    /// Lists a type for each status.
    #[must_use]
    pub const fn new(cases: &'static [ErrorCase]) -> Self {
        Self { cases, others: None }
    }

    /// Sets the type for all other statuses: `error = T`.
    #[must_use]
    pub const fn others<F: Format, T: ErrorBody>(mut self) -> Self {
        self.others = Some(read_detail::<T, F>);
        self
    }

    /// The statuses that have a type of their own.
    #[cfg(feature = "testing")]
    pub(crate) fn statuses(&self) -> impl Iterator<Item = u16> {
        self.cases.iter().map(|case| case.status)
    }

    /// The function that reads the body of an error with this status.
    pub(crate) fn find(&self, status: StatusCode) -> Option<ReadDetail> {
        let case = self.cases.iter().find(|case| case.status == status.as_u16());
        case.map(|case| case.read).or(self.others)
    }
}

/// The type of errors with one status: `error(STATUS) = T`.
#[derive(Debug)]
pub struct ErrorCase {
    status: u16,
    read: ReadDetail,
}

impl ErrorCase {
    /// Reads the bodies of this status into a type.
    #[must_use]
    pub const fn new<F: Format, T: ErrorBody>(status: u16) -> Self {
        Self { status, read: read_detail::<T, F> }
    }

    /// Reads the bodies of this status as JSON.
    #[must_use]
    pub const fn json<T: ErrorBody>(status: u16) -> Self {
        Self::new::<Json, T>(status)
    }
}

/// The body of an error, which is decoded on first use: for many errors, the status is enough.
#[derive(Default)]
pub(super) struct LazyDetail {
    read: Option<ReadDetail>,
    value: OnceLock<Option<Detail>>,
}

impl LazyDetail {
    pub(super) fn new(read: Option<ReadDetail>) -> Self {
        Self { read, value: OnceLock::new() }
    }

    /// Creates a detail from user code, which replaces the body.
    pub(super) fn from_value(detail: Detail) -> Self {
        Self { read: None, value: OnceLock::from(Some(detail)) }
    }

    pub(super) fn get(&self, response: Option<&ErrorResponse>) -> Option<&dyn AnyErrorBody> {
        let read = || self.read.zip(response).and_then(|(read, response)| read(&response.body, &response.headers));
        self.value.get_or_init(read).as_deref()
    }
}

/// The code and message of an error from user code.
pub(crate) struct CustomDetail {
    pub(crate) code: Option<String>,
    /// Empty if there is none.
    pub(crate) message: String,
}

impl AnyErrorBody for CustomDetail {
    fn message(&self) -> Option<&str> {
        Some(&*self.message).filter(|message| !message.is_empty())
    }

    fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}
