//! The operations of `Nullable`.

use jiff::Timestamp;
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::{NULLABLE, some};

#[endpoints(api = NULLABLE)]
pub trait Nullable {
    #[endpoint(PUT, "/notes", body = body)]
    async fn put_note(&self, body: &Note) -> Result<Note, Error>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub text: String,
    pub color: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub due: Option<Option<Timestamp>>,
    pub nothing: (),
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub parent: Option<Option<Parent>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub other: Option<Option<Parent>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub third: Option<Option<Parent>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<NoteCount>,
    /// A number, or a text such as `large`.
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub size: Option<Option<NoteSize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lists: Option<NoteLists>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parent {
    pub id: i64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NoteCount {
    Integer(i64),
    Text(String),
}

/// A number, or a text such as `large`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NoteSize {
    Integer(i64),
    Text(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NoteLists {
    TextList(Vec<String>),
    Text(String),
}
