//! Jira: offsets under a name of their own, lists with commas, attachments with a header against forgery.

use std::collections::BTreeMap;

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Body, Error, ErrorBody, Multipart, Next, Pages, Paginated, Response, Sent, endpoints};
use serde::{Deserialize, Serialize};

/// The base URL is that of the site: `https://{site}.atlassian.net`.
pub static JIRA: Api = Api::new().request_id_header("X-ARequestId").error::<Problem>();

/// The body of an error: messages, and messages for each field.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    #[serde(default)]
    pub error_messages: Vec<String>,
    #[serde(default)]
    pub errors: BTreeMap<String, String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        self.error_messages.iter().chain(self.errors.values()).next().map(|message| &**message)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Issue {
    pub key: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Issues {
    pub issues: Vec<Issue>,
    pub start_at: usize,
    pub total: usize,
}

impl Paginated for Issues {
    type Item = Issue;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        let count = self.issues.len();
        Next::offset(sent, "startAt", count, count > 0 && self.start_at + count < self.total)
    }

    fn into_items(self) -> Vec<Issue> {
        self.issues
    }
}

#[derive(Debug, Serialize)]
pub struct Edit<'a> {
    pub fields: BTreeMap<&'a str, &'a str>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Attachment {
    pub id: String,
    pub filename: String,
}

#[endpoints("/rest/api/3", api = JIRA)]
pub trait Jira {
    #[endpoint(GET, "/search?<jql>&<fields:csv>&<expand:csv>&maxResults=<max_results>")]
    fn search(&self, jql: &str, fields: &[&str], expand: &[&str], max_results: u16) -> Pages<'_, Issues>;

    #[endpoint(PUT, "/issue/<key>?notifyUsers=<notify>", body = edit, response = (), success = 204)]
    async fn edit(&self, key: &str, notify: bool, edit: &Edit<'_>);

    /// The form has a file `file` for each attachment.
    #[endpoint(POST, "/issue/<key>/attachments", multipart = form, header("X-Atlassian-Token") = "no-check")]
    async fn attach(&self, key: &str, form: Multipart) -> Result<Vec<Attachment>, Error>;

    /// Returns the content of an attachment. Without `redirect=false`, it is on another host.
    #[endpoint(GET, "/attachment/content/<id>?redirect=false", header("Range") = range, success = [200, 206])]
    async fn attachment(&self, id: &str, range: Option<&str>) -> Result<Response<Body>, Error>;
}
