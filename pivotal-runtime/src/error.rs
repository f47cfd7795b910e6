//! The error of a call.

mod constructors;
mod delivery;
mod detail;
mod display;
mod error_body;
mod error_response;
mod kind;
mod problem_details;
mod record;
#[cfg(any(feature = "tracing", feature = "testing"))]
mod redacted_url;
mod repair;
mod secrets;
mod server_text;
#[cfg(feature = "testing")]
mod test_error;

use std::any::Any;
use std::borrow::Cow;
use std::error::Error as StdError;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use self::detail::{AnyErrorBody, LazyDetail};
use self::error_response::ErrorResponse;
use crate::rate_limit::retry_after;
use crate::status::is_retryable;
use crate::{Api, Endpoint, RateLimit, RetryLimit, Timeout};

pub use self::delivery::Delivery;
pub(crate) use self::detail::{CustomDetail, Detail, ReadDetail, read_detail};
pub use self::detail::{ErrorCase, ErrorTypes};
pub use self::error_body::ErrorBody;
pub(crate) use self::error_response::{MAX_ERROR_BODY, REQUEST_ID};
pub use self::kind::ErrorKind;
pub use self::problem_details::ProblemDetails;
pub(crate) use self::record::{Record, RedirectAdvice};
#[cfg(any(feature = "tracing", feature = "testing"))]
pub(crate) use self::redacted_url::redacted_url;
pub(crate) use self::secrets::{SentRequest, is_credential};
pub(crate) use self::server_text::escaped_start;
#[cfg(feature = "testing")]
pub use self::test_error::TestError;

