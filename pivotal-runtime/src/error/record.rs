//! What a client did for a call, as its errors report it.

use http::HeaderValue;

use super::secrets::{Secrets, SentRequest};
use crate::{Api, Endpoint};

/// What a client did for a call. It goes along with the response, so that credentials are searched for only if the call
/// fails.
#[derive(Clone, Default)]
pub(crate) struct Record {
    pub(crate) attempts: u32,
    /// The conventions of the client.
    pub(crate) api: Option<&'static Api>,
    pub(crate) sent: SentRequest,
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
            idempotency_key: self.sent.idempotency_key.clone(),
            secrets: Secrets::of(&self.sent, endpoint),
        }
    }
}
