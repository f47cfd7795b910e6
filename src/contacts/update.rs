//! The body that updates a contact.

use serde::Deserialize;

use crate::Patch;
use crate::request::request;

request! {
    /// Changes to a contact. Fields that are not set stay as they are.
    ///
    /// ```
    /// use pivotal_api::{ContactUpdate, Patch};
    ///
    /// let changes = ContactUpdate::new().title(Patch::Clear).labels(["billing"]);
    /// assert_eq!(
    ///     serde_json::to_value(&changes)?,
    ///     serde_json::json!({ "title": null, "labels": ["billing"] }),
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[derive(Eq, Deserialize)]
    pub struct ContactUpdate {}
    optional {
        /// The full name.
        name: Option<String>,
        /// The email address. The server stores it in lower case.
        email: Option<String>,
        /// The position at the customer.
        title: Patch<String>,
        /// `true` for the customer's main contact.
        ///
        /// In the app, this demotes the previous main contact. Pivotal's docs do not state whether the API does the
        /// same.
        is_primary: Option<bool>,
        /// All labels, as the workspace names them. An empty list removes them.
        labels: Option<Vec<String>>,
    }
}
