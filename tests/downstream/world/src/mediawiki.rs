//! MediaWiki: lists with `|`, a continuation of several pairs, errors with the status 200.

use std::collections::BTreeMap;

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Api, DecodeError, Error, ErrorBody, Format, Json, Next, Pages, Paginated, Sent, endpoints};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The base URL is that of the wiki, such as `https://en.wikipedia.org/w`.
pub static MEDIAWIKI: Api = Api::new();

/// The format of actions: a value or an error.
pub struct OrError;

#[derive(Deserialize)]
struct Outcome {
    error: Option<Problem>,
}

#[derive(Debug, Deserialize)]
pub struct Problem {
    pub code: String,
    pub info: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.info)
    }

    fn code(&self) -> Option<&str> {
        Some(&self.code)
    }
}

impl Format for OrError {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Outcome { error: None } => Json::decode(body),
            Outcome { error: Some(problem) } => Err(DecodeError::api_body(problem)),
        }
    }
}

#[derive(Debug, Deserialize)]
pub struct Queried {
    pub query: Query,
    /// The pairs of the next request.
    #[serde(default)]
    pub r#continue: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
pub struct Query {
    #[serde(default)]
    pub pages: Vec<Page>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Page {
    pub title: String,
    #[serde(default)]
    pub links: Vec<Link>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Link {
    pub title: String,
}

impl Paginated for Queried {
    type Item = Page;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::query(self.r#continue.clone())
    }

    fn into_items(self) -> Vec<Page> {
        self.query.pages
    }
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Tokens {
    pub query: TokensByKind,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct TokensByKind {
    pub tokens: Csrf,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Csrf {
    pub csrftoken: String,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Edited {
    pub edit: Edit,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Edit {
    pub result: String,
    pub newrevid: Option<u64>,
}

#[endpoints("/api.php?format=json&formatversion=2", api = MEDIAWIKI, format = OrError)]
pub trait Actions {
    #[endpoint(GET, "?action=query&<titles:pipes>&<prop:pipes>&pllimit=<limit>")]
    fn pages(&self, titles: &[&str], prop: &[&str], limit: Option<u16>) -> Pages<'_, Queried>;

    /// Returns the token for edits.
    #[endpoint(GET, "?action=query&meta=tokens")]
    async fn tokens(&self) -> Result<Tokens, Error>;

    /// The token is the last field, so that a truncated text is not saved.
    #[endpoint(POST, "?action=edit", form("title") = title, form("text") = text, form("token") = token)]
    async fn edit(&self, title: &str, text: &str, token: &str) -> Result<Edited, Error>;
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Source {
    pub title: String,
    pub source: String,
}

#[endpoints("/rest.php/v1", api = MEDIAWIKI)]
pub trait Rest {
    /// The slashes of a title, such as `Talk:AC/DC`, are encoded.
    #[endpoint(GET, "/page/<title>")]
    async fn page(&self, title: &str) -> Result<Option<Source>, Error>;
}
