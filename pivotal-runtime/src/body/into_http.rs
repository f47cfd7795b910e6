//! Converts a [`Body`] for an HTTP library.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use hyper::body::{Frame, SizeHint};

use super::Body;
use crate::Error;

/// The body of a request. The mutex is never contended: it makes the body `Sync`, which reqwest requires, although its stream
/// need not be.
pub(crate) struct IntoHttp {
    body: Mutex<Body>,
    /// The part of the declared length that is not sent yet.
    left: Option<u64>,
}

impl IntoHttp {
    pub(crate) fn new(body: Body) -> Self {
        Self { left: body.len(), body: Mutex::new(body) }
    }
}

impl hyper::body::Body for IntoHttp {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let this = &mut *self;
        let body = this.body.get_mut().unwrap_or_else(PoisonError::into_inner);
        let chunk = ready!(Pin::new(&mut *body).poll_next(context));
        if let (Some(Ok(chunk)), Some(left)) = (&chunk, &mut this.left) {
            let rest = left.checked_sub(chunk.len() as u64);
            let exceeds = rest == Some(0) && exceeds_length(body, context)?;
            match rest {
                Some(rest) if !exceeds => *left = rest,
                _ => return Poll::Ready(Some(Err(Error::transport("the body is longer than its declared length")))),
            }
        }
        Poll::Ready(chunk.map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        self.left.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// Returns whether the stream exceeds its declared length, which would be truncated silently.
fn exceeds_length(body: &mut Body, context: &mut Context<'_>) -> Result<bool, Error> {
    loop {
        match Pin::new(&mut *body).poll_next(context)? {
            Poll::Ready(Some(more)) if more.is_empty() => {}
            Poll::Ready(Some(_)) => return Ok(true),
            Poll::Ready(None) | Poll::Pending => return Ok(false),
        }
    }
}
