//! Responses that are unusual, early, or missing.

use std::time::Duration;

use pivotal_runtime::{Delivery, Error, ErrorKind, Timeout, Transport, endpoint};

use crate::number_api::Api;
use crate::outcomes::assert_retried_where_safe;
use crate::support::SEVEN;
use crate::support::scripted::{Event, ScriptedServer, respond, script};

#[tokio::test]
async fn informational_responses_are_skipped() {
    let informational = [
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n",
        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n",
    ];
    for before in informational {
        let server = ScriptedServer::new([respond(format!("{before}{SEVEN}"))]);
        assert_eq!(server.client().post(1).await.unwrap(), 7, "{before}");
        assert_eq!(server.finish().await.requests.len(), 1);
    }
}

#[tokio::test]
async fn informational_response_alone_is_a_lost_connection() {
    let (error, _) = assert_retried_where_safe(|| respond("HTTP/1.1 100 Continue\r\n\r\n")).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
}

/// RFC 9112, section 6.3: `Transfer-Encoding` overrides `Content-Length`.
#[tokio::test]
async fn content_length_beside_chunks_is_ignored() {
    for length in [1, 2, 100] {
        let response = format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n77\r\n0\r\n\r\n"
        );
        let server = ScriptedServer::new([respond(response)]);
        assert_eq!(server.client().get().await.unwrap(), 77);
        server.finish().await;
    }
}

trait Uploads: Transport {
    #[endpoint(POST, "/upload", bytes = bytes)]
    async fn upload(&self, bytes: Vec<u8>) -> Result<u8, Error>;
}
impl<T: Transport> Uploads for T {}

const TOO_LARGE: &str = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 57\r\nConnection: close\r\n\r\n\
    {\"error\":{\"type\":\"invalid_request_error\",\"code\":\"large\"}}";

/// Returns more bytes than the buffers of two sockets contain.
fn upload() -> Vec<u8> {
    vec![b'x'; 32 << 20]
}

#[tokio::test]
async fn response_before_the_body_is_sent_is_read() {
    let waits = script(|connection| {
        connection.read_head()?;
        connection.send(TOO_LARGE)?;
        connection.wait_for_end()
    });
    // A connection that is closed with unread bytes is reset. A server that lingers avoids that.
    let lingers = script(|connection| {
        connection.read_head()?;
        connection.send(TOO_LARGE)?;
        connection.finish_sending()?;
        connection.wait_for_end()
    });
    for early in [waits, lingers] {
        let server = ScriptedServer::new([early]);
        let error = server.client().upload(upload()).await.unwrap_err();
        let seen = server.finish().await;
        let responded = Event::Sent(TOO_LARGE.len());
        assert_eq!(seen.events[0], [Event::Accepted, Event::Read, responded, Event::Ended, Event::Closed]);
        assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
        assert_eq!((error.status().unwrap().as_u16(), error.code()), (413, Some("large")));
        assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Responded), 1));
    }
}

#[tokio::test]
async fn attempt_timeout_closes_the_connection() {
    let server = ScriptedServer::new([script(|connection| {
        connection.read()?;
        connection.wait_for_end()
    })]);
    // Long enough to write the request on a slow machine.
    let builder = server.builder_without_tls().attempt_timeout(Duration::from_secs(1)).idempotency_keys(false);
    let error = builder.build().unwrap().post(1).await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!(seen.events, [[Event::Accepted, Event::Read, Event::Ended, Event::Closed]]);
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Attempt)), "{error:?}");
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 1));
}
