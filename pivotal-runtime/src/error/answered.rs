//! What an error keeps of an answer.

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap, HeaderName};
use http::response::Parts;

use crate::envelope::Envelope;
use crate::reading::Detail;

/// How much of a body that is no value an error keeps.
pub(crate) const KEPT_BODY: usize = 64 * 1024;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// How much of a request id is told.
const MAX_REQUEST_ID: usize = 128;

/// What is kept of an answer that gave no value.
pub(super) struct Answered {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) envelope: Option<Envelope>,
    pub(super) detail: Option<Detail>,
    pub(super) body: Bytes,
    pub(super) is_body_cut: bool,
}

impl Answered {
    /// Takes the headers away.
    pub(super) fn new(parts: &mut Parts, body: &Bytes) -> Self {
        Self {
            status: parts.status,
            headers: std::mem::take(&mut parts.headers),
            envelope: None,
            detail: None,
            // A copy of what is cut, so that a large body is not kept alive for its start.
            body: body.get(..KEPT_BODY).map_or_else(|| body.clone(), Bytes::copy_from_slice),
            is_body_cut: body.len() > KEPT_BODY,
        }
    }

    pub(super) fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    pub(super) fn request_id(&self) -> Option<&str> {
        let id = self.headers.get(REQUEST_ID)?.to_str().ok()?;
        Some(id.get(..MAX_REQUEST_ID).unwrap_or(id))
    }
}
