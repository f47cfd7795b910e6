//! Errors for tests of error handling.

#![expect(clippy::panic, reason = "a test fails by a panic")]

mod build;

use std::fmt;

use http::header::{HeaderName, HeaderValue};
use http::{HeaderMap, StatusCode};

use super::ErrorKind;
use crate::testing::{Called, Probe, ReplyBody, StubbedCall, probe};
use crate::{Api, Delivery, RetryLimit, Timeout};

/// Builds an [`Error`](crate::Error) as the runtime creates it, for tests of code that handles errors.
///
/// Its text, [`delivery`](crate::Error::delivery) and so on are those of a [`Client`](crate::Client) with default settings. A
/// setting is ignored if its description does not list the [`kind`](crate::Error::kind).
///
/// | kind | default | other errors |
/// | --- | --- | --- |
/// | `Config` | the endpoint belongs to another API than the client | |
/// | `Request` | a header of the call is not allowed | an empty argument: [`parameter`](Self::parameter) |
/// | `Connect` | the connection was refused | a rejected certificate: [`permanent`](Self::permanent) |
/// | `Timeout` | [`Timeout::Total`] elapsed | [`timeout`](Self::timeout) |
/// | `Transport` | the connection was lost | [`delivery`](Self::delivery), [`permanent`](Self::permanent) |
/// | `Redirect` | status 302 with `Location: /` | [`status`](Self::status) with a [`header`](Self::header) `Location` |
/// | `Api` | status 400 | [`status`](Self::status) |
/// | `Decode` | a success with an empty body | [`body`](Self::body) |
/// | `TooLarge` | a body of more than 16 MiB | |
/// | `Pagination` | a list that would not end | |
///
/// The source, if there is one, is a [`std::io::Error`]. [`Error::with_source`](crate::Error::with_source) replaces it.
///
/// ```
/// use pivotal_runtime::testing::TestError;
/// use pivotal_runtime::{Error, ErrorKind, ProblemDetails, Timeout, Transport, endpoint};
/// use serde_json::json;
///
/// pub trait Customers: Transport {
///     #[endpoint(DELETE, "/customers/<id>", error = ProblemDetails)]
///     async fn delete_customer(&self, id: &str) -> Result<(), Error>;
/// }
/// impl<T: Transport> Customers for T {}
///
/// fn advice(error: &Error) -> String {
///     match error.kind() {
///         ErrorKind::Api if error.is_rate_limited() => format!("wait {:?}", error.retry_after().unwrap_or_default()),
///         ErrorKind::Api => error.message().unwrap_or("refused").to_owned(),
///         _ if error.is_retryable() => format!("try again, {} attempts failed", error.attempts()),
///         _ => error.to_string(),
///     }
/// }
///
/// let refused = TestError::status(409).call(|api| api.delete_customer("42")).body(json!({ "title": "has orders" }));
/// assert_eq!(advice(&refused.build()), "has orders");
///
/// let limited = TestError::status(429).header("Retry-After", "7").build();
/// assert_eq!(advice(&limited), "wait 7s");
///
/// let timed_out = TestError::timeout(Timeout::Total).attempts(3).build();
/// assert_eq!(advice(&timed_out), "try again, 3 attempts failed");
///
/// let empty = TestError::parameter("id").call(|api| api.delete_customer("42")).build();
/// let text = "DELETE /customers/<id>: `id` is empty, which is not allowed as a path segment; pass a value";
/// assert_eq!(advice(&empty), text);
/// ```
#[must_use = "it is a builder; call `build`"]
pub struct TestError {
    cause: Cause,
    called: Option<Called>,
    api: Option<&'static Api>,
    attempts: u32,
    retry_limit: Option<RetryLimit>,
    idempotency_key: Option<HeaderValue>,
    headers: HeaderMap,
    body: ReplyBody,
    delivery: Option<Delivery>,
    is_permanent: bool,
}

/// The cause of an error.
#[derive(Debug, Clone, Copy)]
enum Cause {
    Kind(ErrorKind),
    Parameter(&'static str),
    Timeout(Timeout),
    Status(StatusCode),
}

impl TestError {
    /// Creates the default error of a kind: see the table of [`TestError`].
    pub fn new(kind: ErrorKind) -> Self {
        Self::of(match kind {
            ErrorKind::Timeout => Cause::Timeout(Timeout::Total),
            ErrorKind::Api => Cause::Status(StatusCode::BAD_REQUEST),
            kind => Cause::Kind(kind),
        })
    }

    /// Creates the error of a response with this status.
    ///
    /// Its kind is [`Redirect`](ErrorKind::Redirect) if it is a redirect with a [`header`](Self::header) `Location`, and
    /// otherwise [`Api`](ErrorKind::Api). With a success of the endpoint, the error is that of a [`Format`](crate::Format)
    /// that identified the body as an error of the API.
    ///
    /// # Panics
    ///
    /// Panics if the status is not between 100 and 999.
    #[track_caller]
    pub fn status(status: u16) -> Self {
        let Ok(status) = StatusCode::from_u16(status) else {
            panic!("{status} is not a status; write a number from 100 to 999");
        };
        Self::of(Cause::Status(status))
    }

