//! Changes to a contact.

use serde::{Deserialize, Serialize};

use crate::Patch;
use crate::setters::setters;

/// Changes to a contact: what is not set is left as it is.
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
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ContactUpdate {
    /// Full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Email address. It is stored in lower case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Position at the customer.
    #[serde(skip_serializing_if = "Patch::is_keep")]
    pub title: Patch<String>,
    /// Whether this is the customer's main contact. In the app this demotes the one before; whether
    /// the API does the same is not documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_primary: Option<bool>,
    /// All labels, in the workspace's own words: an empty list takes them away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
}

impl ContactUpdate {
    /// No change yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the field `labels`.
    #[must_use]
    pub fn labels(mut self, labels: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.labels = Some(labels.into_iter().map(Into::into).collect());
        self
    }
}

setters!(ContactUpdate {
    name: Option<String>,
    email: Option<String>,
    title: Patch<String>,
    is_primary: Option<bool>,
});
