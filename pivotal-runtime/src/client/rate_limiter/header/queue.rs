//! The attempts that wait, in the order in which they came.

use std::collections::{BTreeMap, BTreeSet};
use std::task::Waker;
use std::time::Duration;

use tokio::time::Instant;

/// The time after which an attempt that was woken, and that nothing polls, is overtaken.
const OVERTAKE: Duration = Duration::from_secs(1);

/// A queue of attempts. Wakers are called and dropped after the lock of the queue is released, since they can run code of the
/// user.
///
/// The first attempt is woken when it can be sent. The second one takes its place if nothing polls the first one, for instance
/// because its task waits for another call. The others sleep until their deadline.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiters: BTreeMap<u64, Waiter>,
    /// The deadlines of those that have not been woken because of it.
    deadlines: BTreeSet<(Instant, u64)>,
    last: u64,
}

#[derive(Debug)]
struct Waiter {
    deadline: Instant,
    /// The time at which it tries to be sent, unless it is woken earlier.
    until: Instant,
    waker: Option<Waker>,
    is_woken: bool,
}

impl Waiter {
    fn is_overtaken(&self, now: Instant) -> bool {
        now.saturating_duration_since(self.until) >= OVERTAKE
    }

    /// Wakes it at once, if it was going to sleep longer than until `at`.
    fn wake_if_later(&mut self, at: Instant, wakeups: &mut Vec<Waker>) {
        if at < self.until {
            self.until = at;
            self.is_woken = true;
            wakeups.extend(self.waker.take());
        }
    }
}

impl Queue {
    pub(super) fn is_empty(&self) -> bool {
        self.waiters.is_empty()
    }

    /// Adds an attempt at the end, unless it is in the queue already. Returns its ticket.
    pub(super) fn join(&mut self, deadline: Instant, ticket: Option<u64>) -> u64 {
        if let Some(ticket) = ticket.filter(|ticket| self.waiters.contains_key(ticket)) {
            return ticket;
        }
        self.last += 1;
        let waiter = Waiter { deadline, until: deadline, waker: None, is_woken: false };
        self.waiters.insert(self.last, waiter);
        self.deadlines.insert((deadline, self.last));
        self.last
    }

    /// Removes an attempt. Its waker is dropped after the lock is released.
    pub(super) fn leave(&mut self, ticket: u64) -> Option<Waker> {
        let waiter = self.waiters.remove(&ticket)?;
        self.deadlines.remove(&(waiter.deadline, ticket));
        waiter.waker
    }

    /// The deadline of an attempt; `None` if it is not in the queue.
    pub(super) fn deadline(&self, ticket: u64) -> Option<Instant> {
        self.waiters.get(&ticket).map(|waiter| waiter.deadline)
    }

    /// Sets the time at which an attempt tries to be sent.
    pub(super) fn set_until(&mut self, ticket: u64, until: Instant) {
        if let Some(waiter) = self.waiters.get_mut(&ticket) {
            waiter.until = until;
            self.deadlines.insert((waiter.deadline, ticket));
        }
    }

    /// Forgets a wakeup of an attempt that goes to sleep now. Returns the time until which it sleeps.
    pub(super) fn sleep(&mut self, ticket: u64) -> Option<Instant> {
        let waiter = self.waiters.get_mut(&ticket)?;
        waiter.is_woken = false;
        Some(waiter.until)
    }

    /// Takes the waker of an attempt, to drop it after the lock is released.
    pub(super) fn take_waker(&mut self, ticket: u64) -> Option<Waker> {
        self.waiters.get_mut(&ticket)?.waker.take()
    }

    /// Returns whether no other attempt is to be sent before the one with this ticket, or before one that has none.
    pub(super) fn is_first(&self, ticket: Option<u64>, now: Instant) -> bool {
        match (self.first(now), ticket) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some((first, _)), Some(ticket)) => ticket <= first,
        }
    }

    /// The ticket and the deadline of the first attempt that is not overtaken.
    pub(super) fn first(&self, now: Instant) -> Option<(u64, Instant)> {
        let mut active = self.waiters.iter().filter(|(_, waiter)| !waiter.is_overtaken(now));
        active.next().map(|(ticket, waiter)| (*ticket, waiter.deadline))
    }

    /// Wakes the first attempt if it sleeps longer than until `at`, and the second one if it sleeps longer than it has to.
    pub(super) fn wake_first(&mut self, at: Instant, now: Instant, wakeups: &mut Vec<Waker>) {
        let mut active = self.waiters.values_mut().filter(|waiter| !waiter.is_overtaken(now));
        let Some(first) = active.next() else { return };
        first.wake_if_later(at, wakeups);
        if let (Some(second), Some(at)) = (active.next(), first.until.checked_add(OVERTAKE)) {
            second.wake_if_later(at, wakeups);
        }
    }

    /// Wakes all attempts with a deadline before `limit`, or all.
    pub(super) fn wake_before(&mut self, limit: Option<Instant>, now: Instant, wakeups: &mut Vec<Waker>) {
        while let Some((deadline, ticket)) = self.deadlines.first().copied() {
            if limit.is_some_and(|limit| deadline >= limit) {
                return;
            }
            self.deadlines.pop_first();
            if let Some(waiter) = self.waiters.get_mut(&ticket) {
                waiter.wake_if_later(now, wakeups);
            }
        }
    }

    /// Takes the wakeup of an attempt, or keeps its waker for one. Returns whether it was woken, and the waker that was replaced.
    pub(super) fn poll(&mut self, ticket: u64, waker: &Waker) -> (bool, Option<Waker>) {
        match self.waiters.get_mut(&ticket) {
            Some(waiter) if !waiter.is_woken => (false, waiter.waker.replace(waker.clone())),
            _ => (true, None),
        }
    }
}

#[cfg(test)]
mod tests;
