//! Connections that cannot be established.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use pivotal_runtime::{ClientBuilder, Delivery, Error, ErrorKind, Timeout};
use tokio::time::Instant;

use crate::number_api::Api;
use crate::support::scripted::{ScriptedServer, respond};
use crate::support::{SEVEN, builder_for, closed_port};
use crate::transport::{Found, connect_timed_out, is_slow_to_connect, looking_up};

/// The outcome of a DNS lookup.
#[derive(Clone, Copy)]
enum Lookup {
    /// The address of the server.
    Server,
    /// An address that refuses connections.
    Closed,
    ClosedThenServer,
    Fails,
    Hangs,
}

/// A resolver with these outcomes, the last of which repeats.
#[derive(Clone)]
struct Resolver {
    lookups: &'static [Lookup],
    count: Arc<AtomicU32>,
}

impl Resolver {
    fn new(lookups: &'static [Lookup]) -> Self {
        Self { lookups, count: Arc::default() }
    }

    fn lookups(&self) -> u32 {
        self.count.load(Ordering::SeqCst)
    }

    /// Returns a client for this port, without idempotency keys.
    fn client(&self, port: u16) -> ClientBuilder {
        let builder = builder_for(format!("http://api.test:{port}"));
        let resolver = self.clone();
        looking_up(builder.allow_http().idempotency_keys(false), move |name| resolver.look_up(name))
    }

    fn look_up(&self, name: &str) -> Found {
        assert_eq!(name, "api.test");
        let earlier = usize::try_from(self.count.fetch_add(1, Ordering::SeqCst)).unwrap();
        let lookup = self.lookups[earlier.min(self.lookups.len() - 1)];
        let (closed, server) = (SocketAddr::from(([127, 0, 0, 2], 0)), SocketAddr::from(([127, 0, 0, 1], 0)));
        Box::pin(async move {
            Ok(match lookup {
                Lookup::Server => vec![server],
                Lookup::Closed => vec![closed],
                Lookup::ClosedThenServer => vec![closed, server],
                Lookup::Fails => return Err("no such name"),
                Lookup::Hangs => std::future::pending().await,
            })
        })
    }
}

/// Checks that nothing was sent, so that even a POST without a key was retried.
fn is_not_sent(error: &Error, attempts: u32) {
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    assert_eq!((error.attempts(), error.status()), (attempts, None), "{error:?}");
    assert!(error.is_retryable() && !error.is_timeout());
    assert_eq!(error.to_string(), format!("POST /number: no connection to the server, after {attempts} attempts"));
}

#[tokio::test]
async fn closed_port_is_retried_and_not_sent() {
    let (url, _guard) = closed_port();
    let client = builder_for(url).idempotency_keys(false).build().unwrap();
    is_not_sent(&client.post(1).await.unwrap_err(), 3);
}

#[tokio::test]
async fn port_that_opens_later_is_reached_by_a_retry() {
    let server = ScriptedServer::new([respond(SEVEN)]);
    let resolver = Resolver::new(&[Lookup::Closed, Lookup::Server]);
    let client = resolver.client(server.address().port()).build().unwrap();
    assert_eq!(client.post(1).await.unwrap(), 7);
    assert_eq!((resolver.lookups(), server.finish().await.connections()), (2, 1));
}

#[tokio::test]
async fn unknown_host_is_retried_and_not_sent() {
    let resolver = Resolver::new(&[Lookup::Fails]);
    let error = resolver.client(1).max_attempts(2).build().unwrap().post(1).await.unwrap_err();
    is_not_sent(&error, 2);
    assert_eq!(resolver.lookups(), 2);
}

#[tokio::test]
async fn host_that_resolves_later_is_reached_by_a_retry() {
    let server = ScriptedServer::new([respond(SEVEN)]);
    let resolver = Resolver::new(&[Lookup::Fails, Lookup::Server]);
    assert_eq!(resolver.client(server.address().port()).build().unwrap().post(1).await.unwrap(), 7);
    assert_eq!((resolver.lookups(), server.finish().await.connections()), (2, 1));
}

/// The clock can be paused, because no socket is opened.
#[tokio::test(start_paused = true)]
async fn connect_timeout_is_5_s() {
    let resolver = Resolver::new(&[Lookup::Hangs]);
    let start = Instant::now();
    let error = resolver.client(1).max_attempts(1).build().unwrap().post(1).await.unwrap_err();
    assert_eq!((resolver.lookups(), start.elapsed().as_secs()), (1, 5), "{error:?}");
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Connect)), "{error:?}");
    assert_eq!(error.delivery(), Some(Delivery::NotSent));
    assert_eq!(error.to_string(), format!("POST /number: {}", connect_timed_out()));
}

#[tokio::test(start_paused = true)]
async fn connect_timeout_is_retried_and_not_sent() {
    let resolver = Resolver::new(&[Lookup::Hangs]);
    let error = resolver.client(1).build().unwrap().post(1).await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert!(is_slow_to_connect(source), "{source:?}");
    assert_eq!(error.delivery(), Some(Delivery::NotSent), "{error:?}");
    assert_eq!((error.attempts(), resolver.lookups()), (3, 3), "a POST without a key is retried");
}

#[tokio::test]
async fn second_address_is_used_if_the_first_refuses() {
    let server = ScriptedServer::new([respond(SEVEN)]);
    let resolver = Resolver::new(&[Lookup::ClosedThenServer]);
    let client = resolver.client(server.address().port()).max_attempts(1).build().unwrap();
    assert_eq!(client.post(1).await.unwrap(), 7);
    assert_eq!((resolver.lookups(), server.finish().await.connections()), (1, 1));
}
