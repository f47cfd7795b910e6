//! The caller gives up: rows 32 and 33. And the same silence as in row 31, by the clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use pivotal_runtime::{Body, Client, Delivery, Error, ErrorKind, HttpClient, Timeout, http};
use tokio::time::Instant;

use crate::server::{Api, Event, KEY, SEVEN, Server, answers, script};

/// Counts the requests, and does not answer, or with 503.
#[derive(Clone, Default)]
struct Fake {
    is_silent: bool,
    requests: Arc<AtomicU32>,
}

impl HttpClient for Fake {
    async fn execute(&self, _: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        self.requests.fetch_add(1, Ordering::SeqCst);
        if self.is_silent {
            std::future::pending::<()>().await;
        }
        let mut response = http::Response::new(Body::empty());
        *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
        Ok(response)
    }
}

impl Fake {
    fn client(&self) -> Client {
        pivotal_api::builder(KEY).unwrap().http_client(self.clone()).build().unwrap()
    }
}

#[tokio::test(start_paused = true)]
async fn row_031_an_attempt_takes_30_s_and_a_call_60_s() {
    let fake = Fake { is_silent: true, ..Fake::default() };
    let start = Instant::now();
    let error = fake.client().get().await.unwrap_err();
    assert_eq!(start.elapsed().as_secs(), 60, "{error:?}");
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Timeout, Some(Delivery::Unknown)));
    assert_eq!((error.elapsed_timeout(), error.attempts()), (Some(Timeout::Total), 2));

    let fake = Fake { is_silent: true, ..Fake::default() };
    let client = pivotal_api::builder(KEY).unwrap().idempotency_keys(false).http_client(fake.clone()).build().unwrap();
    let start = Instant::now();
    let error = client.post(1).await.unwrap_err();
    assert_eq!(start.elapsed().as_secs(), 30, "{error:?}");
    assert_eq!((error.elapsed_timeout(), error.delivery()), (Some(Timeout::Attempt), Some(Delivery::Unknown)));
    assert_eq!((error.attempts(), fake.requests.load(Ordering::SeqCst)), (1, 1));
}

#[tokio::test]
async fn row_032_dropped_while_it_waits_for_the_answer() {
    let abandoned = script(|connection| {
        connection.read()?;
        connection.wait_for_end()
    });
    let mut server = Server::new([abandoned, answers(SEVEN)]);
    // With room for one request: a place that is not given back would be missed.
    let client = server.builder().max_concurrency(1).build().unwrap();
    let call = tokio::spawn({
        let client = client.clone();
        async move { client.post(1).await }
    });
    server.until(0, Event::Read).await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    server.until(0, Event::Ended).await;
    assert_eq!(client.post(2).await.unwrap(), 7);
    let seen = server.finish().await;
    assert_eq!(seen.events[0], [Event::Accepted, Event::Read, Event::Ended, Event::Closed]);
    assert_eq!(seen.connections(), 2);
    assert_eq!(seen.requests.iter().map(|request| request.body.as_slice()).collect::<Vec<_>>(), [b"1", b"2"]);
}

#[tokio::test]
async fn row_032_dropped_in_the_middle_of_a_body() {
    let abandoned = script(|connection| {
        connection.read()?;
        connection.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n7")?;
        connection.wait_for_end()
    });
    let mut server = Server::new([abandoned, answers(SEVEN)]);
    let client = server.builder().max_concurrency(1).build().unwrap();
    let call = tokio::spawn({
        let client = client.clone();
        async move { client.get().await }
    });
    server.until(0, Event::Sent(39)).await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    server.until(0, Event::Ended).await;
    assert_eq!(client.get().await.unwrap(), 7);
    assert_eq!(server.finish().await.connections(), 2);
}

#[tokio::test(start_paused = true)]
async fn row_033_dropped_between_two_attempts() {
    let fake = Fake::default();
    let client = fake.client();
    let call = tokio::spawn(async move { client.get().await });
    while fake.requests.load(Ordering::SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());
    tokio::time::sleep(Duration::from_secs(3600)).await;
    assert_eq!(fake.requests.load(Ordering::SeqCst), 1);
    // The same call, not dropped, goes on.
    assert_eq!(fake.client().get().await.unwrap_err().attempts(), 3);
}
