//! A connection that was kept for the next call: row 24.

use std::io;
use std::time::Duration;

use pivotal_runtime::{Delivery, ErrorKind};

use crate::server::{Api, Connection, Event, Gate, SEVEN, Server, answers, script};

/// Lets the tasks of the client's connections do what they can do by now.
pub(super) async fn settle() {
    for _ in 0..512 {
        tokio::task::yield_now().await;
    }
}

/// The client closes the first connection when nobody has used it for so long.
pub(super) async fn closes_after_90_s(server: &mut Server) {
    settle().await;
    tokio::time::pause();
    // The clock has a resolution of a millisecond.
    tokio::time::advance(Duration::from_millis(90_002)).await;
    settle().await;
    tokio::time::resume();
    server.until(0, Event::Ended).await;
}

/// Answers one request and waits for a second one, which it does not read: what is closed like this is reset.
fn answers_once_then_dies_of_the_next(connection: &mut Connection) -> io::Result<()> {
    connection.read()?;
    connection.send(SEVEN)?;
    connection.wait_for_more()
}

#[tokio::test]
async fn row_024_closed_while_it_was_idle() {
    let gate = Gate::default();
    let passing = gate.clone();
    let first = script(move |connection| {
        connection.read()?;
        connection.send(SEVEN)?;
        passing.pass()
    });
    let mut server = Server::new([first, answers(SEVEN)]);
    // Neither of the two calls could be sent again.
    let client = server.builder().idempotency_keys(false).max_attempts(1).build().unwrap();
    assert_eq!(client.post(1).await.unwrap(), 7);
    settle().await;
    gate.open();
    server.until(0, Event::Closed).await;
    settle().await;
    assert_eq!(client.post(2).await.unwrap(), 7);
    let seen = server.finish().await;
    assert_eq!(seen.requests.iter().map(|request| request.body.as_slice()).collect::<Vec<_>>(), [b"1", b"2"]);
}

#[tokio::test]
async fn row_024_closed_just_as_the_next_request_was_written() {
    let server = Server::new([script(answers_once_then_dies_of_the_next), answers(SEVEN)]);
    let client = server.client();
    assert_eq!(client.get().await.unwrap(), 7);
    settle().await;
    assert_eq!(client.get().await.unwrap(), 7);
    let seen = server.finish().await;
    assert_eq!(seen.events[0], [Event::Accepted, Event::Read, Event::Sent(SEVEN.len()), Event::Closed]);
    assert_eq!((seen.connections(), seen.requests.len()), (2, 2), "the third one was not read");
}

#[tokio::test]
async fn row_024_what_was_written_and_may_not_be_sent_twice_is_an_error() {
    let server = Server::new([script(answers_once_then_dies_of_the_next)]);
    let client = server.builder().idempotency_keys(false).build().unwrap();
    assert_eq!(client.post(1).await.unwrap(), 7);
    settle().await;
    let error = client.post(2).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 1));
    let seen = server.finish().await;
    assert_eq!(seen.connections(), 1);
}

#[tokio::test]
async fn row_024_idle_for_too_long() {
    let mut server = Server::new([script(|connection| {
        connection.read()?;
        connection.send(SEVEN)?;
        connection.wait_for_end()
    })]);
    let client = server.client();
    assert_eq!(client.get().await.unwrap(), 7);
    closes_after_90_s(&mut server).await;
    server.finish().await;
    drop(client);
}
