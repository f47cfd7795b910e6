//! The endpoints that the tests call.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{
    Body, Bytes, Client, Conditional, DecodeError, DynTransport, Error, Events, Format, Lines, LinkPage, Multipart,
    Next, Pages, Paginated, ProblemDetails, Response, Sent, Transport, endpoint,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Note {
    pub(crate) id: u64,
    pub(crate) text: String,
}

pub(crate) fn note(id: u64) -> Note {
    Note { id, text: format!("note {id}") }
}

/// A page with a cursor.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct NotePage {
    pub(crate) notes: Vec<Note>,
    pub(crate) next: Option<String>,
}

impl Paginated for NotePage {
    type Item = Note;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("cursor", self.next.as_deref())
    }

    fn into_items(self) -> Vec<Note> {
        self.notes
    }
}

/// Returns pages of one note each.
pub(crate) fn pages(ids: std::ops::RangeInclusive<u64>) -> Vec<NotePage> {
    let last = *ids.end();
    let next = |id: u64| (id < last).then(|| format!("after-{id}"));
    ids.map(|id| NotePage { notes: vec![note(id)], next: next(id) }).collect()
}

/// The query of a search.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Filter {
    pub(crate) author: Option<String>,
    pub(crate) tag: Option<String>,
}

/// A format that is not JSON.
pub(crate) struct Shouting;

impl Format for Shouting {
    const CONTENT_TYPE: &'static str = "text/x-shouting";

    fn decode<T: DeserializeOwned>(_: &[u8]) -> Result<T, DecodeError> {
        Err(DecodeError::unreadable("shouted"))
    }
}

pub(crate) trait Notes: Transport {
    #[endpoint(GET, "/notes/<id>", error = ProblemDetails)]
    async fn note(&self, id: u64) -> Result<Note, Error>;

    #[endpoint(GET, "/notes/<id>/draft")]
    async fn draft(&self, id: u64) -> Result<Option<Note>, Error>;

    #[endpoint(GET, "/notes/<id>/draft", response = Option<Note>)]
    async fn nullable(&self, id: u64) -> Result<Option<Note>, Error>;

    #[endpoint(POST, "/notes", body = note, header("Idempotency-Key") = key, idempotent)]
    async fn create(&self, note: &Note, key: Option<&str>) -> Result<Note, Error>;

    #[endpoint(DELETE, "/notes/<id>", response(204) = ())]
    async fn delete(&self, id: u64) -> Result<(), Error>;

    #[endpoint(GET, "/notes/<id>/title")]
    async fn title(&self, id: u64) -> Result<String, Error>;

    #[endpoint(GET, "/notes/<id>/photo")]
    async fn photo(&self, id: u64) -> Result<Bytes, Error>;

    #[endpoint(GET, "/notes/<id>/video", response = Body)]
    async fn video(&self, id: u64) -> Result<Body, Error>;

    #[endpoint(GET, "/notes/<id>/meta", header("If-None-Match") = etag)]
    async fn meta(&self, id: u64, etag: Option<&str>) -> Result<Response<Conditional<Note>>, Error>;

    #[endpoint(GET, "/notes/events", until = "[DONE]")]
    async fn events(&self) -> Result<Events<Note>, Error>;

    #[endpoint(GET, "/notes/log")]
    async fn log(&self) -> Result<Lines<String>, Error>;

    #[endpoint(GET, "/notes/export")]
    async fn export(&self) -> Result<Lines<Note>, Error>;

    #[endpoint(GET, "/search/<path..>?<filter..>&<tags>&sort=name")]
    async fn search(&self, path: &str, filter: &Filter, tags: &[&str]) -> Result<Vec<Note>, Error>;

    #[endpoint(GET, "/notes?<cursor>&<limit>")]
    fn list(&self, cursor: Option<&str>, limit: u32) -> Pages<'_, NotePage>;

    #[endpoint(GET, "/tags")]
    fn tags(&self) -> Pages<'_, LinkPage<String>>;

    #[endpoint(PUT, "/notes/<id>/files", multipart = form, response = ())]
    async fn upload(&self, id: u64, form: Multipart);

    #[endpoint(PUT, "/notes/<id>/video", stream = video, response = ())]
    async fn upload_video(&self, id: u64, video: Body);

    #[endpoint(POST, "/login", form("user") = user, form("grant") = "password", response = ())]
    async fn login(&self, user: &str);

    #[endpoint(GET, "/notes/<id>/shout", format = Shouting)]
    async fn shout(&self, id: u64) -> Result<Note, Error>;
}
impl<T: Transport> Notes for T {}

/// Returns a client on a fake.
pub(crate) fn client(fake: &Fake) -> Client {
    Client::builder().base_url("https://api.example.com/v2").http_client(fake.http_client()).build().unwrap()
}

/// Returns a fake as a transport, and a client on it.
pub(crate) fn transports(fake: &Fake) -> [Box<dyn DynTransport + '_>; 2] {
    [Box::new(fake), Box::new(client(fake))]
}

/// Returns the message of a panic.
pub(crate) fn panic_message<T>(action: impl FnOnce() -> T) -> String {
    let payload = catch_unwind(AssertUnwindSafe(action)).map(|_| ()).unwrap_err();
    payload.downcast_ref::<String>().cloned().unwrap_or_else(|| payload.downcast_ref::<&str>().unwrap().to_string())
}
