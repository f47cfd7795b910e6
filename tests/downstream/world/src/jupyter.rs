//! Jupyter Server: paths of several segments, alone and in front of fixed text.

use pivotal_runtime::{Api, Error, ErrorBody, Response, endpoints};
use serde::{Deserialize, Serialize};

/// The credentials are the header `Authorization: token ...`.
pub static JUPYTER: Api = Api::new().base_url("http://localhost:8888").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub message: String,
    pub reason: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }

    fn code(&self) -> Option<&str> {
        self.reason.as_deref()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Notebook,
    File,
    Directory,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Entry {
    pub path: String,
    pub r#type: Kind,
    /// `None` if it was not requested.
    #[serde(default)]
    pub content: Option<serde_json::Value>,
}

#[derive(Debug, Serialize)]
pub struct NewText<'a> {
    pub r#type: Kind,
    pub format: &'a str,
    pub content: &'a str,
}

/// An entry with a name from the server, or a copy.
#[derive(Debug, Default, Serialize)]
pub struct NewEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy_from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<Kind>,
}

#[derive(Debug, Serialize)]
pub struct Rename<'a> {
    pub path: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Checkpoint {
    pub id: String,
    pub last_modified: jiff::Timestamp,
}

#[endpoints("/api/contents", api = JUPYTER)]
pub trait Root {
    #[endpoint(GET, "?<content>")]
    async fn root(&self, content: u8) -> Result<Entry, Error>;

    #[endpoint(POST, "", body = entry, success = 201)]
    async fn create_in_root(&self, entry: &NewEntry<'_>) -> Result<Entry, Error>;
}

#[endpoints("/api/contents/<path..>", api = JUPYTER)]
pub trait Contents {
    /// The content is left out with 0.
    #[endpoint(GET, "?type=<kind>&<content>")]
    async fn entry(&self, path: &str, kind: Option<Kind>, content: u8) -> Result<Option<Entry>, Error>;

    /// 201 if the file is new, 200 if it is replaced.
    #[endpoint(PUT, "", body = text, success = [200, 201])]
    async fn write(&self, path: &str, text: &NewText<'_>) -> Result<Response<Entry>, Error>;

    /// Creates an entry in a directory.
    #[endpoint(POST, "", body = entry, success = 201)]
    async fn create(&self, path: &str, entry: &NewEntry<'_>) -> Result<Entry, Error>;

    #[endpoint(PATCH, "", body = rename)]
    async fn rename(&self, path: &str, rename: &Rename<'_>) -> Result<Entry, Error>;

    #[endpoint(DELETE, "", response = (), success = 204)]
    async fn delete(&self, path: &str);

    #[endpoint(GET, "/checkpoints")]
    async fn checkpoints(&self, path: &str) -> Result<Vec<Checkpoint>, Error>;

    #[endpoint(POST, "/checkpoints", success = 201)]
    async fn create_checkpoint(&self, path: &str) -> Result<Checkpoint, Error>;

    #[endpoint(POST, "/checkpoints/<id>", response = (), success = 204)]
    async fn restore_checkpoint(&self, path: &str, id: &str);

    #[endpoint(DELETE, "/checkpoints/<id>", response = (), success = 204)]
    async fn delete_checkpoint(&self, path: &str, id: &str);
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Kernel {
    pub id: String,
    pub execution_state: String,
}

#[derive(Debug, Serialize)]
pub struct NewKernel<'a> {
    pub name: &'a str,
}

#[endpoints("/api/kernels", api = JUPYTER)]
pub trait Kernels {
    #[endpoint(GET, "")]
    async fn kernels(&self) -> Result<Vec<Kernel>, Error>;

    #[endpoint(POST, "", body = kernel, success = 201)]
    async fn start(&self, kernel: &NewKernel<'_>) -> Result<Kernel, Error>;

    #[endpoint(POST, "/<id>/interrupt", response = (), success = 204)]
    async fn interrupt(&self, id: &str);

    #[endpoint(POST, "/<id>/restart")]
    async fn restart(&self, id: &str) -> Result<Kernel, Error>;

    #[endpoint(DELETE, "/<id>", response = (), success = 204)]
    async fn shut_down(&self, id: &str);
}
