//! The spans of `tracing`.

use http::{StatusCode, Version};
use tracing::Instrument;
use tracing::field::Empty;
use tracing::level_filters::LevelFilter;
use tracing::{Level, Span};

use super::Outgoing;
use super::attributes::{ErrorType, MethodName, own_status, span_name};
use crate::response::ResponseSpec;
use crate::transport::SendFuture;
use crate::{Body, Error, ErrorKind, Request};

/// The target of all spans and events, by which filters find them.
pub(super) const TARGET: &str = "pivotal_runtime";

/// Returns whether there can be a subscriber. It is cheap without one.
pub(super) fn is_enabled() -> bool {
    Level::INFO <= LevelFilter::current()
}

/// A call that gets a span.
pub(in crate::client) struct TracedCall {
    spec: ResponseSpec,
    method: http::Method,
}

impl TracedCall {
    /// Describes the call of a request; `None` if there is no subscriber for spans.
    pub(in crate::client) fn new(request: &Request) -> Option<Self> {
        is_enabled().then(|| Self { spec: request.spec, method: request.method().clone() })
    }

    /// Sends the request in the span of the call, which starts when the future is polled first.
    pub(in crate::client) fn send(self, sending: SendFuture<'_>) -> SendFuture<'_> {
        Box::pin(async move {
            let span = self.span();
            let mut result = sending.instrument(span.clone()).await;
            self.end(span, &mut result);
            result
        })
    }

    fn span(&self) -> Span {
        let endpoint = self.spec.endpoint;
        let (method, template) = (MethodName::new(endpoint, &self.method), endpoint.path_template());
        tracing::info_span!(
            target: TARGET,
            "call",
            otel.name = span_name(&method, template),
            otel.kind = "internal",
            otel.status_code = Empty,
            otel.status_description = Empty,
            endpoint.operation = endpoint.operation(),
            http.request.method = method.known,
            http.request.method_original = method.original,
            http.response.status_code = Empty,
            url.template = template,
            error.type = Empty,
        )
    }

    fn end(&self, span: Span, result: &mut Result<http::Response<Body>, Error>) {
        let ResponseSpec { endpoint, expected, .. } = self.spec;
        match result {
            Ok(response) if expected.is_value(endpoint, response.status()) => {
                record_status(&span, response.status());
                let is_streamed = expected.is_streamed(response.status(), response.headers());
                if response.body().is_in_memory() && !is_streamed {
                    response.extensions_mut().insert(CallSpan(span));
                }
            }
            Ok(response) => {
                record_status(&span, response.status());
                record_error(&span, &ErrorType::Status(response.status()), None);
            }
            Err(error) => {
                if let Some(status) = own_status(error, endpoint) {
                    record_status(&span, status);
                }
                record_error(&span, &ErrorType::new(error, endpoint, expected), Some(error));
            }
        }
    }
}

/// The span of a call, which accompanies its response until the body is decoded. A body that is read as a stream has none: its
/// call has ended with the head.
#[derive(Clone)]
pub(crate) struct CallSpan(Span);

impl CallSpan {
    /// Records that the body could not be decoded.
    pub(crate) fn fail(&self, error: &Error) {
        record_error(&self.0, &ErrorType::Kind(error.kind()), Some(error));
    }

    /// Records that the body has a content coding. Its name is text of the server.
    pub(crate) fn fail_encoded(&self) {
        record_error(&self.0, &ErrorType::Kind(ErrorKind::Decode), None);
        self.0.record("otel.status_description", "the body has a content coding that was not decoded");
    }
}

/// Creates the span of an attempt.
pub(super) fn attempt(outgoing: &Outgoing<'_>) -> Span {
    let (method, template) = (outgoing.method_name(), outgoing.template());
    // `tracing-opentelemetry` reads other integers as texts.
    let resends = (outgoing.resends > 0).then(|| i64::from(outgoing.resends));
    tracing::info_span!(
        target: TARGET,
        "attempt",
        otel.name = span_name(&method, template),
        otel.kind = "client",
        otel.status_code = Empty,
        otel.status_description = Empty,
        endpoint.operation = outgoing.endpoint.operation(),
        http.request.method = method.known,
        http.request.method_original = method.original,
        http.request.resend_count = resends,
        http.response.status_code = Empty,
        network.protocol.version = Empty,
        server.address = outgoing.target.base().host(),
        server.port = i64::from(outgoing.target.base().port()),
        url.full = outgoing.full_url.map_or_else(|| outgoing.redacted_url(), |full_url| full_url()),
        url.template = template,
        error.type = Empty,
    )
}

pub(super) fn record_head(span: &Span, response: &http::Response<Body>) {
    record_status(span, response.status());
    if let Some(version) = protocol_version(response.version()) {
        span.record("network.protocol.version", version);
    }
}

/// Records the result of an attempt. `status` is that of an error that a layer returned instead of a response.
pub(super) fn end_attempt(span: &Span, status: Option<StatusCode>, error: Option<&Error>, failure: Option<&ErrorType>) {
    if let Some(status) = status {
        record_status(span, status);
    }
    if let Some(failure) = failure {
        record_error(span, failure, error);
    }
}

fn record_status(span: &Span, status: StatusCode) {
    span.record("http.response.status_code", i64::from(status.as_u16()));
}

/// Records an error. Its description has no text of the server.
fn record_error(span: &Span, failure: &ErrorType, error: Option<&Error>) {
    span.record("error.type", failure.as_str());
    span.record("otel.status_code", "ERROR");
    if let (ErrorType::Kind(kind), Some(error)) = (failure, error)
        && *kind != ErrorKind::Api
    {
        span.record("otel.status_description", error.text());
    }
}

fn protocol_version(version: Version) -> Option<&'static str> {
    Some(match version {
        Version::HTTP_09 => "0.9",
        Version::HTTP_10 => "1.0",
        Version::HTTP_11 => "1.1",
        Version::HTTP_2 => "2",
        Version::HTTP_3 => "3",
        _ => return None,
    })
}
