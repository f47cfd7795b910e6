//! Timeouts and limits of calls.

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

    /// Creates the error of a timeout that elapsed during an attempt.
    pub(super) fn timed_out(&self, timeout: Timeout) -> Error {
        Error::timed_out(timeout, Some(if timeout == Timeout::Total { self.total } else { self.attempt }))
    }
}

/// Defines the setters of limits that a client and single calls have in common. `$convert` converts an argument to the field.
macro_rules! limit_setters {
    ($convert:path) => {
        /// Sets the timeout of a call, with all its attempts and waits.
        ///
        /// The default of a client is 60 s. The default of one call is the `timeout` of its declaration, or that of the
        /// client. A stream that the caller reads can take longer.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.limits.total = $convert(timeout);
            self
        }

        /// Sets the timeout of one attempt, from connecting to the last byte of the body.
        ///
        /// The default of a client is 30 s. The default of one call is that of the client. A longer `timeout` of the call or
        /// of its declaration raises it.
        pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
            self.limits.attempt = $convert(timeout);
            self
        }

        /// Sets the timeout for more of a body to arrive.
        ///
        /// It also applies while you read the body as a stream. The default of a client is 15 s. The default of one call is
        /// that of the client. For a stream, a longer `timeout` of the call or of its declaration raises it.
        pub fn read_timeout(mut self, timeout: Duration) -> Self {
            self.limits.read = $convert(timeout);
            self
        }

        /// Sets the maximum number of attempts of a call.
        ///
        /// The default of a client is 3. The default of one call is that of the client. With 1, or 0, requests are not
        /// retried. [`Client`](crate::Client) describes the waits between attempts.
        pub fn max_attempts(mut self, attempts: u32) -> Self {
            self.limits.max_attempts = $convert(attempts);
            self
        }

        /// Sets the maximum number of bytes of a response that are read into memory.
        ///
        /// The default of a client is 16 MiB. The default of one call is that of the client. The limit applies whatever
        /// `Content-Length` is. Of a stream, it limits each event and each line.
        pub fn max_response_bytes(mut self, bytes: usize) -> Self {
            self.limits.max_response_bytes = $convert(bytes);
            self
        }

        /// Enables waiting for the rate limiter: by default, for the reset if nothing remains.
        ///
        /// The default of a client is `true`. The default of one call is that of the client.
        ///
        /// With `false`, attempts are sent at once. Their responses update the
        /// [`HeaderRateLimiter`](crate::HeaderRateLimiter) nevertheless, so that other clients that share it wait.
        pub fn wait_for_rate_limit(mut self, wait: bool) -> Self {
            self.limits.wait_for_rate_limit = $convert(wait);
            self
        }
    };
}

pub(super) use limit_setters;

/// Returns the end of a duration. One beyond the clock's range is shortened to thirty years.
pub(super) fn after(start: Instant, duration: Duration) -> Instant {
    const FAR: Duration = Duration::from_secs(30 * 365 * 24 * 60 * 60);
    start + duration.min(FAR)
}

/// A timeout of a call.
///
/// [`Error::elapsed_timeout`](crate::Error::elapsed_timeout) returns the one that elapsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Timeout {
    /// The timeout for connecting: by default 5 s.
    Connect,
    /// The timeout for more of a body: by default 15 s.
    Read,
    /// The timeout of one attempt with its body: by default 30 s.
    Attempt,
    /// The timeout of the complete call with all attempts and waits: by default 60 s.
    Total,
}

impl Timeout {
    /// The message of an error, with the value of the timeout if it is known.
    pub(crate) fn message(self, after: Option<Duration>) -> String {
        let (setting, doing) = match self {
            Self::Connect => ("connect_timeout", " while connecting"),
            Self::Read => ("read_timeout", " while reading the body"),
            Self::Attempt => ("attempt_timeout", ""),
            Self::Total => ("timeout", ""),
        };
        let problem = if self == Self::Read { "no data for" } else { "timed out after" };
        match after {
            Some(after) => format!("{problem} {} (`{setting}`){doing}", readable(after)),
            None => format!("timed out (`{setting}`){doing}"),
        }
    }
}

/// Formats a duration: `60 s`, `1.5 s` or `250 ms`.
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
        for (timeout, after, expected) in cases {
            assert_eq!(timeout.message(after), expected);
        }
    }
}
