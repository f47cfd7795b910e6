//! New credentials in the middle of a call.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use crate::Error;
use crate::credentials::ClientCredentials;
use crate::policy::{Phase, TimeLimit};

/// The credentials of an attempt, with their generation. `None` if it sends none.
pub(super) type Used<'a> = Option<(&'a ClientCredentials, u64)>;

/// When the call ends, and the timeout that it had.
#[derive(Clone, Copy)]
pub(super) struct Deadline {
    pub(super) at: Instant,
    pub(super) timeout: Duration,
}

/// What a call has done for new credentials. It asks for them once because there were none, and once after a 401.
#[derive(Default)]
pub(super) struct Renewal {
    was_stale: bool,
    was_refused: bool,
}

impl Renewal {
    /// Renews credentials that were not there, or had expired.
    ///
    /// # Errors
    ///
    /// If there are no new ones, or they are of no use either.
    pub(super) async fn of_stale(&mut self, used: Used<'_>, deadline: Deadline) -> Result<(), Error> {
        if !std::mem::replace(&mut self.was_stale, true) && renew(used, deadline).await? {
            return Ok(());
        }
        Err(Error::config("the credentials are stale, and refreshing them returned no new ones"))
    }

    /// Whether there are new credentials in place of those that the server rejected.
    pub(super) async fn of_refused(&mut self, used: Used<'_>, deadline: Deadline) -> Result<bool, Error> {
        if std::mem::replace(&mut self.was_refused, true) {
            return Ok(false);
        }
        // They may be stale again, after the server rejected them.
        self.was_stale = false;
        renew(used, deadline).await
    }
}

async fn renew(used: Used<'_>, deadline: Deadline) -> Result<bool, Error> {
    let Some((credentials, generation)) = used else { return Ok(false) };
    let timed_out = |_| Error::timed_out(TimeLimit::Total, Some(deadline.timeout)).in_phase(Phase::NotSent);
    timeout_at(deadline.at, credentials.renew(generation)).await.map_err(timed_out)?
}
