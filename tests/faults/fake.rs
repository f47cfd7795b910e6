//! A transport under the client that answers without a socket.
//!
//! Time is tokio's: with the clock paused, it moves from one thing that happens to the next.

pub(crate) mod api;
pub(crate) mod reply;
pub(crate) mod servers;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use pivotal_runtime::http::{self, HeaderMap, Method};
use pivotal_runtime::{Body, Client, ClientBuilder, Error, HttpClient};
use tokio::time::Instant;

use self::reply::Reply;

pub(crate) const KEY: &str = "pivotal_test_K8s9vQ2mXw7b";

/// A request as the client handed it over.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    /// When it came, since the fake was made.
    pub(crate) at: Duration,
    /// How many came before it.
    pub(crate) number: usize,
    pub(crate) method: Method,
    pub(crate) host: String,
    pub(crate) path: String,
    headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Sent {
    /// The one value of this header, if it was sent.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().map(|value| value.to_str().unwrap());
        assert!(values.next().is_none(), "`{name}` was sent twice");
        value
    }

    pub(crate) fn key(&self) -> &str {
        self.header("idempotency-key").unwrap()
    }
}

/// Answers with what a function makes of each request. A clone is the same fake.
#[derive(Clone)]
pub(crate) struct Fake(Arc<Inner>);

struct Inner {
    started: Instant,
    answer: Box<dyn Fn(&Sent) -> Reply + Send + Sync>,
    sent: Mutex<Vec<Sent>>,
    in_flight: AtomicUsize,
    peak: AtomicUsize,
}

impl Fake {
    pub(crate) fn new(answer: impl Fn(&Sent) -> Reply + Send + Sync + 'static) -> Self {
        Self(Arc::new(Inner {
            started: Instant::now(),
            answer: Box::new(answer),
            sent: Mutex::default(),
            in_flight: AtomicUsize::new(0),
            peak: AtomicUsize::new(0),
        }))
    }

    /// Gives these answers, one after the other. One more request is one too many.
    pub(crate) fn script(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies: Vec<Reply> = replies.into_iter().collect();
        Self::new(move |sent| replies.get(sent.number).unwrap().clone())
    }

    pub(crate) fn builder(&self) -> ClientBuilder<Self> {
        pivotal_api::builder(KEY).unwrap().base_url("https://api.invalid").http_client(self.clone())
    }

    /// Without an API and without credentials.
    pub(crate) fn plain(&self) -> ClientBuilder<Self> {
        Client::builder().base_url("https://api.invalid").http_client(self.clone())
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.lock().clone()
    }

    /// How many requests came.
    pub(crate) fn count(&self) -> usize {
        self.lock().len()
    }

    /// When each request came.
    pub(crate) fn instants(&self) -> Vec<Duration> {
        self.lock().iter().map(|sent| sent.at).collect()
    }

    /// How long there was between one request and the next.
    pub(crate) fn gaps(&self) -> Vec<Duration> {
        self.instants().windows(2).map(|pair| pair[1].saturating_sub(pair[0])).collect()
    }

    /// Time since the fake was made.
    pub(crate) fn elapsed(&self) -> Duration {
        self.0.started.elapsed()
    }

    /// How many requests were on their way at once, at most.
    pub(crate) fn peak(&self) -> usize {
        self.0.peak.load(Ordering::Relaxed)
    }

    /// The most requests that came within so long a time, from some time on.
    pub(crate) fn busiest(&self, from: Duration, span: Duration) -> usize {
        let instants = self.instants();
        let starts = instants.iter().filter(|at| **at >= from);
        starts.map(|start| instants.iter().filter(|at| *at >= start && **at < *start + span).count()).max().unwrap_or(0)
    }

    pub(crate) fn in_flight(&self) -> usize {
        self.0.in_flight.load(Ordering::Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Sent>> {
        self.0.sent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the request down.
    fn receive(&self, parts: http::request::Parts, body: Vec<u8>) -> Sent {
        let mut all = self.lock();
        let host = parts.uri.authority().unwrap().to_string();
        let path = parts.uri.path_and_query().unwrap().to_string();
        let (at, number) = (self.elapsed(), all.len());
        let sent = Sent { at, number, method: parts.method, host, path, headers: parts.headers, body };
        all.push(sent.clone());
        sent
    }
}

impl HttpClient for Fake {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let (parts, body) = request.into_parts();
        let sent = self.receive(parts, body.collect().await?.to_vec());
        let _flight = Flight::start(&self.0);
        (self.0.answer)(&sent).give().await
    }
}

/// Runs a case of a property on a paused clock of its own.
pub(crate) fn on_a_clock<T>(case: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(case)
}

/// A request on its way, until it is answered or given up.
struct Flight<'a>(&'a Inner);

impl<'a> Flight<'a> {
    fn start(inner: &'a Inner) -> Self {
        let in_flight = inner.in_flight.fetch_add(1, Ordering::Relaxed) + 1;
        inner.peak.fetch_max(in_flight, Ordering::Relaxed);
        Self(inner)
    }
}

impl Drop for Flight<'_> {
    fn drop(&mut self) {
        self.0.in_flight.fetch_sub(1, Ordering::Relaxed);
    }
}
