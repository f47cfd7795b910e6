//! Twilio: relative URLs in bodies, Basic credentials, forms.

use jiff::civil::Date;
use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Body, Error, ErrorBody, Next, Pages, Paginated, Response, Sent, endpoints};
use serde::{Deserialize, Serialize};

pub static TWILIO: Api =
    Api::new().base_url("https://api.twilio.com").request_id_header("Twilio-Request-Id").error::<Problem>();

/// The body of an error. Its code is a number, so it is not that of the `ErrorBody`, which is a text.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub code: u32,
    pub message: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Message {
    pub sid: String,
    pub subresource_uris: Subresources,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Subresources {
    pub media: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct NewMessage<'a> {
    pub to: &'a str,
    pub from: &'a str,
    pub body: &'a str,
    pub media_url: &'a [&'a str],
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Media {
    pub sid: String,
}

#[derive(Debug, Deserialize)]
pub struct Messages {
    pub messages: Vec<Message>,
    pub next_page_uri: Option<String>,
}

impl Paginated for Messages {
    type Item = Message;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::url(self.next_page_uri.as_deref())
    }

    fn into_items(self) -> Vec<Message> {
        self.messages
    }
}

#[derive(Debug, Deserialize)]
pub struct MediaList {
    pub media_list: Vec<Media>,
    pub next_page_uri: Option<String>,
}

impl Paginated for MediaList {
    type Item = Media;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::url(self.next_page_uri.as_deref())
    }

    fn into_items(self) -> Vec<Media> {
        self.media_list
    }
}

#[endpoints("/2010-04-01/Accounts/<account>", api = TWILIO)]
pub trait Account {
    #[endpoint(POST, "/Messages.json", form = message, success = 201)]
    async fn send_message(&self, account: &str, message: &NewMessage<'_>) -> Result<Message, Error>;

    #[endpoint(GET, "/Messages.json?DateSent%3E=<sent_after>&PageSize=<page_size>")]
    fn messages(&self, account: &str, sent_after: Option<Date>, page_size: u16) -> Pages<'_, Messages>;

    /// Lists the media of a message, at its `subresource_uris`.
    #[endpoint(GET, "<uri>")]
    fn media(&self, uri: &str) -> Pages<'_, MediaList>;

    #[endpoint(GET, "/Messages/<sid>.json")]
    async fn message(&self, account: &str, sid: &str) -> Result<Option<Message>, Error>;

    /// Cancels a message that is scheduled.
    #[endpoint(POST, "/Messages/<sid>.json", form("Status") = "canceled")]
    async fn cancel_message(&self, account: &str, sid: &str) -> Result<Message, Error>;

    /// Removes the text of a message that was sent.
    #[endpoint(POST, "/Messages/<sid>.json", form("Body") = "", idempotent)]
    async fn redact_message(&self, account: &str, sid: &str) -> Result<Message, Error>;

    #[endpoint(DELETE, "/Messages/<sid>.json", response = (), success = 204)]
    async fn delete_message(&self, account: &str, sid: &str);

    #[endpoint(GET, "/Recordings/<sid>.mp3", success = [200, 206], header("Range") = range)]
    async fn recording(&self, account: &str, sid: &str, range: Option<&str>) -> Result<Response<Body>, Error>;
}
