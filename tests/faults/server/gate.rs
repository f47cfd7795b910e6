//! What a script waits for.

use std::io;
use std::sync::{Arc, Condvar, Mutex};

use super::PATIENCE;

/// Closed until the test opens it.
#[derive(Clone, Default)]
pub(crate) struct Gate(Arc<(Mutex<bool>, Condvar)>);

impl Gate {
    pub(crate) fn open(&self) {
        *self.0.0.lock().unwrap() = true;
        self.0.1.notify_all();
    }

    /// Blocks the thread of the script until the gate is open.
    pub(crate) fn pass(&self) -> io::Result<()> {
        let is_open = self.0.0.lock().unwrap();
        let (is_open, _) = self.0.1.wait_timeout_while(is_open, PATIENCE, |is_open| !*is_open).unwrap();
        if *is_open { Ok(()) } else { Err(io::Error::other("nobody opened the gate")) }
    }
}
