//! The types that several traits use.

use pivotal_runtime::ErrorBody;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    pub error: ProblemError,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        ErrorBody::message(&self.error)
    }
    fn code(&self) -> Option<&str> {
        ErrorBody::code(&self.error)
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProblemError {
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl ErrorBody for ProblemError {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
    fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}
