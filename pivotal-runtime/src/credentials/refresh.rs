//! The credentials of a client: refreshed by one call, for all calls that wait.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::Mutex;

use super::{Applied, Attempt, Credentials};
use crate::Error;
use crate::transport::BoxFuture;

/// The credentials of a client, and how often they were refreshed.
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

    /// The number of the credentials that an attempt uses, to be read before it uses them.
    pub(crate) fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// Whether there are newer credentials than those of the generation, which were of no use. Refreshes them, unless
    /// another call has done so in the meantime.
    pub(crate) async fn renew(&self, generation: u64) -> Result<bool, Error> {
        let refreshes = self.refreshes.load(Ordering::Acquire);
        let _guard = self.refreshing.lock().await;
        if self.generation() != generation {
            return Ok(true);
        }
        if self.refreshes.load(Ordering::Acquire) != refreshes {
            // It was tried while this call waited, and there are none.
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
