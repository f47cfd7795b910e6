//! A response that was received and is not decoded yet.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use http::response::Parts;

use super::{BodyDeserializer, DecodeError, Reads, ResponseSpec, is_encoded, reads};
use crate::client::Limits;
use crate::{Body, Error, Response};

/// The maximum number of bytes that are read into memory where a transport returns a stream.
const MAX_BODY: usize = Limits::DEFAULT.max_response_bytes;

/// The complete response to a call of an endpoint. Its body is in memory, unless it is a success that is read as a stream.
pub struct ReceivedResponse {
    spec: ResponseSpec,
    parts: Parts,
    body: Body,
}

impl ReceivedResponse {
    /// Takes the response of a transport. Its body may be a stream: see [`is_complete`](Self::is_complete).
    pub(crate) fn new(spec: ResponseSpec, response: http::Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        Self { spec, body: body.with_call(spec.endpoint, &parts), parts }
    }

    /// Takes the response of a blocking transport.
    ///
    /// # Errors
    ///
    /// If the body is a stream, and the method does not return one.
    pub(crate) fn from_blocking(spec: ResponseSpec, response: http::Response<Body>) -> Result<Self, Error> {
        let received = Self::new(spec, response);
        if received.is_complete() {
            return Ok(received);
        }
        Err(Error::transport("a blocking transport must return a body in memory; collect the stream first"))
    }

    /// Returns whether the body is in memory, or stays a stream.
    pub(crate) fn is_complete(&self) -> bool {
        self.body.as_bytes().is_some()
            || (self.is_success() && self.spec.expected.is_streamed(self.parts.status, &self.parts.headers))
    }

    /// Reads the body into memory.
    pub(crate) async fn complete(mut self) -> Result<Self, Error> {
        if self.is_success() {
            self.body.buffer(MAX_BODY).await.map_err(|error| error.with_endpoint(self.spec.endpoint))?;
        } else {
            // The status matters more than a lost connection.
            self.body.buffer_start(MAX_BODY, None).await;
        }
        Ok(self)
    }

    /// Returns whether the status is 404, and the endpoint does not declare it a success.
    pub(crate) fn is_absent(&self) -> bool {
        self.parts.status == StatusCode::NOT_FOUND && !self.is_success()
    }

    /// Returns whether the status is 304, and the method returns that as a success.
    pub(crate) fn is_not_modified(&self) -> bool {
        self.parts.status == StatusCode::NOT_MODIFIED && self.spec.expected.returns_not_modified()
    }

    pub(crate) fn status(&self) -> StatusCode {
        self.parts.status
    }

    pub(super) fn spec(&self) -> ResponseSpec {
        self.spec
    }

    /// The status and the headers.
    pub(super) fn parts(&self) -> &Parts {
        &self.parts
    }

    fn is_success(&self) -> bool {
        self.spec.expected.is_success(self.spec.endpoint, self.parts.status)
    }

    /// Checks that the status is a success, or that a missing body is allowed.
    pub(crate) fn check(&mut self, is_absent: bool) -> Result<(), Error> {
        if self.is_success() {
            return if self.is_undecoded() { Err(self.encoding_error()) } else { Ok(()) };
        }
        if is_absent { Ok(()) } else { Err(self.status_error()) }
    }

    /// Returns whether the body has a content coding, and the method reads it.
    fn is_undecoded(&self) -> bool {
        is_encoded(self.parts.status, &self.parts.headers)
            && !self.body.is_empty()
            && !matches!(reads(self.spec.expected.try_type), Reads::Nothing)
    }

    /// Returns the body of a success to decode. That of another status is missing.
    pub(crate) fn body(&self) -> BodyDeserializer<'_> {
        BodyDeserializer::new(self.is_success().then_some(&self.body), &self.parts.headers)
    }

    /// Returns the body.
    pub(crate) fn take_body(&mut self) -> Body {
        std::mem::take(&mut self.body)
    }

    /// Returns status and headers.
    pub(crate) fn into_parts(self) -> Parts {
        self.parts
    }

    /// Adds status and headers to a value.
    pub(crate) fn into_response<T>(self, value: T) -> Response<T> {
        Response::new(self.parts, self.spec.api, value)
    }

    /// Returns the error of a body that cannot be decoded, or is missing because the status is not a success.
    #[cold]
    pub(crate) fn decode_error(&mut self, error: DecodeError) -> Error {
        if !self.is_success() {
            return self.status_error();
        }
        let body = self.bytes();
        let error = Error::from_decode_error(self.spec, &mut self.parts, &body, error);
        #[cfg(feature = "tracing")]
        if let Some(span) = self.parts.extensions.remove::<crate::client::CallSpan>() {
            span.fail(&error);
        }
        error
    }

    /// Returns the error of a body with a content coding.
    #[cold]
    fn encoding_error(&mut self) -> Error {
        #[cfg(feature = "tracing")]
        if let Some(span) = self.parts.extensions.remove::<crate::client::CallSpan>() {
            span.fail_encoded();
        }
        self.decode_error(DecodeError::encoded(&self.parts.headers))
    }

    /// Returns the error of a status that is not a success.
    #[cold]
    pub(crate) fn status_error(&mut self) -> Error {
        let body = self.bytes();
        Error::from_status(self.spec, &mut self.parts, &body)
    }

    fn bytes(&self) -> Bytes {
        self.body.as_bytes().cloned().unwrap_or_default()
    }
}

/// Prints the names of the headers and the length of the body.
impl fmt::Debug for ReceivedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReceivedResponse")
            .field("endpoint", &format_args!("{}", self.spec.endpoint))
            .field("status", &self.parts.status)
            .field("headers", &self.parts.headers.keys().collect::<Vec<_>>())
            .field("body", &self.body)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use http::Method;

    use super::*;
    use crate::Endpoint;

    #[test]
    fn debug_shows_neither_body_nor_header_values() {
        static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/", "get");
        let response = http::Response::builder().header("Set-Cookie", "s3cr3t").body(Body::from("s3cr3t"));
        let spec = ResponseSpec::new(&ENDPOINT);
        let received = ReceivedResponse::from_blocking(spec, response.expect("a response")).expect("a body in memory");
        assert_eq!(
            format!("{received:?}"),
            "ReceivedResponse { endpoint: GET /, status: 200, headers: [\"set-cookie\"], body: Body(6 bytes) }"
        );
    }
}
