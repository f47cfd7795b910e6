//! Slack: errors with the status 200, cursors that end as an empty text, uploads to another host.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Api, DecodeError, Displayed, Error, ErrorBody, Format, Json, Next, Pages, Paginated, Sent, endpoints,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub static SLACK: Api = Api::new().base_url("https://slack.com").request_id_header("X-Slack-Req-Id").error::<Problem>();

/// The body of an error with its own status, such as 429.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: String,
}

impl ErrorBody for Problem {
    fn code(&self) -> Option<&str> {
        Some(&self.error)
    }
}

/// The format of all methods: `"ok": true` and the fields of the value, or `"ok": false` and a code.
pub struct Ok;

#[derive(Deserialize)]
struct Outcome {
    ok: bool,
    error: Option<String>,
}

impl Format for Ok {
    const CONTENT_TYPE: &'static str = "application/json; charset=utf-8";
    const ACCEPT: &'static str = "application/json";

    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        let Outcome { ok, error } = Json::decode(body)?;
        if ok { Json::decode(body) } else { Err(DecodeError::api(error.as_deref(), "")) }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Channel {
    pub id: String,
}

#[derive(Debug, Deserialize)]
pub struct Channels {
    pub channels: Vec<Channel>,
    #[serde(default)]
    pub response_metadata: Metadata,
}

#[derive(Debug, Default, Deserialize)]
pub struct Metadata {
    pub next_cursor: String,
}

impl Paginated for Channels {
    type Item = Channel;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("cursor", Some(&*self.response_metadata.next_cursor))
    }

    fn into_items(self) -> Vec<Channel> {
        self.channels
    }
}

#[derive(Debug, Serialize)]
pub struct NewMessage<'a> {
    pub channel: &'a str,
    pub text: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub blocks: &'a [Value],
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Posted {
    pub ts: String,
}

#[derive(Debug, Deserialize)]
pub struct Upload {
    pub upload_url: String,
    pub file_id: String,
}

#[derive(Debug, Serialize)]
pub struct Files<'a> {
    pub files: &'a [File<'a>],
    pub channel_id: &'a str,
}

#[derive(Debug, Serialize)]
pub struct File<'a> {
    pub id: &'a str,
}

#[endpoints("/api", api = SLACK, format = Ok)]
pub trait Slack {
    #[endpoint(POST, "/chat.postMessage", body = message)]
    async fn post(&self, message: &NewMessage<'_>) -> Result<Posted, Error>;

    /// The blocks are JSON in a field of a form.
    #[endpoint(
        POST, "/chat.update", form("channel") = channel, form("ts") = ts, form("text") = text, form("blocks") = blocks
    )]
    async fn update(&self, channel: &str, ts: &str, text: &str, blocks: Displayed<&Value>) -> Result<Posted, Error>;

    #[endpoint(GET, "/conversations.list?<types:csv>&<limit>")]
    fn channels(&self, types: &[&str], limit: u16) -> Pages<'_, Channels>;

    #[endpoint(GET, "/files.getUploadURLExternal?<filename>&<length>")]
    async fn create_upload(&self, filename: &str, length: usize) -> Result<Upload, Error>;

    /// The response is a text.
    #[endpoint(POST, "<upload_url>", bytes = content, format = Json)]
    async fn upload(&self, upload_url: &str, content: &[u8]) -> Result<String, Error>;

    #[endpoint(POST, "/files.completeUploadExternal", body = files, response = ())]
    async fn complete_upload(&self, files: &Files<'_>);
}
