//! Idle connections.

use std::io;
use std::time::Duration;

use pivotal_runtime::{Delivery, ErrorKind};

use crate::number_api::Api;
use crate::support::SEVEN;
use crate::support::gate::Gate;
use crate::support::scripted::{Connection, Event, ScriptedServer, respond, script};

/// Lets the tasks of the connections run.
pub(super) async fn settle() {
    for _ in 0..512 {
        tokio::task::yield_now().await;
    }
}

/// Checks that the client closes an idle connection after 90 s.
pub(super) async fn closes_after_90_s(server: &mut ScriptedServer) {
    settle().await;
    tokio::time::pause();
    // The clock has a resolution of a millisecond.
    tokio::time::advance(Duration::from_millis(90_002)).await;
    settle().await;
    tokio::time::resume();
    server.wait_for(0, Event::Ended).await;
}

/// Responds to one request and resets the connection when a second one arrives.
fn respond_once_and_reset(connection: &mut Connection) -> io::Result<()> {
    connection.read()?;
    connection.send(SEVEN)?;
    connection.wait_for_more()
}

#[tokio::test]
async fn connection_closed_while_idle_is_replaced() {
    let gate = Gate::default();
    let passing = gate.clone();
    let first = script(move |connection| {
        connection.read()?;
        connection.send(SEVEN)?;
        passing.wait();
        Ok(())
    });
    let mut server = ScriptedServer::new([first, respond(SEVEN)]);
    // Neither of the two calls can be retried.
    let client = server.builder().idempotency_keys(false).max_attempts(1).build().unwrap();
    assert_eq!(client.post(1).await.unwrap(), 7);
    settle().await;
    gate.open();
    server.wait_for(0, Event::Closed).await;
    settle().await;
    assert_eq!(client.post(2).await.unwrap(), 7);
    let seen = server.finish().await;
    assert_eq!(seen.requests.iter().map(|request| request.body.as_slice()).collect::<Vec<_>>(), [b"1", b"2"]);
}

#[tokio::test]
async fn connection_closed_during_the_request_is_retried() {
    let server = ScriptedServer::new([script(respond_once_and_reset), respond(SEVEN)]);
    let client = server.client();
    assert_eq!(client.get().await.unwrap(), 7);
    settle().await;
    assert_eq!(client.get().await.unwrap(), 7);
    let seen = server.finish().await;
    assert_eq!(seen.events[0], [Event::Accepted, Event::Read, Event::Sent(SEVEN.len()), Event::Closed]);
    assert_eq!(
        (seen.connections(), seen.requests.len()),
        (2, 2),
        "the server reads only the first and the retried request"
    );
}

#[tokio::test]
async fn connection_closed_during_an_unsafe_request_is_an_error() {
    let server = ScriptedServer::new([script(respond_once_and_reset)]);
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
async fn idle_connection_is_closed_after_90_s() {
    let mut server = ScriptedServer::new([script(|connection| {
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
