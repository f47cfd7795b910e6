//! Converts a [`Body`] for an HTTP library.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_core::Stream;
use hyper::body::{Body as HttpBody, Frame, SizeHint};

use super::Body;
use crate::Error;

/// Makes a body usable in HTTP clients and layers of tower.
///
/// A stream that exceeds its length is an error, because the rest would be truncated silently. Therefore, the last chunk is
/// kept back until the stream ends.
impl HttpBody for Body {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if !self.set_taken() {
            return Poll::Ready(Some(Err(abandoned())));
        }
        loop {
            let (left, last) = (self.len(), self.take_last_chunk());
            let chunk = match self.as_mut().poll_caught(context)? {
                Poll::Ready(chunk) => chunk,
                Poll::Pending => {
                    self.set_last_chunk(last);
                    return Poll::Pending;
                }
            };
            match (chunk, left) {
                (None, _) => return Poll::Ready(last.map(|chunk| Ok(Frame::data(chunk)))),
                (Some(chunk), _) if chunk.is_empty() => self.set_last_chunk(last),
                (Some(chunk), Some(left)) if chunk.len() as u64 > left => {
                    *self = Self::empty();
                    return Poll::Ready(Some(Err(too_long())));
                }
                (Some(chunk), Some(left)) if chunk.len() as u64 == left && !self.is_in_memory() => {
                    self.set_last_chunk(Some(chunk));
                }
                (Some(chunk), _) => return Poll::Ready(Some(Ok(Frame::data(chunk)))),
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.set_taken() && self.is_empty() && self.last_chunk_len() == 0
    }

    fn size_hint(&self) -> SizeHint {
        let last = self.last_chunk_len();
        if self.is_abandoned() {
            return SizeHint::default();
        }
        self.len().map_or_else(SizeHint::default, |len| SizeHint::with_exact(len + last))
    }
}

/// The client reports a timeout, and nobody reads this.
fn abandoned() -> Error {
    Error::request_body("the attempt has ended")
}

/// Panics of a stream, which is code of the user.
fn panicked() -> Error {
    Error::request_body("the stream of the body panicked")
}

fn too_long() -> Error {
    Error::incomplete("the body is longer than its declared length")
}

impl Body {
    /// Polls the body. A stream that panics is an error: the task of a connection, which polls it, must not end.
    fn poll_caught(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        if self.is_in_memory() {
            return self.poll_next(context);
        }
        catch_unwind(AssertUnwindSafe(|| self.as_mut().poll_next(context))).unwrap_or_else(|_| {
            *self = Self::empty();
            Poll::Ready(Some(Err(panicked())))
        })
    }

    /// Checks a stream of the length 0, which HTTP clients do not read.
    pub(crate) fn check_empty(&mut self) -> Result<(), Error> {
        if self.is_in_memory() || self.len() != Some(0) {
            return Ok(());
        }
        let context = &mut Context::from_waker(Waker::noop());
        while let Poll::Ready(Some(chunk)) = Pin::new(&mut *self).poll_next(context)? {
            if !chunk.is_empty() {
                return Err(too_long());
            }
        }
        Ok(())
    }
}

/// A [`Body`] that is `Sync`, which reqwest requires. Nothing ever waits for the mutex.
pub(crate) struct SyncBody(Mutex<Body>);

impl SyncBody {
    pub(crate) fn new(body: Body) -> Self {
        Self(Mutex::new(body))
    }
}

impl HttpBody for SyncBody {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        Pin::new(self.0.get_mut().unwrap_or_else(PoisonError::into_inner)).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        HttpBody::size_hint(&*self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
