//! No connection: rows 1 to 4, and 8.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use pivotal_api::PivotalKey;
use pivotal_runtime::{ClientBuilder, Delivery, Error, ErrorKind, Timeout};
use tokio::time::Instant;

use crate::server::{Api, KEY, SEVEN, Server, answers};
use crate::transport::{CONNECT_TIMED_OUT, Found, Own, builder, is_slow_to_connect, looking_up};

/// How a name is looked up.
#[derive(Clone, Copy)]
enum Lookup {
    /// The server, which listens on 127.0.0.1.
    Alive,
    /// Another address of this machine, where nobody listens.
    Dead,
    /// The one, and then the other.
    DeadAndAlive,
    /// No such name.
    Fails,
    /// No answer.
    Hangs,
}

/// Does the next of these each time, and the last one ever after.
#[derive(Clone)]
struct Resolver {
    lookups: &'static [Lookup],
    asked: Arc<AtomicU32>,
}

impl Resolver {
    fn that(lookups: &'static [Lookup]) -> Self {
        Self { lookups, asked: Arc::default() }
    }

    fn asked(&self) -> u32 {
        self.asked.load(Ordering::SeqCst)
    }

    /// A client for this port of a host with a name, whose POST may not be sent twice.
    fn client(&self, port: u16) -> ClientBuilder<Own> {
        let builder = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(format!("http://api.test:{port}"));
        let resolver = self.clone();
        looking_up(builder.allow_http().idempotency_keys(false), move |name| resolver.look_up(name))
    }

    fn look_up(&self, name: &str) -> Found {
        assert_eq!(name, "api.test");
        let asked = usize::try_from(self.asked.fetch_add(1, Ordering::SeqCst)).unwrap();
        let lookup = self.lookups[asked.min(self.lookups.len() - 1)];
        let (dead, alive) = (SocketAddr::from(([127, 0, 0, 2], 0)), SocketAddr::from(([127, 0, 0, 1], 0)));
        Box::pin(async move {
            Ok(match lookup {
                Lookup::Alive => vec![alive],
                Lookup::Dead => vec![dead],
                Lookup::DeadAndAlive => vec![dead, alive],
                Lookup::Fails => return Err("no such name"),
                Lookup::Hangs => std::future::pending().await,
            })
        })
    }
}

/// The server has seen nothing, so that even a POST without a key was sent again.
fn is_not_connected(error: &Error, attempts: u32) {
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Connect, Some(Delivery::NotSent)), "{error:?}");
    assert_eq!((error.attempts(), error.status()), (attempts, None), "{error:?}");
    assert!(error.is_retryable() && !error.is_timeout());
    assert_eq!(error.to_string(), format!("POST /number: no connection to the server, after {attempts} attempts"));
}

#[tokio::test]
async fn row_001_a_closed_port() {
    // Nobody listens at the address, but it is taken, so that nobody will.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = std::net::TcpStream::connect(listener.local_addr().unwrap()).unwrap();
    let url = format!("http://{}", taken.local_addr().unwrap());
    let client =
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).idempotency_keys(false).build().unwrap();
    is_not_connected(&client.post(1).await.unwrap_err(), 3);
}

#[tokio::test]
async fn row_001_a_port_that_opens_after_the_first_attempt() {
    let server = Server::new([answers(SEVEN)]);
    let resolver = Resolver::that(&[Lookup::Dead, Lookup::Alive]);
    let client = resolver.client(server.address().port()).build().unwrap();
    assert_eq!(client.post(1).await.unwrap(), 7);
    assert_eq!((resolver.asked(), server.finish().await.connections()), (2, 1));
}

#[tokio::test]
async fn row_002_a_name_that_is_not_found() {
    let resolver = Resolver::that(&[Lookup::Fails]);
    let error = resolver.client(1).max_attempts(2).build().unwrap().post(1).await.unwrap_err();
    is_not_connected(&error, 2);
    assert_eq!(resolver.asked(), 2);
}

#[tokio::test]
async fn row_002_a_name_that_is_found_at_the_second_try() {
    let server = Server::new([answers(SEVEN)]);
    let resolver = Resolver::that(&[Lookup::Fails, Lookup::Alive]);
    assert_eq!(resolver.client(server.address().port()).build().unwrap().post(1).await.unwrap(), 7);
    assert_eq!((resolver.asked(), server.finish().await.connections()), (2, 1));
}

/// No socket is opened, so the clock may stand still.
#[tokio::test(start_paused = true)]
async fn row_003_a_connection_that_does_not_come_about() {
    let resolver = Resolver::that(&[Lookup::Hangs]);
    let start = Instant::now();
    let error = resolver.client(1).max_attempts(1).build().unwrap().post(1).await.unwrap_err();
    assert_eq!((resolver.asked(), start.elapsed().as_secs()), (1, 5), "{error:?}");
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Connect)), "{error:?}");
    assert_eq!(error.delivery(), Some(Delivery::NotSent));
    assert_eq!(error.to_string(), format!("POST /number: {CONNECT_TIMED_OUT}"));
}

#[tokio::test(start_paused = true)]
async fn row_004_a_connection_that_took_too_long_was_not_sent() {
    let resolver = Resolver::that(&[Lookup::Hangs]);
    let error = resolver.client(1).build().unwrap().post(1).await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap();
    assert!(is_slow_to_connect(source), "{source:?}");
    assert_eq!(error.delivery(), Some(Delivery::NotSent), "{error:?}");
    assert_eq!((error.attempts(), resolver.asked()), (3, 3), "even without a key");
}

#[tokio::test]
async fn row_008_a_dead_address_before_one_that_is_alive() {
    let server = Server::new([answers(SEVEN)]);
    let resolver = Resolver::that(&[Lookup::DeadAndAlive]);
    let client = resolver.client(server.address().port()).max_attempts(1).build().unwrap();
    assert_eq!(client.post(1).await.unwrap(), 7);
    assert_eq!((resolver.asked(), server.finish().await.connections()), (1, 1));
}
