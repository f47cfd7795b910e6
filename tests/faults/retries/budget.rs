//! The retry budget, which limits the load of retries during an outage.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Client, ErrorKind};
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
    // PUT fails, GET succeeds.
    let fake = Fake::new(|sent| if sent.method == "PUT" { status(503) } else { ok() });
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
    assert_eq!((fake.count(), fake.elapsed()), (count + 1, elapsed), "at once");
}
