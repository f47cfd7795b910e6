//! HTTP/2 connections on which the server stops responding.

use std::io;
use std::time::Duration;

use pivotal_runtime::CallOptions;

use super::super::half_dead::times_out;
use super::frames::{greet, read, respond};
use super::{serve, start, start_scripts};
use crate::number_api::Api;
use crate::support::gate::gate;
use crate::support::scripted::{Connection, Event};

/// Responds to one request, and reads the next ones only.
fn respond_once(connection: &mut Connection) -> io::Result<()> {
    greet(connection)?;
    let stream = read(connection)?;
    respond(connection, stream)?;
    while read(connection).is_ok() {}
    Ok(())
}

fn respond_always(connection: &mut Connection) -> io::Result<()> {
    greet(connection)?;
    while let Ok(stream) = read(connection) {
        respond(connection, stream)?;
    }
    Ok(())
}

#[tokio::test]
async fn connection_whose_attempt_timed_out_takes_no_new_request() {
    let (mut server, client) = start(&[respond_once, respond_always]);
    assert_eq!(client.get().await.unwrap(), 7);
    let call = client.clone();
    let call = tokio::spawn(async move { call.get().await });
    server.wait_for_count(0, Event::Read, 2).await;
    times_out(Duration::from_secs(30)).await;
    assert_eq!(call.await.unwrap().unwrap(), 7, "the retry uses another connection");
    assert_eq!(client.post(2).await.unwrap(), 7, "and so do other calls");
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test]
async fn requests_in_flight_finish_on_the_old_connection() {
    let (opening, gate) = gate();
    let old = serve(move |connection| {
        greet(connection)?;
        read(connection)?;
        let second = read(connection)?;
        gate.wait();
        respond(connection, second)?;
        connection.wait_for_end()
    });
    let (mut server, client) = start_scripts([old, serve(respond_always)]);
    let patient = client.clone();
    let first = tokio::spawn(async move { patient.with(CallOptions::new().max_attempts(1)).get().await });
    server.wait_for_count(0, Event::Read, 1).await;
    let other = client.clone();
    let options = CallOptions::new().timeout(Duration::from_secs(300));
    let second = tokio::spawn(async move { other.with(options).post(1).await });
    server.wait_for_count(0, Event::Read, 2).await;
    times_out(Duration::from_secs(30)).await;
    assert!(first.await.unwrap().unwrap_err().is_timeout());
    assert_eq!(client.get().await.unwrap(), 7, "on another connection");
    opening.open();
    assert_eq!(second.await.unwrap().unwrap(), 7);
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test]
async fn ping_finds_a_dead_connection_with_requests_in_flight() {
    let (mut server, client) = start(&[respond_once, respond_always]);
    assert_eq!(client.get().await.unwrap(), 7);
    let call = client.clone();
    let options = CallOptions::new().timeout(Duration::from_secs(300));
    let call = tokio::spawn(async move { call.with(options).get().await });
    server.wait_for_count(0, Event::Read, 2).await;
    // The interval of pings, and the time to wait for the response to one.
    times_out(Duration::from_secs(20)).await;
    times_out(Duration::from_secs(10)).await;
    assert_eq!(call.await.unwrap().unwrap(), 7);
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}
