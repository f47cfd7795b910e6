//! The connections to one server.
//!
//! hyper-util has a client with a pool, the one beneath reqwest. It is for any number of servers at once and spends nearly
//! half as many instructions as the exchange itself on finding a connection, as `benches` counts.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use hyper::client::conn::{TrySendError, http1, http2};
use tokio::time::{Instant, sleep_until};

use super::payload::Payload;

type Request = http::Request<Payload>;
type Response = http::Response<hyper::body::Incoming>;

/// How long a connection is kept that nobody uses, as reqwest has it.
const IDLE: Duration = Duration::from_secs(90);

#[derive(Default)]
pub(super) struct Pool(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    /// Each for one exchange at a time, the last used at the end. An answer may still be on its way on them.
    http1: Vec<(Http1, Instant)>,
    /// For all of them.
    http2: Option<(http2::SendRequest<Payload>, Instant)>,
    /// Somebody looks after what is idle for too long.
    is_swept: bool,
}

/// A way to send one request.
pub(super) enum Sender {
    Http1(Http1),
    Http2(http2::SendRequest<Payload>),
}

pub(super) struct Http1 {
    pub(super) sender: http1::SendRequest<Payload>,
    /// The other end passes requests on.
    pub(super) is_proxy: bool,
}

impl Sender {
    /// Sends the request. One that comes back with the error was not even begun to be written.
    pub(super) async fn send(&mut self, request: Request) -> Result<Response, TrySendError<Request>> {
        match self {
            Self::Http1(Http1 { sender, .. }) => sender.try_send_request(request).await,
            Self::Http2(sender) => sender.try_send_request(request).await,
        }
    }
}

impl Http1 {
    /// Returns whether an answer is still being read.
    fn is_in_use(&self) -> bool {
        !self.sender.is_ready() && !self.sender.is_closed()
    }
}

impl Pool {
    /// A connection that is there and open, as far as is known.
    pub(super) fn take(&self) -> Option<Sender> {
        // Nobody may have swept: a runtime that is not driven does nothing.
        let now = Instant::now();
        let mut kept = self.lock();
        if let Some((sender, used)) = &mut kept.http2 {
            if sender.is_ready() && now < *used + IDLE {
                *used = now;
                return Some(Sender::Http2(sender.clone()));
            }
            kept.http2 = None;
        }
        loop {
            let free = kept.http1.iter().rposition(|(http1, _)| !http1.is_in_use())?;
            let (http1, used) = kept.http1.remove(free);
            if !http1.sender.is_closed() && now < used + IDLE {
                return Some(Sender::Http1(http1));
            }
        }
    }

    /// Keeps a connection for those that come next: one of HTTP/1.1 once it has been answered, one of HTTP/2 at once.
    pub(super) fn put(self: &Arc<Self>, sender: Sender) {
        let now = Instant::now();
        let mut kept = self.lock();
        match sender {
            Sender::Http1(http1) if http1.sender.is_closed() => return,
            Sender::Http1(http1) => kept.http1.push((http1, now)),
            // Of several that were made at the same time, one will do. The others end with their requests.
            Sender::Http2(sender) => kept.http2 = Some((sender, now)),
        }
        if !std::mem::replace(&mut kept.is_swept, true) {
            // A runtime that ends drops it at once, and that locks the pool.
            drop(kept);
            tokio::spawn(sweep(Sweeping(Arc::downgrade(self)), now + IDLE));
        }
    }

    /// Returns whether it has no connections.
    pub(super) fn is_empty(&self) -> bool {
        let kept = self.lock();
        kept.http1.is_empty() && kept.http2.is_none()
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        // What is kept is whole at any time.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// Closes what nobody has used for too long. When to look again, if anything is left.
    fn sweep(&mut self, now: Instant) -> Option<Instant> {
        self.http1.retain_mut(|(http1, used)| {
            if http1.is_in_use() {
                *used = now;
            }
            !http1.sender.is_closed() && now < *used + IDLE
        });
        self.http2.take_if(|(sender, used)| sender.is_closed() || now >= *used + IDLE);
        let used = self.http1.iter().map(|(_, used)| used).chain(self.http2.iter().map(|(_, used)| used));
        let next = used.min().map(|used| *used + IDLE);
        self.is_swept = next.is_some();
        next
    }
}

/// Says that nobody sweeps any more, even where that is because the runtime is gone.
struct Sweeping(Weak<Pool>);

impl Drop for Sweeping {
    fn drop(&mut self) {
        if let Some(pool) = self.0.upgrade() {
            pool.lock().is_swept = false;
        }
    }
}

async fn sweep(sweeping: Sweeping, first: Instant) {
    let mut next = first;
    loop {
        sleep_until(next).await;
        let Some(later) = sweeping.0.upgrade().and_then(|pool| pool.lock().sweep(Instant::now())) else { break };
        next = later;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use hyper_util::rt::TokioIo;

    use super::*;

    /// An open connection, and what keeps it open.
    async fn connected() -> (Sender, impl Sized) {
        let (io, server) = tokio::io::duplex(1024);
        let (sender, connection) = http1::handshake(TokioIo::new(io)).await.expect("a connection");
        (Sender::Http1(Http1 { sender, is_proxy: false }), (connection, server))
    }

    #[test]
    fn a_runtime_that_ends_does_not_hang_on_what_is_kept() {
        let (telling, told) = mpsc::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
            let (sender, _open) = runtime.block_on(connected());
            // As in a task that is still at work while its runtime ends: what it spawns is dropped at once.
            let handle = runtime.handle().clone();
            drop(runtime);
            let _ending = handle.enter();
            let pool = Arc::<Pool>::default();
            pool.put(sender);
            telling.send(pool.lock().is_swept)
        });
        assert_eq!(told.recv_timeout(Duration::from_secs(20)), Ok(false), "and the next runtime sweeps");
    }
}
