//! A body without an end: rows 38 and 39.

use std::sync::mpsc::channel;

use pivotal_runtime::{CallOptions, Client, Delivery, Error, ErrorKind};

use super::error_of_one;
use crate::server::{Api, Event, Script, Server, answers, script};

/// A chunk of 64 KiB.
fn chunk() -> Vec<u8> {
    [b"10000\r\n".as_slice(), &vec![b' '; 0x10000], b"\r\n"].concat()
}

/// How much the socket of the client may hold beyond what it read: 6 MiB on Linux (`tcp_rmem`), and some.
const BUFFERS: usize = 8 << 20;

/// The error of a GET whose answer does not end, and how many bytes of it the client let come.
async fn endless(head: &'static str, client: impl FnOnce(&Server) -> Client) -> (Error, usize) {
    let (telling, told) = channel();
    let server = Server::new([script(move |connection| {
        connection.read()?;
        connection.send(head)?;
        let sent = connection.send_until_ended(chunk())?;
        telling.send(sent).map_err(std::io::Error::other)
    })]);
    let error = client(&server).get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!(seen.connections(), 1, "it would have no end the next time either");
    assert_eq!(seen.events[0][3..], [Event::Sent(told.recv().unwrap()), Event::Ended, Event::Closed]);
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
async fn row_038_reading_stops_at_16_mebibytes() {
    let (error, sent) = endless(CHUNKED, Server::client).await;
    is_too_large(&error, 16 << 20);
    assert!((16 << 20..(16 << 20) + BUFFERS).contains(&sent), "{sent}");
}

#[tokio::test]
async fn row_038_the_limit_can_be_set() {
    let (error, sent) = endless(CHUNKED, |server| server.builder().max_response_bytes(1000).build().unwrap()).await;
    is_too_large(&error, 1000);
    assert!((1000..BUFFERS).contains(&sent), "{sent}");
}

#[tokio::test]
async fn row_038_until_the_connection_closes() {
    let (error, _) =
        endless("HTTP/1.1 200 OK\r\n\r\n", |server| server.builder().max_response_bytes(1000).build().unwrap()).await;
    is_too_large(&error, 1000);
}

#[tokio::test]
async fn row_038_the_limit_is_of_what_comes_not_of_what_is_said() {
    // The limit itself is not too much.
    for (limit, fits) in [(6, false), (7, true), (8, true)] {
        let server = Server::new([answers("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n      7")]);
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
    // 1 TiB was announced, and little came.
    let server = Server::new(
        [0, 1].map(|_| -> Script { answers(format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n7", 1_u64 << 40)) }),
    );
    let error = server.client().get().await.unwrap_err();
    server.finish().await;
    assert_eq!(error.kind(), ErrorKind::Transport, "it broke off before it was too large: {error:?}");
}

#[tokio::test]
async fn row_038_the_limit_can_be_raised() {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", (17 << 20) + 1);
    let long = || answers([head.as_bytes(), &vec![b' '; 17 << 20], b"7"].concat());
    let server = Server::new([long(), long()]);
    let client = server.builder().max_response_bytes(32 << 20).build().unwrap();
    assert_eq!(client.get().await.unwrap(), 7);
    let options = CallOptions::new().max_response_bytes(18 << 20);
    assert_eq!(server.client().with(options).get().await.unwrap(), 7);
    server.finish().await;
}

#[tokio::test]
async fn row_039_an_error_keeps_64_kibibytes() {
    let head = "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n";
    let (error, sent) = endless(head, Server::client).await;
    assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (400, 1));
    assert_eq!((error.body().unwrap().len(), error.is_body_truncated()), (64 << 10, true));
    assert!((64 << 10..BUFFERS).contains(&sent), "{sent}");
}

#[tokio::test]
async fn row_039_is_decided_by_the_status() {
    let head = "HTTP/1.1 503 Service Unavailable\r\nTransfer-Encoding: chunked\r\n\r\n";
    let unavailable = || {
        script(move |connection| {
            connection.read()?;
            connection.send(head)?;
            connection.send_until_ended(chunk()).map(drop)
        })
    };
    let server = Server::new([unavailable(), unavailable()]);
    let error = server.client().get().await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((error.status().unwrap().as_u16(), error.attempts(), seen.connections()), (503, 2, 2));
    assert!(error.is_body_truncated());
}

#[tokio::test]
async fn row_039_a_body_of_just_64_kibibytes_is_whole() {
    for (length, is_cut) in [((64 << 10) - 1, false), (64 << 10, false), ((64 << 10) + 1, true)] {
        let answer = super::answer("400 Bad Request", "", vec![b'x'; length]);
        let (error, _) = error_of_one(answer).await;
        assert_eq!((error.body().unwrap().len(), error.is_body_truncated()), (length.min(64 << 10), is_cut));
    }
}
