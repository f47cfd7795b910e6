//! Anthropic: responses as typed events with errors among them, and the results of batches as lines.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Api, DecodeError, Error, ErrorBody, Events, Format, Json, Lines, Next, Pages, Paginated, RateLimitHeaders,
    Response, Sent, endpoints,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub static ANTHROPIC: Api = Api::new()
    .base_url("https://api.anthropic.com")
    .header("anthropic-version", "2023-06-01")
    .request_id_header("request-id")
    .rate_limit(
        RateLimitHeaders::new()
            .limit("anthropic-ratelimit-*-limit")
            .remaining("anthropic-ratelimit-*-remaining")
            .reset("anthropic-ratelimit-*-reset"),
    )
    .retry_statuses(&[529])
    .error::<Problem>();

/// The body of an error, and the data of an event `error`.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Cause,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Cause {
    pub r#type: String,
    pub message: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error.message)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.error.r#type)
    }
}

/// The format of events, of which one can be an error.
pub struct OrError;

#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Outcome {
    Error(Problem),
    #[serde(other)]
    Other,
}

impl Format for OrError {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Outcome::Error(problem) => Err(DecodeError::api_body(problem)),
            Outcome::Other => Json::decode(body),
        }
    }
}

#[derive(Debug, Serialize)]
pub struct NewMessage<'a> {
    pub model: &'a str,
    pub max_tokens: u32,
    pub messages: &'a [Turn<'a>],
}

#[derive(Debug, Serialize)]
pub struct Turn<'a> {
    pub role: &'a str,
    pub content: &'a str,
}

/// A message whose response is a stream.
#[derive(Debug, Serialize)]
pub struct Streamed<'a> {
    #[serde(flatten)]
    message: &'a NewMessage<'a>,
    stream: bool,
}

impl<'a> From<&'a NewMessage<'a>> for Streamed<'a> {
    fn from(message: &'a NewMessage<'a>) -> Self {
        Self { message, stream: true }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Message {
    pub id: String,
    pub content: Vec<Content>,
    pub stop_reason: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Content {
    Text {
        text: String,
    },
    #[serde(other)]
    Other,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    MessageStart {
        message: Message,
    },
    ContentBlockStart {
        index: usize,
        content_block: Content,
    },
    ContentBlockDelta {
        index: usize,
        delta: Delta,
    },
    ContentBlockStop {
        index: usize,
    },
    MessageDelta {
        delta: End,
    },
    /// The last event.
    MessageStop,
    Ping,
    /// An event of a later version.
    #[serde(other)]
    Other,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Delta {
    TextDelta {
        text: String,
    },
    InputJsonDelta {
        partial_json: String,
    },
    #[serde(other)]
    Other,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct End {
    pub stop_reason: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct NewBatch<'a> {
    pub requests: &'a [BatchRequest<'a>],
}

#[derive(Debug, Serialize)]
pub struct BatchRequest<'a> {
    pub custom_id: &'a str,
    pub params: &'a NewMessage<'a>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Batch {
    pub id: String,
    pub processing_status: String,
    /// The URL of the results, when they are complete.
    pub results_url: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct Batches {
    pub data: Vec<Batch>,
    pub has_more: bool,
    pub last_id: Option<String>,
}

impl Paginated for Batches {
    type Item = Batch;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("after_id", self.last_id.as_deref()).when(self.has_more)
    }

    fn into_items(self) -> Vec<Batch> {
        self.data
    }
}

/// A line of the results of a batch.
#[derive(Debug, PartialEq, Deserialize)]
pub struct BatchResult {
    pub custom_id: String,
    pub result: RequestResult,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum RequestResult {
    Succeeded { message: Message },
    Errored { error: BatchError },
    Canceled,
    Expired,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct BatchError {
    pub error: Cause,
}

#[endpoints("/v1", api = ANTHROPIC)]
pub trait Anthropic {
    #[endpoint(POST, "/messages", body = message, header("anthropic-beta") = betas, timeout = "10m")]
    async fn message(&self, message: &NewMessage<'_>, betas: &[&str]) -> Result<Response<Message>, Error>;

    #[endpoint(POST, "/messages", body = message, header("anthropic-beta") = betas, format = OrError)]
    async fn stream<'a>(&self, message: impl Into<Streamed<'a>>, betas: &[&str]) -> Result<Events<Event>, Error>;

    #[endpoint(POST, "/messages/batches", body = batch)]
    async fn create_batch(&self, batch: &NewBatch<'_>) -> Result<Batch, Error>;

    #[endpoint(GET, "/messages/batches?<limit>")]
    fn batches(&self, limit: u32) -> Pages<'_, Batches>;

    #[endpoint(GET, "/messages/batches/<id>")]
    async fn batch(&self, id: &str) -> Result<Option<Batch>, Error>;

    #[endpoint(GET, "<results_url>")]
    async fn results(&self, results_url: &str) -> Result<Lines<BatchResult>, Error>;

    /// Returns the results of a batch whose URL is not at hand.
    #[endpoint(GET, "/messages/batches/<id>/results")]
    async fn results_of(&self, id: &str) -> Result<Lines<BatchResult>, Error>;
}
