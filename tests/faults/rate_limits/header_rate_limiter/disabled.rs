//! Row 77: waiting can be disabled, for a client and for a call.

use std::time::Duration;

use pivotal_runtime::{CallOptions, HeaderRateLimiter};

use super::{exhausted_until, seconds, updated_client};
use crate::fake::Fake;
use crate::fake::api::Api;
use crate::fake::reply::{ok, silence};
use crate::fake::servers::{EPOCH, with_limit};

#[tokio::test(start_paused = true)]
async fn row_077_client_that_does_not_wait_sends_at_once() {
    let fake = exhausted_until(30);
    let client = fake.builder().wait_for_rate_limit(false).build().unwrap();
    client.get().await.unwrap();
    client.get().await.unwrap();
    assert_eq!(fake.instants(), [Duration::ZERO; 2]);
}

#[tokio::test(start_paused = true)]
async fn row_077_option_of_the_call_overrides_the_client() {
    for (client_waits, call_waits, sent_at) in [(true, false, 0), (false, true, 30)] {
        let fake = exhausted_until(30);
        let client = fake.builder().wait_for_rate_limit(client_waits).build().unwrap();
        client.get().await.unwrap();
        client.with(CallOptions::new().wait_for_rate_limit(call_waits)).get().await.unwrap();
        assert_eq!(fake.instants(), [0, sent_at].map(seconds));
    }
}

#[tokio::test(start_paused = true)]
async fn response_to_a_call_that_does_not_wait_updates_the_limiter() {
    let fake = exhausted_until(30);
    let limiter = HeaderRateLimiter::default();
    let client = |waits| fake.builder().rate_limiter(limiter.clone()).wait_for_rate_limit(waits).build().unwrap();
    client(false).get().await.unwrap();
    client(true).get().await.unwrap();
    assert_eq!(fake.instants(), [0, 30].map(seconds));
}

#[tokio::test(start_paused = true)]
async fn call_that_does_not_wait_is_counted_while_requests_remain() {
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 1, EPOCH + 30),
        _ => ok().after(seconds(1)),
    });
    let client = updated_client(&fake).await;
    let hasty = client.with(CallOptions::new().wait_for_rate_limit(false));
    let (first, second) = tokio::join!(hasty.get(), async {
        tokio::task::yield_now().await;
        client.get().await
    });
    first.unwrap();
    second.unwrap();
    assert_eq!(fake.instants(), [0, 0, 30].map(seconds), "the only request that remained was sent");
}

#[tokio::test(start_paused = true)]
async fn call_that_does_not_wait_is_sent_during_a_probe() {
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        1 => silence(),
        _ => ok(),
    });
    let client = updated_client(&fake).await;
    let probe = client.with(CallOptions::new().max_attempts(1));
    let hasty = client.with(CallOptions::new().wait_for_rate_limit(false));
    let (_, ()) = tokio::join!(probe.get(), async {
        tokio::time::sleep(seconds(6)).await;
        hasty.get().await.unwrap();
    });
    assert_eq!(fake.instants(), [0, 5, 6].map(seconds));
}