    /// Creates the error of a timeout that elapsed.
    pub fn timeout(timeout: Timeout) -> Self {
        Self::of(Cause::Timeout(timeout))
    }

    /// Creates the error of an argument that is not allowed, of kind [`Request`](ErrorKind::Request).
    ///
    /// `name` is the parameter of the method.
    pub fn parameter(name: &'static str) -> Self {
        Self::of(Cause::Parameter(name))
    }

    fn of(cause: Cause) -> Self {
        Self {
            cause,
            called: None,
            api: None,
            attempts: 1,
            retry_limit: None,
            idempotency_key: None,
            headers: HeaderMap::new(),
            body: ReplyBody::default(),
            delivery: None,
            is_permanent: false,
        }
    }

    /// Sets the call that failed, for all kinds.
    ///
    /// The closure calls one method of its argument, without `.await`. The error contains the endpoint, and its body is read
    /// as for this call. The default is a request [without a declaration](crate::Request::new).
    ///
    /// # Panics
    ///
    /// Panics if the closure makes no call or several, or if an argument is not allowed in a request.
    #[track_caller]
    pub fn call<C: StubbedCall>(mut self, call: impl FnOnce(&'static Probe) -> C) -> Self {
        self.called = Some(probe(call));
        self
    }

    /// Sets the API of the client, for the kinds with a response: `Redirect`, `Api` and `Decode`.
    ///
    /// The API of the endpoint wins over it. The default is none.
    pub fn api(mut self, api: &'static Api) -> Self {
        self.api = Some(api);
        self
    }

    /// Sets the number of attempts, for all kinds but `Request` and `Pagination`. The default is 1.
    ///
    /// With 0, the error is that of a transport that is not a [`Client`](crate::Client).
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets the limit that prevented another attempt. The default is none.
    ///
    /// It has an effect for `Connect`, `Timeout`, `Transport` and `Api`, unless the error is [`permanent`](Self::permanent).
    pub fn retry_stopped_by(mut self, limit: RetryLimit) -> Self {
        self.retry_limit = Some(limit);
        self
    }

    /// Sets the idempotency key of a POST, for all kinds but `Request` and `Pagination`.
    ///
    /// The default is the key in a header of the [`call`](Self::call), if the API names that header, otherwise none.
    ///
    /// # Panics
    ///
    /// Panics if the key is not allowed in a header.
    #[track_caller]
    pub fn idempotency_key(mut self, key: &str) -> Self {
        let Ok(key) = HeaderValue::from_str(key) else {
            panic!("the idempotency key is not allowed in a header; use visible ASCII characters");
        };
        self.idempotency_key = Some(key);
        self
    }

    /// Adds a header to the response, for `Redirect`, `Api` and `Decode`.
    ///
    /// Headers with the same name are kept.
    ///
    /// # Panics
    ///
    /// Panics if the name or the value is not allowed in HTTP.
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) else {
            panic!("`{name}: {value}` is not a header");
        };
        self.headers.append(name, value);
        self
    }

    /// Sets the body of the response, for `Redirect`, `Api` and `Decode`. The default is empty.
    ///
    /// It is text, bytes, or JSON by [`serde_json::json!`], which adds a `Content-Type` unless there is one.
    ///
    /// The text of a `Decode` error describes why the type that the [`call`](Self::call) returns cannot be read from this
    /// body.
    pub fn body(mut self, body: impl Into<ReplyBody>) -> Self {
        self.body = body.into();
        self
    }

    /// Sets whether the server received the request. Other kinds than these ignore it:
    ///
    /// - `Connect`, and `Timeout` except [`Timeout::Read`]: `NotSent` or `Unknown`. The default is `NotSent` for `Connect`
    ///   and [`Timeout::Connect`], and `Unknown` for other timeouts.
    /// - `Transport`: `Unknown` by default. With `NotSent`, the connection was closed before the server processed the
    ///   request. With `Responded`, the head of the response is too large, so another attempt would fail, too.
    pub fn delivery(mut self, delivery: Delivery) -> Self {
        self.delivery = Some(delivery);
        self
    }

    /// Makes an error that another attempt would get, too.
    ///
    /// [`Error::is_retryable`](crate::Error::is_retryable) returns `false` then. For `Connect`, the certificate was rejected.
    /// For `Transport`, the response is not HTTP.
    pub fn permanent(mut self) -> Self {
        self.is_permanent = true;
        self
    }
}

/// Prints the cause and the endpoint.
impl fmt::Debug for TestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TestError")
            .field("cause", &self.cause)
            .field("endpoint", &format_args!("{}", self.spec().endpoint))
            .finish_non_exhaustive()
    }
}
