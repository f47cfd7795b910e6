//! HTTP/2 servers that send a request back: row 27. Frame by frame, since no server could be made to do it.

use std::io;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream;
use pivotal_api::PivotalKey;
use pivotal_runtime::{Body, CallOptions, Client, Delivery, Error, ErrorKind, Transport, endpoint};

use super::reused::{closes_after_90_s, settle};
use crate::server::{Api, Authority, Connection, Event, KEY, Server, case, run_case, script};
use crate::transport::{builder, trusting};

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const GOAWAY: u8 = 7;

/// Of DATA and HEADERS.
const END_STREAM: u8 = 1;
/// Of SETTINGS.
const ACK: u8 = 1;
/// Of HEADERS.
const END_HEADERS: u8 = 4;

const NO_ERROR: u32 = 0;
const INTERNAL_ERROR: u32 = 2;
const REFUSED_STREAM: u32 = 7;

/// RFC 9113, section 4.1.
fn send(connection: &mut Connection, kind: u8, flags: u8, stream: u32, payload: &[u8]) -> io::Result<()> {
    let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
    let mut frame = length[1..].to_vec();
    frame.extend([kind, flags]);
    frame.extend(stream.to_be_bytes());
    frame.extend(payload);
    connection.send(frame)
}

/// RFC 9113, section 3.4.
fn greet(connection: &mut Connection) -> io::Result<()> {
    assert_eq!(connection.read_bytes(24)?, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    send(connection, SETTINGS, 0, 0, &[])
}

/// Reads a whole request, and gives its stream.
fn read(connection: &mut Connection) -> io::Result<u32> {
    loop {
        let head = connection.read_bytes(9)?;
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        let (kind, flags) = (head[3], head[4]);
        let stream = u32::from_be_bytes([head[5], head[6], head[7], head[8]]);
        connection.read_bytes(usize::try_from(length).unwrap())?;
        match kind {
            SETTINGS if flags & ACK == 0 => send(connection, SETTINGS, ACK, 0, &[])?,
            HEADERS | DATA if flags & END_STREAM != 0 => {
                connection.note_request();
                return Ok(stream);
            }
            _ => {}
        }
    }
}

/// 200 and a 7.
fn answer(connection: &mut Connection, stream: u32) -> io::Result<()> {
    // RFC 7541, appendix A, number 8: `:status: 200`.
    send(connection, HEADERS, END_HEADERS, stream, &[0x88])?;
    send(connection, DATA, END_STREAM, stream, b"7")
}

fn reset(connection: &mut Connection, stream: u32, code: u32) -> io::Result<()> {
    send(connection, RST_STREAM, 0, stream, &code.to_be_bytes())
}

/// No stream after `last` was, or will be, worked on.
fn go_away(connection: &mut Connection, last: u32, code: u32) -> io::Result<()> {
    send(connection, GOAWAY, 0, 0, &[last.to_be_bytes(), code.to_be_bytes()].concat())
}

type Act = fn(&mut Connection) -> io::Result<()>;

/// A server that does this over TLS, one act for each connection, and a client whose POST may not be sent twice.
fn start(acts: &[Act]) -> (Server, Client) {
    let authority = Authority::new();
    let config = authority.http2_server("127.0.0.1");
    let server = Server::new(acts.iter().map(|act| {
        let (act, config) = (*act, Arc::clone(&config));
        script(move |connection| {
            connection.start_tls(config)?;
            act(connection)
        })
    }));
    let builder = server.builder().base_url(server.url().replace("http:", "https:")).idempotency_keys(false);
    let client = trusting(builder, authority.certificate()).build().unwrap();
    (server, client)
}

fn is_not_sent(error: &Error) {
    assert_eq!(error.delivery(), Some(Delivery::NotSent), "{error:?}");
    assert!(error.is_retryable());
    assert_eq!(error.attempts(), 2, "{error:?}");
}

#[tokio::test]
async fn row_027_a_refused_stream_is_sent_again() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        let first = read(connection)?;
        reset(connection, first, REFUSED_STREAM)?;
        let second = read(connection)?;
        answer(connection, second)?;
        connection.wait_for_end()
    }]);
    assert_eq!(client.post(1).await.unwrap(), 7);
    drop(client);
    assert_eq!(server.finish().await.connections(), 1);
}

#[tokio::test]
async fn row_027_a_stream_that_is_always_refused_was_not_sent() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        for _ in 0..2 {
            let stream = read(connection)?;
            reset(connection, stream, REFUSED_STREAM)?;
        }
        connection.wait_for_end()
    }]);
    is_not_sent(&client.post(1).await.unwrap_err());
    drop(client);
    server.finish().await;
}

