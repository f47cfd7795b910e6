//! The response to every `DELETE`.

use serde::{Deserialize, Serialize};

use crate::Id;

/// A record that was deleted.
///
/// The server keeps the record for audit, but lists omit it and a GET returns 404.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "object", rename = "deleted")]
#[non_exhaustive]
pub struct Deleted {
    /// The canonical id of the record.
    pub id: Id,
    /// The number of the record within the workspace.
    pub display_id: i64,
    /// `true` if the record is deleted, as in every sample of Pivotal's docs.
    pub deleted: bool,
}
