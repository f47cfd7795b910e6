//! The endpoints of the suite.

use pivotal_runtime::{Body, Client, Error, Lines, Transport, endpoint};

use crate::support::server::Server;
use crate::transport::builder_without_api;

pub(crate) trait Notes: Transport {
    #[endpoint(GET, "/books/<book>/notes/<id>?<version>", operation = "getNote")]
    async fn note(&self, book: &str, id: u64, version: Option<u8>) -> Result<u8, Error>;

    #[endpoint(GET, "/notes/<id>")]
    async fn find(&self, id: u64) -> Result<Option<u8>, Error>;

    #[endpoint(POST, "/notes", body = number)]
    async fn create(&self, number: u8) -> Result<u8, Error>;

    #[endpoint("PURGE", "/notes/<id>")]
    async fn purge(&self, id: u64) -> Result<u8, Error>;

    #[endpoint(GET, "<url>")]
    async fn open(&self, url: &str) -> Result<u8, Error>;

    #[endpoint(GET, "/notes/<id>/file")]
    async fn file(&self, id: u64) -> Result<Body, Error>;

    #[endpoint(GET, "/notes/<id>/lines")]
    async fn lines(&self, id: u64) -> Result<Lines<u8>, Error>;
}
impl<T: Transport> Notes for T {}

/// Returns a client without retries.
pub(crate) fn client(server: &Server) -> Client {
    builder_without_api().base_url(server.url()).max_attempts(1).build().unwrap()
}

/// Returns a client that retries at once.
pub(crate) fn retrying(url: impl Into<String>) -> Client {
    let none = std::time::Duration::ZERO;
    builder_without_api().base_url(url).initial_backoff(none).build().unwrap()
}

/// Returns the bytes of a response with this status and the body `7`.
pub(crate) fn response(status: u16) -> String {
    format!("HTTP/1.1 {status} X\r\nContent-Length: 1\r\n\r\n7")
}

/// Returns a server that sends these responses in their order, and then the last one.
pub(crate) fn server(responses: impl IntoIterator<Item = String>) -> Server {
    let responses: Vec<String> = responses.into_iter().collect();
    let sent = std::sync::atomic::AtomicUsize::new(0);
    Server::responding_with(move |_| {
        let number = sent.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        responses[number.min(responses.len() - 1)].clone()
    })
}
