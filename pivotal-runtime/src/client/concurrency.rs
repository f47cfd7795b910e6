//! Limits the number of requests in flight.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};

use crate::Error;

/// Limits the number of requests in flight. Waiting calls get a permit in the order in which they came.
#[derive(Debug)]
pub(super) struct Concurrency(Arc<Semaphore>);

/// One request in flight, until it is dropped. It is smaller than an `OwnedSemaphorePermit`, so that a call is allocated fast.
#[derive(Debug)]
pub(super) struct Permit(Arc<Semaphore>);

impl From<OwnedSemaphorePermit> for Permit {
    fn from(permit: OwnedSemaphorePermit) -> Self {
        let semaphore = Arc::clone(permit.semaphore());
        permit.forget();
        Self(semaphore)
    }
}

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
        if let Ok(permit) = Arc::clone(&self.0).try_acquire_owned() {
            return Ok(permit.into());
        }
        match timeout_at(deadline, Arc::clone(&self.0).acquire_owned()).await {
            Ok(Ok(permit)) => Ok(permit.into()),
            // The semaphore is never closed.
            Ok(Err(_)) | Err(_) => Err(Error::timed_out_unsent(timeout)),
        }
    }
}
