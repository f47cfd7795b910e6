//! Reads a body as tokio's readers do.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use futures_core::Stream;
use tokio::io::{AsyncBufRead, AsyncRead, ReadBuf};

use super::Body;
use crate::{Error, ErrorKind};

/// A [`Body`] as an `AsyncRead`: see [`Body::into_reader`].
///
/// An error of the body is returned as an [`io::Error`] that contains it. Its kind is [`TimedOut`](io::ErrorKind::TimedOut)
/// for a timeout, and otherwise [`ConnectionAborted`](io::ErrorKind::ConnectionAborted).
///
/// ```
/// use pivotal_runtime::{Body, Error, Transport, endpoint};
///
/// trait Files: Transport {
///     #[endpoint(GET, "/files/<path..>")]
///     async fn file(&self, path: &str) -> Result<Body, Error>;
/// }
/// impl<T: Transport> Files for T {}
///
/// async fn copy(client: &impl Files, to: &mut (impl tokio::io::AsyncWrite + Unpin)) -> Result<u64, Box<dyn std::error::Error>> {
///     let mut file = client.file("big.bin").await?.into_reader();
///     Ok(tokio::io::copy(&mut file, to).await?)
/// }
/// ```
pub struct BodyReader {
    body: Body,
    chunk: Bytes,
}

impl BodyReader {
    pub(super) fn new(body: Body) -> Self {
        Self { body, chunk: Bytes::new() }
    }

    /// Returns the part of the body that is not read yet.
    #[must_use]
    pub fn into_body(self) -> Body {
        self.body.with_prefix(self.chunk)
    }

    /// Waits until bytes are here that are not read yet, or until the end.
    pub(crate) fn poll_fill(&mut self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.chunk.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_next(context)) {
                Some(Ok(chunk)) => self.chunk = chunk,
                Some(Err(error)) => return Poll::Ready(Err(into_io(error))),
                None => break,
            }
        }
        Poll::Ready(Ok(()))
    }

    /// The bytes that are not read yet. There are none at the end.
    pub(crate) fn filled(&self) -> &[u8] {
        &self.chunk
    }

    /// Marks bytes as read.
    pub(crate) fn advance(&mut self, read: usize) {
        self.chunk.advance(read.min(self.chunk.len()));
    }
}

fn into_io(error: Error) -> io::Error {
    let kind = match error.kind() {
        ErrorKind::Timeout => io::ErrorKind::TimedOut,
        _ => io::ErrorKind::ConnectionAborted,
    };
    io::Error::new(kind, error)
}

impl AsyncBufRead for BodyReader {
    fn poll_fill_buf(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = self.get_mut();
        ready!(this.poll_fill(context))?;
        Poll::Ready(Ok(this.filled()))
    }

    fn consume(mut self: Pin<&mut Self>, read: usize) {
        self.advance(read);
    }
}

impl AsyncRead for BodyReader {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if into.remaining() == 0 {
            return Poll::Ready(Ok(()));
        }
        ready!(self.poll_fill(context))?;
        let chunk = self.filled();
        let read = chunk.len().min(into.remaining());
        into.put_slice(chunk.get(..read).unwrap_or_default());
        self.advance(read);
        Poll::Ready(Ok(()))
    }
}

impl fmt::Debug for BodyReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BodyReader").field(&self.body).finish()
    }
}
