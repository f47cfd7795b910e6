//! What a request or an answer holds.

mod from_http;
mod into_http;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

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

    /// All of it.
    ///
    /// # Errors
    ///
    /// If the transport fails before the end.
    pub async fn collect(mut self) -> Result<Bytes, Error> {
        let mut read = BytesMut::new();
        match self.read_into(&mut read).await? {
            Some(whole) => Ok(whole),
            None => Ok(read.freeze()),
        }
    }

    /// Appends what is left of it; what comes in one piece is handed back instead, uncopied.
    async fn read_into(&mut self, read: &mut BytesMut) -> Result<Option<Bytes>, Error> {
        let Some(first) = self.chunk().await? else { return Ok(None) };
        let second = match self.chunk().await {
            Ok(None) => return Ok(Some(first)),
            second => second,
        };
        read.extend_from_slice(&first);
        let mut next = second?;
        while let Some(chunk) = next {
            read.extend_from_slice(&chunk);
            next = self.chunk().await?;
        }
        Ok(None)
    }

    /// Reads it into memory, wherever it is.
    pub(crate) async fn buffered(self) -> Result<Self, Error> {
        match self.0 {
            Inner::Bytes(_) => Ok(self),
            Inner::Stream { .. } => self.collect().await.map(Self::from),
        }
    }

    /// Reads it into memory up to its end or to where it breaks off.
    pub(crate) async fn buffered_as_far_as_it_goes(mut self) -> Self {
        if let Inner::Bytes(_) = self.0 {
            return self;
        }
        let mut read = BytesMut::new();
        match self.read_into(&mut read).await {
            Ok(Some(whole)) => whole.into(),
            Ok(None) | Err(_) => read.freeze().into(),
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
