//! The body that creates a contact.

use serde::Deserialize;

use crate::request::request;

request! {
    /// A contact to create.
    ///
    /// ```
    /// use pivotal_api::ContactCreate;
    ///
    /// let contact = ContactCreate::new("Odette Marsh", "odette@juniper-freight.example")
    ///     .is_primary(true)
    ///     .labels(["billing", "sponsor"]);
    /// # assert_eq!(contact.labels, Some(vec!["billing".to_owned(), "sponsor".to_owned()]));
    /// ```
    #[derive(Eq, Deserialize)]
    pub struct ContactCreate {
        /// The full name.
        name: String,
        /// The email address. The server stores it in lower case.
        email: String,
    }
    optional {
        /// The position at the customer.
        title: Option<String>,
        /// `true` for the customer's main contact.
        ///
        /// In the app, this demotes the previous main contact, and the first contact is primary by default. Pivotal's
        /// docs do not state whether the API does the same.
        is_primary: Option<bool>,
        /// The labels, as the workspace names them.
        labels: Option<Vec<String>>,
    }
}
