//! Continues a stream of events on another connection.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;

use super::parser::Parser;
use super::{Reopening, StreamHead};
use crate::response::{ReceivedResponse, ResponseSpec};
use crate::{Body, Error};

/// The wait before a request, unless the server sent another one.
const RETRY: Duration = Duration::from_secs(3);

/// The shortest wait before a request, whatever the server sent.
const MIN_RETRY: Duration = Duration::from_millis(100);

/// The longest wait before a request.
const MAX_RETRY: Duration = Duration::from_secs(60);

/// Sends a request again. It accompanies the response of a [`Client`](crate::Client).
#[derive(Clone)]
pub(crate) struct Resumer(Arc<dyn Fn(ResumeFrom) -> Resumed + Send + Sync>);

/// The response to a request that was sent again.
pub(crate) type Resumed = Pin<Box<dyn Future<Output = Result<http::Response<Body>, Error>> + Send>>;

/// The position of a stream, and the time until another request is sent.
pub(crate) struct ResumeFrom {
    pub(crate) last_event_id: String,
    pub(crate) wait: Duration,
}

impl Resumer {
    pub(crate) fn new(send: impl Fn(ResumeFrom) -> Resumed + Send + Sync + 'static) -> Self {
        Self(Arc::new(send))
    }

    pub(crate) fn send(&self, from: ResumeFrom) -> Resumed {
        (self.0)(from)
    }
}

impl fmt::Debug for Resumer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Resumer")
    }
}

/// Decides whether a stream is continued.
pub(super) struct Resuming {
    resumer: Option<Resumer>,
    /// The maximum number of requests without an event between them.
    pub(super) max: u32,
    /// The number of requests since the last event.
    pub(super) failures: u32,
}

impl Resuming {
    pub(super) fn new(head: &StreamHead) -> Self {
        Self { resumer: head.parts.extensions.get().cloned(), max: 0, failures: 0 }
    }

    /// Returns whether the stream can be continued at all.
    pub(super) fn is_enabled(&self) -> bool {
        self.resumer.is_some() && self.max > 0
    }

    /// Starts another request after the end of a response, or after this error.
    pub(super) fn start(&mut self, spec: ResponseSpec, parser: &Parser, error: Option<&Error>) -> Option<Reopening> {
        let can_continue = error.is_none_or(Error::is_retryable) && self.failures < self.max;
        let resumer = self.resumer.as_ref().filter(|_| can_continue)?;
        let doubled = 2_u32.saturating_pow(self.failures);
        let retry = parser.retry().unwrap_or(RETRY).max(MIN_RETRY);
        let retry_after = error.and_then(Error::retry_after).unwrap_or_default();
        if retry_after > MAX_RETRY {
            return None;
        }
        let wait = retry.saturating_mul(doubled).min(MAX_RETRY).max(retry_after);
        self.failures += 1;
        let response = resumer.send(ResumeFrom { last_event_id: parser.last_id().to_owned(), wait });
        Some(Box::pin(async move {
            let received = ReceivedResponse::new(spec, response.await?);
            let mut received = if received.is_complete() { received } else { received.complete().await? };
            if received.status() != StatusCode::NO_CONTENT {
                received.check(false)?;
            }
            Ok(received)
        }))
    }
}
