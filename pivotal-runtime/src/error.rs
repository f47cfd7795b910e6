//! Why a call failed.

mod display;
mod kind;

use std::borrow::Cow;
use std::error::Error as StdError;
use std::time::Duration;

use bytes::Bytes;
use http::response::Parts;
use http::{StatusCode, header};

use crate::envelope::Envelope;
use crate::policy::{Phase, TimeLimit};
use crate::read::Unreadable;
use crate::reading::{Detail, Reading};
use crate::{Endpoint, RateLimit};

pub use self::kind::ErrorKind;

/// How much of a body that is no value an error keeps.
pub(crate) const KEPT_BODY: usize = 64 * 1024;

/// How much of a request id is kept.
const KEPT_REQUEST_ID: usize = 128;

/// Why a call failed, or why a client could not be built.
///
/// It is one pointer wide. `Display` says which endpoint, what went wrong and, where there is one, how to
/// mend it; [`source`](StdError::source) has what lies beneath. Neither of them, nor `Debug`, shows a
/// key, a URL, a value of a request or a body; keys in a server's message are cut to their loggable start.
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
    phase: Option<Phase>,
    limit: Option<TimeLimit>,
    is_lasting: bool,
    record: Record,
    answered: Option<Answered>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

/// What the client did for a call.
#[derive(Debug, Clone, Default)]
pub(crate) struct Record {
    pub(crate) attempts: u32,
    pub(crate) idempotency_key: Option<String>,
}

/// What is kept of an answer that gave no value.
struct Answered {
    status: StatusCode,
    content_type: Option<String>,
    request_id: Option<String>,
    rate_limit: Option<RateLimit>,
    retry_after: Option<Duration>,
    envelope: Option<Envelope>,
    detail: Option<Detail>,
    body: Bytes,
    is_body_cut: bool,
}

