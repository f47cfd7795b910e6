//! Responses that are not HTTP, or not the requested protocol. They are not retried.

use pivotal_runtime::{Delivery, Error, ErrorKind};

use crate::number_api::Api;
use crate::outcomes::assert_not_retried;
use crate::support::scripted::{Event, Script, ScriptedServer, respond, script};
use crate::transport::with_max_headers;

/// Checks that a response is rejected.
async fn is_not_http(response: impl Into<Vec<u8>>) {
    let seen = is_rejected(respond(response)).await;
    assert!(matches!(seen[..], [Event::Accepted, Event::Read, Event::Sent(_), Event::Closed]), "{seen:?}");
}

async fn is_rejected(fault: Script) -> Vec<Event> {
    let (error, mut seen) = assert_not_retried(fault).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert_eq!((error.delivery(), error.status()), (Some(Delivery::Unknown), None), "{error:?}");
    assert_eq!(error.to_string(), "GET /number: the response is not HTTP; check the base URL");
    seen.events.remove(0)
}

#[tokio::test]
async fn other_protocol_is_not_retried() {
    for greeting in
        ["SSH-2.0-OpenSSH_9.6\r\n", "220 mail.test ESMTP\r\n", "HTTP/1.1 abc OK\r\n\r\n", "\0\0\0\0\r\n\r\n"]
    {
        is_not_http(greeting).await;
    }
}

#[tokio::test]
async fn unrequested_upgrade_is_an_api_error() {
    let response = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n";
    let (error, seen) = assert_not_retried(respond(response)).await;
    assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
    assert_eq!((error.delivery(), error.status().unwrap().as_u16()), (Some(Delivery::Responded), 101));
    assert_eq!(
        error.to_string(),
        "GET /number: returned 101 Switching Protocols, which an endpoint cannot do; use a client for the new protocol, \
         such as a WebSocket client"
    );
    assert_eq!(seen.events[0][..2], [Event::Accepted, Event::Read]);
}

#[tokio::test]
async fn endless_header_is_rejected() {
    let (error, mut seen) = assert_not_retried(script(|connection| {
        connection.read()?;
        connection.send("HTTP/1.1 200 OK\r\nX-Long: ")?;
        connection.send_until_ended([b'x'; 4096]).map(drop)
    }))
    .await;
    is_head_too_large(&error);
    let seen = seen.events.remove(0);
    let [Event::Accepted, Event::Read, Event::Sent(_), Event::Sent(sent), Event::Ended, Event::Closed] = seen[..]
    else {
        unreachable!("{seen:?}")
    };
    assert!(sent < 8 << 20, "the client stops reading: {sent}");
}

#[tokio::test]
async fn more_than_100_headers_are_an_error_that_names_the_limit() {
    let many = format!("HTTP/1.1 200 OK\r\n{}Content-Length: 1\r\n\r\n7", "X-Many: 1\r\n".repeat(100));
    let server = ScriptedServer::new([respond(many.clone())]);
    is_head_too_large(&server.client().get().await.unwrap_err());
    server.finish().await;
    let server = ScriptedServer::new([respond(many)]);
    let client = with_max_headers(server.builder(), 101).build().unwrap();
    assert_eq!(client.get().await.unwrap(), 7, "the limit can be raised");
    server.finish().await;
    let server = ScriptedServer::new([respond(format!(
        "HTTP/1.1 200 OK\r\n{}Content-Length: 1\r\n\r\n7",
        "X-Many: 1\r\n".repeat(99)
    ))]);
    assert_eq!(server.client().get().await.unwrap(), 7, "100 are accepted");
    server.finish().await;
}

/// Checks that the error names the limits, and that the call is not retried.
pub(super) fn is_head_too_large(error: &Error) {
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Transport, Some(Delivery::Responded)), "{error:?}");
    assert_eq!(error.attempts(), 1);
    let message = error.to_string();
    assert!(message.contains("100 headers over HTTP/1.1 and 16 KiB over HTTP/2"), "{message}");
}

#[tokio::test]
async fn contradictory_lengths_are_rejected() {
    is_not_http("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n77").await;
    for length in ["-1", "1, 2", "0x1", "99999999999999999999999", ""] {
        is_not_http(format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n7")).await;
    }
}
