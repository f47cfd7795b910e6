//! Idle connections of HTTP/2.

use std::io;

use pivotal_runtime::CallOptions;

use super::super::reused::{closes_after_90_s, settle};
use super::frames::{greet, read, respond};
use super::start;
use crate::number_api::Api;
use crate::support::scripted::{Connection, Event};

/// Responds to one request.
fn respond_once(connection: &mut Connection) -> io::Result<()> {
    greet(connection)?;
    let stream = read(connection)?;
    respond(connection, stream)
}

#[tokio::test]
async fn connection_closed_while_idle_is_replaced() {
    let (mut server, client) = start(&[respond_once, respond_once]);
    assert_eq!(client.post(1).await.unwrap(), 7);
    server.wait_for(0, Event::Closed).await;
    settle().await;
    // The second call cannot be retried.
    assert_eq!(client.with(CallOptions::new().max_attempts(1)).post(2).await.unwrap(), 7);
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test]
async fn idle_connection_is_closed_after_90_s() {
    let (mut server, client) = start(&[|connection| {
        respond_once(connection)?;
        connection.wait_for_end()
    }]);
    assert_eq!(client.post(1).await.unwrap(), 7);
    closes_after_90_s(&mut server).await;
    server.finish().await;
    drop(client);
}
