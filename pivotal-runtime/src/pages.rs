//! A whole list, page after page.

mod next;
mod paginated;
mod walk;

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use self::walk::Walk;
use crate::call::Exchange;
use crate::{Error, Request};

pub use self::next::Next;
pub use self::paginated::Paginated;

/// The items of a complete list, requested page by page as they are taken: the return type of a method that is declared
/// `fn list(&self, ...) -> Pages<'_, P>`, where `P` is the type of a page.
///
/// It is a [`Stream`] of `Result<P::Item, Error>`, and has [`next`](Self::next) of its own. Nothing is sent before the first
/// item is requested, and no page before the items of the one before it are taken, except as
/// [`prefetch`](Self::prefetch) allows. The first error ends it. A cursor that the server returned before ends it with an
/// error of kind [`Pagination`](crate::ErrorKind::Pagination). A list that ends without an error is complete, as far as the
/// server's pages are.
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
#[must_use = "nothing is sent before items are asked for"]
pub struct Pages<'a, P: Paginated> {
    walk: Walk<'a, P>,
    items: std::vec::IntoIter<P::Item>,
    /// Where the page starts that the items are of.
    page: Option<String>,
    prefetch: bool,
    empty_in_a_row: usize,
}

/// How many pages in a row may be empty, though each says that there is more.
const EMPTY_PAGES: usize = 100;

impl<'a, P: Paginated> Pages<'a, P> {
    pub(crate) fn new(ask: impl Fn(Request) -> Exchange<'a> + Send + 'a, request: Result<Request, Error>) -> Self {
        Self {
            walk: Walk::new(Box::new(ask), request),
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

    /// The next item, or `None` at the end of the list.
    ///
    /// Dropping the future loses nothing: what was on its way is waited for by the next call.
    pub async fn next(&mut self) -> Option<Result<P::Item, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// Where the walk stands: the cursor of the page whose items are being taken, or of the one to be asked for
    /// next. `None` stands for the start of the list, and for its end.
    ///
    /// Asked for with this cursor, the list goes on from there: no item is lost, and those of one page at most
    /// come again.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        if self.items.as_slice().is_empty() { self.walk.cursor() } else { self.page.as_deref() }
    }

    /// The pages themselves. Items of a page that are not taken yet are left out.
    pub fn pages(self) -> WholePages<'a, P> {
        WholePages { walk: self.walk, prefetch: self.prefetch }
    }
}

impl<P: Paginated> Stream for Pages<'_, P> {
    type Item = Result<P::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            if let Some(item) = this.items.next() {
                if this.prefetch {
                    this.walk.look_ahead(context);
                }
                return Poll::Ready(Some(Ok(item)));
            }
            let cursor = this.walk.cursor().map(str::to_owned);
            match ready!(this.walk.poll_page(context)) {
                Some(Ok(page)) => {
                    this.page = cursor;
                    this.items = page.into_items().into_iter();
                    this.empty_in_a_row = if this.items.len() == 0 { this.empty_in_a_row + 1 } else { 0 };
                    if this.empty_in_a_row == EMPTY_PAGES && this.walk.cursor().is_some() {
                        return Poll::Ready(Some(Err(this
                            .walk
                            .end("gave a hundred empty pages that each said there is more"))));
                    }
                }
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// Nothing in it is pinned but what is boxed.
impl<P: Paginated> Unpin for Pages<'_, P> {}

impl<P: Paginated> fmt::Debug for Pages<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages").field("items_left_of_the_page", &self.items.len()).finish_non_exhaustive()
    }
}

/// The pages of a whole list, one after the other: see [`Pages::pages`].
#[must_use = "nothing is sent before pages are asked for"]
pub struct WholePages<'a, P> {
    walk: Walk<'a, P>,
    prefetch: bool,
}

impl<P: Paginated> WholePages<'_, P> {
    /// The next page, or `None` at the end of the list.
    pub async fn next(&mut self) -> Option<Result<P, Error>> {
        std::future::poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// The cursor of the page that comes next. `None` stands for the start of the list, and for its end.
    #[must_use]
    pub fn cursor(&self) -> Option<&str> {
        self.walk.cursor()
    }
}

impl<P: Paginated> Stream for WholePages<'_, P> {
    type Item = Result<P, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let page = ready!(self.walk.poll_page(context));
        if self.prefetch {
            self.walk.look_ahead(context);
        }
        Poll::Ready(page)
    }
}

/// Nothing in it is pinned but what is boxed.
impl<P> Unpin for WholePages<'_, P> {}

impl<P> fmt::Debug for WholePages<'_, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WholePages").finish_non_exhaustive()
    }
}
