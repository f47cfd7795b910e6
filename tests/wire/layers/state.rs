//! The state of layers while connections are replaced.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use pivotal_runtime::http::Request;
use pivotal_runtime::{Body, CallOptions};
use tower::layer::layer_fn;
use tower::limit::ConcurrencyLimitLayer;
use tower::util::MapRequestLayer;

use super::{Api, SEVEN};
use crate::support::gate::gate;
use crate::support::scripted::{Connection, Event, ScriptedServer, respond, script};

const SHORT: Duration = Duration::from_millis(100);

/// Reads a request, and does not respond.
fn silent(connection: &mut Connection) -> io::Result<()> {
    connection.read()?;
    connection.wait_for_end()
}

#[tokio::test]
async fn retry_uses_another_connection_and_the_same_services() {
    let mut server = ScriptedServer::new([script(silent), respond(SEVEN)]);
    let built = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&built);
    let layer = layer_fn(move |service| {
        count.fetch_add(1, Ordering::Relaxed);
        service
    });
    let builder = server.builder().attempt_timeout(SHORT).initial_backoff(Duration::ZERO).layer(layer);
    let client = builder.build().unwrap();
    assert_eq!(client.get().await.unwrap(), 7);
    server.wait_for(0, Event::Ended).await;
    drop(client);
    assert_eq!((server.finish().await.connections(), built.load(Ordering::Relaxed)), (2, 1));
}

#[tokio::test]
async fn permits_stay_with_requests_in_flight_when_connections_are_replaced() {
    let (finish, is_finished) = gate();
    let slow = script(move |connection: &mut Connection| {
        connection.read()?;
        is_finished.wait();
        connection.send(SEVEN)?;
        connection.wait_for_end()
    });
    let mut server = ScriptedServer::new([slow, respond(SEVEN)]);
    let builder = server.builder().initial_backoff(Duration::ZERO).layer(ConcurrencyLimitLayer::new(1));
    let client = builder.build().unwrap();
    let call = tokio::spawn({
        let client = client.clone();
        async move { client.get().await }
    });
    server.wait_for(0, Event::Read).await;
    // Both attempts wait for the permit of the first call. The connections are replaced in between.
    let error = client.with(CallOptions::new().attempt_timeout(SHORT)).get().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!((error.attempts(), server.count(Event::Read)), (2, 1), "{error:?}");
    finish.open();
    assert_eq!(call.await.unwrap().unwrap(), 7);
    assert_eq!(client.get().await.unwrap(), 7, "on a connection of its own");
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test]
async fn layer_without_extensions_uses_the_latest_connections() {
    let mut server = ScriptedServer::new([script(silent), respond(SEVEN)]);
    let cleared = MapRequestLayer::new(|mut request: Request<Body>| {
        request.extensions_mut().clear();
        request
    });
    let builder = server.builder().attempt_timeout(SHORT).initial_backoff(Duration::ZERO).layer(cleared);
    let client = builder.build().unwrap();
    assert_eq!(client.get().await.unwrap(), 7);
    server.wait_for(0, Event::Ended).await;
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}
