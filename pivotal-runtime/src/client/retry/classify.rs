//! Decides whether a failed attempt is retried.

use http::{Method, StatusCode};

use crate::status::is_retryable;
use crate::{Body, Delivery, Error, ErrorKind};

/// The failure of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    /// Another attempt would fail in the same way: a bad certificate, a redirect, a body that is too large.
    Permanent,
    /// The server received nothing.
    NotSent,
    /// The server may have done the work.
    Unknown,
    /// The server returned a status that is not a success.
    Status(StatusCode),
}

impl Failure {
    /// Classifies the result of an attempt; `None` if it is a success.
    pub(crate) fn classify(
        result: &Result<http::Response<Body>, Error>,
        is_success: impl FnOnce(StatusCode) -> bool,
    ) -> Option<Self> {
        let error = match result {
            Ok(response) if is_success(response.status()) => return None,
            Ok(response) => return Some(Self::Status(response.status())),
            Err(error) => error,
        };
        let is_network = matches!(error.kind(), ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport);
        Some(match error.delivery() {
            _ if error.is_permanent() || !is_network => Self::Permanent,
            Some(Delivery::NotSent) => Self::NotSent,
            _ => Self::Unknown,
        })
    }
}

/// The reason why it is safe to send a request again, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetrySafety {
    /// It is not safe: the server may do the work twice.
    Unsafe,
    /// The method is idempotent (RFC 9110, section 9.2.2), or the endpoint is declared `idempotent`.
    Idempotent,
    /// The request has an idempotency key.
    Keyed,
}

impl RetrySafety {
    pub(crate) fn new(method: &Method, is_declared_idempotent: bool, has_key: bool) -> Self {
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
/// `header` is the value of `x-should-retry`: `false` stops retries, `true` adds the status. `statuses` are other statuses to
/// retry. None of them repeats a request that is unsafe to repeat.
pub(crate) fn should_retry(
    failure: Failure,
    safety: RetrySafety,
    attempt: u32,
    header: Option<bool>,
    statuses: &[u16],
) -> bool {
    let is_safe = safety != RetrySafety::Unsafe;
    let status = match failure {
        Failure::Permanent => return false,
        Failure::NotSent => return true,
        Failure::Unknown => return is_safe,
        Failure::Status(status) => status,
    };
    match status.as_u16() {
        _ if header == Some(false) => false,
        // The server rejected it before it did any work.
        429 => true,
        code if is_retryable(status) || header == Some(true) || statuses.contains(&code) => is_safe,
        // The first attempt may still be running. On a first attempt, it is a conflict of the call itself.
        409 => safety == RetrySafety::Keyed && attempt > 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAFETIES: [RetrySafety; 3] = [RetrySafety::Idempotent, RetrySafety::Keyed, RetrySafety::Unsafe];

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
            let failure = Failure::Status(StatusCode::from_u16(status).expect("a status"));
            let decisions = SAFETIES.map(|safety| should_retry(failure, safety, 1, server, statuses));
            assert_eq!(decisions, expected, "{status}, x-should-retry {server:?}, {statuses:?}");
        }
    }

    #[test]
    fn conflict_of_a_later_attempt_is_retried_under_a_key() {
        let conflict = Failure::Status(StatusCode::CONFLICT);
        let decisions = |server| SAFETIES.map(|safety| should_retry(conflict, safety, 2, server, &[]));
        assert_eq!(decisions(None), [false, true, false]);
        assert_eq!(decisions(Some(true)), [true, true, false]);
        assert_eq!(decisions(Some(false)), [false; 3]);
    }

    #[test]
    fn failures_without_a_response_do_not_depend_on_statuses() {
        let cases = [
            (Failure::NotSent, [true, true, true]),
            (Failure::Unknown, [true, true, false]),
            (Failure::Permanent, [false; 3]),
        ];
        for (failure, expected) in cases {
            for statuses in [&[][..], &[403, 503]] {
                let decisions = SAFETIES.map(|safety| should_retry(failure, safety, 1, None, statuses));
                assert_eq!(decisions, expected, "{failure:?}");
            }
        }
    }
}
