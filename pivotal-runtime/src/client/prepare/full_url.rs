//! The complete URL of an attempt, for traces.

use http::HeaderMap;

use super::Prepared;
use crate::base_url::Target;
use crate::error::{SentRequest, redacted_url};

impl Prepared<'_> {
    /// Returns the URL of an attempt with these headers, without credentials.
    pub(super) fn full_url(&self, target: &Target<'_>, headers: &HeaderMap) -> String {
        let path_and_query = target.path_and_query();
        // The path of a URL from a server can contain a token.
        let origin = if self.is_on_base_url() { "" } else { target.origin() };
        let sent = SentRequest {
            headers: headers.clone(),
            idempotency_key: None,
            added: self.added.clone(),
            url: format!("{origin}{path_and_query}"),
            base_path: self.base.url.path().map(Into::into),
        };
        redacted_url(target.origin(), path_and_query, &sent, self.endpoint)
    }
}
