//! A contact as it is read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::timestamp;

/// A person at a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "contact")]
#[non_exhaustive]
pub struct Contact {
    /// Canonical id: the one to store.
    pub id: Id,
    /// Number of the contact within the workspace, as the app shows it.
    pub display_id: i64,
    /// The customer that the contact belongs to.
    pub customer_id: Id,
    /// Full name.
    pub name: String,
    /// Email address, in lower case.
    pub email: String,
    /// Position at the customer.
    pub title: Option<String>,
    /// Whether this is the customer's main contact. In the app there is one at most.
    pub is_primary: bool,
    /// Labels, in the workspace's own words.
    pub labels: Vec<String>,
    /// When it was created: the order of lists.
    #[serde(serialize_with = "timestamp::write")]
    pub created_at: Timestamp,
    /// When it last changed.
    #[serde(serialize_with = "timestamp::write")]
    pub updated_at: Timestamp,
}
