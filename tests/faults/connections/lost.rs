//! Connections that are lost before the head of the response is complete.

use pivotal_runtime::{Delivery, ErrorKind};
use tokio::task::JoinSet;

use crate::number_api::Api;
use crate::outcomes::assert_retried_where_safe;
use crate::support::builder_for;
use crate::support::scripted::{Event, Script, respond, script};
use crate::support::server::Server;

/// Checks that the connection is lost, and returns the events of the first of two connections.
async fn is_lost(fault: impl Fn() -> Script) -> Vec<Event> {
    let (error, seen) = assert_retried_where_safe(fault).await;
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert_eq!(error.status(), None);
    assert_eq!(error.to_string(), "GET /number: connection lost before the response was complete, after 2 attempts");
    let [first, second] = <[Vec<Event>; 2]>::try_from(seen.events).unwrap();
    assert_eq!(first, second);
    first
}

/// The client can write the request before or after it sees the end of the connection.
#[tokio::test]
async fn connection_closed_before_the_request_is_retried_if_it_came_back() {
    for _ in 0..20 {
        let server = Server::closing_unread("");
        let client = builder_for(server.url()).idempotency_keys(false).max_attempts(1).build().unwrap();
        let error = client.post(1).await.unwrap_err();
        // The first request, and two that were sent again at once.
        let is_expected = match error.delivery() {
            Some(Delivery::NotSent) => server.connections() == 3,
            Some(Delivery::Unknown) => server.connections() <= 3,
            _ => false,
        };
        assert!(is_expected && error.attempts() == 1, "{error:?}");
    }
}

#[tokio::test]
async fn connection_reset_after_the_request_is_retried_where_safe() {
    let seen = is_lost(|| {
        script(|connection| {
            connection.read()?;
            connection.reset()
        })
    });
    assert_eq!(seen.await, [Event::Accepted, Event::Read, Event::Reset]);
}

#[tokio::test]
async fn connection_closed_before_the_status_line_is_retried_where_safe() {
    let seen = is_lost(|| script(|connection| connection.read().map(drop))).await;
    assert_eq!(seen, [Event::Accepted, Event::Read, Event::Closed]);
}

#[tokio::test]
async fn connection_closed_within_the_head_is_retried_where_safe() {
    let mut tests = JoinSet::new();
    for start in ["H", "HTTP/1.1", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nA: b\r\n"] {
        tests.spawn(async move {
            let seen = is_lost(|| respond(start)).await;
            assert_eq!(seen, [Event::Accepted, Event::Read, Event::Sent(start.len()), Event::Closed], "{start}");
        });
    }
    tests.join_all().await;
}
