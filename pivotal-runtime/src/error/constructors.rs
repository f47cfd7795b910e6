//! Constructors of errors, and the context that is added to them.

use std::borrow::Cow;
use std::error::Error as StdError;
use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::LOCATION;
use http::response::Parts;

use super::detail::{CustomDetail, LazyDetail};
use super::{Error, ErrorKind, ErrorResponse, Inner, Record, RedirectAdvice};
use crate::response::ResponseSpec;
use crate::response::decode::Reason;
use crate::{DecodeError, Delivery, Endpoint, Timeout};

impl Error {
    /// Creates the error of a request without a complete response, for transports of your own.
    ///
    /// Its [`delivery`](Self::delivery) is [`Unknown`](Delivery::Unknown): the server may have done the work.
    ///
    /// Programs that print the chain of sources show the source, so it must not contain a secret.
    pub fn transport(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Transport, "connection lost before the response was complete")
            .with_delivery(Delivery::Unknown)
            .with_source(source)
    }

    /// Returns the error if it is one already, and [`transport`](Self::transport) otherwise.
    pub(crate) fn own_or_transport(error: Box<dyn StdError + Send + Sync>) -> Self {
        match error.downcast() {
            Ok(own) => *own,
            Err(other) => Self::transport(other),
        }
    }

    /// Creates the error of a request without a connection, for transports of your own.
    ///
    /// Its [`delivery`](Self::delivery) is [`NotSent`](Delivery::NotSent): the server cannot have received the request.
    ///
    /// Programs that print the chain of sources show the source, so it must not contain a secret.
    pub fn connect(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Connect, "no connection to the server")
            .with_delivery(Delivery::NotSent)
            .with_source(source)
    }

    /// Creates the error of a timeout, for transports of your own.
    ///
    /// Its [`delivery`](Self::delivery) is [`Unknown`](Delivery::Unknown): the server may have done the work.
    ///
    /// Programs that print the chain of sources show the source, so it must not contain a secret.
    pub fn timeout(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Timeout, "timed out").with_delivery(Delivery::Unknown).with_source(source)
    }

    /// Creates the error of a response that code of yours cannot read.
    ///
    /// The runtime adds the endpoint. Programs that print the chain of sources show the source, so it must not contain a
    /// secret.
    pub fn decode(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Decode, "the response could not be read")
            .with_delivery(Delivery::Responded)
            .with_source(source)
    }

    /// Creates the error of a call that the API refused.
    ///
    /// The arguments are the code and the message of the response. It is for code of yours that reads responses whose status
    /// is a success.
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
        let detail = CustomDetail { code: code.map(str::to_owned), message: message.into() };
        error.0.detail = LazyDetail::from_value(Box::new(detail));
        error
    }

    /// Creates the error of a wrong setting, for credentials and transports of your own.
    ///
    /// It has no [`delivery`](Self::delivery): the attempt is not sent. The message must not contain a secret.
    pub fn config(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Config, message)
    }

    /// Replaces the source of the error.
    ///
    /// Programs that print the chain of sources show the source, so it must not contain a secret.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.0.source = Some(source.into());
        self
    }

    /// Creates the error of a rejected certificate.
    pub(crate) fn tls(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error = Self::new(
            ErrorKind::Connect,
            "the server's certificate was rejected; check the base URL and the certificate",
        );
        error.0.is_permanent = true;
        error.with_delivery(Delivery::NotSent).with_source(source)
    }

    /// Creates the error of a response that is not HTTP.
    pub(crate) fn not_http(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error = Self::new(ErrorKind::Transport, "the response is not HTTP; check the base URL");
        error.0.is_permanent = true;
        error.with_delivery(Delivery::Unknown).with_source(source)
    }

    /// Creates the error of a response whose head exceeds a limit of the HTTP client, or is not valid.
    pub(crate) fn head_too_large(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let message = "the head of the response is not valid, or larger than the HTTP client accepts, by default 100 headers over \
                       HTTP/1.1 and 16 KiB over HTTP/2; raise its `http1_max_headers` or `http2_max_header_list_size`";
        let mut error = Self::new(ErrorKind::Transport, message);
        error.0.is_permanent = true;
        error.with_delivery(Delivery::Responded).with_source(source)
    }

    /// Creates the error of a request that came back: the server has not processed it, or never got it.
    pub(crate) fn unprocessed(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        let mut error =
            Self::new(ErrorKind::Transport, "the connection was closed before the server processed the request");
        error.0.is_unprocessed = true;
        error.with_delivery(Delivery::NotSent).with_source(source)
    }

    /// Returns whether the request came back, so that it can be sent again at once.
    pub(crate) fn is_unprocessed(&self) -> bool {
        self.0.is_unprocessed
    }

    /// Creates the error of a timeout of the client.
    pub(crate) fn timed_out(timeout: Timeout, after: Option<Duration>) -> Self {
        let mut error = Self::new(ErrorKind::Timeout, timeout.message(after));
        error.0.timeout = Some(timeout);
        error.with_delivery(if timeout == Timeout::Connect { Delivery::NotSent } else { Delivery::Unknown })
    }

    /// Creates the error of a request that waited for a connection for too long, so that it can be sent again at once.
    pub(crate) fn not_taken(after: Option<Duration>) -> Self {
        let mut error = Self::timed_out(Timeout::Connect, after);
        error.0.is_unprocessed = true;
        error
    }

    /// Creates the error of a call whose timeout elapsed before it was sent.
    pub(crate) fn timed_out_unsent(timeout: Duration) -> Self {
        Self::timed_out(Timeout::Total, Some(timeout)).with_delivery(Delivery::NotSent)
    }

    /// Adds the value of the timeout if connecting took too long.
    pub(crate) fn with_connect_timeout(mut self, timeout: Option<Duration>) -> Self {
        if self.0.timeout == Some(Timeout::Connect) && timeout.is_some() {
            self.0.message = Timeout::Connect.message(timeout).into();
        }
        self
    }

    pub(crate) fn too_large(limit: usize) -> Self {
        let message = format!(
            "the body of the response is larger than {limit} bytes; raise `max_response_bytes`, or read it as a stream"
        );
        let mut error = Self::new(ErrorKind::TooLarge, message);
        error.0.is_permanent = true;
        error.with_delivery(Delivery::Responded)
    }

    /// Creates the error of a value in a stream that is larger than the limit. `item` names it, as in `line 4`.
    pub(crate) fn too_large_item(item: &str, limit: usize) -> Self {
        let message = format!(
            "{item} of the response is larger than {limit} bytes; raise `max_response_bytes`, or return the body as `Body`"
        );
        let mut error = Self::new(ErrorKind::TooLarge, message);
        error.0.is_permanent = true;
        error.with_delivery(Delivery::Responded)
    }

    /// Creates the error of a request whose body failed.
    pub(crate) fn request_body(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::new(ErrorKind::Transport, "the body of the request failed before it was sent completely")
            .with_delivery(Delivery::Unknown)
            .with_source(source)
    }

    /// Creates the error of a body that ended early, or is longer than its length.
    pub(crate) fn incomplete(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(ErrorKind::Transport, message).with_delivery(Delivery::Unknown)
    }

    /// Creates the error of a line of text that belongs to no response.
    pub(crate) fn from_line(error: &DecodeError) -> Self {
        Self::new(ErrorKind::Decode, format!("the body could not be read: {error}")).with_delivery(Delivery::Responded)
    }

    pub(crate) fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            endpoint: None,
            parameter: None,
            message: message.into(),
            delivery: None,
            timeout: None,
            is_permanent: false,
            is_unprocessed: false,
            detail: LazyDetail::default(),
            api_detail: LazyDetail::default(),
            api: None,
            record: Record::default(),
            response: None,
            source: None,
        }))
    }

    /// Creates the error of a parameter whose value is not allowed.
    #[cold]
    pub(crate) fn parameter(name: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        let mut error = Self::new(ErrorKind::Request, message);
        error.0.parameter = Some(name);
        error
    }

    /// Creates the error of a response whose status is not a success.
    #[cold]
    pub(crate) fn from_status(spec: ResponseSpec, parts: &mut Parts, body: &Bytes) -> Self {
        let is_redirect = parts.status.is_redirection()
            && parts.status != StatusCode::NOT_MODIFIED
            && parts.headers.contains_key(LOCATION);
        let kind = if is_redirect { ErrorKind::Redirect } else { ErrorKind::Api };
        let advice = parts.extensions.remove().map(|RedirectAdvice(advice)| advice);
        let mut error = Self::new(kind, advice.unwrap_or_default())
            .with_endpoint(spec.endpoint)
            .with_delivery(Delivery::Responded)
            .with_response_record(spec, parts);
        error.0.detail = LazyDetail::new(spec.errors.and_then(|errors| errors.find(parts.status)));
        error.0.api_detail = LazyDetail::new(error.0.api.and_then(|api| api.error));
        error.0.response = Some(ErrorResponse::new(parts, body));
        error
    }

    /// Creates the error of a success whose body cannot be decoded, or contains an error of the API.
    #[cold]
    pub(crate) fn from_decode_error(spec: ResponseSpec, parts: &mut Parts, body: &Bytes, error: DecodeError) -> Self {
        let message = error.to_string();
        let mut error = match error.0 {
            Reason::Unreadable(_) => Self::new(ErrorKind::Decode, message),
            Reason::Source(source, _) => Self::new(ErrorKind::Decode, message).with_source(source),
            Reason::Api(detail) => {
                let mut error = Self::new(ErrorKind::Api, "");
                error.0.detail = LazyDetail::from_value(detail);
                error
            }
        };
        error = error.with_endpoint(spec.endpoint).with_delivery(Delivery::Responded).with_response_record(spec, parts);
        error.0.response = Some(ErrorResponse::new(parts, body));
        error
    }

    /// The text without the endpoint and the response.
    pub(crate) fn text(&self) -> &str {
        &self.0.message
    }

    pub(crate) fn with_delivery(mut self, delivery: Delivery) -> Self {
        self.0.delivery = Some(delivery);
        self
    }

    pub(crate) fn with_message(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.0.message = message.into();
        self
    }

    /// Marks an error that another attempt would get, too.
    pub(crate) fn permanent(mut self) -> Self {
        self.0.is_permanent = true;
        self
    }

    /// Adds the record of the call.
    pub(crate) fn with_record(mut self, record: Record) -> Self {
        self.0.record = record;
        self
    }

    /// Adds the record that accompanies a response, and the conventions of the API.
    fn with_response_record(mut self, spec: ResponseSpec, parts: &mut Parts) -> Self {
        if let Some(record) = parts.extensions.remove() {
            self.0.record = record;
        }
        self.0.api = spec.api.or(self.0.record.api);
        self
    }

    /// Returns whether another attempt would fail in the same way.
    pub(crate) fn is_permanent(&self) -> bool {
        self.0.is_permanent
    }

    /// Adds the endpoint, unless the error has one already.
    pub(crate) fn with_endpoint(mut self, endpoint: &'static Endpoint) -> Self {
        self.0.endpoint.get_or_insert(endpoint);
        self
    }
}
