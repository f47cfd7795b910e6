//! Calls that do not wait for the reset.

use pivotal_runtime::{CallOptions, HeaderRateLimiter};

use super::{exhausted_until, seconds, updated_client};
use crate::support::fake::Fake;
use crate::support::fake::reply::{no_response, ok};
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::thing_api::Api;

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
        1 => no_response(),
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
