//! A contact to create.

use serde::{Deserialize, Serialize};

use crate::setters::setters;

/// A contact to create: a name, an email, and whatever else is known.
///
/// ```
/// use pivotal_api::ContactCreate;
///
/// let contact = ContactCreate::new("Odette Marsh", "odette@juniper-freight.example")
///     .is_primary(true)
///     .labels(["billing", "sponsor"]);
/// # assert_eq!(contact.labels, Some(vec!["billing".to_owned(), "sponsor".to_owned()]));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct ContactCreate {
    /// Full name.
    pub name: String,
    /// Email address. It is stored in lower case.
    pub email: String,
    /// Position at the customer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whether this is the customer's main contact. In the app this demotes the one before, and a
    /// first contact is primary by itself; whether the API does the same is not documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_primary: Option<bool>,
    /// Labels, in the workspace's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
}

impl ContactCreate {
    /// A contact of this name and email, and nothing else.
    #[must_use]
    pub fn new(name: impl Into<String>, email: impl Into<String>) -> Self {
        Self { name: name.into(), email: email.into(), title: None, is_primary: None, labels: None }
    }

    /// Sets the field `labels`.
    #[must_use]
    pub fn labels(mut self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }
}

setters!(ContactCreate {
    title: Option<String>,
    is_primary: Option<bool>,
});
