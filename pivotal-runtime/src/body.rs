//! The body of a request or a response.

mod buffer;
mod from_http;
mod from_path;
mod from_reader;
mod into_http;
mod prefixed;
mod reader;
mod streaming;
mod tracked;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use tokio::time::{Instant, timeout_at};

use self::buffer::Buffer;
use self::streaming::Streaming;
use crate::{Error, Lines, blocking};

pub(crate) use self::into_http::SyncBody;
pub use self::reader::BodyReader;
pub(crate) use self::tracked::Sending;

/// The body of a request or a response: bytes in memory, or a stream of bytes.
///
/// It implements [`http_body::Body`](https://docs.rs/http-body/1/http_body/trait.Body.html) (of `http-body` 1), so services
/// of tower and HTTP libraries accept it.
///
/// ```
/// use pivotal_runtime::{Body, http};
///
/// let response = http::Response::new(Body::from(r#"{"id":"42"}"#));
/// assert_eq!(response.body().len(), Some(11));
/// ```
///
/// As the response of an endpoint (`response = Body`), it is a stream that is received as you read it. A download does not
/// have to fit in memory:
///
/// ```
/// use pivotal_runtime::{Body, Error, Transport, endpoint};
///
/// trait Files: Transport {
///     #[endpoint(GET, "/files/<path..>", response = Body, header("Accept") = "*/*")]
///     async fn file(&self, path: &str) -> Result<Body, Error>;
/// }
/// impl<T: Transport> Files for T {}
///
/// async fn length(client: &impl Files) -> Result<usize, Error> {
///     let mut body = client.file("big.bin").await?;
///     let mut length = 0;
///     while let Some(chunk) = body.chunk().await? {
///         length += chunk.len();
///     }
///     Ok(length)
/// }
/// ```
#[derive(Default)]
pub struct Body(Inner);

enum Inner {
    Bytes(Bytes),
    Stream(Box<Streaming>),
}

impl Default for Inner {
    fn default() -> Self {
        Self::Bytes(Bytes::new())
    }
}

impl Body {
    /// Creates an empty body.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Creates a body from a stream and its length in bytes.
    ///
    /// The length is sent as `Content-Length`. With `None`, the body is sent in chunks (RFC 9112, section 7.1).
    ///
    /// A request with such a body is sent at most once, because a stream cannot be read twice. [`Error::transport`] converts
    /// errors of the stream. A stream that panics is an error of the call.
    ///
    /// The stream must not block its thread, which delays the other calls. Read a file with [`from_path`](Self::from_path),
    /// or use `tokio::task::spawn_blocking`. Only a [`blocking::Client`](crate::blocking) reads the stream on a thread of its
    /// own.
    pub fn from_stream<S>(stream: S, len: Option<u64>) -> Self
    where
        S: Stream<Item = Result<Bytes, Error>> + Send + 'static,
    {
        Self::from_unpin(Box::pin(stream), len)
    }

