//! The trait of page types.

use super::Next;
use crate::return_type::FromBody;

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
/// Lists whose pages contain the next page in a header (`Link`) are not supported. Declare the page as a parameter, and return
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

    /// Returns the position of the next page.
    fn next(&self) -> Next;

    /// Returns the items.
    fn into_items(self) -> Vec<Self::Item>;
}
