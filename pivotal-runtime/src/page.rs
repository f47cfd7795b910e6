//! One page of a list.

use serde::{Deserialize, Serialize};

/// One page of a list, in the envelope `{object: "list", data, has_more, next_cursor}`.
///
/// Ask for the next page with `next_cursor`, unchanged, for as long as `has_more` says so (Pivotal
/// API, Pagination). The last page may be full, so the number of items tells nothing.
///
/// ```
/// use pivotal_runtime::Page;
///
/// let page: Page<u32> = serde_json::from_str(r#"{"data":[1,2],"has_more":true,"next_cursor":"c2"}"#)?;
/// assert_eq!(page.next_cursor.as_deref(), Some("c2"));
/// assert_eq!(page.into_iter().sum::<u32>(), 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "list")]
#[non_exhaustive]
pub struct Page<T> {
    /// The items, in the server's order.
    pub data: Vec<T>,
    /// Whether there is another page.
    pub has_more: bool,
    /// Where the next page starts; `None` on the last one.
    #[serde(default)]
    pub next_cursor: Option<String>,
}

impl<T> Page<T> {
    /// The items by reference.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.data.iter()
    }

    /// A page of these items, followed by another if there is a cursor to ask for it: for fakes.
    #[must_use]
    pub fn new(data: Vec<T>, next_cursor: Option<String>) -> Self {
        Self { data, has_more: next_cursor.is_some(), next_cursor }
    }
}

impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.data.iter()
    }
}
