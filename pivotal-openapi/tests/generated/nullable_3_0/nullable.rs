//! The operations of `Nullable`.

use jiff::civil::Date;
use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::{NULLABLE, some};

#[endpoints("/notes", api = NULLABLE)]
pub trait Nullable {
    #[endpoint(PATCH, "/<id>", body = body)]
    async fn update_note(&self, id: i64, body: &Note) -> Result<Note, Error>;

    #[endpoint(GET, "/<id>", response = Option<Note>)]
    async fn get_note(&self, id: i64) -> Result<Option<Note>, Error>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub text: String,
    /// The color, or `null`.
    pub color: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub due: Option<Option<Date>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub parent: Option<Option<Parent>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub owner: Option<Option<Owner>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub state: Option<Option<NoteState>>,
    #[serde(default, deserialize_with = "some", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Option<Vec<Option<String>>>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parent {
    pub id: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Owner {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoteState {
    Open,
    Closed,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}
