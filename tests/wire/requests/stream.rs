//! Streamed bodies.

mod readers;

use std::error::Error as StdError;

use bytes::Bytes;
use futures_util::{StreamExt, stream};
use pivotal_runtime::parameter::StreamBody;
use pivotal_runtime::{Body, Delivery, Error, ErrorKind, Transport, endpoint};

use crate::support::gate::{Gate, gate};
use crate::support::server::{Server, request_of};
use crate::support::staged::{Connection, End, StagedServer};

trait Files: Transport {
    #[endpoint(PUT, "/files/<name>", stream = body, response = ())]
    async fn put(&self, name: &str, body: Body);

    #[endpoint(PUT, "/files", stream = body, response = ())]
    async fn put_any<B: StreamBody>(&self, body: B);

    #[endpoint(PUT, "/files/<name>", stream = body, response = ())]
    async fn put_converted(&self, name: &str, body: impl Into<Body>);
}
impl<T: Transport> Files for T {}

const NO_CONTENT: &str = "HTTP/1.1 204 No Content\r\n\r\n";

/// Returns a stream of these pieces, where `!` represents a failure.
fn body(pieces: &'static [&'static str], len: Option<u64>) -> Body {
    let pieces = pieces.iter().map(|piece| match *piece {
        "!" => Err(Error::transport("the disk is gone")),
        piece => Ok(Bytes::from(piece)),
    });
    Body::from_stream(stream::iter(pieces), len)
}

#[tokio::test]
async fn stream_of_known_length_has_content_length() {
    let received = request_of(async |api| api.put("a", body(&["12345", "", "67890"], Some(10))).await).await;
    assert_eq!(received.line, "PUT /files/a HTTP/1.1");
    assert_eq!(received.headers("content-length"), ["10"]);
    assert_eq!(received.headers("content-type"), ["application/octet-stream"]);
    assert_eq!(received.body, b"1234567890");
}

#[tokio::test]
async fn bytes_in_memory_have_a_known_length() {
    for received in [
        request_of(async |api| api.put("a", Body::from("12345")).await).await,
        request_of(async |api| api.put_converted("a", b"12345".to_vec()).await).await,
        request_of(async |api| api.put_converted("a", "12345").await).await,
        request_of(async |api| api.put_any(Bytes::from("12345")).await).await,
        request_of(async |api| api.put_any(b"12345".to_vec()).await).await,
        request_of(async |api| api.put_any(b"12345".as_slice()).await).await,
        request_of(async |api| api.put_any("12345").await).await,
        request_of(async |api| api.put_any(Some("12345".to_owned())).await).await,
    ] {
        assert_eq!((received.headers("content-length"), &*received.body), (vec!["5"], &b"12345"[..]));
    }
}

#[tokio::test]
async fn stream_of_unknown_length_is_sent_in_chunks() {
    let server = StagedServer::start(|connection| {
        let head = connection.read_head();
        let body = connection.read_chunks();
        connection.send(NO_CONTENT);
        (head, body)
    });
    server.client().put("a", body(&["12345", "67890"], None)).await.unwrap();
    let (head, (chunks, end)) = server.finish();
    assert_eq!(head.headers("transfer-encoding"), ["chunked"]);
    assert!(head.headers("content-length").is_empty());
    assert_eq!(head.headers("content-type"), ["application/octet-stream"]);
    assert_eq!((chunks.concat().as_str(), end), ("1234567890", End::Complete));
}

/// The second piece is produced when the first has arrived.
#[tokio::test]
async fn chunk_is_sent_before_the_next_is_produced() {
    let (arrived, first_has_arrived) = gate();
    let server = StagedServer::start(move |connection| {
        connection.read_head();
        assert_eq!((connection.read_line(), connection.read_line()), ("5\r\n".to_owned(), "first\r\n".to_owned()));
        arrived.open();
        let rest = connection.read_chunks();
        connection.send(NO_CONTENT);
        rest
    });
    let second = stream::once(async move {
        tokio::task::spawn_blocking(move || first_has_arrived.wait()).await.unwrap();
        Ok(Bytes::from("second"))
    });
    let body = stream::iter([Ok(Bytes::from("first"))]).chain(second);
    server.client().put("a", Body::from_stream(body, None)).await.unwrap();
    assert_eq!(server.finish(), (vec!["second".to_owned()], End::Complete));
}

/// Checks that the error has the failure of the stream as its source.
#[track_caller]
fn has_the_failure_as_source(error: &Error) {
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert_eq!(error.endpoint().unwrap().to_string(), "PUT /files/<name>");
    let mut last: &dyn StdError = error;
    while let Some(cause) = last.source() {
        last = cause;
    }
    assert_eq!(last.to_string(), "the disk is gone", "{error:?}");
}

/// Returns a stream of one piece that fails when the piece has arrived.
fn fails_after(first: &'static str, arrived: Gate, len: Option<u64>) -> Body {
    let failure = stream::once(async move {
        tokio::task::spawn_blocking(move || arrived.wait()).await.unwrap();
        Err(Error::transport("the disk is gone"))
    });
    Body::from_stream(stream::iter([Ok(Bytes::from(first))]).chain(failure), len)
}

