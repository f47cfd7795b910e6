//! Bodies that are the content of a file.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use tokio::runtime::Handle;
use tokio_util::io::ReaderStream;

use super::Body;
use super::from_reader::CHUNK;
use crate::Error;

impl Body {
    /// Creates a body from the content of a file.
    ///
    /// The file is opened now. It is read while the request is sent, on tokio's threads for blocking work.
    ///
    /// The length of the file is sent as `Content-Length`. If it changes before the end, the call fails. A request with such
    /// a body is sent at most once.
    ///
    /// ```
    /// use pivotal_runtime::{Body, Transport, endpoint};
    ///
    /// trait Files: Transport {
    ///     #[endpoint(PUT, "/files/<name>", stream = content, response = ())]
    ///     async fn put(&self, name: &str, content: Body);
    /// }
    /// impl<T: Transport> Files for T {}
    ///
    /// async fn back_up(client: &impl Files) -> Result<(), Box<dyn std::error::Error>> {
    ///     client.put("backup", Body::from_path("backup.tar")?).await?;
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the file cannot be opened, or is a directory.
    pub fn from_path(path: impl AsRef<Path>) -> io::Result<Self> {
        Self::open(path.as_ref())
    }

    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(io::Error::new(ErrorKind::IsADirectory, "the path is a directory; pass the path of a file"));
        }
        // A pipe or a device has no length.
        let len = metadata.is_file().then_some(metadata.len());
        let chunks = ReaderStream::with_capacity(file.into(), CHUNK);
        Ok(Self::from_unpin(FileStream { chunks, left: len, last: None }, len))
    }
}

/// The content of a file. It is an error if the length of the file changes.
struct FileStream {
    chunks: ReaderStream<tokio::fs::File>,
    /// The number of bytes that are not read yet.
    left: Option<u64>,
    /// The last chunk, which is kept until the end of the file is certain.
    last: Option<Bytes>,
}

impl FileStream {
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        if Handle::try_current().is_err() {
            // Tokio would panic.
            return failure("a file is read in a Tokio runtime only; send the request in one");
        }
        loop {
            let chunk = ready!(Pin::new(&mut self.chunks).poll_next(context)?);
            let Some(left) = self.left else { return Poll::Ready(chunk.map(Ok)) };
            let Some(chunk) = chunk else {
                return if left > 0 {
                    failure("the file became shorter")
                } else {
                    Poll::Ready(self.last.take().map(Ok))
                };
            };
            let Some(left) = left.checked_sub(chunk.len() as u64) else { return failure("the file became longer") };
            self.left = Some(left);
            if left > 0 {
                return Poll::Ready(Some(Ok(chunk)));
            }
            self.last = Some(chunk);
        }
    }
}

fn failure<T>(message: &'static str) -> Poll<Option<io::Result<T>>> {
    Poll::Ready(Some(Err(io::Error::other(message))))
}

impl Stream for FileStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context).map_err(Error::transport)
    }
}
