//! A connection, whatever connector made it.

use std::io::{IoSlice, Result};
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::{Connected, Connection};

trait AnyStream: Read + Write + Connection + Send + Unpin {}
impl<S: Read + Write + Connection + Send + Unpin> AnyStream for S {}

pub(crate) struct Stream {
    inner: Box<dyn AnyStream>,
    /// The peer is a proxy, which expects complete URLs (RFC 9112, section 3.2.2).
    is_proxy: bool,
}

impl Stream {
    pub(crate) fn new(inner: impl Read + Write + Connection + Send + Unpin + 'static, is_proxy: bool) -> Self {
        Self { inner: Box::new(inner), is_proxy }
    }

    pub(crate) fn with_proxy(self) -> Self {
        Self { is_proxy: true, ..self }
    }
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        // A new value: the addresses in the other one would be copied to every response.
        let connected = Connected::new().proxy(self.is_proxy);
        if self.inner.connected().is_negotiated_h2() { connected.negotiated_h2() } else { connected }
    }
}

impl Read for Stream {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: ReadBufCursor<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.inner).poll_read(context, into)
    }
}

impl Write for Stream {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        Pin::new(&mut self.inner).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.inner).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        Pin::new(&mut self.inner).poll_write_vectored(context, slices)
    }
}
