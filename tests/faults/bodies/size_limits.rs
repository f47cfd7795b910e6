//! Limits on the size of a body.

use std::sync::mpsc::channel;

use futures_util::stream;
use pivotal_runtime::{Body, Bytes, CallOptions, Client, Delivery, Error, ErrorKind};

use super::error_of_one_request;
use crate::number_api::Api;
use crate::support::scripted::{Event, Script, ScriptedServer, respond, script};

/// A chunk of 64 KiB.
fn chunk() -> Vec<u8> {
    [b"10000\r\n".as_slice(), &vec![b' '; 0x10000], b"\r\n"].concat()
}

/// More than the client's socket buffers, which contain up to 6 MiB on Linux (`tcp_rmem`).
const BUFFERS: usize = 8 << 20;

/// Returns the error of a GET with an endless response, and the number of bytes that were sent.
async fn endless(head: &'static str, client: impl FnOnce(&ScriptedServer) -> Client) -> (Error, usize) {
    let (sending, sent) = channel();
    let server = ScriptedServer::new([script(move |connection| {
        connection.read()?;
        connection.send(head)?;
        let bytes = connection.send_until_ended(chunk())?;
        sending.send(bytes).map_err(std::io::Error::other)
    })]);
    let error = client(&server).get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!(seen.connections(), 1, "not retried");
    assert_eq!(seen.events[0][3..], [Event::Sent(sent.recv().unwrap()), Event::Ended, Event::Closed]);
    let Event::Sent(sent) = seen.events[0][3] else { unreachable!() };
    (error, sent)
}

const CHUNKED: &str = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

fn is_too_large(error: &Error, limit: usize) {
    assert_eq!(error.kind(), ErrorKind::TooLarge, "{error:?}");
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Responded), 1));
    assert!(!error.is_retryable());
    let message = format!(
        "the body of the response is larger than {limit} bytes; raise `max_response_bytes`, or read it as a stream"
    );
    assert_eq!(error.to_string(), format!("GET /number: {message}"));
}

#[tokio::test]
async fn response_is_limited_to_16_mebibytes() {
    let (error, sent) = endless(CHUNKED, ScriptedServer::client).await;
    is_too_large(&error, 16 << 20);
    assert!((16 << 20..(16 << 20) + BUFFERS).contains(&sent), "{sent}");
}

#[tokio::test]
async fn response_limit_can_be_lowered() {
    let (error, sent) = endless(CHUNKED, |server| server.builder().max_response_bytes(1000).build().unwrap()).await;
    is_too_large(&error, 1000);
    assert!((1000..BUFFERS).contains(&sent), "{sent}");
}

#[tokio::test]
async fn response_without_a_length_is_limited() {
    let (error, _) =
        endless("HTTP/1.1 200 OK\r\n\r\n", |server| server.builder().max_response_bytes(1000).build().unwrap()).await;
    is_too_large(&error, 1000);
}

#[tokio::test]
async fn limit_applies_to_received_bytes() {
    // A body may be as large as the limit.
    for (limit, fits) in [(6, false), (7, true), (8, true)] {
        let server = ScriptedServer::new([respond("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n      7")]);
        let result = server.builder().max_response_bytes(limit).build().unwrap().get().await;
        server.finish().await;
        match result {
            Ok(number) => assert!(fits && number == 7, "{limit}"),
            Err(error) => {
                assert!(!fits, "{limit}: {error}");
                is_too_large(&error, limit);
            }
        }
    }
    // The declared length is 1 TiB, and one byte is sent.
    let server = ScriptedServer::new(
        [0, 1].map(|_| -> Script { respond(format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n7", 1_u64 << 40)) }),
    );
    let error = server.client().get().await.unwrap_err();
    server.finish().await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
}

#[tokio::test]
async fn response_limit_can_be_raised() {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", (17 << 20) + 1);
    let long = || respond([head.as_bytes(), &vec![b' '; 17 << 20], b"7"].concat());
    let server = ScriptedServer::new([long(), long()]);
    let client = server.builder().max_response_bytes(32 << 20).build().unwrap();
    assert_eq!(client.get().await.unwrap(), 7);
    let options = CallOptions::new().max_response_bytes(18 << 20);
    assert_eq!(server.client().with(options).get().await.unwrap(), 7);
    server.finish().await;
}

#[tokio::test]
async fn error_contains_64_kibibytes_of_the_body() {
    let head = "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n";
    let (error, sent) = endless(head, ScriptedServer::client).await;
    assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (400, 1));
    assert_eq!((error.body().unwrap().len(), error.is_body_truncated()), (64 << 10, true));
    assert!((64 << 10..BUFFERS).contains(&sent), "{sent}");
}

#[tokio::test]
async fn endless_error_body_is_retried_by_its_status() {
    let head = "HTTP/1.1 503 Service Unavailable\r\nTransfer-Encoding: chunked\r\n\r\n";
    let unavailable = || {
        script(move |connection| {
            connection.read()?;
            connection.send(head)?;
            connection.send_until_ended(chunk()).map(drop)
        })
    };
    let server = ScriptedServer::new([unavailable(), unavailable()]);
    let error = server.client().get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((error.status().unwrap().as_u16(), error.attempts(), seen.connections()), (503, 2, 2));
    assert!(error.is_body_truncated());
}

#[tokio::test]
async fn error_body_of_64_kibibytes_is_not_truncated() {
    for (length, is_truncated) in [((64 << 10) - 1, false), (64 << 10, false), ((64 << 10) + 1, true)] {
        let response = super::response("400 Bad Request", "", vec![b'x'; length]);
        let (error, _) = error_of_one_request(response).await;
        assert_eq!((error.body().unwrap().len(), error.is_body_truncated()), (length.min(64 << 10), is_truncated));
    }
}

/// Otherwise a server could make a client allocate as much as it likes.
#[tokio::test]
async fn announced_length_is_not_allocated() {
    for length in [u64::MAX, u64::MAX / 2, 1 << 46] {
        let chunks = stream::iter(["abc", "def"].map(|chunk| Ok(Bytes::from(chunk))));
        assert_eq!(Body::from_stream(chunks, Some(length)).collect().await.unwrap(), "abcdef");
    }
}
