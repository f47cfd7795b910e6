//! Telegram bots: the token is a part of the path, responses are envelopes, updates are polled.

use pivotal_runtime::{Api, Body, DecodeError, Error, ErrorBody, Format, Json, Multipart, endpoints};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// A client has no credentials: each method takes the token of the bot.
pub static TELEGRAM: Api = Api::new().base_url("https://api.telegram.org").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error_code: u16,
    pub description: String,
    pub parameters: Option<Parameters>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Parameters {
    /// Seconds.
    pub retry_after: Option<u64>,
    pub migrate_to_chat_id: Option<i64>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.description)
    }
}

/// The format of responses: methods return the `result`.
pub struct Envelope;

#[derive(Deserialize)]
#[serde(bound = "T: DeserializeOwned")]
struct Success<T> {
    result: T,
}

impl Format for Envelope {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Json::decode::<Success<T>>(body).map(|success| success.result)
    }
}

#[derive(Debug, Serialize)]
pub struct NewMessage<'a> {
    pub chat_id: i64,
    pub text: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Message {
    pub message_id: i64,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Update {
    pub update_id: i64,
    pub message: Option<Message>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct File {
    pub file_id: String,
    pub file_path: Option<String>,
}

#[endpoints("/bot<token>", api = TELEGRAM, format = Envelope, error = Problem)]
pub trait Bot {
    #[endpoint(POST, "/sendMessage", body = message)]
    async fn send_message(&self, token: &str, message: &NewMessage<'_>) -> Result<Message, Error>;

    /// Waits for updates for up to `timeout` seconds, at most 50. Raise `read_timeout` above it.
    #[endpoint(GET, "/getUpdates?<offset>&<timeout>&allowed_updates=<allowed:json>", timeout = "90s")]
    async fn updates(
        &self,
        token: &str,
        offset: Option<i64>,
        timeout: u8,
        allowed: &[&str],
    ) -> Result<Vec<Update>, Error>;

    /// The form has a text `chat_id` and a file `document`.
    #[endpoint(POST, "/sendDocument", multipart = form)]
    async fn send_document(&self, token: &str, form: Multipart) -> Result<Message, Error>;

    #[endpoint(GET, "/getFile?<file_id>")]
    async fn file(&self, token: &str, file_id: &str) -> Result<File, Error>;
}

#[endpoints("/file/bot<token>", api = TELEGRAM)]
pub trait Files {
    /// Returns the content of a file at its `file_path`.
    #[endpoint(GET, "/<path..>")]
    async fn download(&self, token: &str, path: &str) -> Result<Body, Error>;
}
