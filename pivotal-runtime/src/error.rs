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
/// `Display` shows the endpoint, the cause and, if possible, how to fix it. [`source`](StdError::source) returns the error
/// that caused it. The type is one pointer wide.
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
///
/// [Errors](crate::guide::errors) is the chapter of the guide.
///
/// # Secrets
///
/// `Display`, `Debug` and the sources show no credentials, URLs, values of a request, or bodies. There are two exceptions:
///
/// - the message and the code that the server returned;
/// - the source of an error of kind [`Decode`](ErrorKind::Decode). It is the error of a [`Format`](crate::Format), and can
///   contain values of the body.
///
/// In texts of the server, `[redacted]` replaces each of these values, if it has 8 bytes or more:
///
/// - the values of `Authorization`, `Proxy-Authorization` and `Cookie`, and those that the
///   [`Credentials`](crate::Credentials) added;
/// - the value of a header that is marked sensitive, unless the method declares it;
/// - the value of a header or query pair whose name is `sig`, or contains `key`, `token`, `secret`, `signature`, `password`,
///   `credential`, `auth`, `session` or `cookie`;
/// - segments of the base path, or of the path of a URL from the server, that have 16 bytes or more and contain a digit.
///
/// Values are found raw, without their scheme, percent-encoded and base64-decoded.
///
/// Control characters, characters that change the direction of text, and invisible ones are escaped. `Display` shows at most
/// 1,024 characters of a message, and at most 128 of other texts.
///
/// # Bodies that cannot be decoded
///
/// The error shows the path to the value. It contains names that the type declares, as in `data[3].id`. Keys of a map are
/// values of the body, so the path contains their positions, as in `scores{3}`.
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
    /// Returns the kind of the error.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// Returns the endpoint that was called.
    ///
    /// It is `None` if there was none, for instance in an error of building a client.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Endpoint> {
        self.0.endpoint
    }

    /// Reports whether the server received the request, as far as is known.
    ///
    /// It is `None` if the error belongs to no attempt, such as one of kind [`Config`](ErrorKind::Config) or
    /// [`Request`](ErrorKind::Request).
    #[must_use]
    pub fn delivery(&self) -> Option<Delivery> {
        self.0.delivery
    }

    /// Returns the timeout that elapsed, if one did.
    #[must_use]
    pub fn elapsed_timeout(&self) -> Option<Timeout> {
        self.0.timeout
    }

    /// Returns the number of attempts.
    ///
    /// It is more than 1 if the request was retried. It is 0 if no request was sent, or if the transport is not a
    /// [`Client`](crate::Client).
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.record.attempts
    }

    /// Returns the limit that prevented another attempt, although one would have been safe.
    ///
    /// The limits are the number of attempts, the wait that the server requested, the deadline, and the retry budget. Of
    /// several, it is the first one in this order.
    ///
    /// It is `None` if a retry was not safe or not useful, or if the transport is not a [`Client`](crate::Client).
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

    /// Returns the idempotency key that the request was sent with.
    ///
    /// Another call with the same key and body is safe after an unknown outcome, if the server honours the key: the work is
    /// done at most once.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        let sent = &self.0.record.sent;
        // Not `to_str`, which reads ASCII alone.
        std::str::from_utf8(sent.headers.get(sent.idempotency_key.as_ref()?)?.as_bytes()).ok()
    }

    /// Returns the parameter of the method whose value is not allowed in the request.
    #[must_use]
    pub fn parameter_name(&self) -> Option<&'static str> {
        self.0.parameter
    }

    /// Returns the status of the response; `None` if there was no response.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.response.as_ref().map(|response| response.status)
    }

    /// Returns the headers of the response; `None` if there was no response.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.response.as_ref().map(|response| &response.headers)
    }

    /// Returns the server's error code.
    ///
    /// It is that of the [error type](ErrorBody) of the endpoint or of the API.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.details().find_map(|detail| detail.code())
    }

    /// Returns the server's message.
    ///
    /// It is that of the [error type](ErrorBody) of the endpoint or of the API. It can repeat values of the request.
    /// `Display` removes credentials from it.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.details().find_map(|detail| detail.message())
    }

    /// Returns the body of the response, read into the error type.
    ///
    /// It is the type that the endpoint declares with `error = Type`, or that of the [`Api`]. The result is `None` if the
    /// body could not be read, or if `T` is another type.
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

    /// Returns the start of the response's body, at most 64 KiB.
    ///
    /// `Display` and `Debug` do not show it, because it can contain private data.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.response.as_ref().map(|response| &*response.body)
    }

    /// Returns whether the body was longer than [`body`](Self::body).
    #[must_use]
    pub fn is_body_truncated(&self) -> bool {
        self.0.response.as_ref().is_some_and(|response| response.is_body_truncated)
    }

    /// Returns the id of the request in the server's logs, at most 128 characters of it.
    ///
    /// It is the header `X-Request-Id` of the response, or the one that [`Api::request_id_header`] names.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.response.as_ref()?.request_id(self.0.api)
    }

    /// Returns the wait before a retry that the server requests.
    ///
    /// It is `Retry-After` (RFC 9110, section 10.2.3), in seconds or as a date, or `retry-after-ms`. Of several, it is the
    /// longest. A wait of 0 is `None`.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.0.response.as_ref()?.headers)
    }

    /// Returns the remaining rate limit, if the response reports it.
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

    /// Returns whether the server returned 429: too many requests.
    ///
    /// [`retry_after`](Self::retry_after) returns the wait that the server requests.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.is_api(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Returns whether a timeout elapsed, while connecting or later.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns whether the same call can succeed later, because the request itself was not the problem.
    ///
    /// It is `true` after these outcomes:
    ///
    /// - no complete response: kinds [`Connect`](ErrorKind::Connect), [`Timeout`](ErrorKind::Timeout) and
    ///   [`Transport`](ErrorKind::Transport);
    /// - 408, 429, 500, 502, 503 and 504;
    /// - a status that the client retries in addition: those of
    ///   [`ClientBuilder::retry_statuses`](crate::ClientBuilder::retry_statuses), or else of [`Api::retry_statuses`].
    ///
    /// It is `false` if another attempt would fail in the same way, for instance because the certificate is rejected. The
    /// header `x-should-retry` has no effect on it.
    ///
    /// `true` does not mean that a retry is safe: after a timeout, the server may have done the work of a POST.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => !self.0.is_permanent,
            ErrorKind::Api => self.status().is_some_and(|status| is_retryable(status) || self.is_retry_status(status)),
            _ => false,
        }
    }

    /// Returns whether the client or, without a client, the API adds this status to those that are retried.
    fn is_retry_status(&self, status: StatusCode) -> bool {
        let of_api = || self.0.api.is_some_and(|api| api.retry_statuses.contains(&status.as_u16()));
        self.0.record.has_retry_status.unwrap_or_else(of_api)
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
