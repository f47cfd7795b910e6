//! What a page must tell.

use crate::{FromBody, Page};

/// A page of a list with cursors, as [`Pages`](crate::Pages) walks it. Implement it for the page type of another API:
///
/// ```
/// use pivotal_runtime::{Pages, Paginated, Transport, endpoint};
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// struct Feed {
///     entries: Vec<String>,
///     next: Option<String>,
/// }
///
/// impl Paginated for Feed {
///     type Item = String;
///     const CURSOR: &'static str = "after";
///
///     fn next_cursor(&self) -> Option<&str> {
///         self.next.as_deref()
///     }
///
///     fn into_items(self) -> Vec<String> {
///         self.entries
///     }
/// }
///
/// trait News: Transport {
///     #[endpoint(GET, "/feed")]
///     fn news(&self) -> Pages<'_, String, Feed>;
/// }
/// impl<T: Transport> News for T {}
/// ```
///
/// The number of the next page does for a cursor, once it is read as text, and so does the id of the last item. A list
/// that names its next page in a header (`Link`) is not walked: declare its page as a parameter, and return
/// [`Response<Vec<T>>`](crate::Response), which has the headers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of a list",
    label = "not a page",
    note = "implement `pivotal_runtime::Paginated` for `{Self}`"
)]
pub trait Paginated: FromBody {
    /// What the list is of.
    type Item;

    /// The name of the query parameter that asks for the page at a cursor.
    const CURSOR: &'static str = "cursor";

    /// Where the next page starts. An empty text counts as none.
    fn next_cursor(&self) -> Option<&str>;

    /// Whether there is another page; by default, whether there is a cursor to ask for it.
    fn has_more(&self) -> bool {
        self.next_cursor().is_some_and(|cursor| !cursor.is_empty())
    }

    /// The items.
    fn into_items(self) -> Vec<Self::Item>;
}

impl<T> Paginated for Page<T>
where
    Self: FromBody,
{
    type Item = T;

    fn next_cursor(&self) -> Option<&str> {
        self.next_cursor.as_deref()
    }

    fn has_more(&self) -> bool {
        self.has_more
    }

    fn into_items(self) -> Vec<T> {
        self.data
    }
}
