//! Back-off: the waits between attempts.

use std::time::Duration;

use http::StatusCode;
use tokio::time::Instant;

use super::{Failure, RetryLimit};
use crate::random::fraction;

/// The longest wait that a server can request. If it requests a longer one, the error is returned at once.
pub(crate) const MAX_WAIT: Duration = Duration::from_secs(60);

/// The shortest wait after a 429 without `Retry-After`.
const MIN_WAIT_AFTER_429: Duration = Duration::from_secs(1);

/// The waits between attempts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Backoff {
    /// The longest wait after the first attempt. It doubles with each further one.
    pub(crate) initial: Duration,
    /// The longest wait after any attempt.
    pub(crate) max: Duration,
}

impl Backoff {
    pub(crate) const DEFAULT: Self = Self { initial: Duration::from_millis(500), max: Duration::from_secs(8) };

    /// Returns the time of the next attempt, after attempt number `attempt`, or the limit that it exceeds.
    pub(crate) fn retry_at(
        self,
        failure: Failure,
        attempt: u32,
        retry_after: Option<Duration>,
        deadline: Instant,
    ) -> Result<Instant, RetryLimit> {
        let floor = match failure {
            Failure::Status(StatusCode::TOO_MANY_REQUESTS) => Some(retry_after.unwrap_or(MIN_WAIT_AFTER_429)),
            _ => retry_after,
        };
        if floor.is_some_and(|floor| floor > MAX_WAIT) {
            return Err(RetryLimit::RetryAfter);
        }
        let wait = self.wait(attempt, floor, fraction());
        Instant::now().checked_add(wait).filter(|retry_at| *retry_at < deadline).ok_or(RetryLimit::Deadline)
    }

    /// Returns the wait after attempt number `attempt`, counted from 1: full jitter, but never shorter than the server
    /// requests. `fraction` is drawn from 0 to 1.
    fn wait(self, attempt: u32, floor: Option<Duration>, fraction: f64) -> Duration {
        let factor = 1_u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
        let jittered = self.initial.saturating_mul(factor).min(self.max).mul_f64(fraction);
        match floor {
            None => jittered,
            // Spread upward only, so that clients with the same floor do not retry at the same time.
            Some(floor) => {
                jittered.max(floor.saturating_add((floor / 10).min(Duration::from_secs(1)).mul_f64(fraction)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wait_doubles_up_to_its_maximum() {
        let longest = |attempt| Backoff::DEFAULT.wait(attempt, None, 1.0);
        let seconds: Vec<f64> = [1, 2, 3, 4, 5, 6, 33, u32::MAX].map(|n| longest(n).as_secs_f64()).into();
        assert_eq!(seconds, [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0, 8.0]);
        assert_eq!(Backoff::DEFAULT.wait(3, None, 0.0), Duration::ZERO);
        assert_eq!(Backoff::DEFAULT.wait(3, None, 0.5), Duration::from_secs(1));
        assert_eq!(longest(0), Duration::from_millis(500));
        let none = Backoff { initial: Duration::ZERO, max: Duration::MAX };
        assert_eq!(none.wait(u32::MAX, None, 1.0), Duration::ZERO);
        let smaller = Backoff { initial: Duration::from_secs(9), max: Duration::from_secs(2) };
        assert_eq!(smaller.wait(1, None, 1.0), Duration::from_secs(2));
    }

    #[test]
    fn wait_is_never_shorter_than_the_server_requests() {
        for fraction in [0.0, 0.3, 0.999] {
            for floor in [1, 2, 7, 60] {
                let floor = Duration::from_secs(floor);
                let wait = Backoff::DEFAULT.wait(1, Some(floor), fraction);
                assert!(wait >= floor && wait <= floor + Duration::from_secs(1), "{wait:?}");
            }
        }
        assert!(Backoff::DEFAULT.wait(1, Some(Duration::MAX), 0.9) == Duration::MAX);
    }
}
