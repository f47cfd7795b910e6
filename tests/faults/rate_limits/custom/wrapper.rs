//! A limiter that wraps the default one.

use std::time::Duration;

use pivotal_runtime::http::{HeaderMap, StatusCode};
use pivotal_runtime::{CallOptions, Error, HeaderRateLimiter, RateLimitPermit, RateLimitedAttempt, RateLimiter};

use super::seconds;
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::thing_api::Api;

/// Adds the operation to the permit.
struct Wrapper(HeaderRateLimiter);

impl RateLimiter for Wrapper {
    type Permit = (&'static str, RateLimitPermit);

    async fn acquire(&self, attempt: &RateLimitedAttempt) -> Result<Self::Permit, Error> {
        Ok((attempt.endpoint().operation(), self.0.acquire(attempt).await?))
    }

    fn update(&self, (operation, permit): Self::Permit, status: StatusCode, headers: &HeaderMap) {
        assert_eq!(operation, "get");
        self.0.update(permit, status, headers);
    }
}

#[tokio::test(start_paused = true)]
async fn wrapper_of_the_header_limiter_waits_for_the_reset() {
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 30),
        _ => with_limit(ok().after(seconds(1)), sent.at, 60, 50, EPOCH + 90),
    });
    let client = fake.builder().rate_limiter(Wrapper(HeaderRateLimiter::default())).build().unwrap();
    client.get().await.unwrap();
    let (first, second) = tokio::join!(client.get(), client.get());
    first.unwrap();
    second.unwrap();
    assert_eq!(fake.instants(), [0, 30, 31].map(seconds), "the first of them is a probe");
    let hasty = client.with(CallOptions::new().wait_for_rate_limit(false));
    hasty.get().await.unwrap();
    assert_eq!(fake.elapsed(), seconds(33));

    // The client does not wait for a reset in more than a minute.
    let fake = Fake::new(|sent| with_limit(ok(), sent.at, 60, 0, EPOCH + 90));
    let client = fake.builder().rate_limiter(Wrapper(HeaderRateLimiter::default())).build().unwrap();
    client.get().await.unwrap();
    client.get().await.unwrap();
    assert_eq!(fake.elapsed(), Duration::ZERO);
}
