//! Rows 97 to 99: in an outage, retries do not add to the load.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Client, ErrorKind};
use tokio::task::JoinSet;

use crate::fake::Fake;
use crate::fake::api::Api;
use crate::fake::reply::{Reply, broken, ok, refused, silence, status};

const CALLS: usize = 10_000;

/// How many requests come of 10,000 calls that all fail.
async fn sends(reply: fn() -> Reply) -> usize {
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
async fn row_097_an_outage_that_answers_gets_a_hundred_requests_more() {
    assert_eq!(sends(|| status(503)).await, CALLS + 100);
}

#[tokio::test(start_paused = true)]
async fn row_097_an_outage_that_does_not_answer_gets_fifty_requests_more() {
    assert_eq!(sends(silence).await, CALLS + 50);
    assert_eq!(sends(broken).await, CALLS + 50);
}

#[tokio::test(start_paused = true)]
async fn row_097_an_outage_that_sees_nothing_gets_a_hundred_requests_more() {
    assert_eq!(sends(refused).await, CALLS + 100);
}

#[tokio::test(start_paused = true)]
async fn row_097_the_same_for_calls_in_a_row_and_for_clones_and_options_together() {
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
    let apart = fake.client();
    assert_eq!(apart.get().await.unwrap_err().attempts(), 3, "a client that was built apart has a budget of its own");
}

/// A client without a token, on a server that is down while its switch says so.
async fn spent() -> (Fake, Client) {
    // PUT fails for good, GET succeeds.
    let fake = Fake::new(|sent| if sent.method == "PUT" { status(503) } else { ok() });
    let client = fake.builder().max_attempts(u32::MAX).timeout(Duration::MAX).build().unwrap();
    assert_eq!(client.put(1).await.unwrap_err().attempts(), 101);
    (fake, client)
}

#[tokio::test(start_paused = true)]
async fn row_098_successes_bring_retries_back() {
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
async fn row_098_a_success_at_a_later_attempt_earns_nothing() {
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
async fn row_099_with_the_budget_spent_the_error_is_the_real_cause() {
    let (fake, client) = spent().await;
    let (count, elapsed) = (fake.count(), fake.elapsed());
    let error = client.put(1).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16(), error.attempts()), (ErrorKind::Api, 503, 1));
    assert!(error.is_retryable());
    assert_eq!((fake.count(), fake.elapsed()), (count + 1, elapsed), "at once");
}
