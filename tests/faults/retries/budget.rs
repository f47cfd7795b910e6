//! The retry budget, which limits the load of retries during an outage.

use std::time::Duration;

use pivotal_runtime::{
    Body, CallOptions, Client, Conditional, Error, ErrorKind, Response, RetryLimit, Transport, endpoint,
};
use tokio::task::JoinSet;

use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, connection_lost, connection_refused, no_response, ok, status};
use crate::thing_api::Api;

const CALLS: usize = 10_000;

/// Returns the number of requests of 10,000 calls that all fail.
async fn requests_of_calls(reply: fn() -> Reply) -> usize {
    let fake = Fake::new(move |_| reply());
    let client = fake.builder().max_concurrency(CALLS).attempt_timeout(Duration::from_secs(5)).build().unwrap();
    let mut calls = JoinSet::new();
    for _ in 0..CALLS {
        let client = client.clone();
        calls.spawn(async move { client.get().await.unwrap_err().attempts() });
    }
    let attempts: u32 = calls.join_all().await.into_iter().sum();
    assert_eq!(attempts as usize, fake.count());
    fake.count()
}

#[tokio::test(start_paused = true)]
async fn outage_with_responses_causes_100_retries() {
    assert_eq!(requests_of_calls(|| status(503)).await, CALLS + 100);
}

#[tokio::test(start_paused = true)]
async fn outage_without_responses_causes_50_retries() {
    assert_eq!(requests_of_calls(no_response).await, CALLS + 50);
    assert_eq!(requests_of_calls(connection_lost).await, CALLS + 50);
}

#[tokio::test(start_paused = true)]
async fn outage_without_connections_causes_100_retries() {
    assert_eq!(requests_of_calls(connection_refused).await, CALLS + 100);
}

#[tokio::test(start_paused = true)]
async fn clones_share_the_retry_budget() {
    let fake = Fake::new(|_| status(503));
    let client = fake.client();
    let clone = client.clone();
    let with = client.with(CallOptions::new().timeout(Duration::from_secs(100)));
    for number in 0..300 {
        let error = match number % 3 {
            0 => client.get().await,
            1 => clone.get().await,
            _ => with.get().await,
        };
        assert_eq!(error.unwrap_err().attempts(), if number < 50 { 3 } else { 1 });
    }
    assert_eq!(fake.count(), 400);
    let other = fake.client();
    assert_eq!(other.get().await.unwrap_err().attempts(), 3, "another client has a budget of its own");
}

/// Returns a client whose budget is spent.
async fn spent() -> (Fake, Client) {
    // GET succeeds, other methods fail.
    let fake = Fake::new(|sent| if sent.method == "GET" { ok() } else { status(503) });
    let client = fake.builder().max_attempts(u32::MAX).timeout(Duration::MAX).build().unwrap();
    assert_eq!(client.put(1).await.unwrap_err().attempts(), 101);
    (fake, client)
}

#[tokio::test(start_paused = true)]
async fn successes_refill_the_budget() {
    let (fake, client) = spent().await;
    for (successes, attempts) in [(4, 1), (1, 2), (5, 2), (9, 2), (1, 2), (60, 13), (3_000, 101)] {
        for _ in 0..successes {
            client.get().await.unwrap();
        }
        assert_eq!(client.put(1).await.unwrap_err().attempts(), attempts, "after {successes} successes");
    }
    assert!(fake.count() > 3_000);
}

#[tokio::test(start_paused = true)]
async fn retried_success_does_not_refill_the_budget() {
    let fake = Fake::new(|sent| if sent.number % 2 == 0 { status(503) } else { ok() });
    let client = fake.client();
    let mut retried = 0;
    while let Ok(response) = client.get().await {
        assert_eq!(response.attempts(), 2);
        retried += 1;
    }
    assert_eq!((retried, fake.count()), (100, 201));
}

