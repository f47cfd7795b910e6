//! Slow bodies.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use bytes::Bytes;
use futures_util::{Stream, stream};
use pivotal_runtime::{
    Body, Client, ClientBuilder, Delivery, Error, ErrorKind, Timeout, Transport, endpoint, http, testing,
};
use tokio::time::{Instant, interval};

use crate::number_api::Api;
use crate::support::KEY;
use crate::support::fake::Fake;
use crate::support::fake::reply::status;
use crate::support::gate::Gate;
use crate::support::scripted::{Event, ScriptedServer, script};

trait Downloads: Transport {
    #[endpoint(GET, "/file")]
    async fn download(&self) -> Result<Body, Error>;
}
impl<T: Transport> Downloads for T {}

/// Responds with an endless body, one byte at a time.
struct SlowServer {
    fake: testing::Fake,
    /// The number of bytes that were read.
    taken: Arc<AtomicU32>,
}

impl SlowServer {
    fn each(seconds: u64) -> Self {
        let fake = testing::Fake::new();
        let taken = Arc::<AtomicU32>::default();
        let count = Arc::clone(&taken);
        let drips = fake.on_any().responds_with(move |_| {
            let (mut clock, taken) = (interval(Duration::from_secs(seconds)), Arc::clone(&count));
            let drip = stream::poll_fn(move |context| {
                clock.poll_tick(context).map(|_| {
                    taken.fetch_add(1, Ordering::SeqCst);
                    Some(Ok(Bytes::from_static(b"7")))
                })
            });
            Ok(http::Response::new(Body::from_stream(drip, None)))
        });
        drips.always();
        Self { fake, taken }
    }

    fn builder(&self) -> ClientBuilder {
        pivotal_api::builder(KEY).unwrap().http_client(self.fake.http_client())
    }

    fn client(&self) -> Client {
        self.builder().max_attempts(1).build().unwrap()
    }

    fn taken(&self) -> u32 {
        assert_eq!(self.fake.calls().len(), 1);
        self.taken.load(Ordering::SeqCst)
    }
}

#[tokio::test(start_paused = true)]
async fn read_timeout_is_15_s() {
    let server = SlowServer::each(16);
    let start = Instant::now();
    let error = server.client().get().await.unwrap_err();
    assert_eq!((server.taken(), start.elapsed().as_secs()), (1, 15), "the first byte is sent at once");
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Read)), "{error:?}");
    assert_eq!(error.delivery(), Some(Delivery::Unknown));
    assert_eq!(error.to_string(), "GET /number: no data for 15 s (`read_timeout`) while reading the body");
}

#[tokio::test(start_paused = true)]
async fn read_timeout_applies_to_streams() {
    let server = SlowServer::each(16);
    let start = Instant::now();
    let mut body = server.client().download().await.unwrap();
    assert_eq!(body.chunk().await.unwrap().unwrap(), "7");
    let error = body.chunk().await.unwrap_err();
    assert_eq!((server.taken(), start.elapsed().as_secs()), (1, 15));
    assert_eq!(error.elapsed_timeout(), Some(Timeout::Read), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn stream_ends_after_its_first_error() {
    // A read timeout, and a connection that is lost.
    let cut = Fake::script([status(200).then_byte(Duration::from_secs(1), b'7').incomplete()]);
    let streams = [SlowServer::each(16).client().download().await.unwrap(), cut.client().download().await.unwrap()];
    for mut body in streams {
        let mut items = Vec::new();
        // The reader continues after errors, which must not repeat forever.
        while let Some(item) = std::future::poll_fn(|context| Pin::new(&mut body).poll_next(context)).await {
            items.push(item);
            assert!(items.len() <= 3, "{items:?}");
        }
        assert!(items.pop().unwrap().is_err() && items.iter().all(Result::is_ok), "{items:?}");
        assert_eq!(body.chunk().await.unwrap(), None);
    }
}

#[tokio::test(start_paused = true)]
async fn read_timeout_ignores_a_slow_reader() {
    let server = SlowServer::each(1);
    let mut body = server.client().download().await.unwrap();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_secs(100)).await;
        assert_eq!(body.chunk().await.unwrap().unwrap(), "7", "the time of the reader does not count");
    }
}

#[tokio::test]
async fn read_timeout_applies_to_sockets() {
    let gates = [(); 2].map(|()| Gate::default());
    let stalls = |gate: &Gate| {
        let gate = gate.clone();
        script(move |connection| {
            connection.read()?;
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n7")?;
            gate.wait();
            Ok(())
        })
    };
    let server = ScriptedServer::new(gates.iter().map(stalls));
    let client = server.builder().read_timeout(Duration::from_millis(50)).build().unwrap();
    let error = client.get().await.unwrap_err();
    gates.iter().for_each(Gate::open);
    let seen = server.finish().await;
    assert_eq!(seen.events[0], [Event::Accepted, Event::Read, Event::Sent(39), Event::Closed]);
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Read)), "{error:?}");
    assert_eq!((error.delivery(), error.attempts(), seen.connections()), (Some(Delivery::Unknown), 2, 2));
}

#[tokio::test(start_paused = true)]
async fn attempt_timeout_ends_a_slow_body() {
    let server = SlowServer::each(14);
    let start = Instant::now();
    let error = server.client().get().await.unwrap_err();
    assert_eq!((server.taken(), start.elapsed().as_secs()), (3, 30), "after 0, 14 and 28 s");
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Attempt)), "{error:?}");
    assert_eq!(error.delivery(), Some(Delivery::Unknown));
}

#[tokio::test(start_paused = true)]
async fn slow_body_is_retried_until_the_deadline() {
    let server = SlowServer::each(14);
    let client = server.builder().build().unwrap();
    let start = Instant::now();
    let error = client.get().await.unwrap_err();
    assert_eq!((server.fake.calls().len(), error.attempts()), (2, 2));
    assert_eq!((start.elapsed().as_secs(), error.elapsed_timeout()), (60, Some(Timeout::Total)));
}

#[tokio::test(start_paused = true)]
async fn slow_error_body_keeps_its_status() {
    let ten = Duration::from_secs(10);
    let server = (0..9).fold(status(400), |reply, _| reply.then_byte(ten, b'7'));
    let fake = Fake::script([server]);
    let error = fake.client().get().await.unwrap_err();
    assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Api, Some(400)), "{error}");
    assert_eq!((fake.count(), fake.elapsed()), (1, Duration::from_secs(30)), "one attempt, to its end");
    assert!(error.body().is_some_and(|body| body.starts_with(b"7") && body.len() < 9));
}
