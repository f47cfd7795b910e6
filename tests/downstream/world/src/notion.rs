//! Notion: the same list with its cursor in the body of a POST and in the query of a GET.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Error, ErrorBody, Multipart, Next, Pages, Paginated, Sent, endpoints};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub static NOTION: Api =
    Api::new().base_url("https://api.notion.com").header("Notion-Version", "2022-06-28").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub code: String,
    pub message: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.code)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Page {
    pub id: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Block {
    pub id: String,
    pub r#type: String,
}

#[derive(Debug, Serialize)]
pub struct Query<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<&'a Value>,
    pub page_size: u8,
}

/// A page of a GET.
#[derive(Debug, Deserialize)]
pub struct List<T> {
    pub results: Vec<T>,
    pub has_more: bool,
    pub next_cursor: Option<String>,
}

impl<T: DeserializeOwned> Paginated for List<T> {
    type Item = T;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("start_cursor", self.next_cursor.as_deref()).when(self.has_more)
    }

    fn into_items(self) -> Vec<T> {
        self.results
    }
}

/// A page of a POST.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Queried<T>(pub List<T>);

impl<T: DeserializeOwned> Paginated for Queried<T> {
    type Item = T;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::body_field("start_cursor", self.0.next_cursor.as_deref()).when(self.0.has_more)
    }

    fn into_items(self) -> Vec<T> {
        self.0.results
    }
}

#[derive(Debug, Serialize)]
pub struct NewUpload<'a> {
    pub filename: &'a str,
}

#[derive(Debug, Deserialize)]
pub struct Upload {
    pub id: String,
    pub upload_url: Option<String>,
    pub status: String,
}

#[endpoints("/v1", api = NOTION)]
pub trait Notion {
    #[endpoint(POST, "/databases/<id>/query", body = query, idempotent)]
    fn query(&self, id: &str, query: &Query<'_>) -> Pages<'_, Queried<Page>>;

    #[endpoint(GET, "/blocks/<id>/children?<page_size>")]
    fn children(&self, id: &str, page_size: u8) -> Pages<'_, List<Block>>;

    #[endpoint(GET, "/pages/<id>")]
    async fn page(&self, id: &str) -> Result<Option<Page>, Error>;

    #[endpoint(POST, "/file_uploads", body = upload)]
    async fn create_upload(&self, upload: &NewUpload<'_>) -> Result<Upload, Error>;

    #[endpoint(POST, "<upload_url>", multipart = file)]
    async fn send_file(&self, upload_url: &str, file: Multipart) -> Result<Upload, Error>;

    /// The same for an upload whose URL is not at hand. A file of more than 20 MB is sent in parts, numbered from 1.
    #[endpoint(POST, "/file_uploads/<id>/send", multipart = part)]
    async fn send_part(&self, id: &str, part: Multipart) -> Result<Upload, Error>;
}
