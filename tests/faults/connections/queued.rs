//! Requests that wait for a connection, and that none takes.

use std::future::pending;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use pivotal_runtime::{Body, Client, Delivery, Error, HttpClient, http};
use tokio::time::Instant;

use crate::number_api::Api;

/// Loses requests before a connection takes them, as a connection of HTTP/2 can that is closed at that moment.
#[derive(Clone)]
struct LosingQueue {
    lost: usize,
    connect_timeout: Option<Duration>,
    requests: Arc<AtomicUsize>,
}

impl LosingQueue {
    fn new(lost: usize, connect_timeout: Option<Duration>) -> Self {
        Self { lost, connect_timeout, requests: Arc::default() }
    }

    /// Makes a call that must not be sent twice. Returns its result, its seconds, and the number of requests.
    async fn post(&self) -> (Result<u8, Error>, u64, usize) {
        let builder = Client::builder().base_url("http://api.invalid").max_attempts(1).idempotency_keys(false);
        let client = builder.http_client(self.clone()).build().unwrap();
        let start = Instant::now();
        let result = client.post(1).await;
        (result, start.elapsed().as_secs(), self.requests.load(Ordering::Relaxed))
    }
}

impl HttpClient for LosingQueue {
    async fn execute(&self, mut request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        Body::track(&mut request);
        if self.requests.fetch_add(1, Ordering::Relaxed) < self.lost {
            pending::<()>().await;
        }
        Ok(http::Response::new("7".into()))
    }

    fn tracks_requests(&self) -> bool {
        true
    }

    fn connect_timeout(&self) -> Option<Duration> {
        self.connect_timeout
    }
}

#[tokio::test(start_paused = true)]
async fn lost_request_is_sent_again_twice_outside_attempts() {
    for (lost, seconds) in [(0, 0), (1, 6), (2, 12)] {
        let (result, elapsed, requests) = LosingQueue::new(lost, Some(Duration::from_secs(5))).post().await;
        assert_eq!(result.unwrap(), 7);
        assert_eq!((elapsed, requests), (seconds, lost + 1));
    }
    let (result, elapsed, requests) = LosingQueue::new(3, Some(Duration::from_secs(5))).post().await;
    let error = result.unwrap_err();
    assert!(error.to_string().ends_with("timed out after 5 s (`connect_timeout`) while connecting"), "{error}");
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::NotSent), 1));
    assert_eq!((elapsed, requests), (18, 3));
}

#[tokio::test(start_paused = true)]
async fn request_waits_for_the_attempt_timeout_if_connecting_has_none() {
    let (result, elapsed, requests) = LosingQueue::new(1, None).post().await;
    let error = result.unwrap_err();
    assert!(error.to_string().ends_with("timed out after 30 s (`attempt_timeout`)"), "{error}");
    assert_eq!(error.delivery(), Some(Delivery::NotSent));
    assert_eq!((elapsed, requests), (30, 1));
}
