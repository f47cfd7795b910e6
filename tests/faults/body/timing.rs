//! A body that comes slowly: rows 36 and 37.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use pivotal_runtime::{Body, Client, Delivery, Error, ErrorKind, HttpClient, Timeout, Transport, endpoint, http};
use tokio::time::{Instant, Interval, interval};

use crate::fake::Fake;
use crate::fake::reply::status;
use crate::server::{Api, Event, Gate, KEY, Server, script};

trait Downloads: Transport {
    #[endpoint(GET, "/file")]
    async fn download(&self) -> Result<Body, Error>;
}
impl<T: Transport> Downloads for T {}

/// Answers with a body that comes a byte at a time, and for ever.
#[derive(Clone)]
struct Drips {
    each: Duration,
    /// How many bytes were taken.
    taken: Arc<AtomicU32>,
    requests: Arc<AtomicU32>,
}

struct Drip {
    clock: Interval,
    taken: Arc<AtomicU32>,
}

impl Drips {
    fn each(seconds: u64) -> Self {
        Self { each: Duration::from_secs(seconds), taken: Arc::default(), requests: Arc::default() }
    }

    fn client(&self) -> Client {
        pivotal_api::builder(KEY).unwrap().max_attempts(1).http_client(self.clone()).build().unwrap()
    }

    fn taken(&self) -> u32 {
        assert_eq!(self.requests.load(Ordering::SeqCst), 1);
        self.taken.load(Ordering::SeqCst)
    }
}

impl Stream for Drip {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        ready!(self.clock.poll_tick(context));
        self.taken.fetch_add(1, Ordering::SeqCst);
        Poll::Ready(Some(Ok(Bytes::from_static(b"7"))))
    }
}

impl HttpClient for Drips {
    async fn execute(&self, _: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        self.requests.fetch_add(1, Ordering::SeqCst);
        let drip = Drip { clock: interval(self.each), taken: Arc::clone(&self.taken) };
        Ok(http::Response::new(Body::from_stream(drip, None)))
    }
}

#[tokio::test(start_paused = true)]
async fn row_036_silence_may_last_15_s() {
    let drips = Drips::each(16);
    let start = Instant::now();
    let error = drips.client().get().await.unwrap_err();
    assert_eq!((drips.taken(), start.elapsed().as_secs()), (1, 15), "the first byte comes at once");
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Read)), "{error:?}");
    assert_eq!(error.delivery(), Some(Delivery::Unknown));
    assert_eq!(error.to_string(), "GET /number: no data for 15 s (`read_timeout`) while reading the body");
}

#[tokio::test(start_paused = true)]
async fn row_036_a_stream_may_not_fall_silent_either() {
    let drips = Drips::each(16);
    let start = Instant::now();
    let mut body = drips.client().download().await.unwrap();
    assert_eq!(body.chunk().await.unwrap().unwrap(), "7");
    let error = body.chunk().await.unwrap_err();
    assert_eq!((drips.taken(), start.elapsed().as_secs()), (1, 15));
    assert_eq!(error.elapsed_timeout(), Some(Timeout::Read), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn stream_ends_after_its_first_error() {
    // A read timeout, and a connection that is lost.
    let cut = Fake::script([status(200).then_byte(Duration::from_secs(1), b'7').cut()]);
    let streams = [Drips::each(16).client().download().await.unwrap(), cut.client().download().await.unwrap()];
    for mut body in streams {
        let mut items = Vec::new();
        // A reader that goes on after errors. It must not be given one for ever.
        while let Some(item) = std::future::poll_fn(|context| Pin::new(&mut body).poll_next(context)).await {
            items.push(item);
            assert!(items.len() <= 3, "{items:?}");
        }
        assert!(items.pop().unwrap().is_err() && items.iter().all(Result::is_ok), "{items:?}");
        assert_eq!(body.chunk().await.unwrap(), None);
    }
}

#[tokio::test(start_paused = true)]
async fn row_036_a_reader_may_take_its_time() {
    let drips = Drips::each(1);
    let mut body = drips.client().download().await.unwrap();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_secs(100)).await;
        assert_eq!(body.chunk().await.unwrap().unwrap(), "7", "only the server's silence counts");
    }
}

#[tokio::test]
async fn row_036_silence_on_a_socket() {
    let gates = [(); 2].map(|()| Gate::default());
    let stalls = |gate: &Gate| {
        let gate = gate.clone();
        script(move |connection| {
            connection.read()?;
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n7")?;
            gate.pass()
        })
    };
    let server = Server::new(gates.iter().map(stalls));
    let client = server.builder().read_timeout(Duration::from_millis(50)).build().unwrap();
    let error = client.get().await.unwrap_err();
    gates.iter().for_each(Gate::open);
    let seen = server.finish().await;
    assert_eq!(seen.events[0], [Event::Accepted, Event::Read, Event::Sent(39), Event::Closed]);
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Read)), "{error:?}");
    assert_eq!((error.delivery(), error.attempts(), seen.connections()), (Some(Delivery::Unknown), 2, 2));
}

#[tokio::test(start_paused = true)]
async fn row_037_a_byte_each_14_s_for_ever() {
    let drips = Drips::each(14);
    let start = Instant::now();
    let error = drips.client().get().await.unwrap_err();
    assert_eq!((drips.taken(), start.elapsed().as_secs()), (3, 30), "after 0, 14 and 28 s");
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Attempt)), "{error:?}");
    assert_eq!(error.delivery(), Some(Delivery::Unknown));
}

#[tokio::test(start_paused = true)]
async fn row_037_is_sent_again_as_long_as_there_is_time() {
    let drips = Drips::each(14);
    let client = pivotal_api::builder(KEY).unwrap().http_client(drips.clone()).build().unwrap();
    let start = Instant::now();
    let error = client.get().await.unwrap_err();
    assert_eq!((drips.requests.load(Ordering::SeqCst), error.attempts()), (2, 2));
    assert_eq!((start.elapsed().as_secs(), error.elapsed_timeout()), (60, Some(Timeout::Total)));
}

#[tokio::test(start_paused = true)]
async fn row_040_an_error_body_that_drips_on_does_not_hide_its_status() {
    let ten = Duration::from_secs(10);
    let drips = (0..9).fold(status(400), |reply, _| reply.then_byte(ten, b'7'));
    let fake = Fake::script([drips]);
    let error = fake.client().get().await.unwrap_err();
    assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Api, Some(400)), "{error}");
    assert_eq!((fake.count(), fake.elapsed()), (1, Duration::from_secs(30)), "one attempt, to its end");
    assert!(error.body().is_some_and(|body| body.starts_with(b"7") && body.len() < 9));
}
