//! Endpoints that are plain functions, and the blocking client.

mod anywhere;
mod fake;
mod outcomes;
mod streams;
mod threads;

use pivotal_api::PivotalKey;
use pivotal_runtime::{BlockingTransport, Body, Error, Response, blocking, endpoint};

use crate::support::server::Server;
use crate::support::{KEY, SEVEN};
use crate::transport::builder;

trait Notes: BlockingTransport {
    #[endpoint(GET, "/notes/<id>?<lang>", operation = "get-note")]
    fn note(&self, id: u32, lang: Option<&str>) -> Result<u8, Error>;

    #[endpoint(GET, "/notes/<id>", response = u8)]
    fn find(&self, id: u32) -> Result<Option<u8>, Error>;

    #[endpoint(PUT, "/notes/<id>", body = note, header("If-Match") = etag, response = u8)]
    fn put(&self, id: u32, note: &str, etag: Option<&str>) -> Result<Response<u8>, Own>;

    #[endpoint(POST, "/notes", stream = body, response = Body)]
    fn copy(&self, body: Body) -> Result<Body, Error>;
}
impl<T: BlockingTransport> Notes for T {}

#[derive(Debug)]
struct Own(Error);

impl From<Error> for Own {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

fn client(url: &str) -> blocking::Client {
    blocking::Client::from_client(builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).build().unwrap())
        .unwrap()
}

fn client_of(server: &Server) -> blocking::Client {
    client(&server.url())
}
