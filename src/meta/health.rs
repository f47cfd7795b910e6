//! The response of `get-health`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::open_enum::open_enum;
use crate::timestamp;

/// The health of the API.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Health {
    /// The status.
    pub status: HealthStatus,
    /// The time of the response.
    #[serde(serialize_with = "timestamp::write")]
    pub timestamp: Timestamp,
    /// The deployed version. One page of Pivotal's docs contains it (Versioning), the schema does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
}

open_enum! {
    /// The status of the API.
    pub enum HealthStatus {
        /// The API works.
        Ok = "ok",
    }
}
