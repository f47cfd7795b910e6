//! New credentials in the middle of a call.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::Error;
use crate::credentials::ClientCredentials;
use crate::policy::{Phase, TimeLimit};

/// The credentials of an attempt, with their generation. `None` if it sends none.
pub(super) type Used<'a> = Option<(&'a ClientCredentials, u64)>;

/// What a call has done for new credentials. It asks for them once because there were none, and once after a 401.
pub(super) struct Renewal {
    timeout: Duration,
    deadline: Instant,
    was_stale: bool,
    was_refused: bool,
}

impl Renewal {
    /// Within this timeout of the call.
    pub(super) fn new(timeout: Duration, deadline: Instant) -> Self {
        Self { timeout, deadline, was_stale: false, was_refused: false }
    }

    /// Renews credentials that were not there, or had expired.
    ///
    /// # Errors
    ///
    /// If there are no new ones, or they are of no use either.
    pub(super) async fn of_stale(&mut self, used: Used<'_>) -> Result<(), Error> {
        if !std::mem::replace(&mut self.was_stale, true) && self.renew(used).await? {
            return Ok(());
        }
        Err(Error::config("the credentials are stale, and refreshing them returned no new ones"))
    }

    /// Whether there are new credentials in place of those that the server rejected.
    pub(super) async fn of_refused(&mut self, used: Used<'_>) -> Result<bool, Error> {
        if std::mem::replace(&mut self.was_refused, true) {
            return Ok(false);
        }
        // They may be stale again, after the server rejected them.
        self.was_stale = false;
        self.renew(used).await
    }

    async fn renew(&self, used: Used<'_>) -> Result<bool, Error> {
        let Some((credentials, generation)) = used else { return Ok(false) };
        let timed_out = |_| Error::timed_out(TimeLimit::Total, Some(self.timeout)).in_phase(Phase::NotSent);
        // Boxed, as it is seldom needed.
        timeout_at(self.deadline, Box::pin(credentials.renew(generation))).await.map_err(timed_out)?
    }
}
