//! The limiter of a client: the default one directly, others as `dyn`.

use std::any::Any;

use http::{HeaderMap, StatusCode};

use super::{HeaderRateLimiter, RateLimitPermit, RateLimitedAttempt, RateLimiter};
use crate::Error;
use crate::transport::BoxFuture;

/// The rate limiter of a client.
pub(in crate::client) enum Limiter {
    Header(HeaderRateLimiter),
    Custom(Box<dyn ErasedRateLimiter>),
}

impl Limiter {
    pub(in crate::client) fn new<L: RateLimiter>(limiter: L) -> Self {
        match (&limiter as &dyn Any).downcast_ref::<HeaderRateLimiter>() {
            Some(header) => Self::Header(header.clone()),
            None => Self::Custom(Box::new(limiter)),
        }
    }
}

/// The permit of an attempt, until the head of its response arrives.
pub(in crate::client) enum Acquired<'a> {
    Header(RateLimitPermit),
    /// Calls `update` of the limiter.
    Custom(Update<'a>),
}

type Update<'a> = Box<dyn FnOnce(StatusCode, &HeaderMap) + Send + 'a>;

impl Acquired<'_> {
    pub(in crate::client) fn update(self, status: StatusCode, headers: &HeaderMap) {
        match self {
            Self::Header(permit) => permit.update(status, headers),
            Self::Custom(update) => update(status, headers),
        }
    }
}

/// A [`RateLimiter`] that can be used as `dyn`.
pub(in crate::client) trait ErasedRateLimiter: Send + Sync {
    fn acquire(&self, attempt: RateLimitedAttempt) -> BoxFuture<'_, Result<Acquired<'_>, Error>>;
}

impl<L: RateLimiter> ErasedRateLimiter for L {
    fn acquire(&self, attempt: RateLimitedAttempt) -> BoxFuture<'_, Result<Acquired<'_>, Error>> {
        Box::pin(async move {
            let permit = RateLimiter::acquire(self, &attempt).await?;
            Ok(Acquired::Custom(Box::new(move |status, headers: &HeaderMap| self.update(permit, status, headers))))
        })
    }
}
