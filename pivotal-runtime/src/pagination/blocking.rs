//! Lists on a transport that blocks.

use std::fmt;
use std::task::{Context, Poll, Waker};

use super::{PageStream, Pages as AsyncPages, Paginated};
use crate::call::ResponseFuture;
use crate::{Error, Format, Request};

/// The items of a complete list on a [`BlockingTransport`](crate::BlockingTransport), requested page by page.
///
/// It is the return type of a method that is declared `fn list(&self, ...) -> blocking::Pages<'_, P>`, where `P` is the type
/// of a page. It is an [`Iterator`] of `Result<P::Item, Error>`, with the guarantees of [`Pages`](crate::Pages).
///
/// ```
/// use pivotal_runtime::{BlockingTransport, Error, LinkPage, blocking, endpoint};
///
/// trait Names: BlockingTransport {
///     #[endpoint(GET, "/names?<per_page>")]
///     fn names(&self, per_page: u32) -> blocking::Pages<'_, LinkPage<String>>;
/// }
/// impl<T: BlockingTransport> Names for T {}
///
/// fn print(client: &impl Names) -> Result<(), Error> {
///     for name in client.names(100) {
///         println!("{}", name?);
///     }
///     Ok(())
/// }
/// ```
#[must_use = "nothing is sent before items are requested"]
pub struct Pages<'a, P: Paginated> {
    // The same iteration, whose futures are always ready.
    pages: AsyncPages<'a, P>,
}

impl<'a, P: Paginated> Pages<'a, P> {
    pub(crate) fn new<F: Format>(
        send: impl Fn(Request) -> ResponseFuture<'a> + Send + 'a,
        request: Result<Request, Error>,
    ) -> Self {
        Self { pages: AsyncPages::new::<F>(send, request) }
    }

    /// Returns the position of the current page: see [`Pages::cursor`](crate::Pages::cursor).
    ///
    /// After the last item of the page, it is the position of the next one.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.pages.cursor()
    }

    /// Returns the remaining pages.
    ///
    /// Items of the current page are dropped.
    pub fn pages(self) -> PageIter<'a, P> {
        PageIter { pages: self.pages.pages() }
    }
}

impl<P: Paginated> Iterator for Pages<'_, P> {
    type Item = Result<P::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        waited(self.pages.poll_item(&mut Context::from_waker(Waker::noop())))
    }
}

impl<P: Paginated> fmt::Debug for Pages<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.pages.fmt(f)
    }
}

/// The pages of a list: see [`Pages::pages`].
#[must_use = "nothing is sent before pages are requested"]
pub struct PageIter<'a, P> {
    pages: PageStream<'a, P>,
}

impl<P: Paginated> PageIter<'_, P> {
    /// Returns the position of the next page.
    ///
    /// It is `None` at the start of the list and at its end.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.pages.cursor()
    }
}

impl<P: Paginated> Iterator for PageIter<'_, P> {
    type Item = Result<P, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        waited(self.pages.poll_page(&mut Context::from_waker(Waker::noop())))
    }
}

impl<P> fmt::Debug for PageIter<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageIter").finish_non_exhaustive()
    }
}

/// Returns the value of a future that has waited already.
fn waited<T>(poll: Poll<Option<Result<T, Error>>>) -> Option<Result<T, Error>> {
    match poll {
        Poll::Ready(value) => value,
        Poll::Pending => Some(Err(Error::transport("a blocking transport returned before the response was complete"))),
    }
}
