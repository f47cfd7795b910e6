//! The place of an attempt in the queue of those that wait.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::time::{Instant, timeout_at};

use super::Shared;

/// The place of an attempt in the queue. If it is dropped, the next one is woken in its place.
#[derive(Debug)]
pub(in crate::client) struct Turn {
    shared: Arc<Shared>,
    ticket: u64,
}

impl Turn {
    pub(super) fn new(shared: &Arc<Shared>, ticket: u64) -> Self {
        Self { shared: Arc::clone(shared), ticket }
    }

    pub(super) fn ticket(&self) -> u64 {
        self.ticket
    }

    /// Replaces the ticket, after the attempt has left the queue.
    pub(super) fn with_ticket(mut self, ticket: u64) -> Self {
        self.ticket = ticket;
        self
    }

    /// Waits until the attempt can be sent, or cannot wait any longer. It keeps its place.
    pub(in crate::client) async fn wait(&self) {
        while let Some(until) = self.sleep() {
            // A timeout is a reason to look again, too.
            let _ = timeout_at(until, poll_fn(|context| self.poll_woken(context))).await;
        }
    }

    /// Returns the time until which the attempt sleeps; `None` if it can try to start now.
    fn sleep(&self) -> Option<Instant> {
        let _waker = self.shared.state().queue.take_waker(self.ticket);
        self.shared.with_state(|state, wakeups| state.sleep(self.ticket, wakeups))
    }

    fn poll_woken(&self, context: &Context<'_>) -> Poll<()> {
        let (is_woken, _replaced) = self.shared.state().queue.poll(self.ticket, context.waker());
        if is_woken { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let _waker = self.shared.with_state(|state, wakeups| {
            let waker = state.queue.leave(self.ticket);
            state.wake(wakeups);
            waker
        });
    }
}
