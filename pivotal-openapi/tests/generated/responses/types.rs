//! The types that several traits use.

use pivotal_runtime::ErrorBody;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    pub message: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}
