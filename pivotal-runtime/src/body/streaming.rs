//! A body that is produced while it is read.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::response::Parts;
use tokio::time::{Sleep, sleep};

use super::{Body, Inner};
use crate::error::Record;
use crate::policy::Timeout;
use crate::{Endpoint, Error};

/// A stream of bytes, and what is to be seen to while it is read.
pub(super) struct Streaming<S: ?Sized = dyn Stream<Item = Result<Bytes, Error>> + Send + Unpin> {
    /// What is left of its length.
    pub(super) len: Option<u64>,
    idle: Option<Idle>,
    call: Option<Box<Call>>,
    stream: S,
}

/// The call that it answers, for its errors.
struct Call {
    endpoint: &'static Endpoint,
    record: Option<Record>,
}

/// How long nothing may come while somebody is waiting.
struct Idle {
    limit: Duration,
    /// Runs while somebody waits.
    timer: Option<Pin<Box<Sleep>>>,
}

impl Body {
    pub(super) fn from_unpin<S>(stream: S, len: Option<u64>) -> Self
    where
        S: Stream<Item = Result<Bytes, Error>> + Send + Unpin + 'static,
    {
        Self(Inner::Stream(Box::new(Streaming { len, idle: None, call: None, stream })))
    }

    /// The same, but an error once nothing has come for so long while somebody was waiting.
    pub(crate) fn with_idle_limit(self, limit: Duration) -> Self {
        self.stream(|stream| stream.idle = Some(Idle { limit, timer: None }))
    }

    /// The same, with the endpoint in its errors, and what the client did for the call.
    pub(crate) fn of(self, endpoint: &'static Endpoint, parts: &Parts) -> Self {
        self.stream(|stream| {
            let record = parts.extensions.get().cloned();
            stream.call = Some(Box::new(Call { endpoint, record }));
        })
    }

    fn stream(mut self, change: impl FnOnce(&mut Streaming)) -> Self {
        if let Inner::Stream(stream) = &mut self.0 {
            change(stream);
        }
        self
    }
}

impl Streaming {
    pub(super) fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        let chunk = match (Pin::new(&mut self.stream).poll_next(context), &mut self.idle) {
            (Poll::Ready(chunk), idle) => {
                if let Some(idle) = idle {
                    idle.timer = None;
                }
                Poll::Ready(chunk)
            }
            (Poll::Pending, Some(idle)) => idle.poll(context).map(|error| Some(Err(error))),
            (Poll::Pending, None) => Poll::Pending,
        };
        if let Poll::Ready(Some(Ok(chunk))) = &chunk {
            self.len = self.len.map(|len| len.saturating_sub(chunk.len() as u64));
        }
        chunk.map_err(|error| match &mut self.call {
            Some(call) => call.failed(error),
            None => error,
        })
    }
}

impl Call {
    fn failed(&mut self, error: Error) -> Error {
        let error = error.at(self.endpoint);
        match self.record.take() {
            Some(record) => error.with_record(record),
            None => error,
        }
    }
}

impl Idle {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Error> {
        let limit = self.limit;
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(limit)));
        timer.as_mut().poll(context).map(|()| Error::timed_out(Timeout::Read, Some(limit)))
    }
}