/// The error of a call, or of building a client.
///
/// It is one pointer wide. `Display` shows the endpoint, what is wrong and, if possible, how to fix it.
/// [`source`](StdError::source) returns the cause. None of them, nor `Debug`, shows credentials, a URL, a value of a request
/// or a body, with two exceptions: the message and the code that the server returned, and the source of an error of kind
/// [`Decode`](ErrorKind::Decode), which is the error of a [`Format`](crate::Format) and can contain values of the body.
///
/// In these texts, `[redacted]` replaces each value of 8 bytes or more of `Authorization`, `Proxy-Authorization` and
/// `Cookie`; of a header that is marked sensitive; of a header or query pair whose name is `sig` or contains `key`, `token`,
/// `secret`, `signature`, `password`, `credential` or `session`; and each token-like segment of the base path, or of the path of
/// a URL from the server. Values are found raw, without their scheme,
/// percent-encoded and base64-decoded. Control characters, characters that change the direction of text, and invisible ones
/// are escaped. A message is shown up to 1,024 characters, other texts up to 128.
///
/// If a body cannot be decoded, the error shows the path to the value. It contains names that the type declares, as in
/// `data[3].id`. Keys of a map are values of the body, so the path contains their positions, as in `scores{3}`.
///
/// ```
/// # use pivotal_runtime::{Error, ErrorKind};
/// fn report(error: &Error) {
///     match error.kind() {
///         ErrorKind::Api if error.code() == Some("slug_taken") => println!("choose another slug"),
///         ErrorKind::Api if error.is_not_found() => println!("not found"),
///         _ if error.is_retryable() => println!("try again later: {error}"),
///         _ => println!("{error}"),
///     }
/// }
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    endpoint: Option<&'static Endpoint>,
    parameter: Option<&'static str>,
    message: Cow<'static, str>,
    delivery: Option<Delivery>,
    timeout: Option<Timeout>,
    /// Another attempt would fail in the same way.
    is_permanent: bool,
    /// The request came back unsent or unprocessed.
    is_unprocessed: bool,
    /// The body, read into the error type of the endpoint, or a detail from user code.
    detail: LazyDetail,
    /// The body, read into the error type of the API.
    api_detail: LazyDetail,
    api: Option<&'static Api>,
    record: Record,
    response: Option<ErrorResponse>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// The kind of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The endpoint that was called; `None` if there was none, for instance in an error of building a client.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Endpoint> {
        self.0.endpoint
    }

    /// Reports whether the server received the request, as far as is known. `None` if there was no request to send.
    #[must_use]
    pub fn delivery(&self) -> Option<Delivery> {
        self.0.delivery
    }

    /// The timeout that elapsed, if one did.
    #[must_use]
    pub fn elapsed_timeout(&self) -> Option<Timeout> {
        self.0.timeout
    }

    /// The number of attempts: more than 1 if the request was retried, 0 if it was not sent or the transport is not a
    /// [`Client`](crate::Client).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.record.attempts
    }

    /// The limit because of which the request was not sent again, although that would have been safe: the number of attempts,
    /// the wait that the server requested, the deadline, or the retry budget. Of several, it is the first one in this order.
    /// `None` if a retry was not safe or not useful, or the transport is not a [`Client`](crate::Client).
    ///
    /// ```
    /// # use pivotal_runtime::{Error, RetryLimit};
    /// fn report(error: &Error) {
    ///     match error.retry_stopped_by() {
    ///         Some(RetryLimit::Budget) => println!("many calls fail, so this one was not retried: {error}"),
    ///         Some(RetryLimit::Deadline) => println!("no time for a retry: {error}"),
    ///         _ => println!("{error}"),
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn retry_stopped_by(&self) -> Option<RetryLimit> {
        self.0.record.retry_limit
    }

    /// The idempotency key that the request was sent with. If the server honours it, another call with the same key and body
    /// does the work at most once, so it is safe after an unknown outcome.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        let sent = &self.0.record.sent;
        // Not `to_str`, which reads ASCII alone.
        std::str::from_utf8(sent.headers.get(sent.idempotency_key.as_ref()?)?.as_bytes()).ok()
    }

    /// The parameter of the method whose value is not allowed in the request.
    #[must_use]
    pub fn parameter_name(&self) -> Option<&'static str> {
        self.0.parameter
    }

    /// The status of the response; `None` if there was no response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// The headers of the response; `None` if there was no response.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// The server's error code, from the [error type](ErrorBody) of the endpoint or of the API.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.details().find_map(|detail| detail.code())
    }

    /// The server's message, from the [error type](ErrorBody) of the endpoint or of the API. It may repeat values of the
    /// request; `Display` removes credentials.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.details().find_map(|detail| detail.message())
    }

    /// The body of the response, read into the type that the endpoint declares with `error = Type`, or into the error type
    /// of the [`Api`]. `None` if it could not be read, or `T` is another type.
    ///
    /// ```
    /// use pivotal_runtime::{Body, Error, ProblemDetails, Request, Transport, endpoint, http};
    ///
    /// trait Stock: Transport {
    ///     #[endpoint(GET, "/stock/<item>", error = ProblemDetails)]
    ///     async fn stock(&self, item: &str) -> Result<u32, Error>;
    /// }
    /// impl<T: Transport> Stock for T {}
    /// #
    /// # struct Fake;
    /// # impl Transport for Fake {
    /// #     async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
    /// #         let mut response = http::Response::new(Body::from(r#"{"title":"Out of credit"}"#));
    /// #         *response.status_mut() = http::StatusCode::FORBIDDEN;
    /// #         Ok(response)
    /// #     }
    /// # }
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() {
    ///
    /// let error = Fake.stock("tea").await.unwrap_err();
    /// assert_eq!(error.message(), Some("Out of credit"));
    /// assert_eq!(error.detail::<ProblemDetails>().unwrap().title.as_deref(), Some("Out of credit"));
    /// # }
    /// ```
    #[must_use]
    pub fn detail<T: 'static>(&self) -> Option<&T> {
        self.details().find_map(|detail| (detail as &dyn Any).downcast_ref())
    }

    /// The start of the response's body, at most 64 KiB. `Display` and `Debug` do not show it, because it may contain private
    /// data.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.response.as_ref().map(|response| &*response.body)
    }

    /// Returns whether the body was longer than [`body`](Self::body).
    #[must_use]
    pub fn is_body_truncated(&self) -> bool {
        self.0.response.as_ref().is_some_and(|response| response.is_body_truncated)
    }

    /// The id of the request in the server's logs, at most 128 characters of it: `X-Request-Id` of the response, or the
    /// header that the [`Api`] names.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.request_id(self.0.api)
    }

    /// Returns the wait before a retry that the server requests: `Retry-After` (RFC 9110, section 10.2.3), in seconds or as
    /// a date, or `retry-after-ms`, and of several the longest. A wait of 0 is `None`.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.0.response.as_ref()?.headers)
    }

    /// The remaining rate limit, if the response reports it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::read(self.0.api, &self.0.response.as_ref()?.headers)
    }

    /// Returns whether the server returned 404.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_api(StatusCode::NOT_FOUND)
    }

    /// Returns whether the server returned 409.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.is_api(StatusCode::CONFLICT)
    }

    /// Returns whether the server returned 429: too many requests; see [`retry_after`](Self::retry_after).
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.is_api(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Returns whether a timeout elapsed, while connecting or later.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns whether the same call may succeed later, because the request itself was not the problem.
    ///
    /// That is the case after 408, 429, 500, 502, 503 and 504, and if there was no complete response. It is not the case if
    /// another attempt would fail in the same way, for instance because the certificate is rejected. It does not mean that a
    /// retry is safe: after a timeout, the server may have done the work of a POST.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => !self.0.is_permanent,
            ErrorKind::Api => self.status().is_some_and(is_retryable),
            _ => false,
        }
    }

    fn is_api(&self, status: StatusCode) -> bool {
        self.0.kind == ErrorKind::Api && self.status() == Some(status)
    }

    fn details(&self) -> impl Iterator<Item = &dyn AnyErrorBody> {
        let response = self.0.response.as_ref();
        [&self.0.detail, &self.0.api_detail].into_iter().filter_map(move |detail| detail.get(response))
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as _)
    }
}

impl From<std::convert::Infallible> for Error {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}

const _: () = assert!(size_of::<Error>() == size_of::<usize>());
