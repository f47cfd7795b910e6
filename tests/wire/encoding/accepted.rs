//! `Accept-Encoding`.

use super::Api;
use crate::support::server::{Server, client};

#[tokio::test]
async fn client_accepts_what_it_decodes() {
    let server = Server::responding("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n{\"id\":7}");
    let client = client(&server.url());
    client.item().await.unwrap();
    client.touch().await.unwrap();
    client.body().await.unwrap().collect().await.unwrap();
    for request in server.all_requests() {
        assert_eq!(request.headers("accept-encoding"), ["gzip, br, zstd, deflate"], "{}", request.line);
    }
}

#[tokio::test]
async fn declared_header_is_sent_instead() {
    let server = Server::responding_204();
    client(&server.url()).as_brotli().await.unwrap();
    assert_eq!(server.request().headers("accept-encoding"), ["br"]);
}

/// A range counts the bytes of the encoded form.
#[tokio::test]
async fn range_is_requested_unencoded() {
    let server = Server::responding_204();
    client(&server.url()).range().await.unwrap();
    assert_eq!(server.request().headers("accept-encoding"), Vec::<&str>::new());
}
