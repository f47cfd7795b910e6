//! The values that a request was sent with, which errors and traces do not show.

use std::mem::take;

#[cfg(feature = "tracing")]
use http::HeaderMap;

use super::Prepared;
use super::idempotency_key::key_header;
#[cfg(feature = "tracing")]
use crate::base_url::Target;
use crate::error::SentRequest;
#[cfg(feature = "tracing")]
use crate::error::redacted_url;

impl Prepared<'_> {
    /// Returns the values of the request, after the last attempt.
    pub(in crate::client) fn take_sent(&mut self) -> SentRequest {
        let mut path_and_query = take(&mut self.path_and_query);
        if let Some(base) = self.base_of_url() {
            path_and_query.insert_str(0, base.url.as_str());
        }
        SentRequest {
            headers: take(&mut self.headers),
            idempotency_key: if self.has_key { key_header(self.settings, self.api(), true) } else { None },
            added: take(&mut self.added),
            base_path: self.base.url.path().map(Into::into),
            url: path_and_query,
        }
    }

    /// Returns the URL of an attempt with these headers, without credentials.
    #[cfg(feature = "tracing")]
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
