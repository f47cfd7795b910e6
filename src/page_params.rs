//! Parameters of lists.

use serde::Serializer;
use serde::ser::Error as _;

/// Declares the parameters of a list: the page, and the filters of the list as optional fields of a
/// [`request!`](crate::request::request).
macro_rules! list_params {
    ($(#[$attribute:meta])* pub struct $name:ident { $($filters:tt)* }) => {
        $crate::request::request! {
            $(#[$attribute])*
            #[derive(Eq)]
            pub struct $name {}
            optional {
                /// The maximum number of items per page: 1 to 100.
                ///
                /// The default is the largest one, [`PageParams::MAX_LIMIT`](crate::PageParams::MAX_LIMIT).
                /// It is always sent, since Pivotal's docs disagree about the size of a page without it. Other values
                /// are rejected before anything is sent.
                #[serde(serialize_with = "crate::page_params::write_limit")]
                limit: u32 = $crate::PageParams::MAX_LIMIT,
                /// The start of the page: `next_cursor` of the previous page, unchanged.
                ///
                /// `None` requests the first page.
                cursor: Option<String>,
                $($filters)*
            }
        }
    };
}

pub(crate) use list_params;

list_params! {
    /// The page to request of a list without filters.
    ///
    /// Lists are ordered by creation, newest first. Pass `next_cursor` of one page as the `cursor` of the next, as long
    /// as `has_more` is true (Pivotal API, Pagination).
    ///
    /// ```
    /// use pivotal_api::PageParams;
    ///
    /// let params = PageParams::new().limit(25).cursor("2026-06-01T16:40:02.550Z");
    /// assert_eq!(params.limit, 25);
    /// ```
    pub struct PageParams {}
}

impl PageParams {
    /// The largest page that the API serves (Pivotal API, Pagination).
    pub const MAX_LIMIT: u32 = 100;
}

/// Writes a limit. One out of range is an error, since the API's response to it is not documented.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference to the field")]
pub(crate) fn write_limit<S: Serializer>(limit: &u32, serializer: S) -> Result<S::Ok, S::Error> {
    let max = PageParams::MAX_LIMIT;
    if (1..=max).contains(limit) {
        serializer.serialize_u32(*limit)
    } else {
        Err(S::Error::custom(format_args!("limit {limit} is outside 1 to {max}")))
    }
}
