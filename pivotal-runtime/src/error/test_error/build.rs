//! Builds the errors by the constructors of the runtime.

use std::io;
use std::mem::take;
use std::time::Duration;

use http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderValue, LOCATION};
use http::response::Parts;
use http::{Method, StatusCode};

use super::{Cause, TestError};
use crate::client::{CONNECT_TIMEOUT, Limits, OTHER_API, framing_header, redirects_disabled};
use crate::error::{CustomDetail, Record, RedirectAdvice, SentRequest};
use crate::headers::IDEMPOTENCY_KEY;
use crate::pagination::REPEATED_POSITION;
use crate::request::{EMPTY_SEGMENT, undeclared_endpoint};
use crate::response::decode::Reason;
use crate::response::{BodyDeserializer, ResponseSpec, decode_failure};
use crate::testing::ReplyBody;
use crate::{Api, Body, Bytes, DecodeError, Delivery, Endpoint, Error, ErrorKind, Timeout};

impl TestError {
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

    pub(super) fn spec(&self) -> ResponseSpec {
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
            has_retry_status: None,
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
        let ReplyBody { bytes, is_json } = take(&mut self.body);
        let (mut parts, ()) = http::Response::new(()).into_parts();
        parts.status = status;
        if is_json && !self.headers.contains_key(CONTENT_TYPE) {
            parts.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        }
        parts.headers.extend(take(&mut self.headers));
        parts.extensions.insert(self.record(spec, can_be_retried));
        (parts, bytes)
    }
}
