//! A body that must not fall silent.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Sleep, sleep};

use super::{Body, Chunks, Inner};
use crate::Error;
use crate::policy::TimeLimit;

impl Body {
    /// The same, but an error once nothing has come for so long while somebody was waiting.
    pub(crate) fn with_idle_limit(self, limit: Duration) -> Self {
        match self.0 {
            Inner::Bytes(_) => self,
            Inner::Stream { stream, len } => Self::from_stream(Idle { stream, limit, timer: None }, len),
        }
    }
}

struct Idle {
    stream: Chunks,
    limit: Duration,
    /// Runs while somebody waits.
    timer: Option<Pin<Box<Sleep>>>,
}

impl Stream for Idle {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Poll::Ready(chunk) = self.stream.as_mut().poll_next(context) {
            self.timer = None;
            return Poll::Ready(chunk);
        }
        let limit = self.limit;
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(limit)));
        match timer.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Some(Err(Error::timed_out(TimeLimit::Read)))),
            Poll::Pending => Poll::Pending,
        }
    }
}
