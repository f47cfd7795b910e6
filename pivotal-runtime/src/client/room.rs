//! Room for one more request on its way.

use std::time::Duration;

use tokio::time::Instant;

use super::Settings;
use super::concurrency::Permit;
use crate::Error;
use crate::policy::{Pass, Phase, TimeLimit};

/// What an attempt takes up while it is on its way.
pub(super) struct Room<'a> {
    pub(super) permit: Permit,
    pub(super) pass: Option<Pass<'a>>,
}

impl<'a> Room<'a> {
    /// Waits until there is some.
    pub(super) async fn wait(settings: &'a Settings, timeout: Duration, deadline: Instant) -> Result<Self, Error> {
        let take_place = || settings.concurrency.acquire(timeout, deadline);
        let room = match &settings.gate {
            Some(gate) => {
                let (permit, pass) = gate.pass(deadline, take_place).await?;
                Self { permit, pass: Some(pass) }
            }
            None => Self { permit: take_place().await?, pass: None },
        };
        if Instant::now() >= deadline {
            return Err(Error::timed_out(TimeLimit::Total, Some(timeout)).in_phase(Phase::NotSent));
        }
        Ok(room)
    }
}
