//! The items of a list, and its pages.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::Paginated;
use super::iteration::Iteration;
use crate::call::ResponseFuture;
use crate::{Error, Request};

/// The maximum number of empty pages in a row that report more.
const MAX_EMPTY_PAGES: usize = 100;

/// The items of a complete list, requested page by page as they are taken: the return type of a method that is declared
/// `fn list(&self, ...) -> Pages<'_, P>`, where `P` is the type of a page.
///
/// It is a [`Stream`] of `Result<P::Item, Error>`, and has a method [`next`](Self::next). A page is requested when an item of it
/// is needed, or earlier with [`prefetch`](Self::prefetch). The first error ends the list. A cursor that the server returned
/// before is an error of kind [`Pagination`](crate::ErrorKind::Pagination), so the list does not loop. A list that ends without
/// an error is complete.
///
/// ```
/// use pivotal_runtime::{Error, Next, Pages, Paginated, Transport, endpoint};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Names {
///     names: Vec<String>,
///     next: Option<String>,
/// }
///
/// impl Paginated for Names {
///     type Item = String;
///
///     fn next(&self) -> Next {
///         Next::cursor(self.next.as_deref())
///     }
///
///     fn into_items(self) -> Vec<String> {
///         self.names
///     }
/// }
///
/// trait Customers: Transport {
///     #[endpoint(GET, "/customers?<limit>")]
///     fn names(&self, limit: u32) -> Pages<'_, Names>;
/// }
/// impl<T: Transport> Customers for T {}
///
/// async fn print(client: &impl Customers) -> Result<(), Error> {
///     let mut names = client.names(100).prefetch(true);
///     while let Some(name) = names.next().await {
///         println!("{}", name?);
///     }
///     Ok(())
/// }
/// ```
#[must_use = "nothing is sent before items are requested"]
pub struct Pages<'a, P: Paginated> {
    iteration: Iteration<'a, P>,
    items: std::vec::IntoIter<P::Item>,
    /// The cursor of the page that contains the items.
    page: Option<String>,
    prefetch: bool,
    empty_in_a_row: usize,
}

impl<'a, P: Paginated> Pages<'a, P> {
    pub(crate) fn new(
        send: impl Fn(Request) -> ResponseFuture<'a> + Send + 'a,
        request: Result<Request, Error>,
    ) -> Self {
        Self {
            iteration: Iteration::new(Box::new(send), request),
            items: Vec::new().into_iter(),
            page: None,
            prefetch: false,
            empty_in_a_row: 0,
        }
    }

    /// Requests the next page while the items of the current one are taken. The default is `false`.
    ///
    /// Nothing runs in the background: the request makes progress while items are awaited. If its timeout elapses while you
    /// work on an item, the page is requested again when it is needed.
    ///
    /// The request counts towards [`max_concurrency`](crate::ClientBuilder::max_concurrency). With a maximum of 1, do not
    /// enable this if you make calls between two items.
    pub fn prefetch(mut self, enabled: bool) -> Self {
        self.prefetch = enabled;
        self
    }

    /// Returns the next item, or `None` at the end of the list.
    ///
    /// If the future is dropped, no item is lost: the next call waits for the same response.
    pub async fn next(&mut self) -> Option<Result<P::Item, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The cursor of the current page, or of the next one if all items of the page were returned. `None` at the start of the list
    /// and at its end.
    ///
    /// Pass this cursor to resume the list. No item is lost, and the items of at most one page are returned again.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        if self.items.as_slice().is_empty() { self.iteration.cursor() } else { self.page.as_deref() }
    }

    /// Returns the remaining pages. Items of the current page are dropped.
    pub fn pages(self) -> PageStream<'a, P> {
        PageStream { iteration: self.iteration, prefetch: self.prefetch }
    }
}

impl<P: Paginated> Stream for Pages<'_, P> {
    type Item = Result<P::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(item) = this.items.next() {
                if this.prefetch {
                    this.iteration.prefetch(context);
                }
                return Poll::Ready(Some(Ok(item)));
            }
            let cursor = this.iteration.cursor().map(str::to_owned);
            match ready!(this.iteration.poll_page(context)) {
                Some(Ok(page)) => {
                    this.page = cursor;
                    this.items = page.into_items().into_iter();
                    this.empty_in_a_row = if this.items.len() == 0 { this.empty_in_a_row + 1 } else { 0 };
                    if this.empty_in_a_row == MAX_EMPTY_PAGES && this.iteration.cursor().is_some() {
                        return Poll::Ready(Some(Err(this
                            .iteration
                            .end("returned 100 empty pages in a row that each report more"))));
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// Only boxed futures are pinned.
impl<P: Paginated> Unpin for Pages<'_, P> {}

impl<P: Paginated> fmt::Debug for Pages<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("remaining_items_of_page", &self.items.len()).finish_non_exhaustive()
    }
}

/// The pages of a list: see [`Pages::pages`].
#[must_use = "nothing is sent before pages are requested"]
pub struct PageStream<'a, P> {
    iteration: Iteration<'a, P>,
    prefetch: bool,
}

impl<P: Paginated> PageStream<'_, P> {
    /// Returns the next page, or `None` at the end of the list.
    pub async fn next(&mut self) -> Option<Result<P, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The cursor of the next page. `None` at the start of the list and at its end.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.iteration.cursor()
    }
}

impl<P: Paginated> Stream for PageStream<'_, P> {
    type Item = Result<P, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let page = ready!(self.iteration.poll_page(context));
        if self.prefetch {
            self.iteration.prefetch(context);
        }
        Poll::Ready(page)
    }
}

/// Only boxed futures are pinned.
impl<P> Unpin for PageStream<'_, P> {}

impl<P> fmt::Debug for PageStream<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageStream").finish_non_exhaustive()
    }
}
