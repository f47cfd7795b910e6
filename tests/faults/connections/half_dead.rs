//! HTTP/1.1 connections on which the server stops responding.

use std::io;
use std::time::Duration;

use pivotal_runtime::Delivery;

use super::reused::settle;
use crate::number_api::Api;
use crate::support::SEVEN;
use crate::support::scripted::{Connection, Event, ScriptedServer, respond, script};

/// Lets this time pass, for timeouts that have started.
pub(super) async fn times_out(after: Duration) {
    settle().await;
    tokio::time::pause();
    // The clock has a resolution of a millisecond.
    tokio::time::advance(after + Duration::from_millis(2)).await;
    settle().await;
    tokio::time::resume();
}

/// Responds to one request, and only reads the next one.
fn respond_once(connection: &mut Connection) -> io::Result<()> {
    connection.read()?;
    connection.send(SEVEN)?;
    // Another call, or none.
    if connection.read().is_ok() {
        let _ = connection.wait_for_end();
    }
    Ok(())
}

#[tokio::test]
async fn retry_takes_no_pooled_connection() {
    let mut server = ScriptedServer::new([script(respond_once), script(respond_once), respond(SEVEN)]);
    let client = server.client();
    // Two connections in the pool.
    let (first, second) = tokio::join!(client.get(), client.get());
    assert_eq!((first.unwrap(), second.unwrap()), (7, 7));
    let call = client.clone();
    let call = tokio::spawn(async move { call.get().await });
    while server.count(Event::Read) < 3 {
        server.wait_for_any().await;
    }
    times_out(Duration::from_secs(30)).await;
    assert_eq!(call.await.unwrap().unwrap(), 7);
    drop(client);
    assert_eq!(server.finish().await.connections(), 3);
}

/// TCP is accepted, but TLS never starts.
#[cfg(feature = "rustls")]
#[tokio::test]
async fn attempt_that_times_out_while_connecting_is_not_sent() {
    let silent = || {
        script(|connection: &mut Connection| {
            let _ = connection.wait_for_end();
            Ok(())
        })
    };
    let mut server = ScriptedServer::new([silent(), silent()]);
    let url = server.url().replace("http:", "https:");
    let limit = Duration::from_secs(2);
    let client = server.builder().base_url(url).idempotency_keys(false).attempt_timeout(limit).build().unwrap();
    let call = tokio::spawn(async move { client.post(1).await });
    for connection in 0..2 {
        server.wait_for(connection, Event::Accepted).await;
        times_out(limit).await;
        // The back-off.
        times_out(Duration::from_secs(1)).await;
    }
    let error = call.await.unwrap().unwrap_err();
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::NotSent), 2), "{error:?}");
    assert!(error.is_timeout());
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test]
async fn attempt_that_times_out_after_it_was_sent_is_unknown() {
    let mut server = ScriptedServer::new([script(|connection: &mut Connection| {
        connection.read()?;
        connection.wait_for_end()
    })]);
    let client = server.builder().idempotency_keys(false).build().unwrap();
    let call = tokio::spawn(async move { client.post(1).await });
    server.wait_for(0, Event::Read).await;
    times_out(Duration::from_secs(30)).await;
    let error = call.await.unwrap().unwrap_err();
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 1), "{error:?}");
    assert_eq!(server.finish().await.connections(), 1);
}
