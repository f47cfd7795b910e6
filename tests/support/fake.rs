//! An HTTP client without sockets, for calls on tokio's paused clock.

pub(crate) mod reply;
pub(crate) mod servers;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use pivotal_runtime::http::{self, HeaderMap, Method, Uri};
use pivotal_runtime::{Body, Client, ClientBuilder, Error, HttpClient};
use tokio::time::Instant;

use self::reply::Reply;
use super::KEY;

/// A request of the client.
#[derive(Debug, Clone)]
pub(crate) struct Sent {
    /// The time since the fake was created.
    pub(crate) at: Duration,
    /// The number of earlier requests.
    pub(crate) number: usize,
    pub(crate) method: Method,
    pub(crate) uri: Uri,
    /// The path and the query.
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Sent {
    /// Returns the host, with the port if the URL has one.
    pub(crate) fn host(&self) -> &str {
        self.uri.authority().unwrap().as_str()
    }

    /// Returns the value of a header, and panics if it was sent twice.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next().map(|value| value.to_str().unwrap());
        assert!(values.next().is_none(), "`{name}` was sent twice");
        value
    }

    /// Returns the idempotency key.
    pub(crate) fn key(&self) -> &str {
        self.header("idempotency-key").unwrap()
    }
}

/// Responds with what a function returns for each request. A clone is the same fake.
#[derive(Clone)]
pub(crate) struct Fake(Arc<Inner>);

struct Inner {
    started: Instant,
    respond: Box<dyn Fn(&Sent) -> Reply + Send + Sync>,
    sent: Mutex<Vec<Sent>>,
    in_flight: AtomicUsize,
    peak: AtomicUsize,
}

impl Fake {
    pub(crate) fn new(respond: impl Fn(&Sent) -> Reply + Send + Sync + 'static) -> Self {
        Self(Arc::new(Inner {
            started: Instant::now(),
            respond: Box::new(respond),
            sent: Mutex::default(),
            in_flight: AtomicUsize::new(0),
            peak: AtomicUsize::new(0),
        }))
    }

    /// Responds with these replies in their order, and panics after the last one.
    pub(crate) fn script(replies: impl IntoIterator<Item = Reply>) -> Self {
        let replies: Vec<Reply> = replies.into_iter().collect();
        Self::new(move |sent| replies.get(sent.number).unwrap().clone())
    }

    /// Returns a builder for Pivotal, with credentials.
    pub(crate) fn builder(&self) -> ClientBuilder {
        pivotal_api::builder(KEY).unwrap().base_url("https://api.invalid").http_client(self.clone())
    }

    /// Returns a builder without an API and without credentials.
    pub(crate) fn plain(&self) -> ClientBuilder {
        Client::builder().base_url("https://api.invalid").http_client(self.clone())
    }

    pub(crate) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub(crate) fn sent(&self) -> Vec<Sent> {
        self.lock().clone()
    }

    /// Returns the number of requests.
    pub(crate) fn count(&self) -> usize {
        self.lock().len()
    }

    /// Returns the time of each request.
    pub(crate) fn instants(&self) -> Vec<Duration> {
        self.lock().iter().map(|sent| sent.at).collect()
    }

    /// Returns the times between one request and the next.
    pub(crate) fn gaps(&self) -> Vec<Duration> {
        self.instants().windows(2).map(|pair| pair[1].saturating_sub(pair[0])).collect()
    }

    /// Returns the time since the fake was created.
    pub(crate) fn elapsed(&self) -> Duration {
        self.0.started.elapsed()
    }

    /// Returns the largest number of requests that were in flight at once.
    pub(crate) fn peak(&self) -> usize {
        self.0.peak.load(Ordering::Relaxed)
    }

    /// Returns the largest number of requests within a span of this length, after a time.
    pub(crate) fn busiest(&self, from: Duration, span: Duration) -> usize {
        let instants = self.instants();
        let starts = instants.iter().filter(|at| **at >= from);
        starts.map(|start| instants.iter().filter(|at| *at >= start && **at < *start + span).count()).max().unwrap_or(0)
    }

    /// Returns the number of requests in flight.
    pub(crate) fn in_flight(&self) -> usize {
        self.0.in_flight.load(Ordering::Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Sent>> {
        self.0.sent.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn record(&self, parts: http::request::Parts, body: Vec<u8>) -> Sent {
        let mut all = self.lock();
        let path = parts.uri.path_and_query().unwrap().to_string();
        let (at, number) = (self.elapsed(), all.len());
        let sent = Sent { at, number, method: parts.method, uri: parts.uri, path, headers: parts.headers, body };
        all.push(sent.clone());
        sent
    }
}

impl HttpClient for Fake {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let (parts, body) = request.into_parts();
        let sent = self.record(parts, body.collect().await?.to_vec());
        let _flight = Flight::start(&self.0);
        (self.0.respond)(&sent).into_response().await
    }
}

/// Runs a case of a property on a paused clock of its own.
pub(crate) fn run_paused<T>(case: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(case)
}

/// Counts a request as in flight until it is dropped.
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
