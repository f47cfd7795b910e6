//! Elasticsearch: positions in the body, 404 with a value, and a body of lines.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Api, DecodeError, Error, ErrorBody, Format, Json, Lines, Next, Pages, Paginated, Response, Sent, endpoints,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub static ELASTICSEARCH: Api = Api::new().base_url("http://localhost:9200").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Cause,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Cause {
    pub r#type: String,
    pub reason: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error.reason)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.error.r#type)
    }
}

#[derive(Debug, Serialize)]
pub struct Query<'a> {
    pub query: &'a Value,
    pub sort: &'a [Value],
    pub size: usize,
}

#[derive(Debug, Deserialize)]
pub struct Results<T> {
    pub hits: Hits<T>,
}

#[derive(Debug, Deserialize)]
pub struct Hits<T> {
    pub hits: Vec<Hit<T>>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Hit<T> {
    #[serde(rename = "_id")]
    pub id: String,
    #[serde(rename = "_source")]
    pub source: T,
    #[serde(default)]
    pub sort: Vec<Value>,
}

/// A page that starts after the last hit of the page before.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct After<T>(pub Results<T>);

impl<T: DeserializeOwned> Paginated for After<T> {
    type Item = Hit<T>;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        let hits = &self.0.hits.hits;
        Next::body_field("search_after", hits.last().map(|hit| &hit.sort))
            .when(sent.body_field("size") == Some(hits.len()))
    }

    fn into_items(self) -> Vec<Hit<T>> {
        self.0.hits.hits
    }
}

/// A page that starts at an offset: the first 10,000 hits.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Offset<T>(pub Results<T>);

impl<T: DeserializeOwned> Paginated for Offset<T> {
    type Item = Hit<T>;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        let (from, hits) = (sent.body_field("from").unwrap_or(0), self.0.hits.hits.len());
        Next::body_field("from", Some(from + hits)).when(sent.body_field("size") == Some(hits))
    }

    fn into_items(self) -> Vec<Hit<T>> {
        self.0.hits.hits
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Document<T> {
    #[serde(rename = "_version")]
    pub version: u64,
    #[serde(rename = "_source")]
    pub source: T,
}

/// The body of a 404 for a document. That for an index is an error.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Missing {
    #[serde(rename = "_id")]
    pub id: String,
    pub found: bool,
}

#[derive(Debug, PartialEq)]
pub enum Lookup<T> {
    Found(Document<T>),
    Missing(Missing),
}

impl<T> From<Document<T>> for Lookup<T> {
    fn from(document: Document<T>) -> Self {
        Self::Found(document)
    }
}

impl<T> From<Missing> for Lookup<T> {
    fn from(missing: Missing) -> Self {
        Self::Missing(missing)
    }
}

