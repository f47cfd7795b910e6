//! A body that keeps its place.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::{Body, Chunks, Inner};
use crate::Error;
use crate::client::Permit;

impl Body {
    /// The same, and keeps the permit until it is dropped, if there is more of it to read.
    pub(crate) fn holding(self, permit: Permit) -> Self {
        match self.0 {
            Inner::Bytes(_) => self,
            Inner::Stream { stream, len } => Self::from_stream(Holding { stream, _permit: permit }, len),
        }
    }
}

struct Holding {
    stream: Chunks,
    _permit: Permit,
}

impl Stream for Holding {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.stream.as_mut().poll_next(context)
    }
}
