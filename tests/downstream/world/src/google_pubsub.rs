//! Google Cloud Pub/Sub: names of several segments in front of a verb, and field masks.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Error, ErrorBody, Next, Pages, Paginated, Sent, endpoints};
use serde::{Deserialize, Serialize};

pub static PUBSUB: Api = Api::new().base_url("https://pubsub.googleapis.com").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub error: Status,
}

#[derive(Debug, Deserialize)]
pub struct Status {
    pub message: String,
    /// The name of a gRPC code, such as `NOT_FOUND`.
    pub status: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.error.message)
    }

    fn code(&self) -> Option<&str> {
        self.error.status.as_deref()
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Topic {
    /// `projects/{project}/topics/{topic}`.
    pub name: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Topics {
    #[serde(default)]
    pub topics: Vec<Topic>,
    pub next_page_token: Option<String>,
}

impl Paginated for Topics {
    type Item = Topic;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("pageToken", self.next_page_token.as_deref())
    }

    fn into_items(self) -> Vec<Topic> {
        self.topics
    }
}

#[derive(Debug, Serialize)]
pub struct Publication<'a> {
    pub messages: &'a [NewMessage<'a>],
}

#[derive(Debug, Serialize)]
pub struct NewMessage<'a> {
    /// Base64.
    pub data: &'a str,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Published {
    pub message_ids: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TopicFields<'a> {
    pub name: &'a str,
    pub message_retention_duration: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Pull {
    pub max_messages: u16,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pulled {
    #[serde(default)]
    pub received_messages: Vec<ReceivedMessage>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedMessage {
    pub ack_id: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Acknowledgement<'a> {
    pub ack_ids: &'a [&'a str],
}

/// Names are those of resources: `projects/p`, `projects/p/topics/t`, `projects/p/subscriptions/s`.
#[endpoints("/v1", api = PUBSUB)]
pub trait PubSub {
    #[endpoint(POST, "/<topic..>:publish", body = publication)]
    async fn publish(&self, topic: &str, publication: &Publication<'_>) -> Result<Published, Error>;

    #[endpoint(GET, "/<project..>/topics?pageSize=<page_size>")]
    fn topics(&self, project: &str, page_size: u16) -> Pages<'_, Topics>;

    #[endpoint(GET, "/<topic..>")]
    async fn topic(&self, topic: &str) -> Result<Option<Topic>, Error>;

    #[endpoint(PATCH, "/<topic..>?updateMask=<fields:csv>", body = update, idempotent)]
    async fn update_topic(&self, topic: &str, fields: &[&str], update: &TopicFields<'_>) -> Result<Topic, Error>;

    #[endpoint(DELETE, "/<topic..>", response = ())]
    async fn delete_topic(&self, topic: &str);

    /// Waits for messages.
    #[endpoint(POST, "/<subscription..>:pull", body = pull)]
    async fn pull(&self, subscription: &str, pull: &Pull) -> Result<Pulled, Error>;

    #[endpoint(POST, "/<subscription..>:acknowledge", body = acknowledgement, idempotent, response = ())]
    async fn acknowledge(&self, subscription: &str, acknowledgement: &Acknowledgement<'_>);
}
