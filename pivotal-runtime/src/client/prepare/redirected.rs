//! The request after a redirect.

use bytes::Bytes;
use http::Method;
use http::header::{HOST, HeaderMap, HeaderName, HeaderValue};

use super::idempotency_key::key_header;
use super::{AttemptBody, Own, Prepared};
use crate::client::redirect::{Redirect, belongs_to_body, can_be_credential};
use crate::client::retry::RetrySafety;

impl Prepared<'_> {
    /// Changes the next attempt to follow a redirect. After a server that gets no credentials, no server gets any.
    pub(in crate::client) fn redirect(&mut self, redirect: Redirect) {
        let Redirect { base, path_and_query, becomes_get } = redirect;
        let is_other_origin = base.url.origin() != self.base().url.origin();
        let is_foreign = is_other_origin && !base.is_trusted;
        let key = if self.has_key { key_header(self.settings, self.api(), true) } else { None };
        let is_key = |name: &HeaderName| key.as_ref() == Some(name);
        let is_removed = |name: &HeaderName, value: &HeaderValue| {
            (is_other_origin && *name == HOST)
                || (becomes_get && (belongs_to_body(name) || is_key(name)))
                || (is_foreign && can_be_credential(name, value) && !is_key(name))
        };
        let mut kept = HeaderMap::with_capacity(self.headers.len());
        for (name, value) in self.headers.iter().filter(|(name, value)| !is_removed(name, value)) {
            kept.append(name, value.clone());
        }
        self.headers = kept;
        let settings = self.settings;
        // A server without trust must not choose what is requested with credentials.
        self.credentials = self.credentials.filter(|_| base.is_trusted);
        self.path_and_query = path_and_query;
        let own = self.own.get_or_insert_with(|| Box::new(Own::new(settings.limits)));
        own.base = Some(base);
        own.redirects += 1;
        if becomes_get {
            own.method = Some(Box::new(Method::GET));
            self.has_key = false;
            self.body = AttemptBody::Bytes(Bytes::new());
            self.safety = RetrySafety::Idempotent;
        }
    }
}
