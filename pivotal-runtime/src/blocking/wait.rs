//! Blocks a thread until a stream is ready.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use tokio::task::unconstrained;

struct ThreadWaker {
    thread: Thread,
    /// Its own flag, since a stream that blocks while it is polled uses up what `unpark` leaves.
    is_woken: AtomicBool,
}

impl Wake for ThreadWaker {
    fn wake(self: Arc<Self>) {
        self.is_woken.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

/// Polls until the function returns `true`, and parks the thread in between.
///
/// It is generic over nothing, since it would be compiled for each type of a stream.
pub(super) fn wait(poll: &mut dyn FnMut(&mut Context<'_>) -> bool) {
    let waking = Arc::new(ThreadWaker { thread: thread::current(), is_woken: AtomicBool::new(false) });
    let waker = Waker::from(Arc::clone(&waking));
    let mut context = Context::from_waker(&waker);
    // In a task, channels of tokio are pending after some messages until the task yields, which it does not do here.
    let mut waiting =
        pin!(unconstrained(poll_fn(|context| if poll(context) { Poll::Ready(()) } else { Poll::Pending })));
    while waiting.as_mut().poll(&mut context).is_pending() {
        while !waking.is_woken.swap(false, Ordering::Acquire) {
            thread::park();
        }
    }
}
