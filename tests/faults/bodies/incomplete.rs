//! Bodies whose connection is lost.

use pivotal_api::PivotalError;
use pivotal_runtime::{Delivery, Error, ErrorKind};
use tokio::task::JoinSet;

use super::{JSON, error_of_one_request};
use crate::number_api::Api;
use crate::outcomes::assert_retried_where_safe;
use crate::support::SEVEN;
use crate::support::scripted::{ScriptedServer, respond, script};

/// Checks that the connection is lost, and that the received part of the body is not decoded.
async fn is_lost(response: String) {
    let (error, seen) = assert_retried_where_safe(|| respond(response.as_str())).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{response}: {error:?}");
    assert_eq!(seen.requests.len(), 2);
    assert_eq!(error.to_string(), "GET /number: connection lost before the response was complete, after 2 attempts");
}

#[tokio::test]
async fn body_shorter_than_its_length_is_a_lost_connection() {
    is_lost(format!("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}", "7".repeat(40))).await;
}

#[tokio::test]
async fn body_shorter_than_its_length_is_not_decoded() {
    is_lost("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n7".to_owned()).await;
}

#[tokio::test]
async fn reset_within_the_body_is_a_lost_connection() {
    let (error, _) = assert_retried_where_safe(|| {
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
async fn missing_last_chunk_is_a_lost_connection() {
    let mut tests = JoinSet::new();
    for chunks in ["", "1\r\n7\r\n", "2\r\n7", "1\r\n7", "1\r\n7\r\n0\r\n"] {
        tests.spawn(is_lost(format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}")));
    }
    tests.join_all().await;
}

#[tokio::test]
async fn invalid_chunk_size_is_a_lost_connection() {
    let mut tests = JoinSet::new();
    for chunks in
        ["zz\r\n7\r\n", "-1\r\n7\r\n0\r\n\r\n", "1\r\n7\r\nffffffffffffffffff\r\n7\r\n", "1\r\n77\r\n0\r\n\r\n"]
    {
        tests.spawn(is_lost(format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}")));
    }
    tests.join_all().await;
}

fn incomplete(status: &str) -> String {
    format!("HTTP/1.1 {status}\r\n{JSON}Content-Length: 100\r\n\r\n{{\"error\":{{\"code\":\"missing")
}

fn has_status(error: &Error, status: u16) {
    assert_eq!(error.kind(), ErrorKind::Api, "{error:?}");
    assert_eq!((error.status().unwrap().as_u16(), error.delivery()), (status, Some(Delivery::Responded)));
    assert_eq!((error.code(), error.message(), error.detail::<PivotalError>()), (None, None, None));
    assert_eq!(error.body().unwrap(), br#"{"error":{"code":"missing"#);
}

#[tokio::test]
async fn incomplete_body_keeps_the_status_400() {
    let (error, _) = error_of_one_request(incomplete("400 Bad Request").into_bytes()).await;
    has_status(&error, 400);
}

#[tokio::test]
async fn incomplete_body_keeps_the_status_503() {
    let server = ScriptedServer::new([respond(incomplete("503 Service Unavailable")), respond(SEVEN)]);
    assert_eq!(server.client().get().await.unwrap(), 7);
    assert_eq!(server.finish().await.requests.len(), 2);

    let unavailable = || respond(incomplete("503 Service Unavailable"));
    let server = ScriptedServer::new([unavailable(), unavailable()]);
    let error = server.client().get().await.unwrap_err();
    has_status(&error, 503);
    assert_eq!(error.attempts(), 2);
    assert_eq!(server.finish().await.requests.len(), 2);
}
