//! A body whose start was read already.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;

use super::Body;
use crate::Error;

impl Body {
    /// Puts bytes in front of the body.
    pub(crate) fn with_prefix(self, prefix: Bytes) -> Self {
        if prefix.is_empty() {
            return self;
        }
        let len = self.len().map(|len| len + prefix.len() as u64);
        Self::from_unpin(Prefixed { prefix, rest: self }, len)
    }
}

struct Prefixed {
    prefix: Bytes,
    rest: Body,
}

impl Stream for Prefixed {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.prefix.is_empty() {
            return Pin::new(&mut self.rest).poll_next(context);
        }
        Poll::Ready(Some(Ok(std::mem::take(&mut self.prefix))))
    }
}
