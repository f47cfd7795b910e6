//! Holding back where the server would refuse.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use http::StatusCode;
use http::header::{DATE, HeaderMap, HeaderValue};
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use super::MAX_WAIT;
use crate::rate_limit::{RateLimitHeaders, parse_date, retry_after};

/// How long an answer to the one that went ahead is waited for.
const PROBE_PATIENCE: Duration = Duration::from_secs(5);

/// Learns from response headers how many requests remain, and lets no more through.
///
/// With none left, callers wait for the reset. Then one of them goes ahead, and the others follow as its answer says:
/// the window slides, so at the reset there may be room for one alone. Where it is not answered soon, because the server
/// takes its time or nobody polls that call, another goes ahead.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    headers: RateLimitHeaders,
    state: Mutex<State>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct State {
    /// How many requests may still be sent; `None` while nothing is known. Below zero, more are on their way than were
    /// left, and so many of them may break off before there is one to send in their place.
    left: Option<i64>,
    /// What an answer said of the reset.
    told: Option<Told>,
    /// What a refusal asked for.
    asked: Option<Instant>,
    /// The last request that was refused so. Answers to those that were sent before it know less.
    refused: u64,
    /// Sent so far.
    sent: u64,
    /// Sent, but not answered.
    in_flight: u64,
    /// What went ahead after the reset.
    probe: Option<Probe>,
}

#[derive(Debug)]
struct Probe {
    number: u64,
    /// How long the others wait for its answer.
    until: Instant,
}

/// The limit as a response reported it. The reset is worked out when nothing is left.
#[derive(Debug)]
struct Told {
    limit: Option<u64>,
    reset: SystemTime,
    /// When that was, by three clocks: the server's, if it says, this machine's, and the one that waits go by.
    date: Option<HeaderValue>,
    now: SystemTime,
    at: Instant,
}

impl Told {
    /// The time of the reset; `None` beyond what the clock can represent.
    fn reset(&self) -> Option<Instant> {
        self.at.checked_add(self.wait())
    }

    /// Whether it limits nothing: a limit of 0 is how gateways write that there is none, and a reset that has passed says
    /// nothing of the time after it.
    fn is_void(&self) -> bool {
        self.limit == Some(0) || self.wait().is_zero()
    }

    /// The time to the reset when it was reported.
    fn wait(&self) -> Duration {
        let now = self.date.as_ref().and_then(parse_date).unwrap_or(self.now);
        self.reset.duration_since(now).unwrap_or_default()
    }
}

impl State {
    /// When there will be more.
    fn reset(&self) -> Option<Instant> {
        self.told.as_ref().and_then(Told::reset).max(self.asked)
    }

    /// Forgets a limit that limits nothing.
    fn forget_void(&mut self) {
        if self.left.is_some_and(|left| left <= 0)
            && self.asked.is_none()
            && self.told.take_if(|told| told.is_void()).is_some()
        {
            self.left = None;
        }
    }

    /// How many are on their way beside one.
    fn others(&self) -> u64 {
        self.in_flight.saturating_sub(1)
    }
}

/// What a request is sent by. Dropped without an answer, it is as if nothing had been sent.
#[derive(Debug)]
pub(crate) struct Pass<'a> {
    gate: &'a Gate,
    /// Its place in the order of sending.
    number: u64,
    leave: Leave,
    answered: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Leave {
    /// One of those that are left.
    Counted,
    /// The one that goes ahead after the reset.
    Probing,
    /// None: nothing is left, and it cannot wait.
    Absent,
}

impl Gate {
    /// Reads these headers.
    pub(crate) fn new(headers: RateLimitHeaders) -> Self {
        Self { headers, ..Self::default() }
    }

    /// Waits until a request may be sent, and takes its place among those on their way then; the place is not held
    /// while waiting. The wait ends with the deadline, and none begins for a reset that is further away than that or
    /// than a minute: who would have to goes at once and takes the refusal.
    pub(crate) async fn pass<P, E, F: Future<Output = Result<P, E>>>(
        &self,
        deadline: Instant,
        mut take_place: impl FnMut() -> F,
    ) -> Result<(P, Pass<'_>), E> {
        loop {
            let place = take_place().await?;
            let changed = self.changed.notified();
            let again = match self.try_pass(deadline) {
                Ok(pass) => return Ok((place, pass)),
                Err(again) => again,
            };
            drop(place);
            // Then, or when an answer tells more.
            let _ = timeout_at(again.min(deadline), changed).await;
        }
    }

    /// A pass, or when to ask again if nothing changes before.
    fn try_pass(&self, deadline: Instant) -> Result<Pass<'_>, Instant> {
        let mut state = self.state();
        let now = Instant::now();
        let patience = deadline.min(now + MAX_WAIT);
        state.forget_void();
        let leave = match state.left {
            _ if now >= deadline => Leave::Absent,
            Some(..=0) => match state.reset() {
                Some(reset) if reset <= patience => {
                    if reset > now {
                        return Err(reset);
                    }
                    if let Some(probe) = state.probe.as_ref().filter(|probe| now < probe.until) {
                        return Err(probe.until);
                    }
                    Leave::Probing
                }
                _ => Leave::Absent,
            },
            _ => Leave::Counted,
        };
        state.sent += 1;
        state.in_flight += 1;
        match leave {
            Leave::Counted => state.left = state.left.map(|left| left.saturating_sub(1)),
            Leave::Probing => state.probe = Some(Probe { number: state.sent, until: now + PROBE_PATIENCE }),
            Leave::Absent => {}
        }
        Ok(Pass { gate: self, number: state.sent, leave, answered: false })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pass<'_> {
    /// Takes in what a response reports.
    pub(crate) fn learn(mut self, status: StatusCode, headers: &HeaderMap) {
        let is_refused = status == StatusCode::TOO_MANY_REQUESTS;
        self.answered = true;
        let mut state = self.gate.state();
        if !is_refused && matches!(self.leave, Leave::Probing | Leave::Absent) {
            // It was not expected to be let through. Unless its response reports a limit, nothing is known any more.
            state.left = None;
        }
        if let Some(limit) = self.gate.headers.read(headers).filter(|_| self.number > state.refused) {
            // The server has not counted those that were sent later, which may be answered by now, and perhaps none of
            // those on their way.
            let uncounted = (state.sent - self.number).max(state.others());
            state.left = Some(i64::try_from(limit.remaining).unwrap_or(i64::MAX).saturating_sub_unsigned(uncounted));
            state.told = limit.reset.map(|reset| {
                let date = headers.get(DATE).cloned();
                Told { limit: limit.limit, reset, date, now: SystemTime::now(), at: Instant::now() }
            });
            state.asked = None;
        }
        if let Some(wait) = is_refused.then(|| retry_after(headers)).flatten() {
            state.left = Some(0_i64.saturating_sub_unsigned(state.others()));
            state.asked = state.asked.max(Instant::now().checked_add(wait));
            state.refused = state.refused.max(self.number);
        }
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let mut state = self.gate.state();
        state.in_flight = state.in_flight.saturating_sub(1);
        match self.leave {
            Leave::Probing => drop(state.probe.take_if(|probe| probe.number == self.number)),
            Leave::Counted if !self.answered => state.left = state.left.map(|left| left.saturating_add(1)),
            Leave::Counted | Leave::Absent => {}
        }
        drop(state);
        self.gate.changed.notify_waiters();
    }
}
