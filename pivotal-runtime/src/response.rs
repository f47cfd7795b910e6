//! Responses: from the head and body that a transport returns to the value that a method returns.

mod accept;
mod charset;
mod conditional;
mod content_encoding;
pub(crate) mod decode;
mod events;
mod line_splitter;
mod lines;
mod received;
pub mod return_type;
mod spec;
mod stream_head;
mod trial;

use std::fmt;

use http::{HeaderMap, StatusCode};

use crate::error::Record;
use crate::{Api, RateLimit};

pub use self::accept::Reads;
pub(crate) use self::charset::decode_lossy;
pub use self::conditional::Conditional;
#[cfg(feature = "compression")]
pub(crate) use self::content_encoding::{MAX_CODINGS, codings};
pub(crate) use self::content_encoding::{is_encoded, undecoded};
#[cfg(feature = "testing")]
pub(crate) use self::decode::is_json_type;
pub use self::decode::{BodyDeserializer, DecodeError};
pub use self::events::{Event, Events, RawEvent};
pub(crate) use self::events::{ResumeFrom, Resumed, Resumer};
pub use self::lines::Lines;
pub use self::received::ReceivedResponse;
pub(crate) use self::spec::NotFound;
pub(crate) use self::spec::ResponseSpec;
pub use self::spec::{BodyForm, ExpectedResponse, ResponseCase};
pub use self::trial::Trial;
#[cfg(feature = "testing")]
pub(crate) use self::trial::decode_failure;
pub(crate) use self::trial::{reads, try_type};

/// A value with the status and headers of its response.
///
/// Any endpoint can return one:
///
/// ```
/// use pivotal_runtime::{Error, Response, Transport, endpoint};
///
/// trait Notes: Transport {
///     #[endpoint(GET, "/notes/<id>")]
///     async fn note(&self, id: u64) -> Result<Response<String>, Error>;
/// }
/// impl<T: Transport> Notes for T {}
///
/// async fn etag(client: &impl Notes) -> Result<Option<String>, Error> {
///     let response = client.note(7).await?;
///     println!("{}: {}", response.status(), response.get_ref());
///     let etag = response.headers().get("ETag").and_then(|etag| etag.to_str().ok());
///     Ok(etag.map(str::to_owned))
/// }
/// ```
#[derive(Clone)]
pub struct Response<T> {
    status: StatusCode,
    headers: HeaderMap,
    attempts: u32,
    api: Option<&'static Api>,
    value: T,
}

impl<T> Response<T> {
    pub(crate) fn new(parts: http::response::Parts, api: Option<&'static Api>, value: T) -> Self {
        let record = parts.extensions.get::<Record>();
        let attempts = record.map_or(0, |record| record.attempts);
        let api = api.or_else(|| record.and_then(|record| record.api));
        Self { status: parts.status, headers: parts.headers, attempts, api, value }
    }

    /// Returns the status: a success of the endpoint, or 404 if the value is `None`.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns all headers of the response.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the remaining rate limit, if the response reports it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::read(self.api, &self.headers)
    }

    /// Returns the number of times the request was sent.
    ///
    /// It is more than 1 if the request was retried, and 0 if the transport is not a [`Client`](crate::Client).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.attempts
    }

    /// Returns a reference to the value.
    #[must_use]
    pub fn get_ref(&self) -> &T {
        &self.value
    }

    /// Returns the value.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }

    /// Converts the value; status and headers stay.
    #[must_use]
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Response<U> {
        let Self { status, headers, attempts, api, value } = self;
        Response { status, headers, attempts, api, value: f(value) }
    }
}

/// Prints the value as its type does, and the names of the headers.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("status", &self.status)
            .field("attempts", &self.attempts)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("value", &self.value)
            .finish_non_exhaustive()
    }
}
