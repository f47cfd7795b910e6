//! The first connection to an origin, which other requests wait for.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Notify;

/// The origins that an HTTP client has connections to.
///
/// HTTP/2 is negotiated with TLS, so before the first connection is open, an HTTP client does not know that requests can
/// share it, and opens one for each. So the first request to an origin goes alone until a connection takes it. The others use
/// that connection, or, if it is one of HTTP/1.1, open their own.
#[derive(Default)]
pub(super) struct Origins(RwLock<Vec<(Box<str>, Arc<Gate>)>>);

/// Opens when a connection takes the first request, or when that fails.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    is_open: AtomicBool,
    opened: Notify,
}

/// The order of a request among those to its origin.
pub(super) enum Order {
    /// There is a connection, or was one.
    Any,
    First(Arc<Gate>),
    AfterFirst(Arc<Gate>),
}

/// Opens the gate when the first request ends in any way.
pub(super) struct FirstRequest(Arc<Gate>);

impl Origins {
    pub(super) fn order(&self, origin: &str) -> Order {
        let find = |gates: &[(Box<str>, Arc<Gate>)]| {
            let (_, gate) = gates.iter().find(|(known, _)| **known == *origin)?;
            Some(if gate.is_open() { Order::Any } else { Order::AfterFirst(Arc::clone(gate)) })
        };
        if let Some(order) = find(&self.0.read().unwrap_or_else(PoisonError::into_inner)) {
            return order;
        }
        let mut gates = self.0.write().unwrap_or_else(PoisonError::into_inner);
        // Another request can have been faster.
        find(&gates).unwrap_or_else(|| {
            let gate = Arc::<Gate>::default();
            gates.push((origin.into(), Arc::clone(&gate)));
            Order::First(gate)
        })
    }
}

impl Origins {
    /// Forgets that there is a connection, after one was closed with requests on it that came back.
    pub(super) fn forget(&self, origin: &str) {
        let mut gates = self.0.write().unwrap_or_else(PoisonError::into_inner);
        gates.retain(|(known, gate)| **known != *origin || !gate.is_open());
    }
}

impl Gate {
    fn is_open(&self) -> bool {
        self.is_open.load(Ordering::Acquire)
    }

    pub(crate) fn open(&self) {
        self.is_open.store(true, Ordering::Release);
        self.opened.notify_waiters();
    }

    /// Waits until the gate is open.
    pub(super) async fn wait(&self) {
        let opened = self.opened.notified();
        if !self.is_open() {
            opened.await;
        }
    }
}

impl FirstRequest {
    pub(super) fn new(gate: Arc<Gate>) -> Self {
        Self(gate)
    }

    pub(super) fn gate(&self) -> Arc<Gate> {
        Arc::clone(&self.0)
    }
}

impl Drop for FirstRequest {
    fn drop(&mut self) {
        self.0.open();
    }
}
