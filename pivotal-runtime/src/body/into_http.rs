//! A [`Body`] as hyper and reqwest take it.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use hyper::body::{Frame, SizeHint};

use super::Body;
use crate::Error;

/// Nobody waits for the mutex: it makes a body `Sync`, as reqwest wants it, without asking that of every stream.
pub(crate) struct IntoHttp {
    body: Mutex<Body>,
    /// What is left of the length that the body claims to have.
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
            let less = left.checked_sub(chunk.len() as u64);
            let is_over = match less {
                Some(0) => match exceeds_length(body, context) {
                    Ok(exceeds) => exceeds,
                    Err(error) => return Poll::Ready(Some(Err(error))),
                },
                _ => false,
            };
            match less {
                Some(less) if !is_over => *left = less,
                _ => return Poll::Ready(Some(Err(Error::transport("the body is longer than it claims to be")))),
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