#[tokio::test]
async fn row_027_a_stream_that_the_server_went_away_from_is_sent_again() {
    let leaves: Act = |connection| {
        greet(connection)?;
        read(connection)?;
        go_away(connection, 0, NO_ERROR)
    };
    let stays: Act = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        answer(connection, stream)?;
        connection.wait_for_end()
    };
    let (server, client) = start(&[leaves, stays]);
    assert_eq!(client.post(1).await.unwrap(), 7);
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test]
async fn row_027_a_stream_that_the_server_went_on_with_may_have_been_worked_on() {
    let last: Act = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        go_away(connection, stream, NO_ERROR)
    };
    let failed: Act = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        reset(connection, stream, INTERNAL_ERROR)?;
        connection.wait_for_end()
    };
    let broke: Act = |connection| {
        greet(connection)?;
        read(connection)?;
        go_away(connection, 0, INTERNAL_ERROR)
    };
    // The text of a GOAWAY is the server's own, whatever it looks like.
    let text: Act = |connection| {
        greet(connection)?;
        read(connection)?;
        let frame = [&[0; 4][..], &INTERNAL_ERROR.to_be_bytes(), b"REFUSED_STREAM, Remote) }"].concat();
        send(connection, GOAWAY, 0, 0, &frame)
    };
    // The answer has begun, so this is not true.
    let refused_late: Act = |connection| {
        greet(connection)?;
        let stream = read(connection)?;
        send(connection, HEADERS, END_HEADERS, stream, &[0x88])?;
        reset(connection, stream, REFUSED_STREAM)?;
        connection.wait_for_end()
    };
    for fault in [last, failed, broke, text, refused_late] {
        let (server, client) = start(&[fault]);
        let error = client.post(1).await.unwrap_err();
        drop(client);
        assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Some(Delivery::Unknown)), "{error:?}");
        assert_eq!(error.attempts(), 1);
        assert_eq!(server.finish().await.connections(), 1);
    }
}

#[tokio::test]
async fn row_027_a_server_that_goes_away_answers_what_it_has_begun() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        let stream = read(connection)?;
        go_away(connection, stream, NO_ERROR)?;
        answer(connection, stream)?;
        connection.wait_for_end()
    }]);
    assert_eq!(client.post(1).await.unwrap(), 7);
    drop(client);
    server.finish().await;
}

trait Uploads: Transport {
    #[endpoint(PUT, "/file", stream = body)]
    async fn upload(&self, body: Body) -> Result<u8, Error>;
}
impl<T: Transport> Uploads for T {}

/// Many streams panic when they are asked once more after their end.
#[tokio::test]
async fn a_stream_of_known_length_is_not_asked_after_its_end() {
    let (server, client) = start(&[|connection| {
        greet(connection)?;
        let stream = read(connection)?;
        answer(connection, stream)?;
        connection.wait_for_end()
    }]);
    let pieces = stream::unfold(0, async |sent| (sent < 2).then(|| (Ok(Bytes::from("12345")), sent + 1)));
    assert_eq!(client.upload(Body::from_stream(pieces, Some(10))).await.unwrap(), 7);
    drop(client);
    server.finish().await;
}

/// Answers one request.
fn answers_once(connection: &mut Connection) -> io::Result<()> {
    greet(connection)?;
    let stream = read(connection)?;
    answer(connection, stream)
}

#[tokio::test]
async fn row_024_closed_while_it_was_idle() {
    let (mut server, client) = start(&[answers_once, answers_once]);
    assert_eq!(client.post(1).await.unwrap(), 7);
    server.until(0, Event::Closed).await;
    settle().await;
    // It could not be sent again.
    assert_eq!(client.with(CallOptions::new().max_attempts(1)).post(2).await.unwrap(), 7);
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test]
async fn row_024_idle_for_too_long() {
    let (mut server, client) = start(&[|connection| {
        answers_once(connection)?;
        connection.wait_for_end()
    }]);
    assert_eq!(client.post(1).await.unwrap(), 7);
    closes_after_90_s(&mut server).await;
    server.finish().await;
    drop(client);
}

/// With the roots of the platform, which are those of this file on Linux, and with nothing set but the key.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn row_027_http2_is_spoken_where_the_server_wants_it() {
    if let Some(url) = case() {
        let client = builder()
            .credentials(PivotalKey::new(KEY).unwrap())
            .base_url(url.replace("http:", "https:"))
            .build()
            .unwrap();
        assert_eq!((client.get().await.unwrap(), client.post(1).await.unwrap()), (7, 7));
        return;
    }
    let authority = Authority::new();
    let config = authority.http2_server("127.0.0.1");
    let server = Server::new([script(move |connection| {
        connection.start_tls(config)?;
        greet(connection)?;
        for _ in 0..2 {
            let stream = read(connection)?;
            answer(connection, stream)?;
        }
        // The process of the case ends without a word.
        let _ = connection.wait_for_end();
        Ok(())
    })]);
    let roots = authority.file();
    let test = "no_full_answer::http2::row_027_http2_is_spoken_where_the_server_wants_it";
    run_case(test, &server, &[("SSL_CERT_FILE", &roots)]).await;
    assert_eq!(server.finish().await.connections(), 1);
}
