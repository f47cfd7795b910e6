//! Adds the keys of a trait to those of a method.

use super::{Case, Header, Keys};

impl Keys {
    /// Returns whether this method sends a header of its trait.
    ///
    /// A header of the same name replaces it. `Content-Type` is sent with a body only, and not with `multipart`.
    pub(crate) fn inherits_header(&self, header: &Header) -> bool {
        let Some(name) = header.name().map(|name| name.value().to_ascii_lowercase()) else { return true };
        let has_content_type = self.body.is_some() && !self.is_multipart();
        (name != "content-type" || has_content_type) && !self.headers.iter().any(|own| own.is(&name))
    }

    /// Adds the keys of the trait. A key of the method wins. A 404 can be `None` for the method, and is no error then.
    pub(crate) fn inherit(&mut self, trait_keys: &Self, is_none_on_404: bool) {
        let headers: Vec<Header> =
            trait_keys.headers.iter().filter(|header| self.inherits_header(header)).cloned().collect();
        self.inherited_headers = headers.len();
        self.headers.splice(0..0, headers);
        if !self.declares_successes() {
            self.success.clone_from(&trait_keys.success);
        }
        let errors = trait_keys.errors.iter().filter(|error| self.inherits_error(error, is_none_on_404));
        let errors: Vec<Case> = errors.cloned().collect();
        self.inherited_errors = errors.len();
        self.errors.extend(errors);
        self.error = self.error.take().or_else(|| trait_keys.error.clone());
        self.format = self.format.take().or_else(|| trait_keys.format.clone());
        self.auth = self.auth.take().or_else(|| trait_keys.auth.clone());
        self.timeout = self.timeout.or(trait_keys.timeout);
        self.api = self.api.take().or_else(|| trait_keys.api.clone());
    }

    /// Returns whether a status with a type of its own is an error of this method, and the method has no other type.
    fn inherits_error(&self, error: &Case, is_none_on_404: bool) -> bool {
        let Some(status) = error.status() else { return false };
        let is_declared = self.errors.iter().any(|own| own.status() == Some(status));
        let is_none = is_none_on_404 && status == 404;
        !(is_declared || is_none || self.is_success(status, self))
    }
}
