//! Google Drive: uploads as `multipart/related`, and in pieces with 308 after each.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Body, Error, ErrorBody, Multipart, Next, Pages, Paginated, Response, Sent, endpoints};
use serde::{Deserialize, Serialize};

pub static GOOGLE_DRIVE: Api = Api::new().base_url("https://www.googleapis.com").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Cause,
}

#[derive(Debug, Deserialize)]
pub struct Cause {
    pub message: String,
    #[serde(default)]
    pub errors: Vec<Reason>,
}

#[derive(Debug, Deserialize)]
pub struct Reason {
    pub reason: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error.message)
    }

    fn code(&self) -> Option<&str> {
        self.error.errors.first().map(|error| &*error.reason)
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewFile<'a> {
    pub name: &'a str,
    pub parents: &'a [&'a str],
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct File {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Files {
    pub files: Vec<File>,
    pub next_page_token: Option<String>,
}

impl Paginated for Files {
    type Item = File;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("pageToken", self.next_page_token.as_deref())
    }

    fn into_items(self) -> Vec<File> {
        self.files
    }
}

/// An upload after a piece of it.
#[derive(Debug)]
pub enum Progress {
    Complete(File),
    /// `Range` has the bytes that arrived.
    Incomplete(Response<()>),
}

impl From<File> for Progress {
    fn from(file: File) -> Self {
        Self::Complete(file)
    }
}

impl From<Response<()>> for Progress {
    fn from(response: Response<()>) -> Self {
        Self::Incomplete(response)
    }
}

#[endpoints("/drive/v3/files", api = GOOGLE_DRIVE)]
pub trait Drive {
    #[endpoint(GET, "?<q>&pageSize=<page_size>")]
    fn files(&self, q: Option<&str>, page_size: u16) -> Pages<'_, Files>;

    #[endpoint(GET, "/<id>?alt=media", header("Range") = range, success = [200, 206])]
    async fn download(&self, id: &str, range: Option<&str>) -> Result<Response<Body>, Error>;
}

#[endpoints("/upload/drive/v3/files", api = GOOGLE_DRIVE)]
pub trait Uploads {
    /// The parts are a `NewFile` as JSON and the content.
    #[endpoint(POST, "?uploadType=multipart", multipart = parts)]
    async fn upload(&self, parts: Multipart) -> Result<File, Error>;

    /// Starts an upload in pieces, whose URL is in `Location`.
    #[endpoint(
        POST, "?uploadType=resumable", body = file, header("X-Upload-Content-Type") = content_type, response = ()
    )]
    async fn begin(&self, file: &NewFile<'_>, content_type: &str) -> Result<Response<()>, Error>;

    #[endpoint(
        PUT, "<url>", bytes = content, header("Content-Range") = range,
        response(200) = File, response(201) = File, response(308) = Response<()>
    )]
    async fn upload_piece(&self, url: &str, content: &[u8], range: &str) -> Result<Progress, Error>;
}
