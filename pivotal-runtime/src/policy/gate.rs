//! Holding back where the server would refuse.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::HeaderMap;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use super::MAX_WAIT;
use crate::rate_limit::{RateLimit, now};

/// Learns from the `X-RateLimit-*` headers how many requests the key has left, and lets no more through.
///
/// With none left, callers wait for the reset. Then one of them goes ahead, and the others follow as its answer says:
/// the window slides, so at the reset there may be room for one alone.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// How many requests may still be sent; `None` while nothing is known.
    left: Option<u64>,
    /// When there will be more.
    reset: Option<Instant>,
    /// Sent, but not answered.
    in_flight: u64,
    /// One has gone ahead after the reset.
    probing: bool,
}

/// Leave to send one request. Dropped without an answer, it is as if nothing had been sent.
#[derive(Debug)]
pub(crate) struct Pass<'a> {
    gate: &'a Gate,
    probing: bool,
    answered: bool,
}

impl Gate {
    /// Waits until a request may be sent, though not beyond the deadline or for longer than a minute: who would have
    /// to goes at once and takes the refusal.
    pub(crate) async fn pass(&self, deadline: Instant) -> Pass<'_> {
        let patience = deadline.min(Instant::now() + MAX_WAIT);
        loop {
            let changed = self.changed.notified();
            let reset = match self.try_pass(patience) {
                Ok(pass) => return pass,
                Err(reset) => reset,
            };
            // At the reset, or when an answer tells more.
            let _ = timeout_at(reset.unwrap_or(patience).min(patience), changed).await;
            if Instant::now() >= patience {
                self.state().in_flight += 1;
                return self.leave(false);
            }
        }
    }

    /// A pass, or when to ask again; `None` stands for when something changes.
    fn try_pass(&self, patience: Instant) -> Result<Pass<'_>, Option<Instant>> {
        let mut state = self.state();
        match (state.left, state.reset) {
            (Some(0), Some(reset)) if reset > patience => {}
            (Some(0), Some(reset)) if reset > Instant::now() => return Err(Some(reset)),
            (Some(0), Some(_)) if state.probing => return Err(None),
            (Some(0), Some(_)) => {
                state.probing = true;
                state.in_flight += 1;
                return Ok(self.leave(true));
            }
            (Some(left), _) => state.left = Some(left.saturating_sub(1)),
            (None, _) => {}
        }
        state.in_flight += 1;
        Ok(self.leave(false))
    }

    fn leave(&self, probing: bool) -> Pass<'_> {
        Pass { gate: self, probing, answered: false }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pass<'_> {
    /// Takes in what an answer says. Headers that are absent or make no sense change nothing.
    pub(crate) fn learn(&mut self, headers: &HeaderMap, retry_after: Option<Duration>) {
        self.answered = true;
        let mut state = self.gate.state();
        if self.probing {
            // Unless the answer says otherwise, nothing is known any more.
            state.left = None;
        }
        if let Some(limit) = RateLimit::from_headers(headers) {
            // Those on their way are not counted by the server yet.
            state.left = Some(limit.remaining.saturating_sub(state.in_flight.saturating_sub(1)));
            let wait = limit.reset.duration_since(now(headers)).unwrap_or_default();
            state.reset = (wait <= MAX_WAIT).then(|| Instant::now() + wait);
        }
        if let Some(wait) = retry_after.filter(|wait| *wait <= MAX_WAIT) {
            state.left = Some(0);
            state.reset = Some(state.reset.unwrap_or_else(Instant::now).max(Instant::now() + wait));
        }
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let mut state = self.gate.state();
        state.in_flight = state.in_flight.saturating_sub(1);
        state.probing &= !self.probing;
        if !self.answered && !self.probing {
            state.left = state.left.map(|left| left.saturating_add(1));
        }
        drop(state);
        self.gate.changed.notify_waiters();
    }
}
