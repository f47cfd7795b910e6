//! How errors are made.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::time::Duration;

use bytes::Bytes;
use http::header::LOCATION;
use http::response::Parts;

use super::detail::{GivenDetail, LazyDetail};
use super::{Answered, Error, ErrorKind, Inner, Record};
use crate::policy::{Delivery, Timeout};
use crate::read::Unreadable;
use crate::reading::Reading;
use crate::{Api, Endpoint};

impl Error {
    /// No complete answer came: for transports of your own. Whether the server did the work is unknown.
    ///
    /// The source is shown by whoever prints the chain of sources, so it should hold no secret.
    pub fn transport(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Transport, "the exchange with the server broke off")
            .with_delivery(Delivery::Unknown)
            .because(source)
    }

    /// No connection to the server, so that it cannot have seen anything of the request: for transports of your own.
    ///
    /// The source is shown by whoever prints the chain of sources, so it should hold no secret.
    pub fn connect(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Connect, "no connection to the server").with_delivery(Delivery::NotSent).because(source)
    }

    /// A timeout: for transports of your own. Whether the server did the work is unknown.
    ///
    /// The source is shown by whoever prints the chain of sources, so it should contain no secret.
    pub fn timeout(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Timeout, "timed out").with_delivery(Delivery::Unknown).because(source)
    }

    /// A response that cannot be read: for user code that reads one. The runtime adds the endpoint.
    ///
    /// The source is shown by whoever prints the chain of sources, so it should contain no secret.
    pub fn decode(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Decode, "the response could not be read")
            .with_delivery(Delivery::Responded)
            .because(source)
    }

    /// A refusal by the API, with the code and message that its response contains: for user code that reads one, where the
    /// status is a success.
    ///
    /// ```
    /// use pivotal_runtime::Error;
    ///
    /// let error = Error::api(Some("channel_not_found"), "no such channel");
    /// assert_eq!(error.code(), Some("channel_not_found"));
    /// assert_eq!(error.to_string(), "the API refused the call: no such channel (code `channel_not_found`)");
    /// ```
    pub fn api(code: Option<&str>, message: impl Into<String>) -> Self {
        let mut error = Self::new(ErrorKind::Api, "").with_delivery(Delivery::Responded);
        let detail = GivenDetail { code: code.map(str::to_owned), message: message.into() };
        error.0.detail = LazyDetail::given(Box::new(detail));
        error
    }

    /// A mistake in the configuration, for which nothing is sent: for credentials and transports of your own. The message
    /// should contain no secret.
    pub fn config(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    /// Adds the cause, in place of the one before.
    ///
    /// The source is shown by whoever prints the chain of sources, so it should contain no secret.
    #[must_use]
    pub fn with_source(self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.because(source)
    }

    /// A connection, but not to the right server, as its certificate shows.
    pub(crate) fn tls(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error = Self::new(ErrorKind::Connect, "TLS refused the server; check the base URL and the certificate");
        error.0.is_lasting = true;
        error.with_delivery(Delivery::NotSent).because(source)
    }

    /// An answer that is none.
    pub(crate) fn not_http(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error = Self::new(ErrorKind::Transport, "the answer cannot be read as HTTP; check the base URL");
        error.0.is_lasting = true;
        error.with_delivery(Delivery::Unknown).because(source)
    }

    /// The server has not worked on the request, and says so.
    pub(crate) fn sent_back(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Transport, "the server sent the request back without having worked on it")
            .with_delivery(Delivery::NotSent)
            .because(source)
    }

    /// A timeout of the client.
    pub(crate) fn timed_out(limit: Timeout, after: Option<Duration>) -> Self {
        let mut error = Self::new(ErrorKind::Timeout, limit.message(after));
        error.0.limit = Some(limit);
        error.with_delivery(if limit == Timeout::Connect { Delivery::NotSent } else { Delivery::Unknown })
    }

    /// Names the value of the timeout, if connecting took too long.
    pub(crate) fn with_connect_timeout(mut self, timeout: Option<Duration>) -> Self {
        if self.0.limit == Some(Timeout::Connect) && timeout.is_some() {
            self.0.message = Timeout::Connect.message(timeout).into();
        }
        self
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        let message = format!(
            "the body of the answer is larger than {limit} bytes; raise `max_response_bytes`, or read it as a stream"
        );
        let mut error = Self::new(ErrorKind::TooLarge, message);
        error.0.is_lasting = true;
        error.with_delivery(Delivery::Responded)
    }

    pub(crate) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            endpoint: None,
            parameter: None,
            message: message.into(),
            delivery: None,
            limit: None,
            is_lasting: false,
            detail: LazyDetail::default(),
            api_detail: LazyDetail::default(),
            api: None,
            record: Record::default(),
            answered: None,
            source: None,
        }))
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
    pub(crate) fn answered(reading: Reading, parts: &mut Parts, body: &Bytes) -> Self {
        let redirect = parts.status.is_redirection() && parts.headers.contains_key(LOCATION);
        let kind = if redirect { ErrorKind::Redirect } else { ErrorKind::Api };
        let mut error =
            Self::new(kind, "").at(reading.endpoint).with_delivery(Delivery::Responded).with_record_of(reading, parts);
        error.0.detail = LazyDetail::read_by(reading.detail);
        error.0.api_detail = LazyDetail::read_by(error.0.api.and_then(Api::error_reader));
        let answered = Answered::new(parts, body);
        error.0.answered = Some(answered);
        error
    }

    /// A success whose body is not what was declared.
    #[cold]
    pub(crate) fn unreadable(reading: Reading, parts: &mut Parts, body: &Bytes, why: &Unreadable) -> Self {
        let mut error = Self::new(ErrorKind::Decode, why.to_string()).at(reading.endpoint);
        error = error.with_delivery(Delivery::Responded).with_record_of(reading, parts);
        error.0.answered = Some(Answered::new(parts, body));
        error
    }

    pub(crate) fn with_delivery(mut self, delivery: Delivery) -> Self {
        self.0.delivery = Some(delivery);
        self
    }

    /// Adds what the client did for the call.
    pub(crate) fn with_record(mut self, record: Record) -> Self {
        self.0.record = record;
        self
    }

    /// Adds what came with a response, and the conventions that it is read by.
    fn with_record_of(mut self, reading: Reading, parts: &mut Parts) -> Self {
        if let Some(record) = parts.extensions.remove() {
            self.0.record = record;
        }
        self.0.api = reading.api.or(self.0.record.api);
        self
    }

    /// Returns whether the same attempt would fail the same way again.
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
}
