//! The data types. They are in a separate crate, so the cost of their derives is not part of any form.

use std::fmt::Write;

use crate::api::{Operation, Types, operations};

/// Returns the source of `shapes`, with the types of `count` operations.
pub(crate) fn shapes(count: usize, types: Types) -> String {
    let mut source = String::from(SHARED);
    let mut last = None;
    for operation in operations(count, types) {
        let suffix = operation.suffix();
        if last.as_ref() != Some(&suffix) {
            resource(&mut source, &operation);
        }
        last = Some(suffix);
    }
    source
}

const SHARED: &str = "\
//! The data types of the API.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Page<T> {
    pub data: Vec<T>,
    pub has_more: bool,
    pub next_cursor: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Deleted {
    pub id: String,
    pub deleted: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ErrorEnvelope {
    pub error: ErrorDetail,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ErrorDetail {
    #[serde(rename = \"type\")]
    pub error_type: Option<String>,
    pub code: Option<String>,
    pub message: Option<String>,
    pub field: Option<String>,
}
";

fn resource(source: &mut String, operation: &Operation) {
    let suffix = operation.suffix();
    let _ = write!(
        source,
        "
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Item{suffix} {{
    pub id: String,
    pub name: String,
    pub email: Option<String>,
    pub status: Status{suffix},
    pub tags: Vec<String>,
    pub amount: Option<i64>,
    pub archived: bool,
    pub created_at: String,
    pub metadata: BTreeMap<String, String>,
}}

pub type ItemPage{suffix} = Page<Item{suffix}>;

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = \"snake_case\")]
pub enum Status{suffix} {{
    Active,
    Paused,
    Closed,
}}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ItemCreate{suffix} {{
    pub name: String,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub email: Option<String>,
    pub tags: Vec<String>,
    pub metadata: BTreeMap<String, String>,
}}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct ItemUpdate{suffix} {{
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = \"Option::is_none\")]
    pub archived: Option<bool>,
}}
"
    );
}
