//! The detail of an error: its body, read into an [`ErrorBody`], or a code and message from user code.

use std::any::Any;
use std::sync::OnceLock;

use http::HeaderMap;

use super::ErrorBody;
use super::error_response::ErrorResponse;
use super::repair::repair;
use crate::response::decode;

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

pub(crate) fn read_detail<T: ErrorBody>(body: &[u8], headers: &HeaderMap) -> Option<Detail> {
    let read = match decode::bytes::<T>(body, headers) {
        Some(value) => value,
        None => decode::bytes::<T>(repair(body).as_bytes(), headers)?,
    };
    Some(Box::new(read))
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
pub(super) struct CustomDetail {
    pub(super) code: Option<String>,
    pub(super) message: String,
}

impl AnyErrorBody for CustomDetail {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }

    fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}
