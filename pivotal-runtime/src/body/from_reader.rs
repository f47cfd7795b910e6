//! Bodies that are read from an [`AsyncRead`].

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use futures_core::Stream;
use tokio::io::AsyncRead;
use tokio_util::io::ReaderStream;

use super::Body;
use crate::Error;

/// The maximum number of bytes in a chunk.
pub(super) const CHUNK: usize = 64 * 1024;

impl Body {
    /// Creates a body from an `AsyncRead` and its length in bytes.
    ///
    /// The length is sent as `Content-Length`. With `None`, the body is sent in chunks (RFC 9112, section 7.1).
    ///
    /// A request with such a body is sent at most once, because a reader cannot be read twice. An error of the reader becomes
    /// [`Error::transport`].
    pub fn from_reader(reader: impl AsyncRead + Send + 'static, len: Option<u64>) -> Self {
        Self::from_io_stream(Box::pin(ReaderStream::with_capacity(reader, CHUNK)), len)
    }

    fn from_io_stream(stream: Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>, len: Option<u64>) -> Self {
        Self::from_unpin(FromReader(stream), len)
    }
}

struct FromReader(Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>);

impl Stream for FromReader {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.as_mut().poll_next(context).map_err(Error::transport)
    }
}
