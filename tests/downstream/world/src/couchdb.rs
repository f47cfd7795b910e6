//! CouchDB: changes as lines and as events, documents with a revision, results one by one.

use pivotal_runtime::{Api, Conditional, Error, ErrorBody, Events, Lines, Response, endpoints};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub static COUCHDB: Api =
    Api::new().base_url("http://localhost:5984").request_id_header("X-Couch-Request-ID").error::<Problem>();

/// The body of an error.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Problem {
    pub error: String,
    pub reason: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.reason)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.error)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Change {
    pub seq: String,
    pub id: String,
    #[serde(default)]
    pub deleted: bool,
}

/// A line of a continuous feed.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Line {
    Change(Change),
    /// The last line, after a time without changes.
    End {
        last_seq: String,
    },
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Document<T> {
    #[serde(rename = "_rev")]
    pub rev: String,
    #[serde(flatten)]
    pub fields: T,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Saved {
    pub id: String,
    pub rev: String,
}

#[derive(Debug, Serialize)]
pub struct Documents<'a, T> {
    pub docs: &'a [T],
}

/// The result of one of several writes.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Written {
    Saved(Saved),
    Refused {
        id: String,
        #[serde(flatten)]
        problem: Problem,
    },
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct View {
    pub rows: Vec<Row>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Row {
    pub id: String,
    pub key: Value,
    pub value: Value,
}

/// The options of a request for the rows of a view.
#[derive(Debug, Default, Serialize)]
pub struct ViewOptions {
    pub include_docs: bool,
    pub descending: bool,
    pub limit: Option<u32>,
}

#[endpoints("/<db>", api = COUCHDB)]
pub trait Database {
    /// Returns changes as they happen. A blank line, which is skipped, is sent after each heartbeat in milliseconds.
    #[endpoint(GET, "/_changes?feed=continuous&<since>&<heartbeat>")]
    async fn changes(&self, db: &str, since: &str, heartbeat: Option<u32>) -> Result<Lines<Line>, Error>;

    /// Returns changes as they happen. `None` is a heartbeat, an event with empty data.
    #[endpoint(GET, "/_changes?feed=eventsource&<since>&<heartbeat>")]
    async fn change_events(
        &self,
        db: &str,
        since: &str,
        heartbeat: Option<u32>,
    ) -> Result<Events<Option<Change>>, Error>;

    #[endpoint(GET, "/<id>", header("If-None-Match") = etag)]
    async fn get<T: DeserializeOwned>(
        &self,
        db: &str,
        id: &str,
        etag: Option<&str>,
    ) -> Result<Response<Conditional<Document<T>>>, Error>;

    /// 201 if the document is written, 202 if that is accepted by too few nodes.
    #[endpoint(PUT, "/<id>", body = fields, header("If-Match") = rev, success = [201, 202])]
    async fn put<T: Serialize>(
        &self,
        db: &str,
        id: &str,
        rev: Option<&str>,
        fields: &T,
    ) -> Result<Response<Saved>, Error>;

    #[endpoint(PUT, "/<id>/<name..>?<rev>", bytes = content, header("Content-Type") = content_type)]
    async fn attach(
        &self,
        db: &str,
        id: &str,
        name: &str,
        rev: &str,
        content: &[u8],
        content_type: &str,
    ) -> Result<Saved, Error>;

    #[endpoint(GET, "/_design/<design>/_view/<view>?<startkey:json>&<endkey:json>&<options..>")]
    async fn view(
        &self,
        db: &str,
        design: &str,
        view: &str,
        startkey: Option<&Value>,
        endkey: Option<&Value>,
        options: &ViewOptions,
    ) -> Result<View, Error>;

    #[endpoint(POST, "/_bulk_docs", body = documents)]
    async fn put_all<T: Serialize>(&self, db: &str, documents: &Documents<'_, T>) -> Result<Vec<Written>, Error>;
}
