//! What is no HTTP, or not the HTTP that was asked for: rows 23, 26, 28 and 29. Another attempt would meet the same
//! server.

use pivotal_runtime::{Delivery, ErrorKind};

use crate::server::{Api, Event, Script, Server, answers, is_lasting, script};

/// The server speaks, but not so that it can be understood.
async fn is_not_http(answer: impl Into<Vec<u8>>) {
    let seen = is_not_understood(answers(answer)).await;
    assert!(matches!(seen[..], [Event::Accepted, Event::Read, Event::Sent(_), Event::Closed]), "{seen:?}");
}

async fn is_not_understood(fault: Script) -> Vec<Event> {
    let (error, mut seen) = is_lasting(fault).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert_eq!((error.delivery(), error.status()), (Some(Delivery::Unknown), None), "{error:?}");
    assert_eq!(error.to_string(), "GET /number: the response is not HTTP; check the base URL");
    seen.events.remove(0)
}

#[tokio::test]
async fn row_023_another_protocol_is_no_reason_to_ask_again() {
    for greeting in
        ["SSH-2.0-OpenSSH_9.6\r\n", "220 mail.test ESMTP\r\n", "HTTP/1.1 abc OK\r\n\r\n", "\0\0\0\0\r\n\r\n"]
    {
        is_not_http(greeting).await;
    }
}

#[tokio::test]
async fn row_026_a_change_of_protocol_that_nobody_asked_for() {
    let answer = "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: other\r\n\r\n";
    let (error, seen) = is_lasting(answers(answer)).await;
    assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
    assert_eq!((error.delivery(), error.status().unwrap().as_u16()), (Some(Delivery::Responded), 101));
    assert_eq!(seen.events[0][..2], [Event::Accepted, Event::Read]);
}

#[tokio::test]
async fn row_028_a_header_without_an_end() {
    let seen = is_not_understood(script(|connection| {
        connection.read()?;
        connection.send("HTTP/1.1 200 OK\r\nX-Long: ")?;
        connection.send_until_ended([b'x'; 4096]).map(drop)
    }));
    let seen = seen.await;
    let [Event::Accepted, Event::Read, Event::Sent(_), Event::Sent(sent), Event::Ended, Event::Closed] = seen[..]
    else {
        unreachable!("{seen:?}")
    };
    assert!(sent < 8 << 20, "the client read on: {sent}");
}

#[tokio::test]
async fn row_028_more_than_100_headers() {
    is_not_http(format!("HTTP/1.1 200 OK\r\n{}Content-Length: 1\r\n\r\n7", "X-Many: 1\r\n".repeat(100))).await;
    let server =
        Server::new([answers(format!("HTTP/1.1 200 OK\r\n{}Content-Length: 1\r\n\r\n7", "X-Many: 1\r\n".repeat(99)))]);
    assert_eq!(server.client().get().await.unwrap(), 7, "100 are taken");
    server.finish().await;
}

#[tokio::test]
async fn row_029_two_lengths() {
    is_not_http("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n77").await;
    for length in ["-1", "1, 2", "0x1", "99999999999999999999999", ""] {
        is_not_http(format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n7")).await;
    }
}
