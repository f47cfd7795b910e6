//! The reset that a response reports.

use std::time::{Duration, SystemTime};

use http::HeaderMap;
use http::header::{DATE, HeaderValue};
use tokio::time::Instant;

use crate::rate_limit::{RateLimit, parse_date};

/// A reset as a response reported it. Its time is computed only when nothing remains.
#[derive(Debug)]
pub(super) struct Reset {
    limit: Option<u64>,
    /// Its time by the server's clock.
    at: SystemTime,
    /// The time of the response by the server's clock, if the response contains it.
    date: Option<HeaderValue>,
    /// The time of the response by the clock of this machine.
    received: SystemTime,
    /// The time of the response by the clock of the timers.
    received_at: Instant,
}

impl Reset {
    /// Reads the reset of a limit, if it has one.
    pub(super) fn read(limit: &RateLimit, headers: &HeaderMap) -> Option<Self> {
        limit.reset.map(|at| Self {
            limit: limit.limit,
            at,
            date: headers.get(DATE).cloned(),
            received: SystemTime::now(),
            received_at: Instant::now(),
        })
    }

    /// The time of the reset; `None` beyond what the clock can represent.
    pub(super) fn time(&self) -> Option<Instant> {
        self.received_at.checked_add(self.wait())
    }

    /// Returns whether it limits nothing. Gateways report a limit of 0 if there is no limit, and a reset in the past does
    /// not describe the current window.
    pub(super) fn is_void(&self) -> bool {
        self.limit == Some(0) || self.wait().is_zero()
    }

    /// The time from the response to the reset.
    fn wait(&self) -> Duration {
        let date = self.date.as_ref().and_then(parse_date).unwrap_or(self.received);
        self.at.duration_since(date).unwrap_or_default()
    }
}
