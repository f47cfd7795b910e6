//! What a request or an answer holds.

mod from_http;
mod into_http;
mod streaming;

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::time::{Instant, timeout_at};

use self::streaming::Streaming;
use crate::Error;

pub(crate) use self::into_http::SyncBody;

/// A body: bytes in memory, or a stream of them.
///
/// ```
/// use pivotal_runtime::{Body, http};
///
/// let answer = http::Response::new(Body::from(r#"{"id":"42"}"#));
/// assert_eq!(answer.body().len(), Some(11));
/// ```
///
/// As the answer of an endpoint (`response = Body`) it is a stream that is read as far as you read it, so that a
/// download need not fit in memory:
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
    /// A body of no bytes.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// A body that is produced while it is sent or read. Give its length in bytes if it is known: it is sent as
    /// `Content-Length` then, else the body is sent in chunks (RFC 9112, section 7.1).
    ///
    /// A request with such a body is sent once at most, since a stream cannot be read twice. An error of the stream's own
    /// becomes one that can stand in it by [`Error::transport`].
    pub fn from_stream<S>(stream: S, len: Option<u64>) -> Self
    where
        S: Stream<Item = Result<Bytes, Error>> + Send + 'static,
    {
        Self::from_unpin(Box::pin(stream), len)
    }

    /// How many bytes are left to be read, where that is known.
    #[must_use]
    pub fn len(&self) -> Option<u64> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes.len() as u64),
            Inner::Stream(stream) => stream.len,
        }
    }

    /// Returns whether there is nothing in it, as far as that is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == Some(0)
    }

    /// The bytes, if they are in memory.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes),
            Inner::Stream(_) => None,
        }
    }

    /// The same body once more, if its bytes are in memory. They are shared, not copied.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        self.as_bytes().map(|bytes| Self(Inner::Bytes(bytes.clone())))
    }

    /// Returns the next piece, or `None` at the end. An error ends the body: `None` follows it.
    ///
    /// # Errors
    ///
    /// If the transport fails before the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// All of it, however much it is.
    ///
    /// # Errors
    ///
    /// If the transport fails before the end.
    pub async fn collect(mut self) -> Result<Bytes, Error> {
        let mut read = Read::new(usize::MAX, self.len());
        self.read_into(&mut read).await?;
        Ok(read.finish())
    }

    /// Reads it into memory, unless it is too large.
    pub(crate) async fn buffer(&mut self, limit: usize) -> Result<(), Error> {
        let mut read = Read::new(limit, self.len());
        self.read_into(&mut read).await?;
        if read.is_cut {
            return Err(Error::too_large(limit));
        }
        *self = read.finish().into();
        Ok(())
    }

    /// Reads its start into memory: up to the limit, to its end, to where it breaks off, or as far as it comes in time.
    pub(crate) async fn keep_start(&mut self, limit: usize, ends: Option<Instant>) {
        let mut read = Read::new(limit, self.len());
        let reading = self.read_into(&mut read);
        // What came until then is what there is.
        match ends {
            Some(ends) => drop(timeout_at(ends, reading).await),
            None => drop(reading.await),
        }
        *self = read.finish().into();
    }

    /// Reads until the end or until there is more than is wanted.
    fn read_into(&mut self, read: &mut Read) -> impl Future<Output = Result<(), Error>> {
        poll_fn(|context| {
            while !read.is_cut {
                match ready!(Pin::new(&mut *self).poll_next(context)?) {
                    Some(chunk) => read.push(chunk),
                    None => break,
                }
            }
            Poll::Ready(Ok(()))
        })
    }

    /// The bytes, or the stream.
    pub(crate) fn into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            Inner::Bytes(bytes) => Ok(bytes),
            stream @ Inner::Stream(_) => Err(Self(stream)),
        }
    }
}

/// What has been read of a body. One that comes in one piece is not copied.
struct Read {
    one: Bytes,
    many: BytesMut,
    /// How much there may be, as far as that is to be believed.
    expected: usize,
    /// How much more is wanted.
    room: usize,
    /// There was more than that.
    is_cut: bool,
}

impl Read {
    fn new(limit: usize, len: Option<u64>) -> Self {
        /// No more is set aside for what is merely announced.
        const TRUSTED: usize = 256 * 1024;
        let expected = len.map_or(0, |len| usize::try_from(len).unwrap_or(TRUSTED).min(TRUSTED).min(limit));
        Self { one: Bytes::new(), many: BytesMut::new(), expected, room: limit, is_cut: false }
    }

    fn push(&mut self, mut chunk: Bytes) {
        self.is_cut = chunk.len() > self.room;
        chunk.truncate(self.room);
        self.room -= chunk.len();
        if self.one.is_empty() && self.many.is_empty() {
            self.one = chunk;
            return;
        }
        if self.many.is_empty() {
            self.many.reserve(self.expected);
            self.many.extend_from_slice(&std::mem::take(&mut self.one));
        }
        self.many.extend_from_slice(&chunk);
    }

    fn finish(self) -> Bytes {
        if self.many.is_empty() { self.one } else { self.many.freeze() }
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

/// Prints the length alone: what is in a body may be private.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.0, self.len()) {
            (Inner::Bytes(_), Some(len)) => write!(f, "Body({len} bytes)"),
            (_, Some(len)) => write!(f, "Body(a stream of {len} bytes)"),
            (_, None) => f.write_str("Body(a stream)"),
        }
    }
}
