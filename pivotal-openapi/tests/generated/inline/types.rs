//! The types that several traits use.

use pivotal_runtime::ErrorBody;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListOrdersError {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl ErrorBody for ListOrdersError {
    fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}
