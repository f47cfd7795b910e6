//! Zendesk: cursors and sizes in `page[...]`, filters in `filter[...]`, lists with commas.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Body, Error, ErrorBody, Next, Pages, Paginated, Sent, endpoints};
use serde::{Deserialize, Serialize};

/// The base URL is that of the account: `https://{account}.zendesk.com`.
pub static ZENDESK: Api = Api::new().request_id_header("X-Zendesk-Request-Id").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: String,
    pub description: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        self.description.as_deref()
    }

    fn code(&self) -> Option<&str> {
        Some(&self.error)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Ticket {
    pub id: u64,
}

#[derive(Debug, Deserialize)]
pub struct Tickets {
    pub tickets: Vec<Ticket>,
    pub meta: Meta,
}

#[derive(Debug, Deserialize)]
pub struct Meta {
    pub has_more: bool,
    pub after_cursor: Option<String>,
}

impl Paginated for Tickets {
    type Item = Ticket;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("page[after]", self.meta.after_cursor.as_deref()).when(self.meta.has_more)
    }

    fn into_items(self) -> Vec<Ticket> {
        self.tickets
    }
}

#[derive(Debug, Default, Serialize)]
pub struct Filter<'a> {
    pub status: Option<&'a str>,
    pub brand: &'a [u64],
}

/// The same change for several tickets.
#[derive(Debug, Serialize)]
pub struct Change<'a> {
    pub ticket: Fields<'a>,
}

#[derive(Debug, Serialize)]
pub struct Fields<'a> {
    pub status: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Job {
    pub job_status: JobStatus,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct JobStatus {
    pub id: String,
    pub status: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Uploaded {
    pub upload: Upload,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Upload {
    pub token: String,
}

#[endpoints("/api/v2", api = ZENDESK)]
pub trait Zendesk {
    #[endpoint(GET, "/tickets.json?page[size]=<size>&filter[<filter..>]")]
    fn tickets(&self, size: u8, filter: &Filter<'_>) -> Pages<'_, Tickets>;

    #[endpoint(PUT, "/tickets/update_many.json?<ids:csv>", body = change)]
    async fn update_many(&self, ids: &[u64], change: &Change<'_>) -> Result<Job, Error>;

    /// Uploads a file. With a token, it is added to the files of an earlier upload.
    #[endpoint(
        POST, "/uploads.json?<filename>&<token>", stream = content, header("Content-Type") = content_type, success = 201
    )]
    async fn upload(
        &self,
        filename: &str,
        token: Option<&str>,
        content: Body,
        content_type: &str,
    ) -> Result<Uploaded, Error>;
}
