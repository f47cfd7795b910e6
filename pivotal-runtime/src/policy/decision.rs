//! Whether a failed attempt may be repeated.

use http::{Method, StatusCode};

/// Why an attempt failed, as far as it matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// It would fail the same way the next time: a bad certificate, a redirect, a body that is too large.
    Lasting,
    /// The server has seen nothing.
    NotSent,
    /// The server may have done the work.
    Unknown,
    /// The server answered with a status that is no success.
    Answered(StatusCode),
}

/// What may be done with a request a second time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repetition {
    /// Nothing: a second one may do the work twice.
    Unsafe,
    /// It may be sent again: its method is idempotent (RFC 9110, section 9.2.2), or the declaration says so.
    Idempotent,
    /// It may be sent again with the same idempotency key.
    Keyed,
}

impl Repetition {
    pub(crate) fn of(method: &Method, is_declared_idempotent: bool, has_key: bool) -> Self {
        if method.is_idempotent() || is_declared_idempotent {
            Self::Idempotent
        } else if has_key {
            Self::Keyed
        } else {
            Self::Unsafe
        }
    }
}

/// Returns whether to send the request again after its attempt number `attempt`, counted from 1.
///
/// `server` is the value of `x-should-retry`: `false` stops retries, `true` makes the status one to retry. `statuses` are
/// more statuses to retry. Neither repeats a request that is unsafe to repeat.
pub(crate) fn should_retry(
    failure: Failure,
    repetition: Repetition,
    attempt: u32,
    server: Option<bool>,
    statuses: &[u16],
) -> bool {
    let repeatable = repetition != Repetition::Unsafe;
    match failure {
        Failure::Lasting => false,
        Failure::NotSent => true,
        Failure::Unknown => repeatable,
        Failure::Answered(_) if server == Some(false) => false,
        Failure::Answered(status) => match status.as_u16() {
            // Refused before any work was done.
            429 => true,
            408 | 500 | 502 | 503 | 504 => repeatable,
            status if server == Some(true) || statuses.contains(&status) => repeatable,
            // The first attempt may be running still. On a first attempt, it is the caller's own conflict.
            409 => repetition == Repetition::Keyed && attempt > 1,
            _ => false,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPETITIONS: [Repetition; 3] = [Repetition::Idempotent, Repetition::Keyed, Repetition::Unsafe];

    /// A status, the value of `x-should-retry`, the statuses of the API, and whether idempotent, keyed and unsafe requests are
    /// retried.
    type Case = (u16, Option<bool>, &'static [u16], [bool; 3]);

    #[test]
    fn statuses_are_retried_as_in_the_table() {
        let cases: [Case; 27] = [
            (429, None, &[], [true, true, true]),
            (503, None, &[], [true, true, false]),
            (403, None, &[], [false; 3]),
            (409, None, &[], [false; 3]),
            // `x-should-retry: false` stops retries.
            (429, Some(false), &[], [false; 3]),
            (429, Some(false), &[429], [false; 3]),
            (408, Some(false), &[], [false; 3]),
            (500, Some(false), &[], [false; 3]),
            (502, Some(false), &[], [false; 3]),
            (503, Some(false), &[], [false; 3]),
            (504, Some(false), &[], [false; 3]),
            (403, Some(false), &[403], [false; 3]),
            // `x-should-retry: true` adds a status. An unsafe request is repeated after 429 alone.
            (429, Some(true), &[], [true, true, true]),
            (503, Some(true), &[], [true, true, false]),
            (400, Some(true), &[], [true, true, false]),
            (403, Some(true), &[], [true, true, false]),
            (409, Some(true), &[], [true, true, false]),
            (501, Some(true), &[], [true, true, false]),
            // Statuses of the API.
            (403, None, &[403], [true, true, false]),
            (403, None, &[425, 403], [true, true, false]),
            (403, None, &[425], [false; 3]),
            (403, Some(true), &[403], [true, true, false]),
            (409, None, &[409], [true, true, false]),
            (425, None, &[425], [true, true, false]),
            (429, None, &[403], [true, true, true]),
            (503, None, &[403], [true, true, false]),
            (529, None, &[529], [true, true, false]),
        ];
        for (status, server, statuses, expected) in cases {
            let failure = Failure::Answered(StatusCode::from_u16(status).expect("a status"));
            let decisions = REPETITIONS.map(|repetition| should_retry(failure, repetition, 1, server, statuses));
            assert_eq!(decisions, expected, "{status}, x-should-retry {server:?}, {statuses:?}");
        }
    }

    #[test]
    fn conflict_of_a_later_attempt_is_retried_under_a_key() {
        let conflict = Failure::Answered(StatusCode::CONFLICT);
        let decisions = |server| REPETITIONS.map(|repetition| should_retry(conflict, repetition, 2, server, &[]));
        assert_eq!(decisions(None), [false, true, false]);
        assert_eq!(decisions(Some(true)), [true, true, false]);
        assert_eq!(decisions(Some(false)), [false; 3]);
    }

    #[test]
    fn failures_without_a_response_do_not_depend_on_statuses() {
        let cases = [
            (Failure::NotSent, [true, true, true]),
            (Failure::Unknown, [true, true, false]),
            (Failure::Lasting, [false; 3]),
        ];
        for (failure, expected) in cases {
            for statuses in [&[][..], &[403, 503]] {
                let decisions = REPETITIONS.map(|repetition| should_retry(failure, repetition, 1, None, statuses));
                assert_eq!(decisions, expected, "{failure:?}");
            }
        }
    }
}
