//! A body that breaks off: rows 34, 35 and 40.

use pivotal_api::PivotalError;
use pivotal_runtime::{Delivery, Error, ErrorKind};
use tokio::task::JoinSet;

use super::{JSON, error_of_one};
use crate::server::{Api, SEVEN, Server, answers, is_repeated_where_that_is_safe, script};

/// The body broke off, and what there is of it was not read.
async fn broke_off(answer: String) {
    let (error, seen) = is_repeated_where_that_is_safe(|| answers(answer.as_str())).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{answer}: {error:?}");
    assert_eq!(seen.requests.len(), 2);
    assert_eq!(error.to_string(), "GET /number: connection lost before the response was complete, after 2 attempts");
}

#[tokio::test]
async fn row_034_40_of_100_bytes() {
    broke_off(format!("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}", "7".repeat(40))).await;
}

#[tokio::test]
async fn row_034_what_came_would_have_been_a_value() {
    broke_off("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n7".to_owned()).await;
}

#[tokio::test]
async fn row_034_reset_in_the_middle() {
    let (error, _) = is_repeated_where_that_is_safe(|| {
        script(|connection| {
            connection.read()?;
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n7")?;
            connection.reset()
        })
    })
    .await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
}

#[tokio::test]
async fn row_035_chunks_without_a_last_one() {
    let mut tests = JoinSet::new();
    for chunks in ["", "1\r\n7\r\n", "2\r\n7", "1\r\n7", "1\r\n7\r\n0\r\n"] {
        tests.spawn(broke_off(format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}")));
    }
    tests.join_all().await;
}

#[tokio::test]
async fn row_035_chunks_whose_size_is_none() {
    let mut tests = JoinSet::new();
    for chunks in
        ["zz\r\n7\r\n", "-1\r\n7\r\n0\r\n\r\n", "1\r\n7\r\nffffffffffffffffff\r\n7\r\n", "1\r\n77\r\n0\r\n\r\n"]
    {
        tests.spawn(broke_off(format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}")));
    }
    tests.join_all().await;
}

fn cut(status: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{JSON}Content-Length: 100\r\n\r\n{{\"error\":{{\"code\":\"missing")
}

fn says_its_status(error: &Error, status: u16) {
    assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
    assert_eq!((error.status().unwrap().as_u16(), error.delivery()), (status, Some(Delivery::Responded)));
    assert_eq!((error.code(), error.message(), error.detail::<PivotalError>()), (None, None, None));
    assert_eq!(error.body().unwrap(), br#"{"error":{"code":"missing"#);
}

#[tokio::test]
async fn row_040_a_broken_body_does_not_hide_a_400() {
    let (error, _) = error_of_one(cut("400 Bad Request").into_bytes()).await;
    says_its_status(&error, 400);
}

#[tokio::test]
async fn row_040_a_broken_body_does_not_hide_a_503() {
    let server = Server::new([answers(cut("503 Service Unavailable")), answers(SEVEN)]);
    assert_eq!(server.client().get().await.unwrap(), 7);
    assert_eq!(server.finish().await.requests.len(), 2);

    let unavailable = || answers(cut("503 Service Unavailable"));
    let server = Server::new([unavailable(), unavailable()]);
    let error = server.client().get().await.unwrap_err();
    says_its_status(&error, 503);
    assert_eq!(error.attempts(), 2);
    assert_eq!(server.finish().await.requests.len(), 2);
}
