// Each kind of body in an `Option`, borrowed and owned.
use pivotal_runtime::{Body, Bytes, Error, Json, Lines, Multipart, Transport, endpoint};

#[derive(serde::Serialize)]
pub struct Note<'a> {
    text: &'a str,
}

pub trait Api: Transport {
    #[endpoint(PUT, "/json", body = note, response = ())]
    async fn json(&self, note: Option<&Note<'_>>);
    #[endpoint(PUT, "/owned", body = note, response = ())]
    async fn owned(&self, note: Option<Note<'_>>);
    #[endpoint(PUT, "/borrowed", body = note, response = ())]
    async fn borrowed(&self, note: &Option<Note<'_>>);
    #[endpoint(PUT, "/formatted", body = note, format = Json, response = ())]
    async fn formatted(&self, note: Option<&Note<'_>>);
    #[endpoint(PUT, "/form", form = note, response = ())]
    async fn form(&self, note: Option<&Note<'_>>);
    #[endpoint(PUT, "/form", form("kind") = kind, form = note, response = ())]
    async fn form_fields(&self, kind: Option<u8>, note: Option<&Note<'_>>);
    #[endpoint(PUT, "/text", text = text, response = ())]
    async fn text(&self, text: Option<&str>);
    #[endpoint(PUT, "/bytes", bytes = bytes, response = ())]
    async fn bytes(&self, bytes: Option<Bytes>);
    #[endpoint(PUT, "/slice", bytes = bytes, response = ())]
    async fn slice(&self, bytes: Option<&[u8]>);
    #[endpoint(PUT, "/stream", stream = body, response = ())]
    async fn stream(&self, body: Option<Body>);
    #[endpoint(PUT, "/any", stream = body, response = ())]
    async fn any(&self, body: impl Into<Option<Body>>);
    #[endpoint(PUT, "/lines", stream = lines, response = ())]
    async fn lines(&self, lines: Option<Lines<u8>>);
    #[endpoint(PUT, "/multipart", multipart = parts, response = ())]
    async fn multipart(&self, parts: Option<Multipart>);
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(api: &C) -> Result<(), Error> {
    api.json(None).await?;
    api.owned(Some(Note { text: "a" })).await?;
    api.borrowed(&None).await?;
    api.formatted(None).await?;
    api.form(Some(&Note { text: "a" })).await?;
    api.form_fields(Some(1), None).await?;
    api.text(None).await?;
    api.bytes(None).await?;
    api.slice(Some(b"a")).await?;
    api.stream(Some(Body::empty())).await?;
    api.any(Body::empty()).await?;
    api.lines(None).await?;
    api.multipart(None).await
}

fn main() {
    let _ = call::<pivotal_runtime::Client>;
}
