//! The default rate limiter, which follows the headers of responses.

mod queue;
mod reset;
mod state;
mod turn;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::Waker;

use http::{HeaderMap, StatusCode};

use self::state::{Kind, State};
pub(in crate::client) use self::turn::Turn;
use super::{RateLimitedAttempt, RateLimiter};
use crate::rate_limit::RateLimitHeaders;
use crate::{Api, Error};

/// Limits requests by the rate-limit headers of the responses.
///
/// It is the limiter of a [`Client`](crate::Client) by default. It counts the requests that remain, and sends no more than
/// that. [Rate limits](crate::guide::rate_limits) is the chapter of the guide.
///
/// - If nothing remains, attempts wait for the reset.
/// - After the reset, one attempt is sent, and the others wait for its response, since a server with a sliding window may
///   allow one request only. If there is no response within 5 s, the next attempt is sent.
/// - After a 429 with `Retry-After`, attempts wait for that time.
/// - Attempts that wait are sent in the order in which they came. An attempt whose future is not polled for 1 s after it
///   could be sent is overtaken.
/// - If the reset is missing, more than 60 s away or after the [deadline](RateLimitedAttempt::deadline), the attempt is sent
///   at once, and the server may refuse it.
/// - A limit of 0, or a reset in the past, does not limit anything.
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
}

impl HeaderRateLimiter {
    /// Creates a limiter that reads these headers, whatever the [`Api`] of the client names.
    ///
    /// [`default`](Self::default) creates one that reads the headers that the API of the client or the endpoint names.
    /// Without an API, it reads [the standard headers](RateLimitHeaders::new).
    #[must_use]
    pub fn new(headers: RateLimitHeaders) -> Self {
        Self(Arc::new(Shared { headers: Some(headers), ..Shared::default() }))
    }

    /// Returns a permit, or the attempt's place in the queue to wait for one.
    pub(in crate::client) fn try_acquire(
        &self,
        attempt: &RateLimitedAttempt,
        turn: Option<Turn>,
    ) -> Result<RateLimitPermit, Turn> {
        // In a statement of its own, since the end of a turn locks the state, too.
        let started = self.0.state().start(attempt.deadline(), turn.as_ref().map(Turn::ticket));
        match (started, turn) {
            (Ok((number, kind)), _) => Ok(RateLimitPermit {
                shared: Arc::clone(&self.0),
                api: attempt.api(),
                number,
                kind,
                has_response: false,
            }),
            (Err(ticket), Some(turn)) => Err(turn.with_ticket(ticket)),
            (Err(ticket), None) => Err(Turn::new(&self.0, ticket)),
        }
    }
}

impl RateLimiter for HeaderRateLimiter {
    type Permit = RateLimitPermit;

    async fn acquire(&self, attempt: &RateLimitedAttempt) -> Result<RateLimitPermit, Error> {
        let mut turn = None;
        loop {
            match self.try_acquire(attempt, turn) {
                Ok(permit) => return Ok(permit),
                Err(waiting) => {
                    waiting.wait().await;
                    turn = Some(waiting);
                }
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

    /// Changes the state, and wakes attempts after the lock is released.
    fn with_state<T>(&self, change: impl FnOnce(&mut State, &mut Vec<Waker>) -> T) -> T {
        let mut wakeups = Vec::new();
        let value = change(&mut self.state(), &mut wakeups);
        wakeups.into_iter().for_each(Waker::wake);
        value
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
        self.shared.with_state(|state, wakeups| {
            state.end(self.number, self.kind, self.has_response);
            state.wake(wakeups);
        });
    }
}
