//! A body as a reader that blocks.

use std::fmt;
use std::io::{self, BufRead, Read};
use std::task::Poll;

use super::wait::wait;
use crate::Body;
use crate::body::BodyReader;

/// A [`Body`] as a reader that blocks the thread until more of it arrives.
///
/// [`Body::blocking_reader`] returns it. Its errors are those of [`BodyReader`].
///
/// ```
/// use std::fs::File;
/// use std::io;
///
/// use pivotal_runtime::{BlockingTransport, Body, Error, endpoint};
///
/// trait Files: BlockingTransport {
///     #[endpoint(GET, "/files/<path..>")]
///     fn file(&self, path: &str) -> Result<Body, Error>;
/// }
/// impl<T: BlockingTransport> Files for T {}
///
/// fn save(client: &impl Files) -> Result<u64, Box<dyn std::error::Error>> {
///     let mut body = client.file("big.bin")?.blocking_reader();
///     Ok(io::copy(&mut body, &mut File::create("big.bin")?)?)
/// }
/// ```
///
/// Do not use it in asynchronous code: it can block the thread that receives the body. Use [`Body::into_reader`] there.
pub struct Reader(BodyReader);

impl Reader {
    pub(crate) fn new(body: Body) -> Self {
        Self(body.into_reader())
    }
}

impl Reader {
    /// Waits until bytes are here that are not read yet, or until the end.
    fn fill(&mut self) -> io::Result<()> {
        let mut result = Ok(());
        if self.0.filled().is_empty() {
            wait(&mut |context| match self.0.poll_fill(context) {
                Poll::Ready(filled) => {
                    result = filled;
                    true
                }
                Poll::Pending => false,
            });
        }
        result
    }
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        self.fill()?;
        let read = self.0.filled().read(into)?;
        self.0.advance(read);
        Ok(read)
    }
}

impl BufRead for Reader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.fill()?;
        Ok(self.0.filled())
    }

    fn consume(&mut self, read: usize) {
        self.0.advance(read);
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
