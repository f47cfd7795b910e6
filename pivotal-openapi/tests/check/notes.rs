//! The declarations of the document `notes.json`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use pivotal_openapi::Check;
use pivotal_runtime::http::response::Parts;
use pivotal_runtime::testing::Probe;
use pivotal_runtime::{Api, Bytes, Endpoint, Error, ErrorBody, Events, Next, Pages, Paginated, Sent, endpoints};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The document.
pub(crate) fn document() -> Value {
    serde_json::from_str(include_str!("notes.json")).unwrap()
}

/// The declarations.
pub(crate) const ENDPOINTS: &[Endpoint] = <Probe as Notes>::ENDPOINTS;

static NOTES: Api =
    Api::new().base_url("https://notes.example/v1").idempotency_key_header("Idempotency-Key").error::<Problem>();

#[endpoints(api = NOTES)]
pub(crate) trait Notes {
    #[endpoint(GET, "/notes?<limit>&<cursor>&<tags:csv>&filter[<filter..>]", header("X-Tenant") = tenant)]
    fn list_notes(
        &self,
        tenant: &str,
        limit: u32,
        cursor: Option<&str>,
        tags: &[&str],
        filter: &Filter,
    ) -> Pages<'_, NotePage>;

    #[endpoint(POST, "/notes", body = note, success = 201)]
    async fn create_note(&self, note: &NoteCreate) -> Result<Note, Error>;

    #[endpoint(GET, "/notes/<id>?<lang>", operation = "getNote", error(404) = Problem)]
    async fn note(&self, id: u64, lang: &str) -> Result<Note, Error>;

    #[endpoint(PATCH, "/notes/<id>", body = changes, header("Content-Type") = "application/merge-patch+json")]
    async fn update_note(&self, id: u64, changes: &NoteUpdate) -> Result<Note, Error>;

    #[endpoint(DELETE, "/notes/<id>", response = (), success = 204)]
    async fn delete_note(&self, id: u64);

    #[endpoint(PUT, "/notes/<id>/image", bytes = image, header("Content-Type") = "image/png", response = ())]
    async fn set_image(&self, id: u64, image: Bytes);

    #[endpoint(POST, "/login", form("grant_type") = "password", form("username") = user, form("password") = password,
        auth = none)]
    async fn log_in(&self, user: &str, password: &str) -> Result<Session, Error>;

    #[endpoint(GET, "/search?where=<condition:json>&<id>&<fields:pipes>")]
    async fn search(&self, condition: &Condition, id: &[u64], fields: &[&str]) -> Result<BTreeMap<String, i64>, Error>;

    #[endpoint(POST, "/export", response(200) = Vec<Note>, response(202) = Job)]
    async fn export(&self) -> Result<Export, Error>;

    #[endpoint(GET, "/events", until = "[DONE]")]
    async fn events(&self) -> Result<Events<String>, Error>;

    #[endpoint(GET, "/health", auth = none, response = (), success = 204)]
    async fn health(&self);
}

/// Calls every method with a sample.
pub(crate) fn call_all(check: &mut Check<'_>) {
    let remind_at: Timestamp = "2026-11-27T08:00:00Z".parse().unwrap();
    let tags = vec!["home".to_owned()];
    let note = NoteCreate { text: "buy milk".to_owned(), status: Status::Draft, remind_at, tags };
    let filter = Filter { author: "ravi".to_owned(), year: 2026 };
    let condition = Condition { text: "milk".to_owned() };
    check
        .call(|api| api.list_notes("acme", 20, Some("c2"), &["home", "work"], &filter))
        .call(|api| api.create_note(&note))
        .call(|api| api.note(7, "en"))
        .call(|api| api.update_note(7, &NoteUpdate { text: None }))
        .call(|api| api.delete_note(7))
        .call(|api| api.set_image(7, Bytes::from_static(b"png")))
        .call(|api| api.log_in("ravi", "correct horse"))
        .call(|api| api.search(&condition, &[1, 2], &["text", "id"]))
        .call(|api| api.export())
        .call(|api| api.events())
        .call(|api| api.health());
}

#[derive(Serialize)]
pub(crate) struct Filter {
    pub(crate) author: String,
    pub(crate) year: u16,
}

#[derive(Serialize)]
pub(crate) struct Condition {
    pub(crate) text: String,
}

#[derive(Serialize)]
pub(crate) struct NoteCreate {
    pub(crate) text: String,
    pub(crate) status: Status,
    pub(crate) remind_at: Timestamp,
    pub(crate) tags: Vec<String>,
}

#[derive(Serialize)]
pub(crate) struct NoteUpdate {
    pub(crate) text: Option<String>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    Draft,
    Published,
}

#[derive(Deserialize)]
pub(crate) struct NotePage {
    items: Vec<Note>,
    next: Option<String>,
}

impl Paginated for NotePage {
    type Item = Note;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("cursor", self.next.as_deref())
    }

    fn into_items(self) -> Vec<Note> {
        self.items
    }
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read by nobody")]
pub(crate) struct Note {
    id: i64,
    text: String,
    status: Status,
    author: Option<Author>,
    tags: Vec<String>,
    created_at: Timestamp,
    score: Option<f64>,
    place: Place,
    parent: Option<Box<Note>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read by nobody")]
pub(crate) struct Author {
    name: String,
    email: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[expect(dead_code, reason = "it is read by nobody")]
pub(crate) enum Place {
    Point { lat: f64, lon: f64 },
    Named { name: String },
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read by nobody")]
pub(crate) struct Session {
    token: String,
    expires_in: Option<u64>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "it is read by nobody")]
pub(crate) struct Job {
    job: String,
}

pub(crate) enum Export {
    Notes(#[expect(dead_code, reason = "it is read by nobody")] Vec<Note>),
    Job(#[expect(dead_code, reason = "it is read by nobody")] Job),
}

impl From<Vec<Note>> for Export {
    fn from(notes: Vec<Note>) -> Self {
        Self::Notes(notes)
    }
}

impl From<Job> for Export {
    fn from(job: Job) -> Self {
        Self::Job(job)
    }
}

#[derive(Deserialize)]
pub(crate) struct Problem {
    code: String,
    message: String,
    field: Option<String>,
}

impl ErrorBody for Problem {
    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }

    fn code(&self) -> Option<&str> {
        self.field.as_deref().or(Some(&self.code))
    }
}
