//! A body as a reader, and as lines of text.

use std::io::{self, BufRead, Read};

use futures_util::stream;
use pivotal_runtime::{Body, Bytes, Error, ErrorKind, Transport, endpoint};
use tokio::io::{AsyncBufReadExt, AsyncReadExt};

use super::{in_pieces, rest, values};
use crate::support::server::{Server, client};

trait Files: Transport {
    #[endpoint(GET, "/file")]
    async fn file(&self) -> Result<Body, Error>;
}
impl<T: Transport> Files for T {}

#[tokio::test]
async fn reader_returns_bytes_before_the_next_are_sent() {
    in_pieces("text/plain", &["first\nse", "cond"], async |client, gates| {
        let mut reader = client.file().await.unwrap().into_reader();
        let mut start = [0; 3];
        reader.read_exact(&mut start).await.unwrap();
        assert_eq!(&start, b"fir");
        let mut line = String::new();
        reader.read_line(&mut line).await.unwrap();
        assert_eq!(line, "st\n");
        gates[0].open();
        // The rest, of which two bytes were received already.
        assert_eq!(reader.into_body().collect().await.unwrap(), "second");
    })
    .await;
}

#[tokio::test]
async fn rest_of_a_reader_has_its_length() {
    let mut reader = Body::from("123456").into_reader();
    reader.read_exact(&mut [0; 2]).await.unwrap();
    let rest = reader.into_body();
    assert_eq!((rest.len(), rest.collect().await.unwrap()), (Some(4), Bytes::from("3456")));
}

/// Returns a body that fails after its first piece.
fn failing() -> Body {
    Body::from_stream(stream::iter([Ok(Bytes::from("a\nb")), Err(Error::transport("the disk is gone"))]), None)
}

#[track_caller]
fn check(error: io::Error) {
    assert_eq!(error.kind(), io::ErrorKind::ConnectionAborted);
    let error = error.downcast::<Error>().unwrap();
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn error_of_a_reader_contains_that_of_the_body() {
    let mut read = Vec::new();
    check(failing().into_reader().read_to_end(&mut read).await.unwrap_err());
    assert_eq!(read, b"a\nb");
    let mut lines = failing().into_reader().lines();
    assert_eq!(lines.next_line().await.unwrap().unwrap(), "a");
    check(lines.next_line().await.unwrap_err());
}

#[tokio::test]
async fn body_is_read_line_by_line() {
    in_pieces("text/plain", &["one\r", "\n\ntw", "o"], async |client, gates| {
        let mut lines = client.file().await.unwrap().into_lines();
        gates[0].open();
        assert_eq!(lines.next().await.unwrap().unwrap(), "one");
        assert_eq!(lines.next().await.unwrap().unwrap(), "");
        gates[1].open();
        assert_eq!(lines.next().await.unwrap().unwrap(), "two");
        assert!(lines.next().await.is_none());
    })
    .await;
    assert_eq!(values(Body::from("a\nb\n").into_lines()).await, ["a", "b"]);
    let [first, error] = rest(failing().into_lines()).await.try_into().unwrap();
    assert_eq!((first.unwrap(), error.unwrap_err().kind()), ("a".to_owned(), ErrorKind::Transport));
    let [first, error, last] = rest(Body::from(&b"a\n\xff\nb"[..]).into_lines()).await.try_into().unwrap();
    assert_eq!((first.unwrap(), last.unwrap()), ("a".to_owned(), "b".to_owned()));
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.to_string(), "the body could not be read: expected text in UTF-8, line 2");
}

#[tokio::test]
async fn lost_connection_is_an_error_of_every_face() {
    let response = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nfirst\nse";
    let server = Server::responding_and_closing(response);
    let client = client(&server.url());
    let mut text = String::new();
    check(client.file().await.unwrap().into_reader().read_to_string(&mut text).await.unwrap_err());
    let [first, error] = rest(client.file().await.unwrap().into_lines()).await.try_into().unwrap();
    assert_eq!((first.unwrap(), error.unwrap_err().kind()), ("first".to_owned(), ErrorKind::Transport));
}

#[test]
fn body_in_memory_is_read_without_a_runtime() {
    let mut text = String::new();
    Body::from("one\ntwo").blocking_reader().read_to_string(&mut text).unwrap();
    assert_eq!(text, "one\ntwo");
    let lines: Result<Vec<_>, _> = Body::from("one\ntwo").blocking_reader().lines().collect();
    assert_eq!(lines.unwrap(), ["one", "two"]);
    let mut lines = failing().into_lines().blocking_iter();
    assert_eq!(lines.next().unwrap().unwrap(), "a");
    assert_eq!(lines.next().unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(lines.next().is_none());
}
