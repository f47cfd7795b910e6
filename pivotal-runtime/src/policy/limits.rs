//! How long things may take.

use std::time::Duration;

use tokio::time::Instant;

use crate::Error;

/// The limits of a client, or of one call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) read: Duration,
    pub(crate) attempt: Duration,
    pub(crate) total: Duration,
    pub(crate) max_attempts: u32,
    pub(crate) max_response_bytes: usize,
    pub(crate) wait_for_rate_limit: bool,
}

impl Limits {
    pub(crate) const DEFAULT: Self = Self {
        read: Duration::from_secs(15),
        attempt: Duration::from_secs(30),
        total: Duration::from_secs(60),
        max_attempts: 3,
        max_response_bytes: 16 * 1024 * 1024,
        wait_for_rate_limit: true,
    };
}

/// The point in time that is so far away. What no clock reaches is taken for thirty years.
pub(crate) fn after(duration: Duration) -> Instant {
    const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
    Instant::now() + duration.min(FAR)
}

/// Which limit of time ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timeout {
    /// Connecting, by default 5 s.
    Connect,
    /// Silence of the server in the middle of a body, by default 15 s.
    Read,
    /// One attempt with its body, by default 30 s.
    Attempt,
    /// The whole call with all attempts and waits, by default 60 s.
    Total,
}

impl Limits {
    /// The error of a timeout that ran out during an attempt.
    pub(crate) fn timed_out(&self, limit: Timeout) -> Error {
        Error::timed_out(limit, Some(if limit == Timeout::Total { self.total } else { self.attempt }))
    }
}

impl Timeout {
    /// What an error says of the timeout, with its value where that is known.
    pub(crate) fn message(self, after: Option<Duration>) -> String {
        let (setting, doing) = match self {
            Self::Connect => ("connect_timeout", " while connecting"),
            Self::Read => ("read_timeout", " while reading the body"),
            Self::Attempt => ("attempt_timeout", ""),
            Self::Total => ("timeout", ""),
        };
        let what = if self == Self::Read { "no data for" } else { "timed out after" };
        match after {
            Some(after) => format!("{what} {} (`{setting}`){doing}", readable(after)),
            None => format!("timed out (`{setting}`){doing}"),
        }
    }
}

/// `60 s`, `1.5 s` or `250 ms`
fn readable(duration: Duration) -> String {
    if duration < Duration::from_secs(1) {
        format!("{} ms", duration.as_secs_f64() * 1_000.0)
    } else {
        format!("{} s", duration.as_secs_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timeouts_name_their_setting_and_value() {
        let seconds = |seconds| Some(Duration::from_secs_f64(seconds));
        let cases = [
            (Timeout::Connect, seconds(5.0), "timed out after 5 s (`connect_timeout`) while connecting"),
            (Timeout::Connect, None, "timed out (`connect_timeout`) while connecting"),
            (Timeout::Read, seconds(0.25), "no data for 250 ms (`read_timeout`) while reading the body"),
            (Timeout::Attempt, seconds(1.5), "timed out after 1.5 s (`attempt_timeout`)"),
            (Timeout::Total, seconds(60.0), "timed out after 60 s (`timeout`)"),
        ];
        for (limit, after, expected) in cases {
            assert_eq!(limit.message(after), expected);
        }
    }
}
