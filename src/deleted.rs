//! The answer to every `DELETE`.

use serde::{Deserialize, Serialize};

use crate::Id;

/// Says that a record is deleted.
///
/// Deleting is soft: the record is kept for audit, but lists leave it out and reads answer 404.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "deleted")]
#[non_exhaustive]
pub struct Deleted {
    /// Canonical id of the record.
    pub id: Id,
    /// Number of the record within the workspace.
    pub display_id: i64,
    /// Whether the record is deleted: `true` in every answer the API's pages show.
    pub deleted: bool,
}