/// The result of a write.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Written {
    #[serde(rename = "_id")]
    pub id: String,
    pub result: String,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refresh {
    True,
    False,
    WaitFor,
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OpType {
    Index,
    Create,
}

#[endpoints("/<index>", api = ELASTICSEARCH)]
pub trait Index {
    #[endpoint(POST, "/_search?filter_path=<fields:csv>", body = query, idempotent)]
    fn search<T: DeserializeOwned>(&self, index: &str, fields: &[&str], query: &Query<'_>) -> Pages<'_, After<T>>;

    #[endpoint(POST, "/_search", body = query, idempotent)]
    fn top<T: DeserializeOwned>(&self, index: &str, query: &Query<'_>) -> Pages<'_, Offset<T>>;

    #[endpoint(GET, "/_doc/<id>", response(200) = Document<T>, response(404) = Missing, format = OrError)]
    async fn get<T: DeserializeOwned>(&self, index: &str, id: &str) -> Result<Lookup<T>, Error>;

    #[endpoint(HEAD, "/_doc/<id>", response = (), success = 200)]
    async fn exists(&self, index: &str, id: &str) -> Result<Option<()>, Error>;

    /// 200 if a document is replaced, 201 if it is new.
    #[endpoint(
        PUT, "/_doc/<id>?if_seq_no=<seq_no>&if_primary_term=<term>&<op_type>", body = document, success = [200, 201]
    )]
    async fn put<T: Serialize>(
        &self,
        index: &str,
        id: &str,
        seq_no: Option<u64>,
        term: Option<u64>,
        op_type: Option<OpType>,
        document: &T,
    ) -> Result<Response<Written>, Error>;

    /// 404 has the same body.
    #[endpoint(DELETE, "/_doc/<id>", success = [200, 404], format = OrError)]
    async fn delete(&self, index: &str, id: &str) -> Result<Written, Error>;

    #[endpoint(POST, "/_bulk?<refresh>", stream = lines)]
    async fn bulk<T: Serialize>(
        &self,
        index: &str,
        refresh: Option<Refresh>,
        lines: Lines<Line<'_, T>>,
    ) -> Result<Bulk, Error>;

    /// Searches an unchanging view of the index, which is kept for the time, such as `1m`, of each request.
    #[endpoint(POST, "/_search?<scroll>", body = query)]
    async fn start_scroll<T: DeserializeOwned>(
        &self,
        index: &str,
        scroll: &str,
        query: &Query<'_>,
    ) -> Result<Scrolled<T>, Error>;
}

/// A part of the hits, and the id of the view.
#[derive(Debug, Deserialize)]
pub struct Scrolled<T> {
    #[serde(rename = "_scroll_id")]
    pub scroll_id: String,
    pub hits: Hits<T>,
}

#[derive(Debug, Serialize)]
pub struct Scroll<'a> {
    pub scroll: &'a str,
    pub scroll_id: &'a str,
}

#[derive(Debug, Serialize)]
pub struct Scrolls<'a> {
    pub scroll_id: &'a [&'a str],
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Cleared {
    pub num_freed: u32,
}

#[endpoints(api = ELASTICSEARCH)]
pub trait Cluster {
    /// The actions name their indices.
    #[endpoint(POST, "/_bulk?<refresh>", stream = lines)]
    async fn bulk_all<T: Serialize>(&self, refresh: Option<Refresh>, lines: Lines<Line<'_, T>>) -> Result<Bulk, Error>;

    #[endpoint(POST, "/_search/scroll", body = scroll)]
    async fn scroll<T: DeserializeOwned>(&self, scroll: &Scroll<'_>) -> Result<Scrolled<T>, Error>;

    #[endpoint(DELETE, "/_search/scroll", body = scrolls)]
    async fn clear_scrolls(&self, scrolls: &Scrolls<'_>) -> Result<Cleared, Error>;

    /// Returns a table for people.
    #[endpoint(GET, "/_cat/indices?format=txt&v&h=<columns:csv>", header("Accept") = "text/plain")]
    async fn cat_indices(&self, columns: &[&str]) -> Result<String, Error>;
}

/// A value or an error, where both have the same status.
pub struct OrError;

#[derive(Deserialize)]
struct Outcome {
    error: Option<Cause>,
}

impl Format for OrError {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Outcome { error: None } => Json::decode(body),
            Outcome { error: Some(cause) } => Err(DecodeError::api(Some(&cause.r#type), cause.reason)),
        }
    }
}

/// An action, or the document of the action on the line above.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Line<'a, T> {
    Index {
        #[serde(rename = "_index", skip_serializing_if = "Option::is_none")]
        index: Option<&'a str>,
        #[serde(rename = "_id")]
        id: &'a str,
    },
    Delete {
        #[serde(rename = "_id")]
        id: &'a str,
    },
    #[serde(untagged)]
    Document(T),
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Bulk {
    pub errors: bool,
    pub items: Vec<Item>,
}

/// The result of an action.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    Index(Action),
    Delete(Action),
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Action {
    #[serde(rename = "_id")]
    pub id: String,
    pub status: u16,
    pub error: Option<Cause>,
}
