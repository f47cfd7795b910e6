//! What an error keeps of an answer.

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap};
use http::response::Parts;

use crate::Api;

/// How much of a body that is no value an error keeps.
pub(crate) const KEPT_BODY: usize = 64 * 1024;

/// The header with the id of the request, unless the API names another.
const REQUEST_ID: &str = "x-request-id";

/// How much of a request id is told.
const MAX_REQUEST_ID: usize = 128;

/// What is kept of an answer that gave no value.
pub(super) struct Answered {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) is_body_truncated: bool,
}

impl Answered {
    /// Takes the headers away.
    pub(super) fn new(parts: &mut Parts, body: &Bytes) -> Self {
        Self {
            status: parts.status,
            headers: std::mem::take(&mut parts.headers),
            // A copy of what is cut, so that a large body is not kept alive for its start.
            body: body.get(..KEPT_BODY).map_or_else(|| body.clone(), Bytes::copy_from_slice),
            is_body_truncated: body.len() > KEPT_BODY,
        }
    }

    pub(super) fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    pub(super) fn request_id(&self, api: Option<&Api>) -> Option<&str> {
        let id = self.headers.get(api.map_or(REQUEST_ID, Api::request_id))?.to_str().ok()?;
        Some(id.get(..MAX_REQUEST_ID).unwrap_or(id))
    }
}
