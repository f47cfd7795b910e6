//! Fastly: purges by a method of their own, by a URL in the path, by keys.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, Error, ErrorBody, Next, Pages, Paginated, PercentEncoded, Sent, endpoints};
use serde::{Deserialize, Serialize};

/// The credentials are the header `Fastly-Key`.
pub static FASTLY: Api = Api::new().base_url("https://api.fastly.com").error::<Problem>();

/// The body of an error.
#[derive(Debug, Deserialize)]
pub struct Problem {
    pub msg: String,
    pub detail: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        self.detail.as_deref().or(Some(&self.msg))
    }
}

/// Marks content as stale in place of removing it.
#[derive(Debug, Clone, Copy, Serialize)]
pub enum Soft {
    #[serde(rename = "1")]
    Soft,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Purged {
    pub status: String,
    pub id: Option<String>,
}

#[derive(Debug, Serialize)]
pub struct SurrogateKeys<'a> {
    pub surrogate_keys: &'a [&'a str],
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Item {
    pub item_key: String,
    pub item_value: String,
}

#[derive(Debug, Deserialize)]
#[serde(transparent)]
pub struct Items(Vec<Item>);

impl Paginated for Items {
    type Item = Item;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        Next::number(sent, "page", sent.query("per_page") == Some(self.0.len().to_string()))
    }

    fn into_items(self) -> Vec<Item> {
        self.0
    }
}

#[endpoints(api = FASTLY, header("Fastly-Soft-Purge") = soft)]
pub trait Purges {
    /// Purges a URL at the server of the site, which needs no credentials.
    #[endpoint("PURGE", "<url>", idempotent)]
    async fn purge(&self, url: &str, soft: Option<Soft>) -> Result<Purged, Error>;

    /// Purges a URL, such as `www.example.com/a/b`, by the API.
    #[endpoint(POST, "/purge/<url..>", idempotent)]
    async fn purge_url(&self, url: PercentEncoded<&str>, soft: Option<Soft>) -> Result<Purged, Error>;

    #[endpoint(POST, "/service/<service>/purge/<key>", idempotent)]
    async fn purge_key(&self, service: &str, key: &str, soft: Option<Soft>) -> Result<Purged, Error>;

    #[endpoint(POST, "/service/<service>/purge", body = keys, idempotent, response = ())]
    async fn purge_keys(&self, service: &str, keys: &SurrogateKeys<'_>, soft: Option<Soft>);
}

#[endpoints("/service/<service>", api = FASTLY)]
pub trait Service {
    #[endpoint(POST, "/purge_all", idempotent)]
    async fn purge_all(&self, service: &str) -> Result<Purged, Error>;

    #[endpoint(GET, "/dictionary/<dictionary>/items?<per_page>")]
    fn items(&self, service: &str, dictionary: &str, per_page: u8) -> Pages<'_, Items>;

    /// Creates an item, or replaces its value.
    #[endpoint(PUT, "/dictionary/<dictionary>/item/<key>", form("item_value") = value)]
    async fn put_item(&self, service: &str, dictionary: &str, key: &str, value: &str) -> Result<Item, Error>;

    #[endpoint(DELETE, "/dictionary/<dictionary>/item/<key>", response = ())]
    async fn delete_item(&self, service: &str, dictionary: &str, key: &str);
}
