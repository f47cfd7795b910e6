//! Refreshes the credentials of a client once, for all calls that wait for it.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;

use super::{Applied, Attempt, Credentials};
use crate::Error;
use crate::transport::BoxFuture;

/// The credentials of a client, and the number of refreshes.
pub(crate) struct ClientCredentials {
    credentials: Box<dyn ErasedCredentials>,
    /// Counts refreshes that returned new credentials.
    generation: AtomicU64,
    /// Counts all refreshes.
    refreshes: AtomicU64,
    refreshing: Mutex<()>,
}

/// [`Credentials`] that can be used as `dyn`.
trait ErasedCredentials: Send + Sync {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error>;
    fn refresh(&self) -> BoxFuture<'_, Result<bool, Error>>;
}

impl<C: Credentials> ErasedCredentials for C {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        Credentials::apply(self, attempt)
    }

    fn refresh(&self) -> BoxFuture<'_, Result<bool, Error>> {
        Box::pin(Credentials::refresh(self))
    }
}

impl ClientCredentials {
    pub(crate) fn new(credentials: impl Credentials) -> Self {
        Self {
            credentials: Box::new(credentials),
            generation: AtomicU64::new(0),
            refreshes: AtomicU64::new(0),
            refreshing: Mutex::new(()),
        }
    }

    pub(crate) fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        self.credentials.apply(attempt)
    }

    /// The generation of the credentials. Read it before they are applied to an attempt.
    pub(crate) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Refreshes credentials that the server rejected, unless another call has refreshed them since their generation. Returns
    /// whether there are newer ones.
    pub(crate) async fn renew(&self, generation: u64) -> Result<bool, Error> {
        let refreshes = self.refreshes.load(Ordering::Acquire);
        let _guard = self.refreshing.lock().await;
        if self.generation() != generation {
            return Ok(true);
        }
        if self.refreshes.load(Ordering::Acquire) != refreshes {
            // Another call refreshed them while this one waited, and there are no newer ones.
            return Ok(false);
        }
        let result = self.credentials.refresh().await;
        self.refreshes.fetch_add(1, Ordering::Release);
        if let Ok(true) = result {
            self.generation.fetch_add(1, Ordering::Release);
        }
        result
    }
}

/// Prints nothing of the credentials.
impl fmt::Debug for ClientCredentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}
