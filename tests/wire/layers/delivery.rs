//! The knowledge of whether a request was sent, through layers.

use std::future::pending;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use pivotal_runtime::http::{Request, Response};
use pivotal_runtime::{Body, Client, ClientBuilder, Delivery, Error, HttpClient};
use tower::util::MapRequestLayer;
use tower_http::map_request_body::MapRequestBodyLayer;

use super::{Api, appending};

/// Loses the first request before a connection takes it.
#[derive(Clone)]
struct LosingQueue {
    connect_timeout: Option<Duration>,
    requests: Arc<AtomicUsize>,
}

impl LosingQueue {
    fn builder(connect_timeout: Option<Duration>) -> (ClientBuilder, Arc<AtomicUsize>) {
        let http = Self { connect_timeout, requests: Arc::default() };
        let requests = Arc::clone(&http.requests);
        let builder = Client::builder().base_url("http://api.invalid").max_attempts(1).idempotency_keys(false);
        (builder.http_client(http), requests)
    }
}

impl HttpClient for LosingQueue {
    async fn execute(&self, mut request: Request<Body>) -> Result<Response<Body>, Error> {
        Body::track(&mut request);
        if self.requests.fetch_add(1, Ordering::Relaxed) == 0 {
            pending::<()>().await;
        }
        Ok(Response::new("7".into()))
    }

    fn tracks_requests(&self) -> bool {
        true
    }

    fn connect_timeout(&self) -> Option<Duration> {
        self.connect_timeout
    }
}

#[tokio::test(start_paused = true)]
async fn post_that_no_connection_took_is_sent_again() {
    let (builder, requests) = LosingQueue::builder(Some(Duration::from_secs(5)));
    let client = builder.layer(appending("x-layer", "1")).layer(MapRequestBodyLayer::new(Box::new)).build().unwrap();
    assert_eq!(client.post(1).await.unwrap(), 7);
    assert_eq!(requests.load(Ordering::Relaxed), 2);
}

#[tokio::test(start_paused = true)]
async fn attempt_that_times_out_while_connecting_is_not_sent() {
    let (builder, _) = LosingQueue::builder(None);
    let error = builder.layer(appending("x-layer", "1")).build().unwrap().post(1).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.delivery(), Some(Delivery::NotSent), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn outcome_is_unknown_if_a_layer_drops_the_extensions() {
    let (builder, requests) = LosingQueue::builder(Some(Duration::from_secs(5)));
    let rebuilt = MapRequestLayer::new(|request: Request<Body>| {
        let (parts, body) = request.into_parts();
        let mut rebuilt = Request::builder().method(parts.method).uri(parts.uri).body(body).unwrap();
        *rebuilt.headers_mut() = parts.headers;
        rebuilt
    });
    let error = builder.layer(rebuilt).build().unwrap().post(1).await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!((error.delivery(), requests.load(Ordering::Relaxed)), (Some(Delivery::Unknown), 1), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn timeout_for_connecting_is_that_of_the_http_client() {
    let (builder, requests) = LosingQueue::builder(Some(Duration::from_secs(5)));
    // Each request is lost.
    let reset = MapRequestLayer::new(move |request: Request<Body>| {
        requests.store(0, Ordering::Relaxed);
        request
    });
    let error = builder.layer(reset).build().unwrap().post(1).await.unwrap_err();
    assert!(error.to_string().ends_with("timed out after 5 s (`connect_timeout`) while connecting"), "{error}");
    assert_eq!(error.delivery(), Some(Delivery::NotSent));
}

/// Counts the requests that have started when the first one ends.
#[derive(Clone, Default)]
struct Counting {
    started: Arc<AtomicUsize>,
    started_with_first: Arc<AtomicUsize>,
}

impl HttpClient for Counting {
    async fn execute(&self, mut request: Request<Body>) -> Result<Response<Body>, Error> {
        Body::track(&mut request);
        if self.started.fetch_add(1, Ordering::Relaxed) == 0 {
            for _ in 0..10 {
                tokio::task::yield_now().await;
            }
            self.started_with_first.store(self.started.load(Ordering::Relaxed), Ordering::Relaxed);
        }
        Ok(Response::new("7".into()))
    }

    fn tracks_requests(&self) -> bool {
        true
    }
}

#[tokio::test]
async fn first_request_to_an_origin_goes_alone() {
    let http = Counting::default();
    let builder = Client::builder().base_url("https://api.invalid").http_client(http.clone());
    let client = builder.layer(appending("x-layer", "1")).build().unwrap();
    let results = tokio::join!(client.get(), client.get(), client.get());
    assert_eq!((results.0.unwrap(), results.1.unwrap(), results.2.unwrap()), (7, 7, 7));
    assert_eq!((http.started_with_first.load(Ordering::Relaxed), http.started.load(Ordering::Relaxed)), (1, 3));
}

/// TCP is accepted, but TLS never starts.
#[cfg(feature = "rustls")]
#[tokio::test]
async fn post_without_a_connection_is_retried() {
    use crate::support::scripted::{Connection, Event, ScriptedServer, script};

    let silent = || script(|connection: &mut Connection| connection.wait_for_end());
    let mut server = ScriptedServer::new([silent(), silent()]);
    let url = server.url().replace("http:", "https:");
    let builder = server.builder().base_url(url).idempotency_keys(false).initial_backoff(Duration::ZERO);
    let client = builder.attempt_timeout(Duration::from_millis(200)).layer(appending("x-layer", "1")).build().unwrap();
    let error = client.post(1).await.unwrap_err();
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::NotSent), 2), "{error:?}");
    for connection in 0..2 {
        server.wait_for(connection, Event::Accepted).await;
    }
    drop(client);
    assert_eq!(server.finish().await.connections(), 2);
}
