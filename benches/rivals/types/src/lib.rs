//! The data types of the three endpoints. All libraries read and write the same types, except progenitor, which generates
//! types with the same fields.

use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize)]
pub struct Deleted {
    pub id: String,
    pub display_id: i64,
    pub deleted: bool,
}

#[derive(Debug, Deserialize)]
pub struct Customer {
    pub id: String,
    pub display_id: i64,
    pub name: String,
    pub slug: Option<String>,
    pub domain: Option<String>,
    pub status: String,
    pub plan: Option<String>,
    pub mrr: Option<f64>,
    pub monthly_orders: Option<i64>,
    pub created_at: String,
    pub updated_at: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct CustomerCreate {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mrr: Option<f64>,
}

/// The body of an error response.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: ErrorDetail,
}

#[derive(Debug, Deserialize)]
pub struct ErrorDetail {
    pub code: String,
    pub message: String,
}
