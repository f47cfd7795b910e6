//! A stream as an iterator.

use std::fmt;
use std::pin::Pin;
use std::task::Poll;

use futures_core::Stream;

use super::wait::wait;

/// The values of a stream as an iterator that blocks the thread.
///
/// It waits until the next value arrives. [`Events::blocking_iter`](crate::Events::blocking_iter) and
/// [`Lines::blocking_iter`](crate::Lines::blocking_iter) return it.
///
/// ```
/// use pivotal_runtime::{BlockingTransport, Error, Lines, endpoint};
///
/// trait Logs: BlockingTransport {
///     #[endpoint(GET, "/logs?<follow>")]
///     fn logs(&self, follow: bool) -> Result<Lines<String>, Error>;
/// }
/// impl<T: BlockingTransport> Logs for T {}
///
/// fn print(client: &impl Logs) -> Result<(), Error> {
///     for line in client.logs(true)?.blocking_iter() {
///         println!("{}", line?);
///     }
///     Ok(())
/// }
/// ```
///
/// Do not use it in asynchronous code: it can block the thread that receives the values. Read the stream itself with `await`
/// there.
pub struct Iter<S>(S);

impl<S> Iter<S> {
    pub(crate) fn new(stream: S) -> Self {
        Self(stream)
    }

    /// Returns the stream.
    pub fn get_ref(&self) -> &S {
        &self.0
    }
}

impl<S: Stream + Unpin> Iterator for Iter<S> {
    type Item = S::Item;

    fn next(&mut self) -> Option<S::Item> {
        let mut item = None;
        wait(&mut |context| match Pin::new(&mut self.0).poll_next(context) {
            Poll::Ready(next) => {
                item = next;
                true
            }
            Poll::Pending => false,
        });
        item
    }
}

impl<S: fmt::Debug> fmt::Debug for Iter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
