//! The retry budget of a client.

use std::sync::atomic::{AtomicU32, Ordering};

/// A bucket of tokens that all calls of a client share. In an outage it is empty, and each call has one attempt, so that retries
/// do not add to the load.
#[derive(Debug)]
pub(crate) struct Budget {
    tokens: AtomicU32,
    /// The tokens of a full bucket.
    full: u32,
}

impl Budget {
    /// The cost of a retry after a response, or after the server received nothing.
    pub(crate) const AFTER_RESPONSE: u32 = 5;
    /// The cost of a retry after an unknown outcome: the server may still process the attempt.
    pub(crate) const AFTER_UNKNOWN: u32 = 10;

    /// The default number of retries.
    pub(crate) const RETRIES: u32 = 100;

    /// Creates a full bucket, for this number of retries after a response.
    pub(crate) fn new(retries: u32) -> Self {
        let full = retries.saturating_mul(Self::AFTER_RESPONSE);
        Self { tokens: AtomicU32::new(full), full }
    }

    /// Pays for a retry. Returns `false` if there are not enough tokens.
    pub(crate) fn spend(&self, cost: u32) -> bool {
        self.tokens.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |tokens| tokens.checked_sub(cost)).is_ok()
    }

    /// Returns whether nothing can be added.
    pub(crate) fn is_full(&self) -> bool {
        self.tokens.load(Ordering::Relaxed) >= self.full
    }

    /// Adds a token, for a call that succeeded at its first attempt.
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
        assert_eq!((0..1_000).filter(|_| budget.spend(Budget::AFTER_RESPONSE)).count(), 100);
        (0..9).for_each(|_| budget.earn());
        assert!(!budget.spend(Budget::AFTER_UNKNOWN));
        budget.earn();
        assert!(budget.spend(Budget::AFTER_UNKNOWN));
        assert!(!budget.spend(1));
    }
}
