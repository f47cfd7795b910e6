//! A contact in a response.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::timestamp;

/// A person at a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "contact")]
#[non_exhaustive]
pub struct Contact {
    /// The canonical id. Store this one.
    pub id: Id,
    /// The number of the contact within the workspace, as the app shows it.
    pub display_id: i64,
    /// The id of the contact's customer.
    pub customer_id: Id,
    /// The full name.
    pub name: String,
    /// The email address, in lower case.
    pub email: String,
    /// The position at the customer.
    pub title: Option<String>,
    /// `true` for the customer's main contact. In the app a customer has at most one.
    pub is_primary: bool,
    /// The labels, as the workspace names them.
    pub labels: Vec<String>,
    /// The time of creation, which is the order of lists.
    #[serde(serialize_with = "timestamp::write")]
    pub created_at: Timestamp,
    /// The time of the last change.
    #[serde(serialize_with = "timestamp::write")]
    pub updated_at: Timestamp,
}
