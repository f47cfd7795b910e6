//! The operations of `Responses`.

use pivotal_runtime::{
    Body, Bytes, Error, ErrorBody, Events, Lines, LinkPage, Pages, Response, endpoints,
};
use serde::{Deserialize, Serialize};

use super::RESPONSES;

#[endpoints(api = RESPONSES)]
pub trait Responses {
    #[endpoint(GET, "/one")]
    async fn one(&self) -> Result<Note, Error>;

    #[endpoint(POST, "/created")]
    async fn created(&self) -> Result<Note, Error>;

    #[endpoint(
        GET,
        "/several",
        response(200) = Note,
        response(202) = Job,
        response(204) = ()
    )]
    async fn several(&self) -> Result<SeveralResponse, Error>;

    #[endpoint(
        GET,
        "/several-kinds",
        response(200) = Option<String>,
        response(202) = String,
        response(206) = Bytes
    )]
    async fn several_kinds(&self) -> Result<SeveralKindsResponse, Error>;

    #[endpoint(GET, "/several-ranges", response(200) = Note, response = Job)]
    async fn several_ranges(&self) -> Result<SeveralRangesResponse, Error>;

    #[endpoint(GET, "/no-content", response = Option<Note>)]
    async fn no_content(&self) -> Result<Option<Note>, Error>;

    #[endpoint(DELETE, "/only-204")]
    async fn only_204(&self) -> Result<(), Error>;

    #[endpoint(GET, "/default-only")]
    async fn default_only(&self) -> Result<Note, Error>;

    #[endpoint(GET, "/default-beside")]
    async fn default_beside(&self) -> Result<Note, Error>;

    /// # Errors
    ///
    /// - 404: Missing.
    #[endpoint(GET, "/default-and-error")]
    async fn default_and_error(&self) -> Result<Note, Error>;

    /// # Errors
    ///
    /// - 4XX: Error.
    #[endpoint(GET, "/range", error = Other)]
    async fn range(&self) -> Result<Note, Error>;

    #[endpoint(GET, "/redirect", success = 302)]
    async fn redirect(&self) -> Result<Response<()>, Error>;

    #[endpoint(GET, "/redirects", success = [300, 301, 302, 303, 307, 308])]
    async fn redirects(&self) -> Result<Response<()>, Error>;

    #[endpoint(GET, "/not-modified")]
    async fn not_modified(&self) -> Result<Note, Error>;

    /// # Errors
    ///
    /// - 404: Missing.
    #[endpoint(GET, "/only-errors")]
    async fn only_errors(&self) -> Result<(), Error>;

    #[endpoint(GET, "/informational")]
    async fn informational(&self) -> Result<(), Error>;

    #[endpoint(GET, "/none")]
    async fn none(&self) -> Result<(), Error>;

    #[endpoint(GET, "/absent")]
    async fn absent(&self) -> Result<(), Error>;

    #[endpoint(GET, "/events")]
    async fn events(&self) -> Result<Events<Note>, Error>;

    #[endpoint(GET, "/events-untyped")]
    async fn events_untyped(&self) -> Result<Events<serde_json::Value>, Error>;

    #[endpoint(GET, "/events-text")]
    async fn events_text(&self) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/lines")]
    async fn lines(&self) -> Result<Lines<Note>, Error>;

    #[endpoint(POST, "/json-or-events")]
    async fn json_or_events(&self) -> Result<Note, Error>;

    #[endpoint(GET, "/binary")]
    async fn binary(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/binary-or-nothing")]
    async fn binary_or_nothing(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/text")]
    async fn text(&self) -> Result<String, Error>;

    #[endpoint(GET, "/text-or-nothing", response = Option<String>)]
    async fn text_or_nothing(&self) -> Result<Option<String>, Error>;

    #[endpoint(GET, "/html")]
    async fn html(&self) -> Result<String, Error>;

    #[endpoint(GET, "/xml")]
    async fn xml(&self) -> Result<String, Error>;

    #[endpoint(GET, "/any")]
    async fn any(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/vendor")]
    async fn vendor(&self) -> Result<Note, Error>;

    #[endpoint(GET, "/pages")]
    fn pages(&self) -> Pages<'_, LinkPage<Note>>;

    #[endpoint(GET, "/pages-or-nothing", response = Option<Vec<Note>>)]
    async fn pages_or_nothing(&self) -> Result<Option<Vec<Note>>, Error>;

    #[endpoint(HEAD, "/head")]
    async fn head(&self) -> Result<(), Error>;

    #[endpoint(GET, "/nullable", response = Option<Note>)]
    async fn nullable(&self) -> Result<Option<Note>, Error>;

    #[endpoint(GET, "/null")]
    async fn null_body(&self) -> Result<(), Error>;

    #[endpoint(GET, "/number")]
    async fn number(&self) -> Result<i64, Error>;

    #[endpoint(GET, "/string")]
    async fn string(&self) -> Result<String, Error>;

    #[endpoint(GET, "/list-or-nothing", response = Option<Vec<String>>)]
    async fn list_or_nothing(&self) -> Result<Option<Vec<String>>, Error>;

    #[endpoint(GET, "/no-schema")]
    async fn no_schema(&self) -> Result<serde_json::Value, Error>;

    #[endpoint(GET, "/yaml-key")]
    async fn yaml_key(&self) -> Result<(), Error>;

    #[endpoint(GET, "/bad-status")]
    async fn bad_status(&self) -> Result<(), Error>;
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Other {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl ErrorBody for Other {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    pub id: i64,
}

/// The response of `several`, which depends on the status.
#[derive(Debug, Clone, PartialEq)]
pub enum SeveralResponse {
    /// Status 200.
    Ok(Note),
    /// Status 202.
    Accepted(Job),
    /// Status 204.
    NoContent,
}

impl From<Note> for SeveralResponse {
    fn from(value: Note) -> Self {
        Self::Ok(value)
    }
}

impl From<Job> for SeveralResponse {
    fn from(value: Job) -> Self {
        Self::Accepted(value)
    }
}

impl From<()> for SeveralResponse {
    fn from((): ()) -> Self {
        Self::NoContent
    }
}

/// The response of `several_kinds`, which depends on the status.
#[derive(Debug, Clone, PartialEq)]
pub enum SeveralKindsResponse {
    /// Status 200.
    Ok(Option<String>),
    /// Status 202.
    Accepted(String),
    /// Status 206.
    Partial(Bytes),
}

impl From<Option<String>> for SeveralKindsResponse {
    fn from(value: Option<String>) -> Self {
        Self::Ok(value)
    }
}

impl From<String> for SeveralKindsResponse {
    fn from(value: String) -> Self {
        Self::Accepted(value)
    }
}

impl From<Bytes> for SeveralKindsResponse {
    fn from(value: Bytes) -> Self {
        Self::Partial(value)
    }
}

/// The response of `several_ranges`, which depends on the status.
#[derive(Debug, Clone, PartialEq)]
pub enum SeveralRangesResponse {
    /// Status 200.
    Ok(Note),
    /// Another status.
    Other(Job),
}

impl From<Note> for SeveralRangesResponse {
    fn from(value: Note) -> Self {
        Self::Ok(value)
    }
}

impl From<Job> for SeveralRangesResponse {
    fn from(value: Job) -> Self {
        Self::Other(value)
    }
}
