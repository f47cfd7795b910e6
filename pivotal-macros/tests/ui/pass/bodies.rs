// Each kind of body, and headers from a map.
use pivotal_runtime::http::HeaderMap;
use pivotal_runtime::{Body, Error, Multipart, Transport, endpoint};

#[derive(serde::Serialize)]
pub struct Login<'a> {
    name: &'a str,
}

pub trait Api: Transport {
    #[endpoint(POST, "/json", body = value, response = ())]
    async fn json(&self, value: &[Option<u8>]);
    #[endpoint(POST, "/form", form = login, response = ())]
    async fn form(&self, login: &Login<'_>);
    #[endpoint(POST, "/pairs", form = pairs, response = ())]
    async fn pairs(&self, pairs: &[(&str, u8)]);
    #[endpoint(POST, "/multipart", multipart = parts, response = ())]
    async fn multipart(&self, parts: Multipart);
    #[endpoint(POST, "/text", text = number, header("Content-Type") = "text/csv", response = ())]
    async fn text(&self, number: u8);
    #[endpoint(POST, "/bytes", bytes = content, response = ())]
    async fn bytes(&self, content: &[u8]);
    #[endpoint(POST, "/vec", bytes = content, response = ())]
    async fn vec(&self, content: Vec<u8>);
    #[endpoint(PUT, "/stream/<name>?<size>", stream = content, header(..) = headers, response = ())]
    async fn stream(&self, name: &str, size: Option<u64>, content: Body, headers: &HeaderMap);
    #[endpoint(PUT, "/any", stream = content, header(..) = headers, header("X-After") = "1", response = ())]
    async fn any(&self, content: impl Into<Body>, headers: HeaderMap);
}

impl<T: Transport> Api for T {}

async fn call<C: Api>(api: &C) -> Result<(), Error> {
    api.json(&[None, Some(1)]).await?;
    api.form(&Login { name: "a" }).await?;
    api.pairs(&[("a", 1)]).await?;
    api.multipart(Multipart::new().text("a", "b")).await?;
    api.text(1).await?;
    api.bytes(b"a").await?;
    api.vec(vec![1]).await?;
    api.stream("a", None, Body::empty(), &HeaderMap::new()).await?;
    api.any("text", HeaderMap::new()).await
}

fn main() {
    let _ = call::<pivotal_runtime::Client>;
}
