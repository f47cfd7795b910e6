//! The permits that an attempt waits for.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::Settings;
use super::concurrency::Permit;
use super::prepare::Prepared;
use super::rate_limiter::{Acquired, ErasedRateLimiter, HeaderRateLimiter, Limiter, RateLimitedAttempt};
use super::telemetry::{PermitWait, WaitReason};
use crate::{Delivery, Error};

/// The permits of one attempt.
pub(super) struct Admission<'a> {
    /// The time at which the attempt begins.
    pub(super) at: Instant,
    pub(super) concurrency: Permit,
    /// `None` if waiting is disabled and the limiter was not ready.
    pub(super) rate_limit: Option<Acquired<'a>>,
}

impl<'a> Admission<'a> {
    fn new(concurrency: Permit, rate_limit: Option<Acquired<'a>>) -> Self {
        Self { at: Instant::now(), concurrency, rate_limit }
    }

    /// Waits for both permits. While the rate limiter waits, the attempt has no concurrency permit.
    ///
    /// This is not an `async fn`, which would keep its arguments until the end.
    pub(super) fn wait(
        settings: &'a Settings,
        prepared: &Prepared<'_>,
        deadline: Instant,
    ) -> impl Future<Output = Result<Self, Error>> + Send + use<'a> {
        let limits = prepared.limits();
        let until = if limits.wait_for_rate_limit { deadline } else { Instant::now() };
        let attempt = RateLimitedAttempt::new(prepared.endpoint, until).with_api(prepared.api());
        let wait = Wait { settings, timeout: limits.total, deadline, attempt };
        async move {
            let admission = match &settings.rate_limiter {
                Limiter::Header(limiter) => wait.header(limiter).await?,
                // Boxed, because it would make the future of every call larger.
                Limiter::Custom(limiter) => Box::pin(wait.custom(&**limiter)).await?,
            };
            if admission.at >= deadline { Err(Error::timed_out_unsent(wait.timeout)) } else { Ok(admission) }
        }
    }
}

struct Wait<'a> {
    settings: &'a Settings,
    timeout: Duration,
    deadline: Instant,
    attempt: RateLimitedAttempt,
}

impl<'a> Wait<'a> {
    async fn header(&self, limiter: &'a HeaderRateLimiter) -> Result<Admission<'a>, Error> {
        let mut turn = None;
        loop {
            let concurrency = self.concurrency().await?;
            match limiter.try_acquire(&self.attempt, turn) {
                Ok(permit) => return Ok(Admission::new(concurrency, Some(Acquired::Header(permit)))),
                Err(waiting) => {
                    drop(concurrency);
                    let _wait = PermitWait::start(WaitReason::RateLimit);
                    waiting.wait().await;
                    turn = Some(waiting);
                }
            }
        }
    }

    async fn custom(&self, limiter: &'a dyn ErasedRateLimiter) -> Result<Admission<'a>, Error> {
        // Nothing was sent, whatever the error of the limiter reports.
        let refused = |error: Error| error.with_delivery(Delivery::NotSent);
        let concurrency = self.concurrency().await?;
        let mut acquiring = limiter.acquire(self.attempt);
        if let Poll::Ready(acquired) = poll_fn(|context| Poll::Ready(acquiring.as_mut().poll(context))).await {
            return Ok(Admission::new(concurrency, Some(acquired.map_err(refused)?)));
        }
        if self.attempt.deadline() < self.deadline {
            // Waiting is disabled.
            return Ok(Admission::new(concurrency, None));
        }
        drop(concurrency);
        let acquired = {
            let _wait = PermitWait::start(WaitReason::RateLimit);
            timeout_at(self.deadline, acquiring).await
        };
        let acquired = acquired.map_err(|_| Error::timed_out_unsent(self.timeout))?;
        let rate_limit = Some(acquired.map_err(refused)?);
        Ok(Admission::new(self.concurrency().await?, rate_limit))
    }

    async fn concurrency(&self) -> Result<Permit, Error> {
        self.settings.concurrency.acquire(self.timeout, self.deadline).await
    }
}
