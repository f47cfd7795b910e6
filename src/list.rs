//! One page of a list.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Next, Pages, Paginated, Sent};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A page of a list, with the cursor of the next page.
///
/// Its JSON is `{object: "list", data, has_more, next_cursor}`. Request the next page with `next_cursor`, unchanged, as long
/// as `has_more` is true (Pivotal API, Pagination). The last page can be full, so the number of items does not show the end.
///
/// ```
/// use pivotal_api::List;
///
/// let page: List<u32> = serde_json::from_str(r#"{"data":[1,2],"has_more":true,"next_cursor":"c2"}"#)?;
/// assert_eq!(page.next_cursor.as_deref(), Some("c2"));
/// assert_eq!(page.into_iter().sum::<u32>(), 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "list")]
#[non_exhaustive]
pub struct List<T> {
    /// The items, in the order of the server.
    pub data: Vec<T>,
    /// `true` if there is another page.
    pub has_more: bool,
    /// The cursor of the next page; `None` on the last page.
    #[serde(default)]
    pub next_cursor: Option<String>,
}

impl<T> List<T> {
    /// Returns an iterator over references to the items.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.data.iter()
    }

    /// Creates a page, for tests with a fake.
    ///
    /// With a cursor, `has_more` is true.
    #[must_use]
    pub fn new(data: Vec<T>, next_cursor: Option<String>) -> Self {
        Self { data, has_more: next_cursor.is_some(), next_cursor }
    }
}

impl<T> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.iter()
    }
}

impl<T: DeserializeOwned> Paginated for List<T> {
    type Item = T;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("cursor", self.next_cursor.as_deref()).when(self.has_more)
    }

    fn into_items(self) -> Vec<T> {
        self.data
    }
}

/// The items of a complete list of the API, page after page.
pub type Lists<'a, T> = Pages<'a, List<T>>;
