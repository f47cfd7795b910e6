//! The head of a response whose body is a stream of values.

use bytes::Bytes;
use http::response::Parts;

use super::{DecodeError, ReceivedResponse, ResponseSpec};
use crate::error::Record;
use crate::{Body, Error};

/// Status and headers of a response, for the errors of values in its body.
pub(super) struct StreamHead {
    pub(super) spec: ResponseSpec,
    pub(super) parts: Parts,
}

impl StreamHead {
    /// Returns the head and the body of a success.
    ///
    /// # Errors
    ///
    /// If the status is not a success.
    pub(super) fn take(received: &mut ReceivedResponse) -> Result<(Self, Body), Error> {
        received.check(false)?;
        Ok((Self { spec: received.spec(), parts: received.parts().clone() }, received.take_body()))
    }

    /// Creates the error of a value that cannot be decoded.
    #[cold]
    pub(super) fn decode_error(&self, error: DecodeError, value: &Bytes) -> Error {
        Error::from_decode_error(self.spec, &mut self.parts.clone(), value, error)
    }

    /// Creates the error of a value that is larger than the limit. `value` names it, as in `line 4`.
    #[cold]
    pub(super) fn too_large(&self, value: &str, limit: usize) -> Error {
        self.with_context(Error::too_large_item(value, limit))
    }

    /// Creates the error of a stream whose end is missing.
    #[cold]
    pub(super) fn incomplete(&self, message: String) -> Error {
        self.with_context(Error::incomplete(message))
    }

    /// Adds the endpoint and the record of the call to an error.
    fn with_context(&self, error: Error) -> Error {
        let error = error.with_endpoint(self.spec.endpoint);
        match self.parts.extensions.get::<Record>() {
            Some(record) => error.with_record(record.clone()),
            None => error,
        }
    }
}
