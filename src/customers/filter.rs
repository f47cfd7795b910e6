//! Which customers to list.

use serde::Serialize;

use crate::page_params::write_limit;
use crate::setters::setters;
use crate::{CustomerStatus, PageParams};

/// Which customers to list, and which page of them.
///
/// ```
/// use pivotal_api::{CustomerFilter, CustomerStatus};
///
/// let filter = CustomerFilter::new().status(CustomerStatus::Active).limit(50);
/// assert_eq!(
///     serde_json::to_value(&filter)?,
///     serde_json::json!({ "limit": 50, "status": "active" }),
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct CustomerFilter {
    /// Customers a page, as in [`PageParams::limit`].
    #[serde(serialize_with = "write_limit")]
    pub limit: u32,
    /// Where the page starts, as in [`PageParams::cursor`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// Only customers that stand here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<CustomerStatus>,
    /// Only the customer with this slug. The API's pages send slug look-ups to a list filter
    /// (Identifiers), but the name of the parameter was not to be seen: `slug` is a guess, so check
    /// the slug of what comes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
}

impl CustomerFilter {
    /// All customers, the first page of them.
    #[must_use]
    pub fn new() -> Self {
        Self { limit: PageParams::MAX_LIMIT, cursor: None, status: None, slug: None }
    }
}

impl Default for CustomerFilter {
    fn default() -> Self {
        Self::new()
    }
}

setters!(CustomerFilter {
    limit: u32,
    cursor: Option<String>,
    status: Option<CustomerStatus>,
    slug: Option<String>,
});
