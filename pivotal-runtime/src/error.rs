//! Why a call failed.

mod answered;
mod detail;
mod display;
mod kind;
mod make;
mod problem_details;
mod record;
mod repaired;
mod secrets;
mod server_text;

use std::any::Any;
use std::borrow::Cow;
use std::error::Error as StdError;
use std::time::Duration;

use http::{HeaderMap, StatusCode};

use crate::policy::{Delivery, Timeout};
use crate::rate_limit::retry_after;
use crate::{Api, Endpoint, RateLimit};

use self::answered::Answered;
pub(crate) use self::answered::KEPT_BODY;
pub use self::detail::ErrorBody;
use self::detail::{AnyErrorBody, LazyDetail};
pub(crate) use self::detail::{ReadDetail, read_detail};
pub use self::kind::ErrorKind;
pub use self::problem_details::ProblemDetails;
pub(crate) use self::record::Record;
pub(crate) use self::secrets::SentRequest;
pub(crate) use self::server_text::escaped_start;

/// Why a call failed, or why a client could not be built.
///
/// It is one pointer wide. `Display` names the endpoint, what went wrong and, where it can, the fix;
/// [`source`](StdError::source) returns the cause. Neither of them, nor `Debug`, shows a key, a URL, a value of a request
/// or a body, with one exception: the message and the code that the server returned.
///
/// In these texts, `[redacted]` replaces each value of 8 bytes or more of `Authorization`, `Proxy-Authorization` and
/// `Cookie`; of a header that its caller marked sensitive; of a header or query pair whose name contains `key`, `token`,
/// `secret`, `signature` or `password`; and each token-like segment of the base path. Values are found raw, without their
/// scheme, percent-encoded and base64-decoded. Control characters, characters that change the direction of text, and
/// invisible ones are escaped. A message is shown up to 1,024 characters, other texts up to 128.
///
/// Where a body could not be read, the error shows the path to the value: names that the type declares, as in
/// `data[3].id`, and positions for the keys of a map, as in `scores{3}`, since these are values of the body.
///
/// ```
/// # use pivotal_runtime::{Error, ErrorKind};
/// fn report(error: &Error) {
///     match error.kind() {
///         ErrorKind::Api if error.code() == Some("slug_taken") => println!("choose another slug"),
///         ErrorKind::Api if error.is_not_found() => println!("there is none"),
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
    limit: Option<Timeout>,
    is_lasting: bool,
    /// The body, read into the type of the endpoint, or what the user's code states in its place.
    detail: LazyDetail,
    /// The body, read into the error type of the API.
    api_detail: LazyDetail,
    api: Option<&'static Api>,
    record: Record,
    answered: Option<Answered>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    /// What went wrong, in one word.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The endpoint that was called; `None` where none was, as when a client could not be built.
    #[must_use]
    pub fn endpoint(&self) -> Option<&'static Endpoint> {
        self.0.endpoint
    }

    /// How far the call came: what may be known of its effect on the server. `None` where nothing was to be sent.
    #[must_use]
    pub fn delivery(&self) -> Option<Delivery> {
        self.0.delivery
    }

    /// Which limit of time ran out, if one did.
    #[must_use]
    pub fn elapsed_timeout(&self) -> Option<Timeout> {
        self.0.limit
    }

    /// How often the request was sent, or tried to be: 0 if nothing was, more than 1 if it was retried. A transport
    /// that is no [`Client`](crate::Client) does not tell, and has 0 as well.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.record.attempts
    }

    /// The idempotency key that the request was sent with. On a server that honours it, a call with the same key and body does
    /// the work at most once: that is how to go on after an unknown outcome.
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        let sent = &self.0.record.sent;
        // Not `to_str`, which reads ASCII alone.
        std::str::from_utf8(sent.headers.get(sent.idempotency_key.as_ref()?)?.as_bytes()).ok()
    }

    /// The parameter of the method that no request could be made of.
    #[must_use]
    pub fn parameter_name(&self) -> Option<&'static str> {
        self.0.parameter
    }

    /// The status of the answer, where one came.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answered.as_ref().map(|answered| answered.status)
    }

    /// The headers of the response; `None` where none came.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answered.as_ref().map(|answered| &answered.headers)
    }

    /// The code for programs that the server wrote, from the [error type](ErrorBody) of the endpoint or of the API.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.details().find_map(|detail| detail.code())
    }

    /// The message for people that the server wrote, from the [error type](ErrorBody) of the endpoint or of the API. It may
    /// repeat what was sent; `Display` removes credentials.
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
    /// #         let mut answer = http::Response::new(Body::from(r#"{"title":"Out of credit"}"#));
    /// #         *answer.status_mut() = http::StatusCode::FORBIDDEN;
    /// #         Ok(answer)
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

    /// The start of the answer's body, at most 64 KiB: what a proxy or an unexpected server said. It is in
    /// neither `Display` nor `Debug`, since it may hold anything.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.answered.as_ref().map(|answered| &*answered.body)
    }

    /// Returns whether there was more of the body than [`body`](Self::body) has.
    #[must_use]
    pub fn is_body_truncated(&self) -> bool {
        self.0.answered.as_ref().is_some_and(|answered| answered.is_body_truncated)
    }

    /// The id of the request in the server's logs, at most 128 characters of it: `X-Request-Id` of the response, or the
    /// header that the [`Api`] names.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.answered.as_ref()?.request_id(self.0.api)
    }

    /// Returns the wait before a retry that the server requests: `Retry-After` (RFC 9110, section 10.2.3), in seconds or as
    /// a date, or `retry-after-ms`, and of several the longest. A wait of 0 is `None`.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(&self.0.answered.as_ref()?.headers)
    }

    /// The remaining rate limit, if the response reports it.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        RateLimit::of(self.0.api, &self.0.answered.as_ref()?.headers)
    }

    /// Returns whether the server answered 404: there is none, or the caller must not know of it.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_api(StatusCode::NOT_FOUND)
    }

    /// Returns whether the server answered 409: something unique is taken, or an idempotency key is in use.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.is_api(StatusCode::CONFLICT)
    }

    /// Returns whether the server answered 429: over the limit; see [`retry_after`](Self::retry_after).
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.is_api(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Returns whether a limit of time ran out, while connecting or later.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Returns whether the same call may succeed later: nothing was wrong with the request itself.
    ///
    /// So after 408, 429, 500, 502, 503 and 504, and where no complete answer came, unless another attempt would meet the
    /// same: a certificate that is refused, or a server that does not speak HTTP. It does not say that a repetition is
    /// safe: after a timeout, a POST may have been carried out.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.0.kind {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => !self.0.is_lasting,
            ErrorKind::Api => self.status().is_some_and(|s| matches!(s.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)),
            _ => false,
        }
    }

    fn is_api(&self, status: StatusCode) -> bool {
        self.0.kind == ErrorKind::Api && self.status() == Some(status)
    }

    fn details(&self) -> impl Iterator<Item = &dyn AnyErrorBody> {
        let answered = self.0.answered.as_ref();
        [&self.0.detail, &self.0.api_detail].into_iter().filter_map(move |detail| detail.get(answered))
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