/// More bytes must not be truncated silently, whether they are there at once or later.
#[tokio::test]
async fn stream_beyond_its_length_fails_the_call() {
    let pieces = |late: bool| {
        let (first, second) = (Ok(Bytes::from("12345")), Ok(Bytes::from("67890")));
        let second = stream::once(async move {
            if late {
                tokio::task::yield_now().await;
            }
            second
        });
        stream::iter([first]).chain(second)
    };
    for (late, len) in [(false, 5), (true, 5), (false, 7), (true, 7)] {
        let server = StagedServer::start(Connection::read_to_end);
        let error = server.client().put("a", Body::from_stream(pieces(late), Some(len))).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{len}");
        let arrived = String::from_utf8(server.finish()).unwrap();
        assert!(!arrived.contains("67890"), "{arrived:?}");
    }
    let server = Server::responding_204();
    let error = server.client().put("a", Body::from_stream(pieces(false), Some(0))).await.unwrap_err();
    assert_eq!((error.kind(), server.requests()), (ErrorKind::Transport, 0));
}

#[tokio::test]
async fn stream_of_the_length_0_is_sent() {
    let received = request_of(async |api| api.put("a", body(&[], Some(0))).await).await;
    assert_eq!((received.headers("content-length"), &*received.body), (vec!["0"], &b""[..]));
}

#[tokio::test]
async fn failing_stream_fails_the_call() {
    let (arrived, first_has_arrived) = gate();
    let server = StagedServer::start(move |connection| {
        connection.read_head();
        assert_eq!((connection.read_line(), connection.read_line()), ("5\r\n".to_owned(), "12345\r\n".to_owned()));
        arrived.open();
        connection.read_chunks()
    });
    let error = server.client().put("a", fails_after("12345", first_has_arrived, None)).await.unwrap_err();
    has_the_failure_as_source(&error);
    assert_eq!(server.finish(), (vec![], End::ConnectionLost));
}

#[tokio::test]
async fn failing_stream_of_known_length_fails_the_call() {
    let (arrived, first_has_arrived) = gate();
    let server = StagedServer::start(move |connection| {
        assert_eq!(connection.read_head().headers("content-length"), ["10"]);
        connection.read_exact(&mut [0; 5]);
        arrived.open();
        connection.read_to_end()
    });
    let error = server.client().put("a", fails_after("12345", first_has_arrived, Some(10))).await.unwrap_err();
    has_the_failure_as_source(&error);
    assert!(server.finish().is_empty());
}

#[tokio::test]
async fn failing_stream_sends_no_complete_request() {
    for (pieces, len) in [(&["!"][..], None), (&["12345", "!", "67890"], None), (&["12345", "!", "67890"], Some(10))] {
        let server = StagedServer::start(|connection| String::from_utf8(connection.read_to_end()).unwrap());
        has_the_failure_as_source(&server.client().put("a", body(pieces, len)).await.unwrap_err());
        let arrived = server.finish();
        assert!(!arrived.contains("\r\n0\r\n") && !arrived.contains("67890"), "{arrived:?}");
    }
}

/// A stream can fail at its end, for example because of a wrong checksum.
#[tokio::test]
async fn stream_failing_after_its_last_byte_sends_no_complete_request() {
    let server = StagedServer::start(|connection| String::from_utf8(connection.read_to_end()).unwrap());
    has_the_failure_as_source(&server.client().put("a", body(&["12345", "67890", "!"], Some(10))).await.unwrap_err());
    let arrived = server.finish();
    assert!(!arrived.contains("67890"), "{arrived:?}");
}

/// The stream can be the body of another response, whose server refused it.
#[tokio::test]
async fn error_of_a_stream_is_not_treated_as_a_refusal() {
    let server = StagedServer::start(|connection| String::from_utf8(connection.read_to_end()).unwrap());
    let failure = Error::transport("Reset(StreamId(1), REFUSED_STREAM, Remote)");
    let pieces = stream::iter([Ok(Bytes::from("12345")), Err(failure)]);
    let error = server.client().put("a", Body::from_stream(pieces, None)).await.unwrap_err();
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Some(Delivery::Unknown)), "{error:?}");
    server.finish();
}

#[tokio::test]
async fn stream_shorter_than_its_length_fails_the_call() {
    let server = StagedServer::start(|connection| String::from_utf8(connection.read_to_end()).unwrap());
    let error = server.client().put("a", body(&["12345"], Some(10))).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    let arrived = server.finish();
    assert!(arrived.is_empty() || arrived.ends_with("\r\n\r\n") || arrived.ends_with("12345"), "{arrived:?}");
}

/// Otherwise the body would be truncated silently. The server never gets as many bytes as it expects.
#[tokio::test]
async fn stream_longer_than_its_length_fails_the_call() {
    for pieces in [&["12345", "67890"][..], &["1234567890"], &["12345", "", "67890"], &["12", "3456"]] {
        let server = StagedServer::start(|connection| String::from_utf8(connection.read_to_end()).unwrap());
        let error = server.client().put("a", body(pieces, Some(5))).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
        let mut cause: &dyn StdError = &error;
        while let Some(source) = cause.source() {
            cause = source;
        }
        assert!(cause.to_string().contains("longer than its declared length"), "{pieces:?}: {error:?}");
        let arrived = server.finish();
        let body = arrived.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        assert!(body.is_empty() || body == "12", "{arrived:?}");
    }
}
