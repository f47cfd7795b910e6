//! Bodies that pass through layers.

use futures_util::stream;
use pivotal_runtime::http::Request;
use pivotal_runtime::http::header::CONTENT_LENGTH;
use pivotal_runtime::{Body, Bytes, Delivery, Error, Transport, endpoint};
use tower::util::MapRequestLayer;
use tower_http::map_request_body::MapRequestBodyLayer;
use tower_http::map_response_body::MapResponseBodyLayer;

use super::{Api, SEVEN, appending, builder};
use crate::support::gate::gate;
use crate::support::server::Server;
use crate::support::staged::StagedServer;

trait Empty: Transport {
    #[endpoint(POST, "/empty")]
    async fn post_empty(&self) -> Result<u8, Error>;
}
impl<T: Transport> Empty for T {}

const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\n\r\n";

fn upload(len: Option<u64>) -> Body {
    Body::from_stream(stream::iter(["12345", "67890"].map(|piece| Ok(Bytes::from(piece)))), len)
}

#[tokio::test]
async fn streamed_upload_keeps_its_length() {
    let server = Server::responding(NO_CONTENT);
    let plain = builder(server.url()).layer(appending("x-layer", "1")).build().unwrap();
    let mapped = builder(server.url()).layer(MapRequestBodyLayer::new(Box::new)).build().unwrap();
    for client in [plain, mapped] {
        client.put(upload(Some(10))).await.unwrap();
        let request = server.request();
        assert_eq!((request.headers("content-length"), &*request.body), (vec!["10"], &b"1234567890"[..]));
    }
}

#[tokio::test]
async fn streamed_upload_of_unknown_length_is_sent_in_chunks() {
    let server = StagedServer::start(|connection| {
        let head = connection.read_head();
        let (chunks, _) = connection.read_chunks();
        connection.send(NO_CONTENT);
        (head, chunks.concat())
    });
    let url = server.url();
    let client = builder(url).layer(MapRequestBodyLayer::new(Box::new)).build().unwrap();
    client.put(upload(None)).await.unwrap();
    let (head, body) = server.finish();
    assert_eq!((head.headers("content-length"), &*body), (vec![], "1234567890"));
}

#[tokio::test]
async fn error_of_a_streamed_upload_is_kept() {
    let server = Server::responding(NO_CONTENT);
    let client = builder(server.url()).layer(MapRequestBodyLayer::new(Box::new)).build().unwrap();
    let failing = || Body::from_stream(stream::iter([Err(Error::transport("the disk is gone"))]), Some(5));
    let error = client.put(failing()).await.unwrap_err();
    let plain = builder(server.url()).build().unwrap().put(failing()).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (plain.kind(), Some(Delivery::Unknown)), "{error:?}");
    assert_eq!((error.to_string(), error.attempts()), (plain.to_string(), 1));
}

#[tokio::test]
async fn streamed_response_arrives_chunk_by_chunk() {
    let boxed = MapResponseBodyLayer::new(Box::new);
    for builder in [builder("http://x").layer(appending("x-layer", "1")), builder("http://x").layer(boxed)] {
        let (read, first_is_read) = gate();
        let server = StagedServer::start(move |connection| {
            connection.read_head();
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
            first_is_read.wait();
            connection.send("-last");
        });
        let mut body = builder.base_url(server.url()).build().unwrap().file().await.unwrap();
        assert_eq!(body.len(), Some(10));
        assert_eq!(body.chunk().await.unwrap().unwrap(), "first");
        read.open();
        assert_eq!(body.chunk().await.unwrap().unwrap(), "-last");
        assert_eq!(body.chunk().await.unwrap(), None);
        server.finish();
    }
}

#[tokio::test]
async fn body_that_a_layer_adds_has_a_length() {
    let server = Server::responding(SEVEN);
    let filled = MapRequestLayer::new(|request: Request<Body>| request.map(|_| Body::from("added")));
    builder(server.url()).layer(filled).build().unwrap().post_empty().await.unwrap();
    let request = server.request();
    assert_eq!((request.headers("content-length"), &*request.body), (vec!["5"], &b"added"[..]));
    builder(server.url()).layer(appending("x-layer", "1")).build().unwrap().post_empty().await.unwrap();
    assert_eq!(server.request().headers("content-length"), ["0"]);
}

#[tokio::test]
async fn length_that_a_layer_sets_is_kept() {
    let server = Server::responding(NO_CONTENT);
    let sized = MapRequestLayer::new(|mut request: Request<Body>| {
        request.headers_mut().insert(CONTENT_LENGTH, 10.into());
        request
    });
    builder(server.url()).layer(sized).build().unwrap().put(upload(None)).await.unwrap();
    let request = server.request();
    assert_eq!((request.headers("content-length"), &*request.body), (vec!["10"], &b"1234567890"[..]));
}