#[tokio::test(start_paused = true)]
async fn spent_budget_returns_the_error_of_the_attempt() {
    let (fake, client) = spent().await;
    let (count, elapsed) = (fake.count(), fake.elapsed());
    let error = client.put(1).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16(), error.attempts()), (ErrorKind::Api, 503, 1));
    assert!(error.is_retryable());
    assert_eq!(error.retry_stopped_by(), Some(RetryLimit::Budget));
    assert!(error.to_string().ends_with("; the retry budget is spent"), "{error}");
    assert_eq!((fake.count(), fake.elapsed()), (count + 1, elapsed), "at once");
}

#[tokio::test(start_paused = true)]
async fn budget_is_needed_for_another_attempt_only() {
    let (_fake, client) = spent().await;
    let unsafe_ = client.patch(1).await.unwrap_err();
    assert_eq!(unsafe_.retry_stopped_by(), None);
    let once = client.with(CallOptions::new().max_attempts(1)).put(1).await.unwrap_err();
    assert_eq!(once.retry_stopped_by(), Some(RetryLimit::Attempts));
}

/// A name that hides an `Option` from the attribute.
type Maybe = Option<u8>;

trait Missing: Transport {
    #[endpoint(GET, "/missing")]
    async fn option(&self) -> Result<Option<u8>, Error>;

    #[endpoint(GET, "/missing", response = u8)]
    async fn option_of_response(&self) -> Result<Option<u8>, Error>;

    #[endpoint(GET, "/missing")]
    async fn alias(&self) -> Result<Maybe, Error>;

    #[endpoint(GET, "/missing")]
    async fn with_head(&self) -> Result<Response<Option<u8>>, Error>;

    #[endpoint(GET, "/missing", response = u8)]
    async fn conditional(&self) -> Result<Conditional<Option<u8>>, Error>;

    #[endpoint(GET, "/missing")]
    async fn stream(&self) -> Result<Option<Body>, Error>;

    #[endpoint(GET, "/missing")]
    async fn value(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/missing")]
    async fn unit(&self) -> Result<(), Error>;

    #[endpoint(GET, "/missing")]
    async fn required_stream(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/missing", response = Option<u8>)]
    async fn option_of_the_body(&self) -> Result<Option<u8>, Error>;
}
impl<T: Transport> Missing for T {}

/// Returns the number of attempts that the budget allows after five calls. All of them return 404.
async fn attempts_after<T>(call: impl AsyncFn(&Client) -> Result<T, Error>, is_value: bool) -> u32 {
    let fake = Fake::new(|sent| if sent.method == "PUT" { status(503) } else { status(404) });
    let client = fake.builder().retry_budget(1).build().unwrap();
    assert_eq!(client.put(1).await.unwrap_err().attempts(), 2);
    for _ in 0..5 {
        assert_eq!(call(&client).await.is_ok(), is_value);
    }
    client.put(1).await.unwrap_err().attempts()
}

#[tokio::test(start_paused = true)]
async fn missing_value_refills_the_budget() {
    assert_eq!(attempts_after(async |client| client.option().await, true).await, 2);
    assert_eq!(attempts_after(async |client| client.option_of_response().await, true).await, 2);
    assert_eq!(attempts_after(async |client| client.alias().await, true).await, 2);
    assert_eq!(attempts_after(async |client| client.with_head().await, true).await, 2);
    assert_eq!(attempts_after(async |client| client.conditional().await, true).await, 2);
    assert_eq!(attempts_after(async |client| Missing::stream(client).await, true).await, 2);
}

#[tokio::test(start_paused = true)]
async fn status_404_as_an_error_does_not_refill_the_budget() {
    assert_eq!(attempts_after(async |client| client.value().await, false).await, 1);
    assert_eq!(attempts_after(async |client| client.unit().await, false).await, 1);
    assert_eq!(attempts_after(async |client| client.required_stream().await, false).await, 1);
    assert_eq!(attempts_after(async |client| client.option_of_the_body().await, false).await, 1);
}
