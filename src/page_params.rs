//! Which page of a list to ask for.

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use crate::setters::setters;

/// Which page of a list to ask for, where the list has no filter of its own.
///
/// Lists are ordered by creation, newest first. Take `next_cursor` of one page as the `cursor` of
/// the next, for as long as `has_more` says that there is one (Pivotal API, Pagination).
///
/// ```
/// use pivotal_api::PageParams;
///
/// let params = PageParams::new().limit(25).cursor("2026-06-01T16:40:02.550Z");
/// assert_eq!(params.limit, 25);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct PageParams {
    /// Records a page, from 1 to [`PageParams::MAX_LIMIT`], which is the default.
    ///
    /// It is always sent, since the API's pages disagree on the size of a page without it. A limit
    /// out of range is refused before anything is sent.
    #[serde(serialize_with = "write_limit")]
    pub limit: u32,
    /// Where the page starts: `next_cursor` of the page before it, unchanged. `None` asks for the
    /// first page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
}

impl PageParams {
    /// The largest page that the API serves (Pivotal API, Pagination).
    pub const MAX_LIMIT: u32 = 100;

    /// The first page, as large as it may be.
    #[must_use]
    pub fn new() -> Self {
        Self { limit: Self::MAX_LIMIT, cursor: None }
    }
}

impl Default for PageParams {
    fn default() -> Self {
        Self::new()
    }
}

setters!(PageParams {
    limit: u32,
    cursor: Option<String>,
});

/// Writes a limit, unless the API would not serve it: what it answers to one out of range is not
/// documented, so such a call is stopped here.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference to the field")]
pub(crate) fn write_limit<S: Serializer>(limit: &u32, serializer: S) -> Result<S::Ok, S::Error> {
    let max = PageParams::MAX_LIMIT;
    if (1..=max).contains(limit) {
        serializer.serialize_u32(*limit)
    } else {
        Err(S::Error::custom(format_args!("limit {limit} is outside 1 to {max}")))
    }
}
