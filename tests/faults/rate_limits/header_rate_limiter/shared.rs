//! One limiter of two clients.

use pivotal_runtime::HeaderRateLimiter;

use super::{exhausted_until, seconds};
use crate::support::fake::Fake;
use crate::support::fake::reply::{limited, ok};
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn response_of_one_client_limits_the_other() {
    let (first, second) = (exhausted_until(30), Fake::new(|_| ok()));
    let limiter = HeaderRateLimiter::default();
    let client = |fake: &Fake| fake.builder().rate_limiter(limiter.clone()).build().unwrap();
    client(&first).get().await.unwrap();
    client(&second).get().await.unwrap();
    assert_eq!(second.instants(), [seconds(30)]);
}

#[tokio::test(start_paused = true)]
async fn refusal_of_one_client_delays_the_other() {
    let (first, second) = (Fake::new(|_| limited("20")), Fake::new(|_| ok()));
    let limiter = HeaderRateLimiter::default();
    let client = |fake: &Fake| fake.builder().max_attempts(1).rate_limiter(limiter.clone()).build().unwrap();
    client(&first).get().await.unwrap_err();
    client(&second).get().await.unwrap();
    assert_eq!(second.instants(), [seconds(20)]);
}

#[tokio::test(start_paused = true)]
async fn probe_of_one_client_wakes_the_other() {
    let first = exhausted_until(30);
    let second = Fake::new(|sent| with_limit(ok().after(seconds(2)), sent.at, 60, 50, EPOCH + 90));
    let limiter = HeaderRateLimiter::default();
    let client = |fake: &Fake| fake.builder().rate_limiter(limiter.clone()).build().unwrap();
    let (one, other) = (client(&first), client(&second));
    one.get().await.unwrap();
    let (probe, waited) = tokio::join!(other.get(), async {
        while second.count() == 0 {
            tokio::time::sleep(seconds(1)).await;
        }
        one.get().await
    });
    probe.unwrap();
    waited.unwrap();
    assert_eq!(second.instants(), [seconds(30)]);
    assert_eq!(first.instants(), [0, 32].map(seconds), "it waits for the response to the probe, and no longer");
}
