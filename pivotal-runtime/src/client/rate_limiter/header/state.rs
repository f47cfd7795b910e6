//! The requests that remain and that are in flight.

use std::task::Waker;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use tokio::time::Instant;

use super::queue::Queue;
use super::reset::Reset;
use crate::client::retry::MAX_WAIT;
use crate::rate_limit::{RateLimit, retry_after};

/// The time that other attempts wait for the response to a probe.
const PROBE_TIMEOUT: Duration = Duration::from_secs(5);

#[derive(Debug, Default)]
pub(super) struct State {
    /// The requests that can be sent before the reset; `None` while it is unknown. Negative while more requests are in
    /// flight than the window allows.
    remaining: Option<i64>,
    reset: Option<Reset>,
    /// The end of the wait that the last 429 requested.
    retry_at: Option<Instant>,
    /// The number of the last request whose 429 requested a wait. Responses to earlier requests are outdated.
    last_refused: u64,
    sent: u64,
    in_flight: u64,
    /// The request that was sent after the reset.
    probe: Option<Probe>,
    /// The attempts that wait.
    pub(super) queue: Queue,
}

/// The admission of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As one of the requests that remain.
    Counted,
    /// As the first request after the reset.
    Probe,
    /// Although nothing remains, because it cannot wait.
    Uncounted,
}

#[derive(Debug)]
struct Probe {
    number: u64,
    /// The end of the wait for its response.
    until: Instant,
}

impl State {
    /// Starts a request: returns its number and how it was admitted, or its ticket in the queue. `ticket` is the one that it has
    /// already.
    pub(super) fn start(&mut self, deadline: Instant, ticket: Option<u64>) -> Result<(u64, Kind), u64> {
        self.forget_void();
        let kind = match self.kind(deadline) {
            Ok(kind) if kind == Kind::Uncounted || self.is_next(deadline, ticket) => kind,
            _ => return Err(self.queue.join(deadline, ticket)),
        };
        self.sent += 1;
        self.in_flight += 1;
        match kind {
            Kind::Counted => self.remaining = self.remaining.map(|remaining| remaining.saturating_sub(1)),
            Kind::Probe => {
                self.probe = Some(Probe { number: self.sent, until: Instant::now() + PROBE_TIMEOUT });
            }
            Kind::Uncounted => {}
        }
        Ok((self.sent, kind))
    }

    /// Reads a response.
    pub(super) fn update(
        &mut self,
        number: u64,
        kind: Kind,
        limit: Option<RateLimit>,
        status: StatusCode,
        headers: &HeaderMap,
    ) {
        let is_refused = status == StatusCode::TOO_MANY_REQUESTS;
        if !is_refused && matches!(kind, Kind::Probe | Kind::Uncounted) {
            // The server accepted it although nothing remained. Unless the response reports a limit, the limit is unknown.
            self.remaining = None;
        }
        if let Some(limit) = limit.filter(|_| number > self.last_refused) {
            // The server has not counted requests that were sent later, whose responses may have arrived earlier. It may
            // have counted none of those in flight.
            let uncounted = (self.sent - number).max(self.others());
            self.remaining =
                Some(i64::try_from(limit.remaining).unwrap_or(i64::MAX).saturating_sub_unsigned(uncounted));
            self.reset = Reset::read(&limit, headers);
            self.retry_at = None;
        }
        if let Some(wait) = is_refused.then(|| retry_after(headers)).flatten() {
            self.remaining = Some(0_i64.saturating_sub_unsigned(self.others()));
            self.retry_at = self.retry_at.max(Instant::now().checked_add(wait));
            self.last_refused = self.last_refused.max(number);
        }
    }

    /// Ends a request. One without a response is counted as not sent.
    pub(super) fn end(&mut self, number: u64, kind: Kind, has_response: bool) {
        self.in_flight = self.in_flight.saturating_sub(1);
        match kind {
            Kind::Probe => drop(self.probe.take_if(|probe| probe.number == number)),
            Kind::Counted if !has_response => {
                self.remaining = self.remaining.map(|remaining| remaining.saturating_add(1));
            }
            Kind::Counted | Kind::Uncounted => {}
        }
    }

    /// Returns the time until which an attempt in the queue sleeps, unless it is woken; `None` if it can try to start now.
    pub(super) fn sleep(&mut self, ticket: u64, wakeups: &mut Vec<Waker>) -> Option<Instant> {
        self.forget_void();
        let deadline = self.queue.deadline(ticket)?;
        match self.kind(deadline) {
            Ok(Kind::Uncounted) => {
                // It sleeps no longer, so it has no waker.
                self.queue.leave(ticket);
                self.wake(wakeups);
                None
            }
            Ok(_) if self.is_next(deadline, Some(ticket)) => {
                self.queue.set_until(ticket, Instant::now());
                None
            }
            _ => {
                self.queue.set_until(ticket, deadline);
                // The first and the second one sleep less long.
                self.wake(wakeups);
                self.queue.sleep(ticket)
            }
        }
    }

    /// Wakes the attempts that can be sent, or that can no longer wait.
    pub(super) fn wake(&mut self, wakeups: &mut Vec<Waker>) {
        if self.queue.is_empty() {
            return;
        }
        self.forget_void();
        let now = Instant::now();
        if self.is_exhausted() {
            self.queue.wake_before(self.reset_time().filter(|reset| *reset <= now + MAX_WAIT), now, wakeups);
        }
        if let Some((_, deadline)) = self.queue.first(now) {
            self.queue.wake_first(self.kind(deadline).err().unwrap_or(now), now, wakeups);
        }
    }

    /// Returns whether an attempt that can be sent is the next one, or cannot wait for its turn.
    fn is_next(&self, deadline: Instant, ticket: Option<u64>) -> bool {
        if self.queue.is_empty() {
            return true;
        }
        let now = Instant::now();
        deadline <= now || self.queue.is_first(ticket, now)
    }

    fn is_exhausted(&self) -> bool {
        self.remaining.is_some_and(|remaining| remaining <= 0)
    }

    /// The time for which attempts wait if nothing remains.
    fn reset_time(&self) -> Option<Instant> {
        self.reset.as_ref().and_then(Reset::time).max(self.retry_at)
    }

    /// Returns how the next request is admitted, or the time to try again.
    fn kind(&self, deadline: Instant) -> Result<Kind, Instant> {
        if !self.is_exhausted() {
            return Ok(Kind::Counted);
        }
        let now = Instant::now();
        let latest = deadline.min(now + MAX_WAIT);
        let Some(reset) = self.reset_time().filter(|reset| *reset <= latest) else { return Ok(Kind::Uncounted) };
        let probe = self.probe.as_ref().filter(|probe| now < probe.until);
        match if reset > now { Some(reset) } else { probe.map(|probe| probe.until) } {
            None => Ok(Kind::Probe),
            Some(retry_at) if now < deadline => Err(retry_at),
            Some(_) => Ok(Kind::Uncounted),
        }
    }

    /// Forgets a limit that limits nothing.
    fn forget_void(&mut self) {
        if self.is_exhausted() && self.retry_at.is_none() && self.reset.take_if(|reset| reset.is_void()).is_some() {
            self.remaining = None;
        }
    }

    /// The number of requests in flight besides one.
    fn others(&self) -> u64 {
        self.in_flight.saturating_sub(1)
    }
}
