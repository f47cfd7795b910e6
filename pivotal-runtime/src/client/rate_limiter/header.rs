//! The default rate limiter, which follows the headers of responses.

mod reset;
mod state;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use http::{HeaderMap, StatusCode};
use tokio::sync::Notify;
use tokio::sync::futures::Notified;
use tokio::time::{Instant, timeout_at};

use self::state::{Kind, State};
use super::{RateLimitedAttempt, RateLimiter};
use crate::rate_limit::RateLimitHeaders;
use crate::{Api, Error};

/// Counts the requests that remain by the headers of the responses, and sends no more than that.
///
/// It is the limiter of a [`Client`](crate::Client) by default. If nothing remains, attempts wait for the reset. Then one
/// attempt is sent, and the others wait for its response, since a server with a sliding window may allow one request only.
/// If there is no response within 5 s, the next attempt is sent. After a 429 with `Retry-After`, attempts wait for that time.
///
/// An attempt does not wait for a reset that is missing, more than a minute away or after its
/// [deadline](RateLimitedAttempt::deadline): it is sent at once, and the server may refuse it. A limit of 0, or a reset in
/// the past, does not limit anything.
///
/// A clone shares the state with the original, so one limiter serves several clients of the same account:
///
/// ```
/// use pivotal_runtime::{Bearer, Client, Error, HeaderRateLimiter};
///
/// fn clients() -> Result<[Client; 2], Error> {
///     let limiter = HeaderRateLimiter::default();
///     let client = |base_url| {
///         let builder = Client::builder().base_url(base_url).credentials(Bearer::new("t-12345678")?);
///         builder.rate_limiter(limiter.clone()).build()
///     };
///     Ok([client("https://api.example.com")?, client("https://reports.example.com")?])
/// }
/// # clients().unwrap();
/// ```
#[derive(Debug, Clone, Default)]
pub struct HeaderRateLimiter(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    /// `None` for those of the API that the attempt belongs to.
    headers: Option<RateLimitHeaders>,
    state: Mutex<State>,
    /// Wakes the attempts that wait.
    changed: Notify,
}

impl HeaderRateLimiter {
    /// Creates a limiter that reads these headers, whatever the [`Api`] of the client names.
    ///
    /// [`default`](Self::default) creates one that reads the headers that the API of the client or the endpoint names or, if
    /// there is none, [the standard headers](RateLimitHeaders::new).
    #[must_use]
    pub fn new(headers: RateLimitHeaders) -> Self {
        Self(Arc::new(Shared { headers: Some(headers), ..Shared::default() }))
    }

    /// A future that is ready after the next change of the state, even if it is polled only after it.
    pub(in crate::client) fn changed(&self) -> Notified<'_> {
        self.0.changed.notified()
    }

    /// Returns a permit, or the time to try again unless the state changes earlier.
    pub(in crate::client) fn try_acquire(&self, attempt: &RateLimitedAttempt) -> Result<RateLimitPermit, Instant> {
        let (number, kind) = self.0.state().start(attempt.deadline())?;
        Ok(RateLimitPermit { shared: Arc::clone(&self.0), api: attempt.api(), number, kind, has_response: false })
    }
}

impl RateLimiter for HeaderRateLimiter {
    type Permit = RateLimitPermit;

    async fn acquire(&self, attempt: &RateLimitedAttempt) -> Result<RateLimitPermit, Error> {
        loop {
            let changed = self.changed();
            match self.try_acquire(attempt) {
                Ok(permit) => return Ok(permit),
                Err(retry_at) => drop(timeout_at(retry_at.min(attempt.deadline()), changed).await),
            }
        }
    }

    fn update(&self, permit: RateLimitPermit, status: StatusCode, headers: &HeaderMap) {
        permit.update(status, headers);
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One attempt in flight, for its [`HeaderRateLimiter`].
///
/// If it is dropped without a response, the limiter counts the attempt as not sent.
#[derive(Debug)]
pub struct RateLimitPermit {
    shared: Arc<Shared>,
    api: Option<&'static Api>,
    /// Its position in the order of sending.
    number: u64,
    kind: Kind,
    has_response: bool,
}

impl RateLimitPermit {
    pub(in crate::client) fn update(mut self, status: StatusCode, headers: &HeaderMap) {
        self.has_response = true;
        let names = match (&self.shared.headers, self.api) {
            (Some(names), _) => names,
            (None, Some(api)) => &api.rate_limit,
            (None, None) => &RateLimitHeaders::new(),
        };
        let limit = names.read(headers);
        self.shared.state().update(self.number, self.kind, limit, status, headers);
    }
}

impl Drop for RateLimitPermit {
    fn drop(&mut self) {
        self.shared.state().end(self.number, self.kind, self.has_response);
        self.shared.changed.notify_waiters();
    }
}
