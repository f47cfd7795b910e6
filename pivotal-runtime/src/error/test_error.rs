//! Errors for tests of error handling.

#![expect(clippy::panic, reason = "a test fails by a panic")]

use std::fmt;
use std::io;
use std::time::Duration;

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION};
use http::response::Parts;
use http::{HeaderMap, Method, StatusCode};

use super::detail::CustomDetail;
use super::{Error, ErrorKind, Record, RedirectAdvice, SentRequest};
use crate::client::{CONNECT_TIMEOUT, Limits, OTHER_API, framing_header, redirects_disabled};
use crate::headers::IDEMPOTENCY_KEY;
use crate::pagination::REPEATED_POSITION;
use crate::request::{EMPTY_SEGMENT, undeclared_endpoint};
use crate::response::decode::Reason;
use crate::response::{BodyDeserializer, ResponseSpec, decode_failure};
use crate::testing::{Called, Probe, ReplyBody, StubbedCall, probe};
use crate::{Api, Body, Bytes, DecodeError, Delivery, Endpoint, RetryLimit, Timeout};

/// Builds an [`Error`] as the runtime creates it, for tests of code that handles errors.
///
/// Its texts, [`delivery`](Error::delivery), source and so on are those of a [`Client`](crate::Client) with default settings.
/// Settings that do not apply to the kind of the error are ignored:
///
/// | [`kind`](Error::kind) | default | settings besides [`call`](Self::call) |
/// | --- | --- | --- |
/// | `Config` | the endpoint belongs to another API than the client | `attempts`, `idempotency_key` |
/// | `Request` | a header of the call is not allowed; [`parameter`](Self::parameter): an argument is empty | none |
/// | `Connect` | the connection was refused | `attempts`, `idempotency_key`, `retry_stopped_by`, `delivery` (not `Responded`), `permanent` (the certificate was rejected) |
/// | `Timeout` | [`timeout`](Self::timeout) with [`Timeout::Total`] | `attempts`, `idempotency_key`, `retry_stopped_by`, `delivery` (not `Responded`; `Unknown` for [`Timeout::Read`]) |
/// | `Transport` | the connection was lost | `attempts`, `idempotency_key`, `retry_stopped_by`, `delivery` (`Responded` for a head that is too large), `permanent` (the response is not HTTP) |
/// | `Redirect` | status 302 with `Location: /`; [`status`](Self::status) and `header` for another | `attempts`, `idempotency_key`, `header`, `body`, `api` |
/// | `Api` | [`status`](Self::status) with 400 | `attempts`, `idempotency_key`, `retry_stopped_by`, `header`, `body`, `api` |
/// | `Decode` | a success with an empty body | `attempts`, `idempotency_key`, `header`, `body`, `api` |
/// | `TooLarge` | a body of more than 16 MiB | `attempts`, `idempotency_key` |
/// | `Pagination` | a list that would not end | none |
///
/// To set the source, call [`Error::with_source`] on the result.
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
    /// Creates an error of a kind, with its default: see the table of [`TestError`].
    pub fn new(kind: ErrorKind) -> Self {
        Self::of(match kind {
            ErrorKind::Timeout => Cause::Timeout(Timeout::Total),
            ErrorKind::Api => Cause::Status(StatusCode::BAD_REQUEST),
            kind => Cause::Kind(kind),
        })
    }

    /// Creates the error of a response with this status: of kind [`Redirect`](ErrorKind::Redirect) if it is a redirect with a
    /// [`header`](Self::header) `Location`, and of kind [`Api`](ErrorKind::Api) otherwise. With a success of the endpoint, it is
    /// that of a [`Format`](crate::Format) that identified the body as an error.
    ///
    /// # Panics
    ///
    /// If the status is not between 100 and 999.
    #[track_caller]
    pub fn status(status: u16) -> Self {
        match StatusCode::from_u16(status) {
            Ok(status) => Self::of(Cause::Status(status)),
            Err(_) => panic!("{status} is not a status; write a number from 100 to 999"),
        }
    }

    /// Creates the error of a timeout that elapsed.
    pub fn timeout(timeout: Timeout) -> Self {
        Self::of(Cause::Timeout(timeout))
    }

    /// Creates the error of an argument that is not allowed, of kind [`Request`](ErrorKind::Request). `name` is the parameter of
    /// the method.
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

    /// Sets the call that failed. The closure calls one method of its argument, without `.await`. The error gets the endpoint, and
    /// the body is read as for this call. The default is a request [without a declaration](crate::Request::new).
    ///
    /// # Panics
    ///
    /// If the closure makes no call, or if an argument is not allowed in a request.
    #[track_caller]
    pub fn call<C: StubbedCall>(mut self, call: impl FnOnce(&'static Probe) -> C) -> Self {
        self.called = Some(probe(call));
        self
    }

    /// Sets the API of the client. That of the endpoint wins over it. The default is none.
    pub fn api(mut self, api: &'static Api) -> Self {
        self.api = Some(api);
        self
    }

    /// Sets the number of attempts. The default is 1. With 0, the error is that of a transport that is not a
    /// [`Client`](crate::Client).
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Sets the limit because of which the request was not sent again. The default is none.
    pub fn retry_stopped_by(mut self, limit: RetryLimit) -> Self {
        self.retry_limit = Some(limit);
        self
    }

    /// Sets the idempotency key that the request was sent with, if it is a POST. The default is the key in a header of the
    /// [`call`](Self::call), if the API names it, otherwise none.
    ///
    /// # Panics
    ///
    /// If the key is not allowed in a header.
    #[track_caller]
    pub fn idempotency_key(mut self, key: &str) -> Self {
        let Ok(key) = HeaderValue::from_str(key) else {
            panic!("the idempotency key is not allowed in a header; use visible ASCII characters");
        };
        self.idempotency_key = Some(key);
        self
    }

    /// Adds a header to the response. Headers with the same name are kept.
    ///
    /// # Panics
    ///
    /// If the name or the value is not allowed in HTTP.
    #[track_caller]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse::<HeaderValue>()) else {
            panic!("`{name}: {value}` is not a header");
        };
        self.headers.append(name, value);
        self
    }

    /// Sets the body of the response: text, bytes, or JSON by [`serde_json::json!`], which adds a `Content-Type` unless there is
    /// one. The default is empty.
    pub fn body(mut self, body: impl Into<ReplyBody>) -> Self {
        self.body = body.into();
        self
    }

    /// Sets whether the server received the request.
    pub fn delivery(mut self, delivery: Delivery) -> Self {
        self.delivery = Some(delivery);
        self
    }

    /// Makes the error one that another attempt would get, too: [`Error::is_retryable`] returns `false`.
    pub fn permanent(mut self) -> Self {
        self.is_permanent = true;
        self
    }

    /// Builds the error.
    #[must_use]
    pub fn build(mut self) -> Error {
        let spec = self.spec();
        let error = match self.cause {
            Cause::Parameter(name) => Error::parameter(name, EMPTY_SEGMENT),
            Cause::Timeout(timeout) => self.timed_out(timeout, spec.endpoint),
            Cause::Status(status) => return self.refused(spec, status),
            Cause::Kind(kind) => match kind {
                ErrorKind::Config => Error::config(OTHER_API),
                ErrorKind::Request => framing_header(&CONTENT_LENGTH),
                ErrorKind::Connect => self.not_connected(),
                ErrorKind::Timeout => self.timed_out(Timeout::Total, spec.endpoint),
                ErrorKind::Transport => self.lost(),
                ErrorKind::Redirect => {
                    self.headers.entry(LOCATION).or_insert(HeaderValue::from_static("/"));
                    return self.refused(spec, StatusCode::FOUND);
                }
                ErrorKind::Api => return self.refused(spec, StatusCode::BAD_REQUEST),
                ErrorKind::Decode => return self.undecoded(spec),
                ErrorKind::TooLarge => Error::too_large(Limits::DEFAULT.max_response_bytes),
                ErrorKind::Pagination => Error::new(kind, REPEATED_POSITION),
            },
        }
        .with_endpoint(spec.endpoint);
        // These are errors of a request that no client has.
        let has_record = !matches!(error.kind(), ErrorKind::Request | ErrorKind::Pagination);
        if has_record { self.with_record(error, spec) } else { error }
    }

    fn spec(&self) -> ResponseSpec {
        // Only a POST has a key.
        let method = if self.idempotency_key.is_some() { Method::POST } else { Method::GET };
        let undeclared = || ResponseSpec::new(undeclared_endpoint(&method));
        self.called.as_ref().map_or_else(undeclared, |called| called.spec)
    }

    fn with_record(mut self, error: Error, spec: ResponseSpec) -> Error {
        let is_network = matches!(error.kind(), ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport);
        let can_be_retried = is_network && !error.is_permanent();
        let record = self.record(spec, can_be_retried);
        error.with_record(record)
    }

    /// Returns the record of the call.
    fn record(&mut self, spec: ResponseSpec, can_be_retried: bool) -> Record {
        let mut sent = SentRequest::default();
        if let Some(called) = &self.called {
            sent.headers.clone_from(&called.headers);
            sent.url.clone_from(called.url.as_ref().unwrap_or(&called.path_and_query));
        }
        if self.called.as_ref().is_none_or(|called| called.method == Method::POST) {
            let name = spec.api.or(self.api).and_then(Api::idempotency_key);
            if let Some(key) = self.idempotency_key.take() {
                let name = name.unwrap_or(IDEMPOTENCY_KEY);
                sent.headers.insert(&name, key);
                sent.idempotency_key = Some(name);
            } else {
                // The declaration can contain the key.
                sent.idempotency_key = name.filter(|name| sent.headers.contains_key(name));
            }
        }
        Record {
            attempts: self.attempts,
            retry_limit: self.retry_limit.filter(|_| can_be_retried),
            is_foreign: false,
            api: self.api,
            sent,
        }
    }

    fn not_connected(&self) -> Error {
        let error = if self.is_permanent {
            Error::tls(io::Error::from(io::ErrorKind::InvalidData))
        } else {
            Error::connect(io::Error::from(io::ErrorKind::ConnectionRefused))
        };
        self.with_delivery(error)
    }

    fn timed_out(&self, timeout: Timeout, endpoint: &Endpoint) -> Error {
        let Limits { read, attempt, total, .. } = Limits::DEFAULT;
        let after = match timeout {
            Timeout::Connect => CONNECT_TIMEOUT,
            Timeout::Read => read,
            Timeout::Attempt => endpoint.timeout().map_or(attempt, |declared: Duration| attempt.max(declared)),
            Timeout::Total => endpoint.timeout().unwrap_or(total),
        };
        let mut error = Error::timed_out(timeout, Some(after));
        if timeout == Timeout::Connect {
            error = error.with_source(io::Error::from(io::ErrorKind::TimedOut));
        }
        // The body arrives after the request.
        if timeout == Timeout::Read { error } else { self.with_delivery(error) }
    }

    fn lost(&self) -> Error {
        let reset = io::Error::from(io::ErrorKind::ConnectionReset);
        match self.delivery {
            Some(Delivery::Responded) => Error::head_too_large(reset),
            _ if self.is_permanent => Error::not_http(io::Error::from(io::ErrorKind::InvalidData)),
            Some(Delivery::NotSent) => Error::unprocessed(reset),
            Some(Delivery::Unknown) | None => Error::transport(reset),
        }
    }

    /// Sets the delivery of an error without a response.
    fn with_delivery(&self, error: Error) -> Error {
        match self.delivery {
            Some(delivery @ (Delivery::NotSent | Delivery::Unknown)) => error.with_delivery(delivery),
            Some(Delivery::Responded) | None => error,
        }
    }

    /// Returns the error of a status, or of a success whose body is an error.
    fn refused(mut self, spec: ResponseSpec, status: StatusCode) -> Error {
        let is_redirect = status.is_redirection() && self.headers.contains_key(LOCATION);
        let (mut parts, body) = self.response(spec, status, !is_redirect);
        if is_redirect && self.attempts > 0 {
            parts.extensions.insert(RedirectAdvice(redirects_disabled(status)));
        }
        if !spec.endpoint.is_success(status) {
            return Error::from_status(spec, &mut parts, &body);
        }
        let of_endpoint = spec.errors.and_then(|errors| errors.find(status));
        let of_api = || spec.api.or(self.api).and_then(|api| api.error);
        let read = of_endpoint.or_else(of_api);
        let detail = read.and_then(|read| read(&body, &parts.headers));
        let detail = detail.unwrap_or_else(|| Box::new(CustomDetail { code: None, message: String::new() }));
        Error::from_decode_error(spec, &mut parts, &body, DecodeError(Reason::Api(detail)))
    }

    /// Returns the error of a success whose body cannot be decoded: that of the type that the method returns, if it rejects the
    /// body.
    fn undecoded(mut self, spec: ResponseSpec) -> Error {
        let declared = spec.endpoint.success_statuses().first().map(|statuses| *statuses.start());
        let status = declared.filter(|_| !spec.endpoint.is_success(StatusCode::OK));
        let status = status.and_then(|status| StatusCode::from_u16(status).ok()).unwrap_or(StatusCode::OK);
        let (mut parts, bytes) = self.response(spec, status, false);
        let body = Body::from(bytes.clone());
        let decoded = BodyDeserializer::new(Some(&body), &parts.headers);
        let try_type = spec.expected.try_type;
        let failure = decode_failure(try_type, decoded).unwrap_or_else(|| serde::de::Error::custom("rejected"));
        let error = DecodeError::new(decoded, &failure, try_type);
        Error::from_decode_error(spec, &mut parts, &bytes, error)
    }

    /// Returns the head and the body of the response.
    fn response(&mut self, spec: ResponseSpec, status: StatusCode, can_be_retried: bool) -> (Parts, Bytes) {
        let ReplyBody { bytes, is_json } = std::mem::take(&mut self.body);
        let (mut parts, ()) = http::Response::new(()).into_parts();
        parts.status = status;
        if is_json && !self.headers.contains_key(CONTENT_TYPE) {
            parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        parts.headers.extend(std::mem::take(&mut self.headers));
        parts.extensions.insert(self.record(spec, can_be_retried));
        (parts, bytes)
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
