//! Bodies that are read from a reader.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use pivotal_runtime::{Body, ErrorKind};
use tokio::io::{AsyncRead, AsyncReadExt, ReadBuf};

use super::{Files, NO_CONTENT};
use crate::support::builder_for;
use crate::support::server::{Server, request_of};
use crate::support::staged::{Connection, End, StagedServer};

/// A reader that fails.
struct Broken;

impl AsyncRead for Broken {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, _: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Err(io::Error::other("the disk is gone")))
    }
}

#[tokio::test]
async fn reader_of_known_length_has_content_length() {
    let content = "0123456789".repeat(100_000);
    let body = Body::from_reader(io::Cursor::new(content.clone()), Some(1_000_000));
    let received = request_of(async |api| api.put("a", body).await).await;
    assert_eq!(received.headers("content-length"), ["1000000"]);
    assert!(received.body == content.as_bytes());
}

#[tokio::test]
async fn reader_of_unknown_length_is_sent_in_chunks() {
    let server = StagedServer::start(|connection| {
        assert_eq!(connection.read_head().headers("transfer-encoding"), ["chunked"]);
        let (chunks, end) = connection.read_chunks();
        connection.send(NO_CONTENT);
        (chunks.concat(), end)
    });
    server.client().put("a", Body::from_reader(b"123".chain(&b"45"[..]), None)).await.unwrap();
    assert_eq!(server.finish(), ("12345".to_owned(), End::Complete));
}

#[tokio::test]
async fn failing_reader_fails_the_call() {
    for len in [None, Some(5)] {
        let server = StagedServer::start(Connection::read_to_end);
        let body = Body::from_reader(b"12".chain(Broken), len);
        super::has_the_failure_as_source(&server.client().put("a", body).await.unwrap_err());
        server.finish();
    }
}

#[tokio::test]
async fn reader_of_another_length_fails_the_call() {
    for len in [1, 3] {
        let server = StagedServer::start(Connection::read_to_end);
        let error = server.client().put("a", Body::from_reader(&b"12"[..], Some(len))).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
        server.finish();
    }
}

/// Returns the number of requests to a server that fails once.
async fn attempts(body: Body) -> usize {
    let count = Arc::new(AtomicUsize::new(0));
    let server = Server::responding_with(move |_| match count.fetch_add(1, Ordering::Relaxed) {
        0 => "HTTP/1.1 503 Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
        _ => NO_CONTENT,
    });
    let client = builder_for(server.url()).max_attempts(3).allow_http().build().unwrap();
    let outcome = client.put("a", body).await;
    let sent = server.requests();
    assert_eq!(outcome.is_ok(), sent == 2);
    sent
}

#[tokio::test]
async fn reader_is_sent_once_and_bytes_are_retried() {
    assert_eq!(attempts(Body::from("12")).await, 2);
    assert_eq!(attempts(Body::from_reader(&b"12"[..], Some(2))).await, 1);
}
