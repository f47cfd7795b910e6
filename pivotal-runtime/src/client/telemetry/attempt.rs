//! The telemetry of one attempt.

#[cfg(feature = "tracing")]
use std::pin::Pin;
#[cfg(feature = "tracing")]
use std::task::{Context, Poll};

use super::Outgoing;
use super::attributes::{ErrorType, is_failure, own_status};
#[cfg(feature = "metrics")]
use super::meters::MeteredAttempt;
#[cfg(feature = "tracing")]
use super::spans;
use crate::response::ExpectedResponse;
use crate::{Body, Endpoint, Error};

/// The telemetry of an attempt whose request is sent. If it is dropped before [`end`](Self::end), because the caller dropped the
/// call, the attempt is not an error.
pub(in crate::client) struct AttemptTelemetry {
    /// Boxed, since it is part of the future of a call. `None` without a recipient.
    started: Option<Box<Started>>,
}

struct Started {
    #[cfg(feature = "tracing")]
    span: tracing::Span,
    #[cfg(feature = "metrics")]
    metered: MeteredAttempt,
}

impl AttemptTelemetry {
    pub(in crate::client) fn start(outgoing: &Outgoing<'_>) -> Self {
        Self {
            #[cfg(feature = "metrics")]
            started: Some(Box::new(Started {
                #[cfg(feature = "tracing")]
                span: spans::attempt(outgoing),
                metered: MeteredAttempt::start(outgoing),
            })),
            #[cfg(all(feature = "tracing", not(feature = "metrics")))]
            started: spans::is_enabled().then(|| Box::new(Started { span: spans::attempt(outgoing) })),
        }
    }

    /// Calls a function in the span of the attempt.
    pub(in crate::client) fn in_scope<R>(&self, start: impl FnOnce() -> R) -> R {
        #[cfg(feature = "tracing")]
        let _entered = self.started.as_deref().map(|started| started.span.enter());
        start()
    }

    /// Enters the span of the attempt whenever the future is polled.
    #[cfg(feature = "tracing")]
    pub(in crate::client) fn in_span<F: Future + Unpin>(&self, future: F) -> impl Future<Output = F::Output> {
        InSpan { span: self.started.as_deref().map(|started| &started.span), future }
    }

    #[cfg(not(feature = "tracing"))]
    pub(in crate::client) fn in_span<F: Future>(&self, future: F) -> F {
        future
    }

    /// Records the head of the response. The attempt can still fail while its body is read.
    pub(in crate::client) fn receive_head(&mut self, response: &http::Response<Body>) {
        if let Some(started) = &mut self.started {
            #[cfg(feature = "metrics")]
            started.metered.receive_status(response.status());
            #[cfg(feature = "tracing")]
            spans::record_head(&started.span, response);
        }
    }

    /// Records the result of the attempt. A 404 that the method returns as `None` is not an error.
    pub(in crate::client) fn end(
        self,
        result: &Result<http::Response<Body>, Error>,
        expected: &'static ExpectedResponse,
        endpoint: &'static Endpoint,
    ) {
        if let Some(started) = &self.started {
            let failure = match result {
                Ok(response) => {
                    let status = response.status();
                    let is_failed = is_failure(status, expected.is_value(endpoint, status));
                    is_failed.then_some(ErrorType::Status(status))
                }
                Err(error) => Some(ErrorType::new(error, endpoint, expected)),
            };
            let error = result.as_ref().err();
            let status = error.and_then(|error| own_status(error, endpoint));
            #[cfg(feature = "metrics")]
            started.metered.end(status, failure.as_ref());
            #[cfg(feature = "tracing")]
            spans::end_attempt(&started.span, status, error, failure.as_ref());
        }
    }
}

/// A future that is polled in a span.
#[cfg(feature = "tracing")]
struct InSpan<'a, F> {
    span: Option<&'a tracing::Span>,
    future: F,
}

#[cfg(feature = "tracing")]
impl<F: Future + Unpin> Future for InSpan<'_, F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let _entered = self.span.map(tracing::Span::enter);
        Pin::new(&mut self.future).poll(context)
    }
}