    /// Returns the number of bytes that are not read yet; `None` if it is unknown.
    #[must_use]
    pub fn len(&self) -> Option<u64> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes.len() as u64),
            Inner::Stream(stream) => stream.len,
        }
    }

    pub(crate) fn is_in_memory(&self) -> bool {
        matches!(self.0, Inner::Bytes(_))
    }

    /// Returns whether the body is known to be empty.
    ///
    /// A stream of unknown length is not.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == Some(0)
    }

    /// Returns the bytes, if they are in memory.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes),
            Inner::Stream(_) => None,
        }
    }

    /// Clones the body if its bytes are in memory; `None` if it is a stream.
    ///
    /// The bytes are shared, not copied.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        self.as_bytes().map(|bytes| Self(Inner::Bytes(bytes.clone())))
    }

    /// Returns the next chunk, or `None` at the end.
    ///
    /// # Errors
    ///
    /// Returns an error if the transport fails before the end. The error ends the body: `None` follows it.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// Converts the body to a reader, for decoders and for `tokio::io::copy`.
    ///
    /// The reader implements `AsyncRead` and `AsyncBufRead` of tokio.
    #[must_use]
    pub fn into_reader(self) -> BodyReader {
        BodyReader::new(self)
    }

    /// Converts the body to lines of text in UTF-8, blank lines included: see [`Lines`].
    pub fn into_lines(self) -> Lines<String> {
        Lines::of_body(self)
    }

    /// Converts the body to a reader that blocks the thread until more of the body arrives.
    ///
    /// The reader implements [`std::io::Read`] and [`BufRead`](std::io::BufRead).
    #[must_use]
    pub fn blocking_reader(self) -> blocking::Reader {
        blocking::Reader::new(self)
    }

    /// The maximum number of bytes of a line or an event of this body.
    pub(crate) fn max_item_bytes(&self) -> usize {
        match &self.0 {
            Inner::Bytes(_) => usize::MAX,
            Inner::Stream(stream) => stream.max_item_bytes,
        }
    }

    /// Reads the complete body into memory, without a limit.
    ///
    /// # Errors
    ///
    /// Returns an error if the transport fails before the end.
    pub async fn collect(mut self) -> Result<Bytes, Error> {
        let mut buffer = Buffer::new(usize::MAX, self.len());
        self.read_into(&mut buffer).await?;
        Ok(buffer.into_bytes())
    }

    /// Reads the body into memory, up to the limit. A larger body is an error.
    pub(crate) async fn buffer(&mut self, limit: usize) -> Result<(), Error> {
        let mut buffer = Buffer::new(limit, self.len());
        self.read_into(&mut buffer).await?;
        let is_truncated = buffer.is_truncated;
        // The start of a body that is too large is for the error.
        *self = buffer.into_bytes().into();
        if is_truncated { Err(Error::too_large(limit)) } else { Ok(()) }
    }

    /// Reads the start of the body into memory: up to the limit, the deadline, the end or an error.
    pub(crate) async fn buffer_start(&mut self, limit: usize, deadline: Option<Instant>) {
        let mut buffer = Buffer::new(limit, self.len());
        let reading = self.read_into(&mut buffer);
        // An error ends the body; the part in front of it is kept.
        match deadline {
            Some(deadline) => drop(timeout_at(deadline, reading).await),
            None => drop(reading.await),
        }
        *self = buffer.into_bytes().into();
    }

    /// Reads until the end, or until the buffer is full.
    fn read_into(&mut self, buffer: &mut Buffer) -> impl Future<Output = Result<(), Error>> {
        poll_fn(|context| {
            while !buffer.is_truncated {
                match ready!(Pin::new(&mut *self).poll_next(context)?) {
                    Some(chunk) => buffer.push(chunk),
                    None => break,
                }
            }
            Poll::Ready(Ok(()))
        })
    }

    /// Returns the bytes, or the body if it is a stream.
    pub(crate) fn into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            Inner::Bytes(bytes) => Ok(bytes),
            stream @ Inner::Stream(_) => Err(Self(stream)),
        }
    }
}

impl<B: Into<Bytes>> From<B> for Body {
    fn from(bytes: B) -> Self {
        Self(Inner::Bytes(bytes.into()))
    }
}

impl Stream for Body {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match &mut self.0 {
            Inner::Bytes(bytes) if bytes.is_empty() => Poll::Ready(None),
            Inner::Bytes(bytes) => Poll::Ready(Some(Ok(std::mem::take(bytes)))),
            Inner::Stream(stream) => {
                let chunk = ready!(stream.poll_next(context));
                if !matches!(chunk, Some(Ok(_))) {
                    // The end or an error is the last item. The stream must not be polled after it.
                    self.0 = Inner::default();
                }
                Poll::Ready(chunk)
            }
        }
    }
}

/// Prints only the length, because the content can be private.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0, self.len()) {
            (Inner::Bytes(_), Some(len)) => write!(f, "Body({len} bytes)"),
            (_, Some(len)) => write!(f, "Body(a stream of {len} bytes)"),
            (_, None) => f.write_str("Body(a stream)"),
        }
    }
}
