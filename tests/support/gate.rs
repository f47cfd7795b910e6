//! Points at which a server waits for its test, or a test for its server.

use std::sync::{Arc, Condvar, Mutex};

use super::PATIENCE;

/// A gate that is closed until [`open`](Self::open) is called. A clone is the same gate.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    pub(crate) fn open(&self) {
        *self.0.0.lock().unwrap() = true;
        self.0.1.notify_all();
    }

    /// Blocks the thread until the gate is open.
    pub(crate) fn wait(&self) {
        let is_open = self.0.0.lock().unwrap();
        let (is_open, _) = self.0.1.wait_timeout_while(is_open, PATIENCE, |is_open| !*is_open).unwrap();
        assert!(*is_open, "the gate was not opened");
    }
}

/// Returns a gate twice: for the side that opens it, and for the side that waits.
pub(crate) fn gate() -> (Gate, Gate) {
    let gate = Gate::default();
    (gate.clone(), gate)
}
