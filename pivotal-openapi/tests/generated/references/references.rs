//! The operations of `References`.

use pivotal_runtime::{Error, endpoints};
use serde::{Deserialize, Serialize};

use super::REFERENCES;

#[endpoints(api = REFERENCES)]
pub trait References {
    /// # Errors
    ///
    /// - 404: Missing.
    #[endpoint(GET, "/notes/<id>")]
    async fn get_note(&self, id: i64) -> Result<GetNoteResponse, Error>;

    #[endpoint(PUT, "/notes/<id>", body = body)]
    async fn put_note(&self, id: i64, body: &Note) -> Result<GetNoteResponse, Error>;

    #[endpoint(GET, "/tags")]
    async fn list_tags(&self) -> Result<Vec<Tag>, Error>;

    #[endpoint(GET, "/here")]
    async fn get_here(&self) -> Result<(), Error>;

    #[endpoint(POST, "/beside?<beside>")]
    async fn post_beside(&self, beside: Option<&str>) -> Result<(), Error>;

    #[endpoint(GET, "/beside?<beside>")]
    async fn get_here2(&self, beside: Option<&str>) -> Result<(), Error>;

    #[endpoint(GET, "/operation?<limit>")]
    async fn get_operation(
        &self,
        limit: Option<i64>,
    ) -> Result<GetOperationResponse, Error>;

    #[endpoint(GET, "/common/<a>?<b>", header("X-Trace") = x_trace)]
    async fn get_common(
        &self,
        a: i64,
        b: i64,
        x_trace: Option<&str>,
    ) -> Result<(), Error>;

    #[endpoint(DELETE, "/common/<a>?<b>", header("X-Trace") = x_trace)]
    async fn delete_common(
        &self,
        a: i64,
        x_trace: Option<&str>,
        b: Option<&str>,
    ) -> Result<(), Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetNoteResponse {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escaped: Option<ABCD>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external: Option<Tag>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub defs: Option<WithDefs>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<serde_json::Value>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<Tag>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<Box<Tag>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ABCD {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WithDefs {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own: Option<Own>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Own {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GetOperationResponse {
    pub id: String,
}