impl Error {
    /// No complete answer came: for transports of your own. Whether the server did the work is unknown.
    ///
    /// The source is shown by whoever prints the chain of sources, so it should hold no secret.
    pub fn transport(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Transport, "the exchange with the server broke off")
            .in_phase(Phase::Unknown)
            .because(source)
    }

    /// No connection to the server, so that it cannot have seen anything of the request: for transports of your own.
    ///
    /// The source is shown by whoever prints the chain of sources, so it should hold no secret.
    pub fn connect(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Connect, "no connection to the server").in_phase(Phase::NotSent).because(source)
    }

    /// A connection, but not to the right server, as its certificate shows.
    pub(crate) fn tls(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error = Self::new(ErrorKind::Connect, "TLS refused the server; check the base URL and the certificate");
        error.0.is_lasting = true;
        error.in_phase(Phase::NotSent).because(source)
    }

    /// An answer that is none.
    pub(crate) fn not_http(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error = Self::new(ErrorKind::Transport, "the answer cannot be read as HTTP; check the base URL");
        error.0.is_lasting = true;
        error.in_phase(Phase::Unknown).because(source)
    }

    /// The server has not worked on the request, and says so.
    pub(crate) fn sent_back(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Transport, "the server sent the request back without having worked on it")
            .in_phase(Phase::NotSent)
            .because(source)
    }

    /// A limit of time ran out.
    pub(crate) fn timed_out(limit: TimeLimit) -> Self {
        let mut error = Self::new(ErrorKind::Timeout, limit.to_string());
        error.0.limit = Some(limit);
        error.in_phase(if limit == TimeLimit::Connect { Phase::NotSent } else { Phase::Unknown })
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        let mut error = Self::new(ErrorKind::TooLarge, format!("the body of the answer is larger than {limit} bytes"));
        error.0.is_lasting = true;
        error.in_phase(Phase::Answered)
    }

    pub(crate) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            endpoint: None,
            parameter: None,
            message: message.into(),
            phase: None,
            limit: None,
            is_lasting: false,
            record: Record::default(),
            answered: None,
            source: None,
        }))
    }

    pub(crate) fn config(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    /// A parameter that no request can be made of.
    #[cold]
    pub(crate) fn parameter(name: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        let mut error = Self::new(ErrorKind::Request, message);
        error.0.parameter = Some(name);
        error
    }

    /// An answer that is no success.
    #[cold]
    pub(crate) fn answered(reading: Reading, parts: &Parts, body: &Bytes) -> Self {
        let redirect = parts.status.is_redirection() && parts.headers.contains_key(header::LOCATION);
        let kind = if redirect { ErrorKind::Redirect } else { ErrorKind::Api };
        let mut error = Self::new(kind, "").at(reading.endpoint).in_phase(Phase::Answered).recorded_in(parts);
        let mut answered = Answered::new(parts, body);
        match reading.detail {
            None => answered.envelope = Envelope::read(body),
            Some(read) => answered.detail = read(body),
        }
        error.0.answered = Some(answered);
        error
    }

    /// A success whose body is not what was declared.
    #[cold]
    pub(crate) fn unreadable(reading: Reading, parts: &Parts, body: &Bytes, why: &Unreadable) -> Self {
        let mut error = Self::new(ErrorKind::Decode, why.to_string()).at(reading.endpoint);
        error = error.in_phase(Phase::Answered).recorded_in(parts);
        error.0.answered = Some(Answered::new(parts, body));
        error
    }

    pub(crate) fn in_phase(mut self, phase: Phase) -> Self {
        self.0.phase = Some(phase);
        self
    }

    /// Takes down what the client did for the call.
    pub(crate) fn recorded(mut self, record: Record) -> Self {
        self.0.record = record;
        self
    }

    fn recorded_in(self, parts: &Parts) -> Self {
        match parts.extensions.get::<Record>() {
            Some(record) => self.recorded(record.clone()),
            None => self,
        }
    }

    /// Whether the same attempt would fail the same way again.
    pub(crate) fn is_lasting(&self) -> bool {
        self.0.is_lasting
    }

    pub(crate) fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Names the endpoint, unless one is named already.
    pub(crate) fn at(mut self, endpoint: &'static Endpoint) -> Self {
        self.0.endpoint.get_or_insert(endpoint);
        self
    }

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
    pub fn phase(&self) -> Option<Phase> {
        self.0.phase
    }

    /// Which limit of time ran out, if one did.
    #[must_use]
    pub fn time_limit(&self) -> Option<TimeLimit> {
        self.0.limit
    }

    /// How often the request was sent, or tried to be: 0 if nothing was, more than 1 if it was retried. A transport
    /// that is no [`Client`](crate::Client) does not tell, and has 0 as well.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.record.attempts
    }

    /// The `Idempotency-Key` that the request was sent with. A call with the same key and body, within 24 hours, does the
    /// work at most once: that is how to go on after an unknown outcome (Pivotal API, Idempotency).
    #[must_use]
    pub fn idempotency_key(&self) -> Option<&str> {
        self.0.record.idempotency_key.as_deref()
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

    /// The `type` of the error envelope, such as `invalid_request_error`. New ones may appear.
    #[must_use]
    pub fn error_type(&self) -> Option<&str> {
        self.envelope()?.error_type.as_deref()
    }

    /// The `code` of the error envelope, such as `slug_taken`: stable, made for matching. New ones may
    /// appear within a type (Pivotal API, Errors).
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.envelope()?.code.as_deref()
    }

    /// The `message` of the error envelope as the server wrote it: free text for people, not for matching.
    /// It may repeat what was sent; `Display` cuts keys in it.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.envelope()?.message.as_deref()
    }

    /// The `field` of the error envelope: the property of the request that is at fault.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.envelope()?.field.as_deref()
    }

    /// The body of the answer, read into the type that the declaration names with `error = Type`: for APIs whose
    /// errors are not in the envelope of Pivotal. `None` if it could not be read, or is another type.
    ///
    /// ```
    /// use pivotal_runtime::{Body, Error, Request, Transport, endpoint, http};
    /// use serde::Deserialize;
    ///
    /// /// RFC 9457
    /// #[derive(Deserialize)]
    /// struct Problem {
    ///     title: String,
    /// }
    ///
    /// trait Stock: Transport {
    ///     #[endpoint(GET, "/stock/<item>", error = Problem)]
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
    /// assert_eq!(error.detail::<Problem>().unwrap().title, "Out of credit");
    /// # }
    /// ```
    #[must_use]
    pub fn detail<T: 'static>(&self) -> Option<&T> {
        self.0.answered.as_ref()?.detail.as_ref()?.downcast_ref()
    }

    /// The start of the answer's body, at most 64 KiB: what a proxy or an unexpected server said. It is in
    /// neither `Display` nor `Debug`, since it may hold anything.
    #[must_use]
    pub fn body(&self) -> Option<&[u8]> {
        self.0.answered.as_ref().map(|answered| &*answered.body)
    }

    /// Whether there was more of the body than [`body`](Self::body) has.
    #[must_use]
    pub fn is_body_cut(&self) -> bool {
        self.0.answered.as_ref().is_some_and(|answered| answered.is_body_cut)
    }

    /// `X-Request-Id` of the answer, at most 128 characters of it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.answered.as_ref()?.request_id.as_deref()
    }

    /// How long the server asks to wait before the next try (`Retry-After`).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.answered.as_ref()?.retry_after
    }

    /// What is left of the key's rate limit, where the server said so.
    #[must_use]
    pub fn rate_limit(&self) -> Option<RateLimit> {
        self.0.answered.as_ref()?.rate_limit
    }

    /// Whether the server answered 404: there is none, or it belongs to another workspace.
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_api(StatusCode::NOT_FOUND)
    }

    /// Whether the server answered 409: something unique is taken, or an idempotency key is in use.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.is_api(StatusCode::CONFLICT)
    }

    /// Whether the server answered 429: over the limit; see [`retry_after`](Self::retry_after).
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.is_api(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Whether a limit of time ran out, while connecting or later.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// Whether the same call may succeed later: nothing was wrong with the request itself.
    ///
    /// So after 408, 429, 500, 502, 503 and 504, and where no complete answer came. It does not say that
    /// a repetition is safe: after a timeout, a POST may have been carried out.
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

    fn envelope(&self) -> Option<&Envelope> {
        self.0.answered.as_ref()?.envelope.as_ref()
    }
}

impl Answered {
    fn new(Parts { status, headers, .. }: &Parts, body: &Bytes) -> Self {
        let text = |name: &str| headers.get(name)?.to_str().ok();
        Self {
            status: *status,
            content_type: text("content-type").map(str::to_owned),
            request_id: text("x-request-id").map(|id| id.get(..KEPT_REQUEST_ID).unwrap_or(id).to_owned()),
            rate_limit: RateLimit::from_headers(headers),
            retry_after: crate::rate_limit::retry_after(headers),
            envelope: None,
            detail: None,
            // A copy, so that a large body is not kept alive for its start.
            body: Bytes::copy_from_slice(body.get(..KEPT_BODY).unwrap_or(body)),
            is_body_cut: body.len() > KEPT_BODY,
        }
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
