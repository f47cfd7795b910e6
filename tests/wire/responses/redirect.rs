//! Redirects.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};

use super::{ITEM, Item};
use crate::support::server::Server;

trait Items: Transport {
    #[endpoint(GET, "/items/<id>")]
    async fn get(&self, id: u32) -> Result<Item, Error>;

    #[endpoint(GET, "/items/<id>/file", response = (), success = 302)]
    async fn file(&self, id: u32) -> Result<pivotal_runtime::Response<()>, Error>;
}
impl<T: Transport> Items for T {}

fn redirecting_to(status: u16, location: &str) -> Server {
    let body = format!("Content-Length: {}\r\n\r\n{ITEM}", ITEM.len());
    Server::responding(format!("HTTP/1.1 {status} Moved\r\nLocation: {location}\r\n{body}"))
}

#[tokio::test]
async fn redirect_to_the_same_server_is_not_followed() {
    let server = redirecting_to(307, "/elsewhere");
    let error = server.client().get(1).await.unwrap_err();
    assert_eq!((error.kind(), error.body()), (ErrorKind::Redirect, Some(ITEM.as_bytes())));
    assert_eq!(server.request().target(), "/items/1");
    assert_eq!(server.connections(), 1);
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn declared_redirect_is_a_success() {
    let target = Server::responding_204();
    let server = redirecting_to(302, &target.url());
    let found = server.client().file(1).await.unwrap();
    assert_eq!(found.headers()["location"], target.url());
    assert_eq!(target.connections(), 0);
}

#[tokio::test]
async fn redirect_without_a_location_is_an_api_error() {
    for status in [300, 301, 302, 304, 307, 399] {
        let server = Server::responding(format!("HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n"));
        let error = server.client().get(1).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
        assert!(!error.is_retryable());
    }
}
