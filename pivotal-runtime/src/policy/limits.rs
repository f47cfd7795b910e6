//! How long things may take.

use std::fmt;
use std::time::Duration;

use tokio::time::Instant;

/// The limits of a client, or of one call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) read: Duration,
    pub(crate) attempt: Duration,
    pub(crate) total: Duration,
    pub(crate) max_attempts: u32,
    pub(crate) max_body: usize,
}

impl Limits {
    pub(crate) const DEFAULT: Self = Self {
        read: Duration::from_secs(15),
        attempt: Duration::from_secs(30),
        total: Duration::from_secs(60),
        max_attempts: 3,
        max_body: 16 * 1024 * 1024,
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
pub enum TimeLimit {
    /// Connecting, by default 5 s.
    Connect,
    /// Silence of the server in the middle of a body, by default 15 s.
    Read,
    /// One attempt with its body, by default 30 s.
    Attempt,
    /// The whole call with all attempts and waits, by default 60 s.
    Total,
}

impl fmt::Display for TimeLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "connecting took too long",
            Self::Read => "the server fell silent in the middle of the body",
            Self::Attempt => "the attempt took too long",
            Self::Total => "the call took too long with its attempts and waits",
        })
    }
}
