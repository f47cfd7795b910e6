//! A connection, however it was made.

use std::io::{IoSlice, Result};
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::{Connected, Connection};

trait Stream: Read + Write + Connection + Send + Unpin {}
impl<S: Read + Write + Connection + Send + Unpin> Stream for S {}

pub(super) struct Io {
    stream: Box<dyn Stream>,
    /// The other end is a proxy that wants whole URLs (RFC 9112, section 3.2.2).
    is_proxy: bool,
}

impl Io {
    pub(super) fn new(stream: impl Read + Write + Connection + Send + Unpin + 'static) -> Self {
        Self { stream: Box::new(stream), is_proxy: false }
    }

    /// The same, to a proxy.
    pub(super) fn forwarding(self) -> Self {
        Self { is_proxy: true, ..self }
    }
}

impl Connection for Io {
    fn connected(&self) -> Connected {
        let known = self.stream.connected();
        // Made anew: the addresses in it would be copied to every answer.
        let connected = Connected::new().proxy(self.is_proxy || known.is_proxied());
        if known.is_negotiated_h2() { connected.negotiated_h2() } else { connected }
    }
}

impl Read for Io {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: ReadBufCursor<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, into)
    }
}

impl Write for Io {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }
}
