//! Limits the number of requests in flight.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout_at};

use super::telemetry::{PermitGauge, PermitWait, WaitReason};
use crate::Error;
use crate::base_url::BaseUrl;

/// Limits the number of requests in flight. Waiting calls get a permit in the order in which they came.
#[derive(Debug)]
pub(super) struct Concurrency(Arc<Permits>);

#[derive(Debug)]
struct Permits {
    semaphore: Semaphore,
    in_use: PermitGauge,
}

/// One request in flight, until it is dropped. It is smaller than an `OwnedSemaphorePermit`, so that a call is allocated fast.
#[derive(Debug)]
pub(super) struct Permit(Arc<Permits>);

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.in_use.give_back();
        self.0.semaphore.add_permits(1);
    }
}

impl Concurrency {
    pub(super) fn new(requests: usize, base_url: &BaseUrl) -> Self {
        let semaphore = Semaphore::new(requests.clamp(1, Semaphore::MAX_PERMITS));
        Self(Arc::new(Permits { semaphore, in_use: PermitGauge::new(base_url) }))
    }

    /// Waits for a permit.
    pub(super) async fn acquire(&self, timeout: Duration, deadline: Instant) -> Result<Permit, Error> {
        if let Ok(permit) = self.0.semaphore.try_acquire() {
            return Ok(self.keep(permit));
        }
        let _wait = PermitWait::start(WaitReason::Concurrency);
        match timeout_at(deadline, self.0.semaphore.acquire()).await {
            Ok(Ok(permit)) => Ok(self.keep(permit)),
            // The semaphore is never closed.
            Ok(Err(_)) | Err(_) => Err(Error::timed_out_unsent(timeout)),
        }
    }

    fn keep(&self, permit: SemaphorePermit<'_>) -> Permit {
        permit.forget();
        self.0.in_use.take();
        Permit(Arc::clone(&self.0))
    }
}
