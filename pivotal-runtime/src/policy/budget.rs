//! The retry budget of a client.

use std::sync::atomic::{AtomicU32, Ordering};

/// A bucket of tokens, shared by all calls of a client: in an outage it runs dry, and calls are tried once each
/// instead of adding to the load.
#[derive(Debug)]
pub(crate) struct Budget {
    tokens: AtomicU32,
    /// The tokens of a full bucket.
    full: u32,
}

impl Budget {
    /// A retry after the server answered, or after it cannot have seen anything.
    pub(crate) const ANSWERED: u32 = 5;
    /// A retry after an unknown outcome: the server may still be at work on the attempt.
    pub(crate) const UNKNOWN: u32 = 10;

    /// The number of retries by default.
    pub(crate) const RETRIES: u32 = 100;

    /// A full bucket, for so many retries after a response.
    pub(crate) fn new(retries: u32) -> Self {
        let full = retries.saturating_mul(Self::ANSWERED);
        Self { tokens: AtomicU32::new(full), full }
    }

    /// Pays for a retry; false if there is too little.
    pub(crate) fn spend(&self, cost: u32) -> bool {
        self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| tokens.checked_sub(cost)).is_ok()
    }

    /// Takes note of a call that succeeded at its first attempt.
    pub(crate) fn earn(&self) {
        let earned = |tokens: u32| (tokens < self.full).then_some(tokens + 1);
        // A full bucket stays as it is.
        let _ = self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, earned);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bucket_neither_overflows_nor_goes_below_zero() {
        let budget = Budget::new(Budget::RETRIES);
        budget.earn();
        assert_eq!((0..1_000).filter(|_| budget.spend(Budget::ANSWERED)).count(), 100);
        (0..9).for_each(|_| budget.earn());
        assert!(!budget.spend(Budget::UNKNOWN));
        budget.earn();
        assert!(budget.spend(Budget::UNKNOWN));
        assert!(!budget.spend(1));
    }
}
