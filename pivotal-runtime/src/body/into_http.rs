//! Converts a [`Body`] for an HTTP library.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use hyper::body::{Body as HttpBody, Frame, SizeHint};

use super::Body;
use crate::Error;

/// `http_body::Body`, for HTTP clients. A stream that exceeds its length is an error: the rest would be truncated silently.
impl HttpBody for Body {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let left = self.len();
        let chunk = ready!(self.as_mut().poll_next(context)?);
        if let (Some(chunk), Some(left)) = (&chunk, left) {
            let len = chunk.len() as u64;
            if len > left || (len == left && exceeds_length(self.as_mut(), context)?) {
                *self = Self::empty();
                return Poll::Ready(Some(Err(Error::transport("the body is longer than its declared length"))));
            }
        }
        Poll::Ready(chunk.map(|chunk| Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.as_bytes().is_some_and(Bytes::is_empty)
    }

    fn size_hint(&self) -> SizeHint {
        self.len().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// Returns whether another chunk is ready that is not empty.
fn exceeds_length(mut body: Pin<&mut Body>, context: &mut Context<'_>) -> Result<bool, Error> {
    loop {
        match body.as_mut().poll_next(context)? {
            Poll::Ready(Some(more)) if more.is_empty() => {}
            Poll::Ready(Some(_)) => return Ok(true),
            Poll::Ready(None) | Poll::Pending => return Ok(false),
        }
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

    fn size_hint(&self) -> SizeHint {
        HttpBody::size_hint(&*self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
