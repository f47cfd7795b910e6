//! Mastodon: a stream whose events differ by their name, statuses as forms, uploads that are processed later.

use pivotal_runtime::{Api, Error, ErrorBody, Event, Events, LinkPage, Multipart, Pages, endpoints};
use serde::{Deserialize, Serialize};

/// The base URL is that of the instance, whose streams can be on another host.
pub static MASTODON: Api = Api::new().idempotency_key_header("Idempotency-Key").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error)
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Status {
    pub id: String,
    pub content: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Notification {
    pub id: String,
    pub r#type: String,
}

/// An event of a stream.
#[derive(Debug, PartialEq)]
pub enum Update {
    Status(Status),
    Edited(Status),
    Notification(Notification),
    /// The id of a status.
    Deleted(String),
    Other,
}

impl TryFrom<Event<String>> for Update {
    type Error = serde_json::Error;

    fn try_from(event: Event<String>) -> Result<Self, serde_json::Error> {
        Ok(match &*event.name {
            "update" => Self::Status(serde_json::from_str(&event.data)?),
            "status.update" => Self::Edited(serde_json::from_str(&event.data)?),
            "notification" => Self::Notification(serde_json::from_str(&event.data)?),
            "delete" => Self::Deleted(event.data),
            _ => Self::Other,
        })
    }
}

#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Visibility {
    Public,
    Unlisted,
    Private,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Media {
    pub id: String,
    pub url: String,
}

/// A file that is being processed.
#[derive(Debug, PartialEq, Deserialize)]
pub struct Processing {
    pub id: String,
}

#[derive(Debug, PartialEq)]
pub enum Upload {
    Ready(Media),
    Processing(Processing),
}

impl From<Media> for Upload {
    fn from(media: Media) -> Self {
        Self::Ready(media)
    }
}

impl From<Processing> for Upload {
    fn from(processing: Processing) -> Self {
        Self::Processing(processing)
    }
}

#[endpoints("/api/v1/streaming", api = MASTODON)]
pub trait Streaming {
    #[endpoint(GET, "/user")]
    async fn follow_home(&self) -> Result<Events<Event<String>>, Error>;

    #[endpoint(GET, "/hashtag?<tag>")]
    async fn follow_tag(&self, tag: &str) -> Result<Events<Event<String>>, Error>;
}

#[endpoints("/api", api = MASTODON)]
pub trait Mastodon {
    #[endpoint(GET, "/v1/timelines/home?<limit>")]
    fn home(&self, limit: u8) -> Pages<'_, LinkPage<Status>>;

    #[endpoint(
        POST, "/v1/statuses", form("status") = text, form("visibility") = visibility, form("media_ids[]") = media
    )]
    async fn post(&self, text: &str, visibility: Option<Visibility>, media: &[&str]) -> Result<Status, Error>;

    #[endpoint(POST, "/v2/media", multipart = form, response(200) = Media, response(202) = Processing)]
    async fn upload(&self, form: Multipart) -> Result<Upload, Error>;

    #[endpoint(GET, "/v1/media/<id>", response(200) = Media, response(206) = Processing)]
    async fn media(&self, id: &str) -> Result<Upload, Error>;
}
