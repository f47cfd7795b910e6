//! Responses, and what methods return of them.

mod cases;
mod charset;
mod conditional;
mod declared_errors;
mod decode;
mod error_body;
mod error_types;
mod missing_body;
mod other_error_bodies;
mod redirect;
mod status;
mod streamed;
mod success;
mod text;

use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Item {
    id: u32,
    tags: Vec<String>,
}

const ITEM: &str = r#"{"id":7,"tags":["a"],"new_field":true}"#;
pub(crate) const JSON: (&str, &str) = ("Content-Type", "application/json");
const HTML: (&str, &str) = ("Content-Type", "text/html; charset=utf-8");

fn item() -> Item {
    Item { id: 7, tags: vec!["a".to_owned()] }
}
