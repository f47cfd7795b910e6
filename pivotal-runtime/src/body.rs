//! What a request or an answer holds.

mod from_http;
mod holding;
mod idle;
mod into_http;
mod named;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::time::{Instant, timeout_at};

use crate::Error;

pub(crate) use self::into_http::IntoHttp;

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
    Stream { stream: Chunks, len: Option<u64> },
}

type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, Error>> + Send>>;

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
    /// A request with such a body is sent once at most, since a stream cannot be read twice.
    pub fn from_stream<S>(stream: S, len: Option<u64>) -> Self
    where
        S: Stream<Item = Result<Bytes, Error>> + Send + 'static,
    {
        Self(Inner::Stream { stream: Box::pin(stream), len })
    }

    /// The number of bytes, where it is known.
    #[must_use]
    pub fn len(&self) -> Option<u64> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes.len() as u64),
            Inner::Stream { len, .. } => *len,
        }
    }

    /// Whether there is nothing in it, as far as that is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == Some(0)
    }

    /// The bytes, if they are in memory.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Inner::Bytes(bytes) => Some(bytes),
            Inner::Stream { .. } => None,
        }
    }

    /// The same body once more, if its bytes are in memory. They are shared, not copied.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        self.as_bytes().map(|bytes| Self(Inner::Bytes(bytes.clone())))
    }

    /// The next piece, or `None` at the end.
    ///
    /// # Errors
    ///
    /// If the transport fails before the end.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await.transpose()
    }

    /// All of it, however much it is.
    ///
    /// # Errors
    ///
    /// If the transport fails before the end.
    pub async fn collect(self) -> Result<Bytes, Error> {
        let mut body = self;
        let mut read = Read::new(usize::MAX);
        body.read_into(&mut read).await?;
        Ok(read.finish())
    }

    /// Reads it into memory, unless it is too large.
    pub(crate) async fn buffered(mut self, limit: usize) -> Result<Self, Error> {
        let mut read = Read::new(limit);
        self.read_into(&mut read).await?;
        if read.is_cut { Err(Error::too_large(limit)) } else { Ok(read.finish().into()) }
    }

    /// Reads its start into memory: up to the limit, to its end, or to where it breaks off.
    pub(crate) async fn start(mut self, limit: usize) -> Self {
        let mut read = Read::new(limit);
        // What came until then is what there is.
        let _ = self.read_into(&mut read).await;
        read.finish().into()
    }

    /// The same, as far as it comes in time.
    pub(crate) async fn start_before(mut self, limit: usize, ends: Instant) -> Self {
        let mut read = Read::new(limit);
        // What came until then is what there is.
        let _ = timeout_at(ends, self.read_into(&mut read)).await;
        read.finish().into()
    }

    /// Reads until the end or until there is more than is wanted.
    async fn read_into(&mut self, read: &mut Read) -> Result<(), Error> {
        while !read.is_cut {
            let Some(chunk) = self.chunk().await? else { break };
            read.push(chunk);
        }
        Ok(())
    }

    /// The bytes, or the stream.
    pub(crate) fn into_bytes(self) -> Result<Bytes, Self> {
        match self.0 {
            Inner::Bytes(bytes) => Ok(bytes),
            stream @ Inner::Stream { .. } => Err(Self(stream)),
        }
    }
}

/// What has been read of a body. One that comes in one piece is not copied.
struct Read {
    one: Bytes,
    many: BytesMut,
    /// How much more is wanted.
    room: usize,
    /// There was more than that.
    is_cut: bool,
}

impl Read {
    fn new(limit: usize) -> Self {
        Self { one: Bytes::new(), many: BytesMut::new(), room: limit, is_cut: false }
    }

    fn push(&mut self, mut chunk: Bytes) {
        self.is_cut = chunk.len() > self.room;
        chunk.truncate(self.room);
        self.room -= chunk.len();
        if self.one.is_empty() && self.many.is_empty() {
            self.one = chunk;
        } else {
            self.many.extend_from_slice(&std::mem::take(&mut self.one));
            self.many.extend_from_slice(&chunk);
        }
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
            Inner::Stream { stream, .. } => stream.as_mut().poll_next(context),
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
