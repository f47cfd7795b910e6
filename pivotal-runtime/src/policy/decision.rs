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
    /// It may be sent again with the same `Idempotency-Key` (Pivotal API, Idempotency).
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

/// Whether the request may be sent again after its attempt number `attempt`, counted from 1.
pub(crate) fn decide(failure: Failure, repetition: Repetition, attempt: u32) -> bool {
    let repeatable = repetition != Repetition::Unsafe;
    match failure {
        Failure::Lasting => false,
        Failure::NotSent => true,
        Failure::Unknown => repeatable,
        Failure::Answered(status) => match status.as_u16() {
            // Refused before any work was done.
            429 => true,
            408 | 500 | 502 | 503 | 504 => repeatable,
            // The first attempt may be running still. On a first attempt, it is the caller's own conflict.
            409 => repetition == Repetition::Keyed && attempt > 1,
            _ => false,
        },
    }
}
