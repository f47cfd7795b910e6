//! A body that is a stream.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::response::Parts;
use tokio::runtime::Handle;
use tokio::time::{Sleep, sleep};

use super::{Body, Inner, Sending};
use crate::Timeout;
use crate::client::{Limits, OpenStream};
use crate::error::Record;
use crate::{Endpoint, Error};

/// The maximum number of bytes of a line or an event on a transport other than the client.
const MAX_ITEM_BYTES: usize = Limits::DEFAULT.max_response_bytes;

/// A stream of bytes, with a timeout and with context for its errors.
pub(super) struct Streaming<S: ?Sized = dyn Stream<Item = Result<Bytes, Error>> + Send + Unpin> {
    /// The number of bytes that are not read yet.
    pub(super) len: Option<u64>,
    /// The maximum number of bytes of a line or an event.
    pub(super) max_item_bytes: usize,
    /// The last chunk of a request body, which is kept back.
    last_chunk: Option<Bytes>,
    idle: Option<Idle>,
    call: Option<Box<CallContext>>,
    /// The progress of a request with this body.
    pub(super) sending: Option<Sending>,
    /// Counts the stream on its connection until it is dropped.
    open: Option<OpenStream>,
    stream: S,
}

/// The call that the body belongs to, for its errors.
struct CallContext {
    endpoint: &'static Endpoint,
    record: Option<Record>,
}

/// The timeout for the next chunk.
struct Idle {
    limit: Duration,
    /// The runtime of the call, once the body is read by others. They can be threads without a runtime.
    runtime: Option<Handle>,
    /// Runs while the body is polled.
    timer: Option<Pin<Box<Sleep>>>,
}

impl Body {
    pub(super) fn from_unpin<S>(stream: S, len: Option<u64>) -> Self
    where
        S: Stream<Item = Result<Bytes, Error>> + Send + Unpin + 'static,
    {
        Self(Inner::Stream(Box::new(Streaming {
            len,
            max_item_bytes: MAX_ITEM_BYTES,
            last_chunk: None,
            idle: None,
            call: None,
            sending: None,
            open: None,
            stream,
        })))
    }

    /// Sets the limits of a call: a timeout for the next chunk, and the maximum size of a line or an event.
    pub(crate) fn set_limits(&mut self, limits: &Limits) {
        if let Inner::Stream(stream) = &mut self.0 {
            stream.idle = Some(Idle { limit: limits.read, runtime: None, timer: None });
            stream.max_item_bytes = limits.max_response_bytes;
        }
    }

    /// Keeps the runtime, for the timer of a body that is returned as a stream.
    pub(crate) fn keep_runtime(&mut self) {
        if let Inner::Stream(stream) = &mut self.0
            && let Some(idle) = &mut stream.idle
        {
            idle.runtime = Handle::try_current().ok();
        }
    }

    /// Counts the stream on its connection until it is dropped.
    pub(crate) fn keep_open(&mut self, open: Option<OpenStream>) {
        if let Inner::Stream(stream) = &mut self.0 {
            stream.open = open;
        }
    }

    /// Sets the maximum size of a line or an event.
    #[cfg(any(feature = "blocking", feature = "compression"))]
    pub(crate) fn with_max_item_bytes(self, bytes: usize) -> Self {
        self.map_stream(|stream| stream.max_item_bytes = bytes)
    }

    /// Adds the endpoint and the record of the call to errors of the body.
    pub(crate) fn with_call(self, endpoint: &'static Endpoint, parts: &Parts) -> Self {
        self.map_stream(|stream| {
            let record = parts.extensions.get().cloned();
            stream.call = Some(Box::new(CallContext { endpoint, record }));
        })
    }

    pub(super) fn take_last_chunk(&mut self) -> Option<Bytes> {
        match &mut self.0 {
            Inner::Bytes(_) => None,
            Inner::Stream(stream) => stream.last_chunk.take(),
        }
    }

    pub(super) fn set_last_chunk(&mut self, chunk: Option<Bytes>) {
        if let Inner::Stream(stream) = &mut self.0 {
            stream.last_chunk = chunk;
        }
    }

    pub(super) fn last_chunk_len(&self) -> u64 {
        match &self.0 {
            Inner::Bytes(_) => 0,
            Inner::Stream(stream) => stream.last_chunk.as_ref().map_or(0, |chunk| chunk.len() as u64),
        }
    }

    fn map_stream(mut self, change: impl FnOnce(&mut Streaming)) -> Self {
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
            Some(call) => call.add_to(error),
            None => error,
        })
    }
}

impl CallContext {
    fn add_to(&mut self, error: Error) -> Error {
        let error = error.with_endpoint(self.endpoint);
        match self.record.take() {
            Some(record) => error.with_record(record),
            None => error,
        }
    }
}

impl Idle {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Error> {
        let limit = self.limit;
        let _entered = self.runtime.as_ref().map(Handle::enter);
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(limit)));
        timer.as_mut().poll(context).map(|()| Error::timed_out(Timeout::Read, Some(limit)))
    }
}
