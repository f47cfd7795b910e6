//! The response that an error contains.

use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderMap};
use http::response::Parts;

use crate::Api;

/// The maximum number of bytes of a body that an error contains.
pub(crate) const MAX_ERROR_BODY: usize = 64 * 1024;

/// The header with the id of the request, unless the API names another.
pub(crate) const REQUEST_ID: &str = "x-request-id";

/// The maximum number of characters of a request id.
const MAX_REQUEST_ID: usize = 128;

/// The response that an error contains.
pub(super) struct ErrorResponse {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    pub(super) is_body_truncated: bool,
}

impl ErrorResponse {
    /// Moves the headers out of `parts`.
    pub(super) fn new(parts: &mut Parts, body: &Bytes) -> Self {
        Self {
            status: parts.status,
            headers: std::mem::take(&mut parts.headers),
            // A copy of the start, so that it does not keep a large body alive.
            body: body.get(..MAX_ERROR_BODY).map_or_else(|| body.clone(), Bytes::copy_from_slice),
            is_body_truncated: body.len() > MAX_ERROR_BODY,
        }
    }

    pub(super) fn content_type(&self) -> Option<&str> {
        self.headers.get(CONTENT_TYPE)?.to_str().ok()
    }

    pub(super) fn request_id(&self, api: Option<&Api>) -> Option<&str> {
        let id = self.headers.get(api.map_or(REQUEST_ID, |api| api.request_id))?.to_str().ok()?;
        Some(id.get(..MAX_REQUEST_ID).unwrap_or(id))
    }
}
