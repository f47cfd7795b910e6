//! How long to wait before the next attempt.

use std::time::Duration;

/// No wait is longer; where the server asks for more, the error is returned at once instead.
pub(crate) const MAX_WAIT: Duration = Duration::from_secs(60);

const BASE: Duration = Duration::from_millis(500);
const CAP: Duration = Duration::from_secs(8);

/// The wait after attempt number `attempt`, counted from 1: full jitter, but never shorter than what the server asks
/// for. `fraction` is drawn from 0 to 1.
pub(crate) fn wait_before_retry(attempt: u32, floor: Option<Duration>, fraction: f64) -> Duration {
    let ceiling = BASE.saturating_mul(1_u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX)).min(CAP);
    let jittered = ceiling.mul_f64(fraction);
    match floor {
        None => jittered,
        // Spread upward only, so that those who were told the same do not come back together.
        Some(floor) => jittered.max(floor.saturating_add((floor / 10).min(Duration::from_secs(1)).mul_f64(fraction))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_doubles_up_to_its_cap() {
        let longest = |attempt| wait_before_retry(attempt, None, 1.0);
        let seconds: Vec<f64> = [1, 2, 3, 4, 5, 6, 33, u32::MAX].map(|n| longest(n).as_secs_f64()).into();
        assert_eq!(seconds, [0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0, 8.0]);
        assert_eq!(wait_before_retry(3, None, 0.0), Duration::ZERO);
        assert_eq!(wait_before_retry(3, None, 0.5), Duration::from_secs(1));
        assert_eq!(longest(0), Duration::from_millis(500));
    }

    #[test]
    fn what_the_server_asks_for_is_never_cut_short() {
        for fraction in [0.0, 0.3, 0.999] {
            for floor in [1, 2, 7, 60] {
                let floor = Duration::from_secs(floor);
                let wait = wait_before_retry(1, Some(floor), fraction);
                assert!(wait >= floor && wait <= floor + Duration::from_secs(1), "{wait:?}");
            }
        }
        assert!(wait_before_retry(1, Some(Duration::MAX), 0.9) == Duration::MAX);
    }
}
