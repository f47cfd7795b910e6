//! The answer of `get-health`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::timestamp;

/// Says that the API runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Health {
    /// How it runs.
    pub status: HealthStatus,
    /// When it was asked.
    #[serde(serialize_with = "timestamp::write")]
    pub timestamp: Timestamp,
    /// The version deployed. One page of the API promises it (Versioning), its schema lacks it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

open_enum! {
    /// How the API runs.
    pub enum HealthStatus {
        /// All is well.
        Ok = "ok",
    }
}
