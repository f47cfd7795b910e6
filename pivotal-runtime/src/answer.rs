//! An answer on its way to becoming a value.

use bytes::Bytes;
use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::{Body, Endpoint, Error, Response, read};

/// A whole answer to a call of one endpoint: what [`FromResponse`](crate::FromResponse) makes values of.
#[derive(Debug)]
pub struct Answer {
    endpoint: &'static Endpoint,
    parts: http::response::Parts,
    body: Bytes,
}

impl Answer {
    /// The answer of a transport.
    #[must_use]
    pub fn new(endpoint: &'static Endpoint, response: http::Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        Self { endpoint, parts, body: body.into_bytes() }
    }

    /// Whether the server says that there is none: 404, where that is not declared a success.
    pub(crate) fn is_absent(&self) -> bool {
        self.parts.status == StatusCode::NOT_FOUND && !self.is_success()
    }

    fn is_success(&self) -> bool {
        self.endpoint.is_success(self.parts.status)
    }

    /// Reads the value of a success.
    ///
    /// # Errors
    ///
    /// If the status is no success of the endpoint, or the body cannot be read into `T`.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        if self.is_success() {
            return read::body(&self.body).map_err(|why| {
                Error::unreadable(self.endpoint, self.parts.status, &self.parts.headers, &self.body, &why)
            });
        }
        if self.is_absent()
            && let Some(absent) = read::absent()
        {
            return Ok(absent);
        }
        Err(Error::answered(self.endpoint, self.parts.status, &self.parts.headers, &self.body))
    }

    /// The value with the status and headers around it.
    pub(crate) fn with<T>(self, value: T) -> Response<T> {
        Response::new(self.parts, value)
    }
}
