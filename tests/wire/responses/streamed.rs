//! Streamed responses.

mod forwarded;

use bytes::Bytes;
use futures_util::{TryStreamExt, stream};
use pivotal_runtime::{Body, Delivery, Error, ErrorKind, Response, Transport, endpoint};

use super::JSON;
use crate::support::gate::gate;
use crate::support::server::{Server, outcome_of};
use crate::support::staged::StagedServer;

trait Files: Transport {
    #[endpoint(GET, "/file")]
    async fn file(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/file", response = Body)]
    async fn response(&self) -> Result<Response<Body>, Error>;

    #[endpoint(GET, "/file", response = Body)]
    async fn find(&self) -> Result<Option<Body>, Error>;

    #[endpoint(GET, "/file")]
    async fn find_response(&self) -> Result<Response<Option<Body>>, Error>;

    #[endpoint(PUT, "/file", stream = body, response = ())]
    async fn put(&self, body: Body);

    #[endpoint(POST, "/files")]
    async fn make(&self) -> Result<Body, Error>;
}
impl<T: Transport> Files for T {}

/// The server sends the second chunk only after the client has read the first.
#[tokio::test]
async fn stream_returns_a_chunk_before_the_next_is_sent() {
    let heads = [
        ("Content-Length: 10\r\n\r\nfirst", "-last", Some(10)),
        ("Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n", "5\r\n-last\r\n0\r\n\r\n", None),
        ("Connection: close\r\n\r\nfirst", "-last", None),
    ];
    for (start, rest, len) in heads {
        let (read, first_is_read) = gate();
        let server = StagedServer::start(move |connection| {
            connection.read_head();
            connection.send(format!("HTTP/1.1 200 OK\r\n{start}"));
            first_is_read.wait();
            connection.send(rest);
        });
        let mut body = server.client().file().await.unwrap();
        assert_eq!(body.len(), len);
        assert!(body.as_bytes().is_none(), "the body is not in memory");
        assert_eq!(body.chunk().await.unwrap().unwrap(), "first");
        read.open();
        assert_eq!(body.chunk().await.unwrap().unwrap(), "-last");
        assert_eq!(body.chunk().await.unwrap(), None);
        server.finish();
    }
}

#[tokio::test]
async fn streamed_response_has_headers_before_its_body() {
    let (seen, headers_are_seen) = gate();
    let server = StagedServer::start(move |connection| {
        connection.read_head();
        connection.send("HTTP/1.1 206 Partial\r\nETag: \"1\"\r\nContent-Length: 4\r\n\r\n");
        headers_are_seen.wait();
        connection.send("body");
    });
    let response = server.client().response().await.unwrap();
    assert_eq!((response.status().as_u16(), &response.headers()["etag"]), (206, &"\"1\"".parse().unwrap()));
    seen.open();
    assert_eq!(response.into_inner().collect().await.unwrap(), "body");
}

#[tokio::test]
async fn long_stream_is_complete() {
    let long: Vec<u8> = (0..=255).cycle().take(3_000_000).collect();
    let body = outcome_of(200, &[], &long, async |api| api.file().await).await.unwrap();
    assert_eq!(body.len(), Some(3_000_000));
    assert_eq!(body.collect().await.unwrap(), long);
    let body = outcome_of(200, &[], &long, async |api| api.find().await).await.unwrap().unwrap();
    let chunks: Vec<_> = body.try_collect().await.unwrap();
    assert_eq!(chunks.concat(), long);
}

#[tokio::test]
async fn empty_stream_has_no_chunks() {
    for status in [200, 204] {
        let mut body = outcome_of(status, &[], "", async |api| api.file().await).await.unwrap();
        assert_eq!(body.chunk().await.unwrap(), None);
    }
}

#[tokio::test]
async fn error_of_a_streamed_response_has_its_body() {
    let envelope = r#"{"error":{"type":"conflict","code":"busy","message":"Later"}}"#;
    for error in [
        outcome_of(409, &[JSON], envelope, async |api| api.file().await).await.unwrap_err(),
        outcome_of(409, &[JSON], envelope, async |api| api.response().await).await.unwrap_err(),
        outcome_of(409, &[JSON], envelope, async |api| api.find().await).await.unwrap_err(),
        outcome_of(409, &[JSON], envelope, async |api| api.find_response().await).await.unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.code(), error.message()), (ErrorKind::Api, Some("busy"), Some("Later")));
        assert_eq!(error.body(), Some(envelope.as_bytes()));
    }
    assert!(outcome_of(404, &[JSON], envelope, async |api| api.file().await).await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn optional_stream_is_none_on_404() {
    assert!(outcome_of(404, &[], "gone", async |api| api.find().await).await.unwrap().is_none());
    let absent = outcome_of(404, &[("X-Why", "gone")], "", async |api| api.find_response().await).await.unwrap();
    assert_eq!((absent.status().as_u16(), &absent.headers()["x-why"]), (404, &"gone".parse().unwrap()));
    assert!(absent.into_inner().is_none());
    let found = outcome_of(200, &[], "here", async |api| api.find_response().await).await.unwrap();
    assert_eq!(found.into_inner().unwrap().collect().await.unwrap(), "here");
}

/// Reads the first chunk, and returns the error after it.
async fn error_of_incomplete(response: &str) -> Error {
    let server = Server::responding_and_closing(format!("HTTP/1.1 200 OK\r\n{response}"));
    let mut body = server.client().file().await.unwrap();
    assert_eq!(body.chunk().await.unwrap().unwrap(), "first");
    let error = body.chunk().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert!(error.is_retryable());
    let body = server.client().file().await.unwrap();
    assert_eq!(body.collect().await.unwrap_err().kind(), ErrorKind::Transport);
    error
}

#[tokio::test]
async fn incomplete_stream_ends_with_an_error() {
    error_of_incomplete("Content-Length: 10\r\n\r\nfirst").await;
    error_of_incomplete("Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n").await;
    error_of_incomplete("Transfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\nzz\r\n").await;
}

#[tokio::test]
async fn error_of_an_incomplete_stream_has_the_endpoint() {
    let error = error_of_incomplete("Content-Length: 10\r\n\r\nfirst").await;
    assert_eq!(error.endpoint().map(ToString::to_string).as_deref(), Some("GET /file"));
}

/// With the key, the call can be repeated without doing its work twice.
#[tokio::test]
async fn error_of_an_incomplete_stream_has_the_idempotency_key() {
    let server = Server::responding_and_closing("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nfirst");
    let error = server.client().make().await.unwrap().collect().await.unwrap_err();
    assert_eq!((error.attempts(), error.delivery()), (1, Some(Delivery::Unknown)));
    assert_eq!(error.idempotency_key(), Some(server.request().headers("idempotency-key")[0]));
}

#[tokio::test]
async fn dropped_stream_closes_the_connection() {
    let server = StagedServer::start(|connection| {
        connection.read_head();
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\nfirst");
        connection.read_to_end()
    });
    let mut body = server.client().file().await.unwrap();
    assert_eq!(body.chunk().await.unwrap().unwrap(), "first");
    drop(body);
    // A task of its own closes the connection.
    let rest = tokio::task::spawn_blocking(|| server.finish()).await.unwrap();
    assert!(rest.is_empty());
}

/// Some streams panic when they are polled after their end.
#[tokio::test]
async fn stream_is_not_polled_after_its_end() {
    let stream = stream::unfold(0, async |sent| (sent < 2).then(|| (Ok(Bytes::from("piece")), sent + 1)));
    let mut body = Body::from_stream(stream, None);
    while body.chunk().await.unwrap().is_some() {}
    assert_eq!(body.chunk().await.unwrap(), None);
    assert_eq!(body.collect().await.unwrap(), "");
}

#[tokio::test]
async fn read_stream_is_empty() {
    let mut body = outcome_of(200, &[], "response", async |api| api.file().await).await.unwrap();
    while body.chunk().await.unwrap().is_some() {}
    assert!(body.is_empty(), "{body:?}");
}
