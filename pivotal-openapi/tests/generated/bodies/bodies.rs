//! The operations of `Bodies`.

use std::collections::BTreeMap;

use pivotal_runtime::{Body, Error, Lines, Multipart, endpoints};
use serde::{Deserialize, Serialize};

use super::BODIES;

#[endpoints(api = BODIES)]
pub trait Bodies {
    #[endpoint(POST, "/json", body = body)]
    async fn json(&self, body: &Note) -> Result<(), Error>;

    #[endpoint(POST, "/json-optional", body = body)]
    async fn json_optional(&self, body: Option<&Note>) -> Result<(), Error>;

    #[endpoint(POST, "/json-list", body = body)]
    async fn json_list(&self, body: &[Note]) -> Result<(), Error>;

    #[endpoint(POST, "/json-list-optional", body = body)]
    async fn json_list_optional(&self, body: Option<&[&str]>) -> Result<(), Error>;

    #[endpoint(POST, "/json-lists", body = body)]
    async fn json_lists(&self, body: Option<&[Vec<String>]>) -> Result<(), Error>;

    #[endpoint(POST, "/json-text", body = body)]
    async fn json_text(&self, body: &str) -> Result<(), Error>;

    #[endpoint(POST, "/json-number", body = body)]
    async fn json_number(&self, body: i64) -> Result<(), Error>;

    #[endpoint(POST, "/json-null", body = body)]
    async fn json_null(&self, body: &str) -> Result<(), Error>;

    #[endpoint(POST, "/json-any", body = body)]
    async fn json_any(&self, body: &serde_json::Value) -> Result<(), Error>;

    #[endpoint(POST, "/json-map", body = body)]
    async fn json_map(&self, body: &BTreeMap<String, String>) -> Result<(), Error>;

    #[endpoint(POST, "/json-enum", body = body)]
    async fn json_enum(&self, body: &JsonEnumRequest) -> Result<(), Error>;

    #[endpoint(
        PATCH,
        "/merge-patch",
        body = body,
        header("Content-Type") = "application/merge-patch+json"
    )]
    async fn merge_patch(&self, body: &Note) -> Result<(), Error>;

    #[endpoint(
        POST,
        "/charset",
        body = body,
        header("Content-Type") = "application/json; charset=utf-8"
    )]
    async fn charset(&self, body: &Note) -> Result<(), Error>;

    #[endpoint(POST, "/form", form = form)]
    async fn form(&self, form: &FormForm) -> Result<(), Error>;

    #[endpoint(POST, "/form-optional", form = form)]
    async fn form_optional(
        &self,
        form: Option<&BTreeMap<String, String>>,
    ) -> Result<(), Error>;

    #[endpoint(POST, "/form-any", form = form)]
    async fn form_any(&self, form: &serde_json::Value) -> Result<(), Error>;

    #[endpoint(
        POST,
        "/form-text",
        text = form,
        header("Content-Type") = "application/x-www-form-urlencoded"
    )]
    async fn form_text(&self, form: &str) -> Result<(), Error>;

    /// The parts of the form:
    ///
    /// - `file` (required): The file.
    /// - `name`
    /// - `tags`
    #[endpoint(POST, "/multipart", multipart = form)]
    async fn multipart(&self, form: Multipart) -> Result<(), Error>;

    #[endpoint(POST, "/multipart-optional", multipart = form)]
    async fn multipart_optional(&self, form: Option<Multipart>) -> Result<(), Error>;

    /// The body is sent as `multipart/related`: create it by `Multipart::related`.
    #[endpoint(POST, "/multipart-related", multipart = form)]
    async fn multipart_related(&self, form: Multipart) -> Result<(), Error>;

    #[endpoint(POST, "/text", text = text)]
    async fn text(&self, text: &str) -> Result<(), Error>;

    #[endpoint(POST, "/text-optional", text = text, header("Content-Type") = "text/csv")]
    async fn text_optional(&self, text: Option<&str>) -> Result<(), Error>;

    #[endpoint(POST, "/xml", stream = body, header("Content-Type") = "application/xml")]
    async fn xml(&self, body: Body) -> Result<(), Error>;

    #[endpoint(PUT, "/binary", stream = body)]
    async fn binary(&self, body: Body) -> Result<(), Error>;

    #[endpoint(
        PUT,
        "/binary-optional",
        stream = body,
        header("Content-Type") = "image/png"
    )]
    async fn binary_optional(&self, body: Option<Body>) -> Result<(), Error>;

    #[endpoint(PUT, "/any", stream = body)]
    async fn any(&self, body: Body) -> Result<(), Error>;

    #[endpoint(PUT, "/image", stream = body)]
    async fn image(&self, body: Body) -> Result<(), Error>;

    #[endpoint(POST, "/lines", stream = lines)]
    async fn lines(&self, lines: Lines<Note>) -> Result<(), Error>;

    #[endpoint(POST, "/several", body = body)]
    async fn several(&self, body: &Note) -> Result<(), Error>;

    #[endpoint(POST, "/none")]
    async fn none(&self) -> Result<(), Error>;

    #[endpoint(GET, "/get-optional")]
    async fn get_optional(&self) -> Result<(), Error>;

    #[endpoint(DELETE, "/delete", body = body)]
    async fn delete_many(&self, body: &[i64]) -> Result<(), Error>;

    #[endpoint(POST, "/named-body?<body>&<form>", body = body2)]
    async fn named_body(
        &self,
        body: Option<&str>,
        form: Option<&str>,
        body2: &Note,
    ) -> Result<(), Error>;
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JsonEnumRequest {
    A,
    B,
    /// A value that is not listed.
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormForm {
    pub grant_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<FormFormUser>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FormFormUser {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}
