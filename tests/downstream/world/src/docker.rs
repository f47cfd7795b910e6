//! Docker: events and progress as lines, a build whose context is a stream, 304 for what is done already.

use std::collections::BTreeMap;

use pivotal_runtime::{Api, Body, Conditional, DecodeError, Error, ErrorBody, Format, Json, Lines, endpoints};
use serde::Deserialize;
use serde::de::DeserializeOwned;

pub static DOCKER: Api = Api::new().base_url("http://localhost:2375").error::<Problem>();

/// The body of an error, and the line of one.
#[derive(Debug, Deserialize)]
pub struct Problem {
    #[serde(alias = "error")]
    pub message: String,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

/// The format of progress, of which a line can be an error.
pub struct OrError;

#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Error(Problem),
    Progress {},
}

impl Format for OrError {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode(body)? {
            Line::Error(problem) => Err(DecodeError::api_body(problem)),
            Line::Progress {} => Json::decode(body),
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Container {
    pub id: String,
    pub names: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Event {
    pub r#type: String,
    pub action: String,
    pub actor: Actor,
    #[serde(rename = "timeNano")]
    pub time_nano: u64,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Actor {
    #[serde(rename = "ID")]
    pub id: String,
    #[serde(rename = "Attributes")]
    pub attributes: BTreeMap<String, String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Image {
    pub id: String,
    pub repo_tags: Vec<String>,
}

/// A line about a pull or a build.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Progress {
    /// The layer.
    pub id: Option<String>,
    pub status: Option<String>,
    /// The output of a build.
    pub stream: Option<String>,
    pub aux: Option<Aux>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Aux {
    #[serde(rename = "ID")]
    pub id: String,
}

/// The values of each filter.
pub type Filters<'a> = BTreeMap<&'a str, Vec<&'a str>>;

#[endpoints("/v1.45", api = DOCKER)]
pub trait Docker {
    #[endpoint(GET, "/containers/json?<all>&<filters:json>")]
    async fn containers(&self, all: bool, filters: Option<&Filters<'_>>) -> Result<Vec<Container>, Error>;

    /// `NotModified` if the container runs already.
    #[endpoint(POST, "/containers/<id>/start", idempotent)]
    async fn start(&self, id: &str) -> Result<Conditional<()>, Error>;

    /// Standard output and standard error, in frames with a header of 8 bytes each.
    #[endpoint(
        GET, "/containers/<id>/logs?stdout=true&stderr=true&<follow>&<tail>",
        header("Accept") = "application/vnd.docker.multiplexed-stream"
    )]
    async fn logs(&self, id: &str, follow: bool, tail: Option<u32>) -> Result<Body, Error>;

    /// Returns events as they happen. Any time can pass between two of them, so raise `read_timeout`.
    #[endpoint(GET, "/events?<since>&<until>&<filters:json>")]
    async fn events(
        &self,
        since: Option<u64>,
        until: Option<u64>,
        filters: Option<&Filters<'_>>,
    ) -> Result<Lines<Event>, Error>;

    /// The name can contain slashes, as `library/alpine` does.
    #[endpoint(GET, "/images/<name..>/json")]
    async fn image(&self, name: &str) -> Result<Option<Image>, Error>;

    #[endpoint(
        POST, "/images/create?fromImage=<image>&<tag>", header("X-Registry-Auth") = registry_auth, format = OrError
    )]
    async fn pull(&self, image: &str, tag: &str, registry_auth: Option<&str>) -> Result<Lines<Progress>, Error>;

    /// The context is a tar archive.
    #[endpoint(
        POST, "/build?t=<tags>&<dockerfile>&buildargs=<args:json>", stream = context,
        header("Content-Type") = "application/x-tar", header("X-Registry-Config") = registries, format = OrError
    )]
    async fn build(
        &self,
        tags: &[&str],
        dockerfile: Option<&str>,
        args: &BTreeMap<&str, &str>,
        registries: Option<&str>,
        context: Body,
    ) -> Result<Lines<Progress>, Error>;
}
