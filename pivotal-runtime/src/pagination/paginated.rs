//! The trait of page types.

use http::response::Parts;

use super::{Next, Sent};
use crate::return_type::FromBody;

/// A page of a list, as [`Pages`](crate::Pages) iterates it.
///
/// ```
/// use pivotal_runtime::http::response::Parts;
/// use pivotal_runtime::{Next, Pages, Paginated, Sent, Transport, endpoint};
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
///
///     fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
///         Next::cursor("after", self.next.as_deref())
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
/// [`LinkPage`](crate::LinkPage) is a page type for arrays with a `Link` header.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a page of a list",
    label = "not a page",
    note = "`Pages` has the type of a page, not of an item; name that type, such as `LinkPage<{Self}>`, or implement `pivotal_runtime::Paginated` for `{Self}`"
)]
pub trait Paginated: FromBody {
    /// The type of the items.
    type Item;

    /// Returns the position of the next page.
    ///
    /// `head` is the status and the headers of this page. `sent` is its request.
    fn next(&self, head: &Parts, sent: &Sent<'_>) -> Next;

    /// Returns the items.
    fn into_items(self) -> Vec<Self::Item>;
}
