//! What an error keeps of an answer.

use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderName};
use http::response::Parts;

use crate::RateLimit;
use crate::envelope::Envelope;
use crate::rate_limit::retry_after;
use crate::reading::Detail;

/// How much of a body that is no value an error keeps.
pub(crate) const KEPT_BODY: usize = 64 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// How much of a request id is kept.
const KEPT_REQUEST_ID: usize = 128;

/// What is kept of an answer that gave no value.
pub(super) struct Answered {
    pub(super) status: StatusCode,
    pub(super) content_type: Option<String>,
    pub(super) request_id: Option<String>,
    pub(super) rate_limit: Option<RateLimit>,
    pub(super) retry_after: Option<Duration>,
    pub(super) envelope: Option<Envelope>,
    pub(super) detail: Option<Detail>,
    pub(super) body: Bytes,
    pub(super) is_body_cut: bool,
}

impl Answered {
    pub(super) fn new(Parts { status, headers, .. }: &Parts, body: &Bytes) -> Self {
        let text = |name: &HeaderName| headers.get(name)?.to_str().ok();
        Self {
            status: *status,
            content_type: text(&CONTENT_TYPE).map(str::to_owned),
            request_id: text(&REQUEST_ID).map(|id| id.get(..KEPT_REQUEST_ID).unwrap_or(id).to_owned()),
            rate_limit: RateLimit::from_headers(headers),
            retry_after: retry_after(headers),
            envelope: None,
            detail: None,
            // A copy, so that a large body is not kept alive for its start.
            body: Bytes::copy_from_slice(body.get(..KEPT_BODY).unwrap_or(body)),
            is_body_cut: body.len() > KEPT_BODY,
        }
    }
}
