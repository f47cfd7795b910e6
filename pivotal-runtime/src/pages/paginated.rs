//! What a page must tell.

use super::Next;
use crate::FromBody;

/// A page of a list with cursors, as [`Pages`](crate::Pages) iterates it.
///
/// ```
/// use pivotal_runtime::{Next, Pages, Paginated, Transport, endpoint};
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
///     fn next(&self) -> Next {
///         Next::cursor(self.next.as_deref())
///     }
///
///     fn into_items(self) -> Vec<String> {
///         self.entries
///     }
/// }
///
/// trait News: Transport {
///     #[endpoint(GET, "/feed")]
///     fn news(&self) -> Pages<'_, Feed>;
/// }
/// impl<T: Transport> News for T {}
/// ```
///
/// A list whose next page is named in a header (`Link`) is not iterated: declare its page as a parameter, and return
/// [`Response<Vec<T>>`](crate::Response), which has the headers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of a list",
    label = "not a page",
    note = "`Pages` has the type of a page, not of an item; name that type, or implement `pivotal_runtime::Paginated` for `{Self}`"
)]
pub trait Paginated: FromBody {
    /// The type of the items.
    type Item;

    /// The name of the query parameter that requests the page at a cursor.
    const CURSOR: &'static str = "cursor";

    /// The start of the next page.
    fn next(&self) -> Next;

    /// The items.
    fn into_items(self) -> Vec<Self::Item>;
}
