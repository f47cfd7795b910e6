//! Bodies that are the content of a file.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::pin::Pin;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, ReadBuf};
use tokio::runtime::Handle;

use super::Body;

impl Body {
    /// Creates a body from the content of a file. The file is opened now. It is read while the request is sent, on the threads of
    /// Tokio for blocking work.
    ///
    /// The length of the file is sent as `Content-Length`. If it changes before the end, the call fails. A request with such a body
    /// is sent at most once.
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
    /// If the file cannot be opened, or is a directory.
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
        let len = metadata.is_file().then(|| metadata.len());
        Ok(Self::from_reader(FileReader(file.into()), len))
    }
}

/// A file that is an error outside a runtime of Tokio, where reading it would panic.
struct FileReader(tokio::fs::File);

impl AsyncRead for FileReader {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if Handle::try_current().is_err() {
            return Poll::Ready(Err(io::Error::other(
                "a file is read in a Tokio runtime only; send the request in one",
            )));
        }
        Pin::new(&mut self.0).poll_read(context, buffer)
    }
}
