//! Exchanges that break off.

use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::{Error, ErrorKind};

use super::Api;
use crate::support::{Act, KEY, Server, breaks_off_after, client, closed_port, hangs_up_after, says};
use crate::transport::builder;

/// The error of a call that reached the server, once.
async fn broken(act: Act) -> Error {
    let server = Server::that(act);
    let error = server.client().post(1).await.unwrap_err();
    assert_eq!(server.request().body, b"1", "{error}");
    assert!(!server.has_request(), "a POST is not repeated");
    assert_eq!(server.connections(), 1);
    assert_eq!(error.endpoint().unwrap().to_string(), "POST /private");
    assert!(std::error::Error::source(&error).is_some());
    error
}

async fn timed_out(act: Act) -> Error {
    let server = Server::that(act);
    let client =
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url()).timeout(Duration::from_millis(50));
    let error = client.build().unwrap().private().await.unwrap_err();
    assert_eq!(server.request().line, "GET /private HTTP/1.1");
    error
}

#[tokio::test]
async fn silence_of_the_server_is_a_timeout() {
    let error = timed_out(says("")).await;
    assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    assert!(error.is_timeout() && error.is_retryable());
    assert_eq!(error.status(), None);
    assert_eq!(error.to_string(), "GET /private: timed out after 50 ms (`timeout`)");
}

#[tokio::test]
async fn a_body_that_stops_halfway_is_a_timeout() {
    for start in ["HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n7"] {
        let error = timed_out(says(start)).await;
        assert_eq!(error.kind(), ErrorKind::Timeout, "{error}");
    }
}

#[tokio::test]
async fn a_closed_port_is_a_failure_to_connect() {
    let (url, _guard) = closed_port();
    let error = client(&url).post(1).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
    assert!(error.is_retryable() && !error.is_timeout());
    assert_eq!(error.to_string(), "POST /private: no connection to the server");
}

#[tokio::test]
async fn a_host_that_does_not_exist_is_a_failure_to_connect() {
    // RFC 6761, section 6.4: no such name is ever found.
    let error = client("http://host.invalid").private().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
}

#[tokio::test]
async fn tls_with_a_server_that_has_none_is_a_failure_to_connect() {
    for greeting in ["", "HTTP/1.1 400 Bad Request\r\n\r\n"] {
        let server = Server::that(hangs_up_after(greeting));
        let error = client(&server.url().replace("http:", "https:")).private().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Connect, "{error:?}");
        assert_eq!(server.connections(), 1);
    }
}

#[tokio::test]
async fn a_server_that_hangs_up_before_it_has_read_anything_broke_off() {
    let server = Server::that(hangs_up_after(""));
    let error = server.client().post(1).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert_eq!(server.connections(), 1);
    assert!(!server.has_request());
}

#[tokio::test]
async fn a_server_that_hangs_up_without_an_answer_broke_off() {
    for start in ["", "HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Le"] {
        let error = broken(breaks_off_after(start)).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{start}: {error:?}");
        assert!(error.is_retryable() && !error.is_timeout());
        assert_eq!(error.to_string(), "POST /private: connection lost before the response was complete");
    }
}

#[tokio::test]
async fn a_body_that_is_cut_broke_off() {
    let forty = "[\"".to_owned() + &"x".repeat(38);
    let cut = [
        format!("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{forty}"),
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n7".to_owned(),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n7\r\n".to_owned(),
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n7\r\n".to_owned(),
    ];
    for start in cut {
        let error = broken(breaks_off_after(start)).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
        assert!(error.is_retryable());
    }
}

#[tokio::test]
async fn what_is_not_http_broke_off() {
    let answers = [
        "SSH-2.0-OpenSSH_9.6\r\n".to_owned(),
        "HTTP/1.1 abc OK\r\n\r\n".to_owned(),
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n77".to_owned(),
        format!("HTTP/1.1 200 OK\r\n{}\r\n", "X-Many: 1\r\n".repeat(1000)),
        format!("HTTP/1.1 200 OK\r\nX-Long: {}\r\n\r\n", "x".repeat(1 << 20)),
    ];
    for answer in answers {
        let start: String = answer.chars().take(60).collect();
        let error = broken(breaks_off_after(answer)).await;
        assert_eq!(error.kind(), ErrorKind::Transport, "{start}: {error:?}");
    }
}

#[tokio::test]
async fn a_change_of_protocol_that_nobody_asked_for_is_no_success() {
    let server = Server::that(breaks_off_after("HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"));
    let error = server.client().private().await.unwrap_err();
    server.request();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 101), "{error:?}");
}
