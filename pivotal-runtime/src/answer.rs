//! An answer on its way to becoming a value.

use std::fmt;

use bytes::Bytes;
use http::StatusCode;
use http::response::Parts;

use crate::outcome::FromBody;
use crate::policy::Limits;
use crate::read::Unreadable;
use crate::reading::Reading;
use crate::{Body, Error, Response};

/// How much of a body is taken into memory that a transport hands over as a stream.
const MAX_BODY: usize = Limits::DEFAULT.max_response_bytes;

/// A whole answer to a call of one endpoint: what [`FromResponse`](crate::FromResponse) makes values of.
///
/// Its body is in memory, unless it is a success that is to be streamed.
pub struct Answer {
    reading: Reading,
    parts: Parts,
    body: Body,
}

impl Answer {
    /// Takes what a transport brought.
    pub(crate) fn new(reading: Reading, response: http::Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        Self { reading, body: body.of(reading.endpoint, &parts), parts }
    }

    /// Returns whether the body is in memory, or is to stay a stream.
    pub(crate) fn is_whole(&self) -> bool {
        self.body.as_bytes().is_some() || (self.reading.streamed && self.is_success())
    }

    /// Reads the body where that is wanted.
    pub(crate) async fn complete(mut self) -> Result<Self, Error> {
        if self.is_success() {
            self.body.buffer(MAX_BODY).await.map_err(|error| error.at(self.reading.endpoint))?;
        } else {
            // The status counts for more than a body that breaks off.
            self.body.keep_start(MAX_BODY, None).await;
        }
        Ok(self)
    }

    /// Takes what a blocking transport brought.
    pub(crate) fn received(reading: Reading, response: http::Response<Body>) -> Result<Self, Error> {
        let (parts, body) = response.into_parts();
        if body.as_bytes().is_none() {
            return Err(Error::transport("a blocking transport hands over a body in memory, not a stream"));
        }
        Ok(Self { reading, parts, body })
    }

    /// Returns whether the server says that there is none: 404, where that is not declared a success.
    pub(crate) fn is_absent(&self) -> bool {
        self.parts.status == StatusCode::NOT_FOUND && !self.is_success()
    }

    fn is_success(&self) -> bool {
        self.reading.endpoint.is_success(self.parts.status)
    }

    /// Reads the value of a success into the type that the declaration names.
    ///
    /// # Errors
    ///
    /// If the status is no success of the endpoint, or the body cannot be read into `T`.
    pub(crate) fn value<T: FromBody>(&mut self) -> Result<T, Error> {
        self.read(false)
    }

    /// Reads the value into the type that the method returns, where the declaration names none: an `Option` is `None` on
    /// 404.
    pub(crate) fn returned_value<T: FromBody>(&mut self) -> Result<T, Error> {
        self.read(self.is_absent())
    }

    /// Reads the value; `None` on 404.
    pub(crate) fn optional_value<T: FromBody>(&mut self) -> Result<Option<T>, Error> {
        if self.is_absent() { Ok(None) } else { self.value().map(Some) }
    }

    /// Reads the body, or what can be read where there is none.
    fn read<T: FromBody>(&mut self, is_absent: bool) -> Result<T, Error> {
        let is_success = self.is_success();
        if !is_success && !is_absent {
            return Err(self.refused());
        }
        match T::from_body(is_success.then_some(&mut self.body), &self.parts) {
            Ok(value) => Ok(value),
            Err(why) if is_success => Err(self.unreadable(&why)),
            Err(_) => Err(self.refused()),
        }
    }

    /// A value that was read, with what came along with it.
    pub(crate) fn around<T>(self, value: T) -> Response<T> {
        Response::new(self.parts, self.reading.api, value)
    }

    #[cold]
    fn unreadable(&mut self, why: &Unreadable) -> Error {
        let empty = Bytes::new();
        Error::unreadable(self.reading, &mut self.parts, self.body.as_bytes().unwrap_or(&empty), why)
    }

    #[cold]
    fn refused(&mut self) -> Error {
        let empty = Bytes::new();
        Error::answered(self.reading, &mut self.parts, self.body.as_bytes().unwrap_or(&empty))
    }
}

/// Prints no value of a header and nothing of the body.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("endpoint", &format_args!("{}", self.reading.endpoint))
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
    fn an_answer_shows_neither_body_nor_header() {
        static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/", "get");
        let response = http::Response::builder().header("Set-Cookie", "s3cr3t").body(Body::from("s3cr3t"));
        let answer = Answer::received(Reading::new(&ENDPOINT), response.expect("a response")).expect("an answer");
        assert_eq!(
            format!("{answer:?}"),
            "Answer { endpoint: GET /, status: 200, headers: [\"set-cookie\"], body: Body(6 bytes) }"
        );
    }
}
