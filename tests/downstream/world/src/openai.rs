//! OpenAI: responses as a stream of events with a mark at its end, files as forms and as lines, audio as bytes.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{
    Api, Body, DecodeError, Error, ErrorBody, Events, Format, Json, Lines, Multipart, Next, Pages, Paginated, Sent,
    endpoints,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub static OPENAI: Api = Api::new().base_url("https://api.openai.com").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Cause,
}

#[derive(Debug, Deserialize)]
pub struct Cause {
    pub message: String,
    pub r#type: Option<String>,
    pub code: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error.message)
    }

    fn code(&self) -> Option<&str> {
        self.error.code.as_deref().or(self.error.r#type.as_deref())
    }
}

/// An event is a value, or an error of the API.
pub struct OrError;

#[derive(Deserialize)]
#[serde(untagged)]
enum Outcome {
    Error(Problem),
    Value {},
}

impl Format for OrError {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Outcome::Error(problem) => Err(DecodeError::api_body(problem)),
            Outcome::Value {} => Json::decode(body),
        }
    }
}

#[derive(Debug, Serialize)]
pub struct Chat<'a> {
    pub model: &'a str,
    pub messages: &'a [Message<'a>],
}

#[derive(Debug, Serialize)]
pub struct Message<'a> {
    pub role: &'a str,
    pub content: &'a str,
}

/// A chat whose response is a stream.
#[derive(Debug, Serialize)]
pub struct Streamed<'a> {
    #[serde(flatten)]
    chat: &'a Chat<'a>,
    stream: bool,
}

impl<'a> From<&'a Chat<'a>> for Streamed<'a> {
    fn from(chat: &'a Chat<'a>) -> Self {
        Self { chat, stream: true }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Completion {
    pub choices: Vec<Choice>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Choice {
    pub message: Text,
    pub finish_reason: String,
}

/// A part of a completion.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Chunk {
    pub choices: Vec<Delta>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Delta {
    pub delta: Text,
    pub finish_reason: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Text {
    pub content: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct File {
    pub id: String,
    pub bytes: u64,
}

#[derive(Debug, Deserialize)]
pub struct Files {
    pub data: Vec<File>,
    pub has_more: bool,
}

impl Paginated for Files {
    type Item = File;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("after", self.data.last().map(|file| &*file.id)).when(self.has_more)
    }

    fn into_items(self) -> Vec<File> {
        self.data
    }
}

/// A line of the file with the results of a batch.
#[derive(Debug, PartialEq, Deserialize)]
pub struct BatchResult {
    pub custom_id: String,
    pub response: BatchResponse,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct BatchResponse {
    pub status_code: u16,
    pub body: Completion,
}

#[derive(Debug, Serialize)]
pub struct Speech<'a> {
    pub model: &'a str,
    pub voice: &'a str,
    pub input: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Response {
    pub id: String,
    pub status: String,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(tag = "type")]
pub enum ResponseEvent {
    #[serde(rename = "response.output_text.delta")]
    Text { sequence_number: u64, delta: String },
    #[serde(rename = "response.completed")]
    Completed { sequence_number: u64, response: Response },
    #[serde(other)]
    Other,
}

#[endpoints("/v1", api = OPENAI)]
pub trait OpenAi {
    #[endpoint(POST, "/chat/completions", body = chat, timeout = "10m")]
    async fn complete(&self, chat: &Chat<'_>) -> Result<Completion, Error>;

    #[endpoint(POST, "/chat/completions", body = chat, until = "[DONE]", format = OrError)]
    async fn stream<'a>(&self, chat: impl Into<Streamed<'a>>) -> Result<Events<Chunk>, Error>;

    /// The form has a text `purpose` and a file `file`.
    #[endpoint(POST, "/files", multipart = form)]
    async fn upload(&self, form: Multipart) -> Result<File, Error>;

    #[endpoint(GET, "/files?<purpose>&<limit>")]
    fn files(&self, purpose: Option<&str>, limit: u32) -> Pages<'_, Files>;

    #[endpoint(GET, "/files/<id>/content")]
    async fn content(&self, id: &str) -> Result<Body, Error>;

    /// The content of the output file of a batch.
    #[endpoint(GET, "/files/<id>/content")]
    async fn batch_results(&self, id: &str) -> Result<Lines<BatchResult>, Error>;

    /// Returns the audio in MP3, as it is generated.
    #[endpoint(POST, "/audio/speech", body = speech)]
    async fn speak(&self, speech: &Speech<'_>) -> Result<Body, Error>;

    #[endpoint(GET, "/responses/<id>?include[]=<include>")]
    async fn response(&self, id: &str, include: &[&str]) -> Result<Option<Response>, Error>;

    /// Returns the events of a response in the background, after the one with this number.
    #[endpoint(GET, "/responses/<id>?stream=true&<starting_after>", format = OrError)]
    async fn response_events(&self, id: &str, starting_after: Option<u64>) -> Result<Events<ResponseEvent>, Error>;
}
