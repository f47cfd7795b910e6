//! The parts of a declaration that the attribute writes.

use std::ops::RangeInclusive;
use std::time::Duration;

use super::{BodyKind, Endpoint};
use crate::Api;

impl Endpoint {
    /// Sets the headers that contain parameters.
    #[must_use]
    pub const fn headers(mut self, names: &'static [&'static str]) -> Self {
        self.headers = names;
        self
    }

    /// Sets the names of the headers that have a fixed value.
    #[must_use]
    pub const fn fixed_headers(mut self, names: &'static [&'static str]) -> Self {
        self.fixed_headers = names;
        self
    }

    /// Adds headers whose names are known when the endpoint is called (`header(..) = name`).
    #[must_use]
    pub const fn header_map(mut self) -> Self {
        self.sends_header_map = true;
        self
    }

    /// Sets the fixed media type of the body (`header("Content-Type") = "application/merge-patch+json"`).
    #[must_use]
    pub const fn with_content_type(mut self, media_type: &'static str) -> Self {
        self.content_type = Some(media_type);
        self
    }

    /// Sets the parameter that is sent as JSON.
    #[must_use]
    pub const fn body(self, parameter: &'static str) -> Self {
        self.with_body(BodyKind::Value, parameter)
    }

    /// Sets the parameter that is sent in another format than JSON (`format = Type`).
    #[must_use]
    pub const fn formatted_body(mut self, parameter: &'static str) -> Self {
        self.is_formatted = true;
        self.with_body(BodyKind::Value, parameter)
    }

    /// Sets the parameter whose fields are sent as a form.
    #[must_use]
    pub const fn form(self, parameter: &'static str) -> Self {
        self.with_body(BodyKind::Form, parameter)
    }

    /// Sets the parameter that is sent as a multipart body.
    #[must_use]
    pub const fn multipart(self, parameter: &'static str) -> Self {
        self.with_body(BodyKind::Multipart, parameter)
    }

    /// Sets the parameter that is sent as text.
    #[must_use]
    pub const fn text(self, parameter: &'static str) -> Self {
        self.with_body(BodyKind::Text, parameter)
    }

    /// Sets the parameter that is sent as unchanged bytes.
    #[must_use]
    pub const fn bytes(self, parameter: &'static str) -> Self {
        self.with_body(BodyKind::Bytes, parameter)
    }

    /// Sets the parameter that is sent as a stream.
    #[must_use]
    pub const fn stream(self, parameter: &'static str) -> Self {
        self.with_body(BodyKind::Stream, parameter)
    }

    const fn with_body(mut self, kind: BodyKind, parameter: &'static str) -> Self {
        self.body_kind = Some(kind);
        self.body = Some(parameter);
        self
    }

    /// Sets the fields of a form that contain parameters (`form("field") = name`).
    #[must_use]
    pub const fn form_fields(mut self, names: &'static [&'static str]) -> Self {
        self.body_kind = Some(BodyKind::Form);
        self.form_fields = names;
        self
    }

    /// Sets the fields of a form that have a fixed value (`form("field") = "value"`).
    #[must_use]
    pub const fn fixed_form_fields(mut self, names: &'static [&'static str]) -> Self {
        self.body_kind = Some(BodyKind::Form);
        self.fixed_form_fields = names;
        self
    }

    /// Sets the data, or the name, of the event that ends a stream of events (`until = "[DONE]"`).
    #[must_use]
    pub const fn until(mut self, data: &'static str) -> Self {
        self.until = Some(data);
        self
    }

    /// Sets the statuses that are a success, in place of any 2xx.
    #[must_use]
    pub const fn success(mut self, statuses: &'static [RangeInclusive<u16>]) -> Self {
        self.success = statuses;
        self
    }

    /// Sets the statuses that have a type of their own (`response(202) = Type`, `error(404) = Type`).
    #[must_use]
    pub const fn with_typed_statuses(mut self, statuses: &'static [u16]) -> Self {
        self.typed_statuses = statuses;
        self
    }

    /// Marks the endpoint safe to send twice, although its method is not (`idempotent`).
    #[must_use]
    pub const fn idempotent(mut self) -> Self {
        self.idempotent = true;
        self
    }

    /// Disables credentials (`auth = none`).
    #[must_use]
    pub const fn without_credentials(mut self) -> Self {
        self.sends_credentials = false;
        self
    }

    /// Sets the timeout of a call (`timeout = "90s"`).
    #[must_use]
    pub const fn with_timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets the API whose conventions apply (`api = VALUE`).
    #[must_use]
    pub const fn with_api(mut self, api: &'static Api) -> Self {
        self.api = Some(api);
        self
    }
}
