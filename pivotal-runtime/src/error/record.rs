//! What a client did for a call, as its errors report it.

use http::{HeaderName, HeaderValue};

use super::secrets::{Secrets, Sent};
use crate::Endpoint;

pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// What a client did for a call. It goes along with the response, so that credentials are searched for only if the call
/// fails.
#[derive(Clone, Default)]
pub(crate) struct Record {
    pub(crate) attempts: u32,
    pub(crate) sent: Sent,
}

/// What an error keeps of a [`Record`].
#[derive(Default)]
pub(super) struct Recorded {
    pub(super) attempts: u32,
    pub(super) idempotency_key: Option<HeaderValue>,
    pub(super) secrets: Secrets,
}

impl Record {
    pub(super) fn recorded(&self, endpoint: Option<&Endpoint>) -> Recorded {
        Recorded {
            attempts: self.attempts,
            idempotency_key: self.sent.headers.get(IDEMPOTENCY_KEY).cloned(),
            secrets: Secrets::of(&self.sent, endpoint),
        }
    }
}
