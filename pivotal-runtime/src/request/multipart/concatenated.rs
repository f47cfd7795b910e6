//! Bodies that follow each other.

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use crate::{Body, Error};

/// Bytes and streams in their order. Without a stream, the bytes stay in memory.
#[derive(Default)]
pub(super) struct Concatenated {
    /// Bytes and streams that are complete.
    pieces: VecDeque<Body>,
    /// The bytes after them.
    buffer: BytesMut,
}

impl Concatenated {
    /// Returns the buffer that bytes are appended to.
    pub(super) fn buffer(&mut self) -> &mut BytesMut {
        &mut self.buffer
    }

    pub(super) fn push(&mut self, content: Body) {
        match content.into_bytes() {
            Ok(bytes) => self.buffer.extend_from_slice(&bytes),
            Err(stream) => self.pieces.extend([self.buffer.split().freeze().into(), stream]),
        }
    }

    pub(super) fn into_body(self) -> Body {
        let Self { mut pieces, buffer } = self;
        let end = Body::from(buffer.freeze());
        if pieces.is_empty() {
            return end;
        }
        pieces.push_back(end);
        let len = pieces.iter().try_fold(0_u64, |sum, piece| sum.checked_add(piece.len()?));
        Body::from_stream(Pieces(pieces), len)
    }
}

/// Bodies one after the other. A stream that is longer or shorter than its length is an error.
struct Pieces(VecDeque<Body>);

impl Stream for Pieces {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while let Some(piece) = self.0.front_mut() {
            let left = piece.len();
            match ready!(Pin::new(piece).poll_next(context)) {
                Some(Ok(chunk)) if left.is_some_and(|left| chunk.len() as u64 > left) => {
                    return Poll::Ready(Some(Err(Error::transport("a part is longer than its declared length"))));
                }
                None if left.is_some_and(|left| left > 0) => {
                    return Poll::Ready(Some(Err(Error::transport("a part is shorter than its declared length"))));
                }
                None => drop(self.0.pop_front()),
                chunk => return Poll::Ready(chunk),
            }
        }
        Poll::Ready(None)
    }
}
