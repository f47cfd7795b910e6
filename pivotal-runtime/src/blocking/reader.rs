//! A body as a reader that blocks.

use std::fmt;
use std::io::{self, BufRead, Read};
use std::pin::Pin;

use tokio::io::{AsyncRead, ReadBuf};

use super::wait::wait;
use crate::Body;
use crate::body::BodyReader;

/// A [`Body`] as a reader that blocks the thread until more of it arrives: see [`Body::blocking_reader`].
///
/// Its errors are those of [`BodyReader`].
///
/// ```no_run
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
pub struct Reader(BodyReader);

impl Reader {
    pub(crate) fn new(body: Body) -> Self {
        Self(body.into_reader())
    }
}

impl Read for Reader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut into = ReadBuf::new(into);
        wait(|context| Pin::new(&mut self.0).poll_read(context, &mut into))?;
        Ok(into.filled().len())
    }
}

impl BufRead for Reader {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        wait(|context| self.0.poll_fill(context))?;
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
