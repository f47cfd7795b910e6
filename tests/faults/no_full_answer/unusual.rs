//! Answers that come early or in pieces, or never: rows 25, 29 and 30.

use std::time::Duration;

use pivotal_runtime::{Delivery, Error, ErrorKind, Timeout, Transport, endpoint};

use crate::server::{Api, Event, SEVEN, Server, answers, is_repeated_where_that_is_safe, script};

#[tokio::test]
async fn row_025_informational_answers_are_passed_over() {
    let informed = [
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n",
        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\n\r\n",
    ];
    for before in informed {
        let server = Server::new([answers(format!("{before}{SEVEN}"))]);
        assert_eq!(server.client().post(1).await.unwrap(), 7, "{before}");
        assert_eq!(server.finish().await.requests.len(), 1);
    }
}

#[tokio::test]
async fn row_025_informational_answers_are_not_taken_for_the_answer() {
    let (error, _) = is_repeated_where_that_is_safe(|| answers("HTTP/1.1 100 Continue\r\n\r\n")).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
}

/// RFC 9112, section 6.3: `Transfer-Encoding` overrides `Content-Length`.
#[tokio::test]
async fn row_029_a_length_beside_chunks_does_not_count() {
    for length in [1, 2, 100] {
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n77\r\n0\r\n\r\n"
        );
        let server = Server::new([answers(answer)]);
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

/// More than the buffers of two sockets hold.
fn upload() -> Vec<u8> {
    vec![b'x'; 32 << 20]
}

#[tokio::test]
async fn row_030_refused_before_the_body_was_sent() {
    let waits = script(|connection| {
        connection.read_head()?;
        connection.send(TOO_LARGE)?;
        connection.wait_for_end()
    });
    // As servers do that know TCP: closed with something unread, the connection would be reset, answer and all.
    let lingers = script(|connection| {
        connection.read_head()?;
        connection.send(TOO_LARGE)?;
        connection.finish_sending()?;
        connection.wait_for_end()
    });
    for early in [waits, lingers] {
        let server = Server::new([early]);
        let error = server.client().upload(upload()).await.unwrap_err();
        let seen = server.finish().await;
        let answered = Event::Sent(TOO_LARGE.len());
        assert_eq!(seen.events[0], [Event::Accepted, Event::Read, answered, Event::Ended, Event::Closed]);
        assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
        assert_eq!((error.status().unwrap().as_u16(), error.code()), (413, Some("large")));
        assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Responded), 1));
    }
}

#[tokio::test]
async fn row_031_a_server_that_never_answers() {
    let server = Server::new([script(|connection| {
        connection.read()?;
        connection.wait_for_end()
    })]);
    // Long enough for the request to be written on a machine that has much to do.
    let builder = server.plain().attempt_timeout(Duration::from_secs(1)).idempotency_keys(false);
    let error = builder.build().unwrap().post(1).await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!(seen.events, [[Event::Accepted, Event::Read, Event::Ended, Event::Closed]]);
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Attempt)), "{error:?}");
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 1));
}
