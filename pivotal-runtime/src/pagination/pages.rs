//! The items of a list, and its pages.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::Paginated;
use super::iteration::Iteration;
use crate::call::ResponseFuture;
use crate::{Error, Format, Request};

/// The maximum number of empty pages in a row that report more.
const MAX_EMPTY_PAGES: usize = 100;

/// The items of a complete list, requested page by page as they are taken.
///
/// It is the return type of a method that is declared `fn list(&self, ...) -> Pages<'_, P>`, where `P` is the type of a page.
/// It is a [`Stream`](https://docs.rs/futures-core/0.3/futures_core/stream/trait.Stream.html) of `Result<P::Item, Error>`,
/// and has a method [`next`](Self::next). [Pagination](crate::guide::pagination) is the chapter of the guide.
///
/// - A page is requested when an item of it is needed, or earlier with [`prefetch`](Self::prefetch).
/// - The first error ends the list. A list that ends without an error is complete.
/// - A position that the server returned before is an error of kind [`Pagination`](crate::ErrorKind::Pagination), so the list
///   does not loop.
///
/// ```
/// use pivotal_runtime::http::response::Parts;
/// use pivotal_runtime::{Error, Next, Pages, Paginated, Sent, Transport, endpoint};
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
///     fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
///         Next::cursor("cursor", self.next.as_deref())
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
    prefetch: bool,
    empty_in_a_row: usize,
}

impl<'a, P: Paginated> Pages<'a, P> {
    pub(crate) fn new<F: Format>(
        send: impl Fn(Request) -> ResponseFuture<'a> + Send + 'a,
        request: Result<Request, Error>,
    ) -> Self {
        Self {
            iteration: Iteration::new::<F>(Box::new(send), request),
            items: Vec::new().into_iter(),
            prefetch: false,
            empty_in_a_row: 0,
        }
    }

    /// Requests the next page while the items of the current one are taken.
    ///
    /// The default is `false`. Nothing runs in the background: the request makes progress while items are awaited. If its
    /// timeout elapses while you work on an item, the page is requested again when it is needed.
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
        std::future::poll_fn(|context| self.poll_item(context)).await
    }

    /// Returns the position of the current page: a cursor, number, offset or URL.
    ///
    /// After the last item of the page, it is the position of the next one. It is `None` at the start of the list, at its
    /// end, and until the first page is received, even if that fails. The list can then be resumed where it was started.
    ///
    /// Pass the position as the argument of that parameter to resume the list. No item is lost, and the items of at most one
    /// page are returned again. A URL is the argument of a method with the template `"<url>"`.
    ///
    /// A list with several query pairs ([`Next::query`](crate::Next::query)) cannot be resumed, since the position is only
    /// the first of them.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        if self.items.as_slice().is_empty() {
            self.iteration.progress().cursor()
        } else {
            self.iteration.progress().current()
        }
    }

    /// Returns the remaining pages.
    ///
    /// Items of the current page are dropped.
    pub fn pages(self) -> PageStream<'a, P> {
        PageStream { iteration: self.iteration, prefetch: self.prefetch }
    }
}

impl<P: Paginated> Pages<'_, P> {
    pub(super) fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P::Item, Error>>> {
        loop {
            if let Some(item) = self.items.next() {
                if self.prefetch {
                    self.iteration.prefetch(context);
                }
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.iteration.poll_page(context)) {
                Some(Ok(page)) => {
                    self.items = page.into_items().into_iter();
                    self.empty_in_a_row = if self.items.len() == 0 { self.empty_in_a_row + 1 } else { 0 };
                    if self.empty_in_a_row == MAX_EMPTY_PAGES && self.iteration.progress().cursor().is_some() {
                        let error = self.iteration.end("returned 100 empty pages in a row that each report more");
                        return Poll::Ready(Some(Err(error)));
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<P: Paginated> Stream for Pages<'_, P> {
    type Item = Result<P::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
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
        std::future::poll_fn(|context| self.poll_page(context)).await
    }

    /// Returns the position of the next page.
    ///
    /// It is `None` at the start of the list and at its end.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.iteration.progress().cursor()
    }
}

impl<P: Paginated> PageStream<'_, P> {
    pub(super) fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P, Error>>> {
        let page = ready!(self.iteration.poll_page(context));
        if self.prefetch {
            self.iteration.prefetch(context);
        }
        Poll::Ready(page)
    }
}

impl<P: Paginated> Stream for PageStream<'_, P> {
    type Item = Result<P, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

/// Only boxed futures are pinned.
impl<P> Unpin for PageStream<'_, P> {}

impl<P> fmt::Debug for PageStream<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PageStream").finish_non_exhaustive()
    }
}
