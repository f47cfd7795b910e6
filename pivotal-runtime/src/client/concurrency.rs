//! Limits the number of requests in flight.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, timeout_at};

use crate::Error;

/// Limits the number of requests in flight. Waiting calls get a permit in the order in which they came.
#[derive(Debug)]
pub(super) struct Concurrency(Arc<Semaphore>);

/// One request in flight, until it is dropped. It is smaller than an `OwnedSemaphorePermit`, so that a call is allocated fast.
#[derive(Debug)]
pub(super) struct Permit(Arc<Semaphore>);

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.add_permits(1);
    }
}

impl Concurrency {
    pub(super) fn new(requests: usize) -> Self {
        Self(Arc::new(Semaphore::new(requests.clamp(1, Semaphore::MAX_PERMITS))))
    }

    /// Waits for a permit.
    pub(super) async fn acquire(&self, timeout: Duration, deadline: Instant) -> Result<Permit, Error> {
        if let Ok(permit) = self.0.try_acquire() {
            return Ok(self.keep(permit));
        }
        match timeout_at(deadline, self.0.acquire()).await {
            Ok(Ok(permit)) => Ok(self.keep(permit)),
            // The semaphore is never closed.
            Ok(Err(_)) | Err(_) => Err(Error::timed_out_unsent(timeout)),
        }
    }

    fn keep(&self, permit: SemaphorePermit<'_>) -> Permit {
        permit.forget();
        Permit(Arc::clone(&self.0))
    }
}
