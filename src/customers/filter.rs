//! The parameters of `list-customers`.

use crate::CustomerStatus;
use crate::page_params::list_params;

list_params! {
    /// The customers to list, and the first page of them to request.
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
    pub struct CustomerFilter {
        /// Only customers with this status.
        status: Option<CustomerStatus>,
        /// Only the customer with this slug.
        ///
        /// Pivotal's docs recommend a list filter to find a slug (Identifiers), but do not name its parameter. `slug` is
        /// a guess, so check the slugs in the response.
        slug: Option<String>,
    }
}
