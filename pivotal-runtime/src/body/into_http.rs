//! A [`Body`] as hyper and reqwest take it.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use http_body::{Frame, SizeHint};

use super::Body;
use crate::Error;

/// Nobody waits for the mutex: it makes a body `Sync`, as reqwest wants it, without asking that of every stream.
pub(crate) struct IntoHttp(Mutex<Body>);

impl IntoHttp {
    pub(crate) fn new(body: Body) -> Self {
        Self(Mutex::new(body))
    }
}

impl http_body::Body for IntoHttp {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let body = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        Pin::new(body).poll_next(context).map_ok(Frame::data)
    }

    fn size_hint(&self) -> SizeHint {
        let body = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        body.len().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
