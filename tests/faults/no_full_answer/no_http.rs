//! What is no HTTP, or not the HTTP that was asked for: rows 23, 26, 28 and 29. Another attempt would meet the same
//! server.

use pivotal_runtime::{ErrorKind, Phase};

use crate::server::{Api, Event, Server, answers, is_lasting};

/// The server speaks, but not so that it can be understood.
async fn is_not_http(answer: impl Into<Vec<u8>>) {
    let answer = answer.into();
    let start = String::from_utf8_lossy(answer.get(..60).unwrap_or(&answer)).into_owned();
    let (error, seen) = is_lasting(answers(answer)).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{start}: {error:?}");
    assert_eq!((error.phase(), error.status()), (Some(Phase::Unknown), None), "{start}: {error:?}");
    assert_eq!(seen.events[0][..2], [Event::Accepted, Event::Read], "{start}");
    assert_eq!(error.to_string(), "GET /number: the answer cannot be read as HTTP; check the base URL", "{start}");
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
    assert_eq!((error.phase(), error.status().unwrap().as_u16()), (Some(Phase::Answered), 101));
    assert_eq!(seen.events[0][..2], [Event::Accepted, Event::Read]);
}

#[tokio::test]
async fn row_028_more_than_100_headers_and_a_head_of_a_mebibyte() {
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
