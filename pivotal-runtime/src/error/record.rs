//! The record of a call, for its errors.

use super::secrets::SentRequest;
use crate::{Api, RetryLimit};

/// The reason why a redirect was not followed, and what to do. It accompanies the response.
#[derive(Debug, Clone)]
pub(crate) struct RedirectAdvice(pub(crate) String);

/// The record of a call. It accompanies the response, and then the error. Credentials are searched for only when the error
/// is shown.
#[derive(Clone, Default)]
pub(crate) struct Record {
    pub(crate) attempts: u32,
    /// The limit that prevented another attempt.
    pub(crate) retry_limit: Option<RetryLimit>,
    /// The status is one that the client or its API adds to those that are retried. `None` without a client.
    pub(crate) has_retry_status: Option<bool>,
    /// The response is that of a server that is not known to belong to the API.
    pub(crate) is_foreign: bool,
    /// The conventions of the client.
    pub(crate) api: Option<&'static Api>,
    pub(crate) sent: SentRequest,
}
