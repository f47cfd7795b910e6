//! Sets the body of a request.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};

use super::RequestBuilder;
use crate::Body;
use crate::request::encoded_body::EncodedBody;
use crate::request::form::push_pair;
use crate::request::json::OptionalJson;
use crate::request::parameter::{BytesBody, FormBody, FormField, JsonBody, MultipartBody, StreamBody, TextBody};
use crate::request::values::{FieldWriter, ValueError};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

impl RequestBuilder {
    /// `body = name`: sets the body, as JSON (RFC 8259). `None` sends no body.
    #[must_use]
    pub fn json(mut self, name: &'static str, value: &(impl JsonBody + ?Sized)) -> Self {
        if self.error.is_none() {
            // As large as that of `serde_json::to_vec`.
            let mut json = Vec::with_capacity(128);
            let written = value.serialize(OptionalJson(&mut serde_json::Serializer::new(&mut json)));
            self.json_body(name, json, written);
        }
        self
    }

    /// `form = name`: adds fields to the form (WHATWG URL, section 5.2). `None` adds none. Without other fields, it sends no body.
    #[must_use]
    pub fn form(mut self, name: &'static str, fields: &(impl FormBody + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut form = self.form_writer();
            let written = fields.serialize(form.root());
            self.set_form(name, form, written);
        }
        self
    }

    /// `form("field") = name`: adds a field to the form. `None` leaves it out.
    #[must_use]
    pub fn form_field(mut self, name: &'static str, field: &'static str, value: &(impl FormField + ?Sized)) -> Self {
        if self.error.is_none() {
            let mut form = self.form_writer();
            let written = value.serialize(form.field(field));
            self.set_form(name, form, written);
        }
        self
    }

    /// `form("field") = "value"`: adds a field to the form that every call sends.
    #[must_use]
    pub fn form_literal(mut self, field: &'static str, value: &'static str) -> Self {
        let mut form = self.take_form().unwrap_or_default();
        push_pair(&mut form, field, Some(value));
        self.body(form.into(), FORM);
        self
    }

    /// `text = name`: sets the body, as text in UTF-8. `None` sends no body.
    #[must_use]
    pub fn text<K>(mut self, name: &'static str, value: &(impl TextBody<K> + ?Sized)) -> Self {
        if self.error.is_none() {
            self.encoded_body(name, value.to_text_body());
        }
        self
    }

    /// `bytes = name`: sets the body, as bytes. `None` sends no body.
    #[must_use]
    pub fn bytes(mut self, name: &'static str, value: &(impl BytesBody + ?Sized)) -> Self {
        self.bytes_body(name, value.to_bytes());
        self
    }

    /// `stream = name`: sets the body, as a stream. `None` sends no body.
    #[must_use]
    pub fn stream(mut self, name: &'static str, body: impl StreamBody) -> Self {
        self.encoded_body(name, body.into_stream_body());
        self
    }

    /// `multipart = name`: sets the body, as a multipart form (RFC 7578). `None` sends no body.
    #[must_use]
    pub fn multipart(mut self, name: &'static str, form: impl MultipartBody) -> Self {
        self.multipart_body(name, form.into_multipart_body());
        self
    }

    #[expect(clippy::needless_pass_by_value, reason = "it is dropped here, and not in code of each type")]
    pub(super) fn json_body(&mut self, name: &'static str, json: Vec<u8>, written: serde_json::Result<()>) {
        match written {
            Ok(()) if json.is_empty() => self.body_is_none(),
            Ok(()) => self.body(json.into(), JSON),
            Err(_) => self.check(name, Err("cannot be written as JSON: a type in it rejects its value".into())),
        }
    }

    pub(in crate::request) fn formatted_body<E>(
        &mut self,
        name: &'static str,
        content_type: HeaderValue,
        body: Result<Vec<u8>, E>,
    ) {
        match body {
            Ok(body) => self.body(body.into(), content_type),
            Err(_) => {
                self.check(
                    name,
                    Err("cannot be written in its format: a type in it, or the format, rejects its value".into()),
                );
            }
        }
    }

    /// Returns the form so far. It is the body, since another field of the builder would cost each call.
    pub(super) fn take_form(&mut self) -> Option<String> {
        let form = self.request.body.take()?.into_bytes().ok()?;
        // Not copied, since nothing else has the bytes.
        String::from_utf8(form.into()).ok()
    }

    pub(super) fn form_writer(&mut self) -> FieldWriter {
        FieldWriter::for_form(self.take_form())
    }

    pub(super) fn set_form(&mut self, name: &'static str, writer: FieldWriter, written: Result<(), ValueError>) {
        match writer.finish(written) {
            Ok(Some(form)) => self.body(form.into(), FORM),
            Ok(None) => self.body_is_none(),
            Err(error) => self.check(name, Err(format!("cannot be written as a form: {error}").into())),
        }
    }

    pub(super) fn bytes_body(&mut self, name: &'static str, bytes: Option<Bytes>) {
        self.encoded_body(name, EncodedBody::bytes(bytes.map(Body::from)));
    }

    pub(super) fn encoded_body(&mut self, name: &'static str, encoded: EncodedBody) {
        match encoded.body {
            _ if self.error.is_some() => {}
            Ok(Some(body)) => self.body(body, encoded.content_type),
            Ok(None) => self.body_is_none(),
            Err(message) => self.check(name, Err(message)),
        }
    }

    pub(super) fn multipart_body(&mut self, name: &'static str, encoded: EncodedBody) {
        if self.error.is_none() && matches!(encoded.body, Ok(Some(_))) {
            // It contains the boundary, so it replaces that of the declaration.
            self.request.headers.remove(CONTENT_TYPE);
        }
        self.encoded_body(name, encoded);
    }

    /// Sets the body, and `Content-Type` unless the declaration contains it.
    pub(super) fn body(&mut self, body: Body, content_type: HeaderValue) {
        self.request.body = Some(body);
        self.request.headers.entry(CONTENT_TYPE).or_insert(content_type);
    }

    /// Sends no body and no `Content-Type`, unless a field of a form is added.
    pub(in crate::request) fn body_is_none(&mut self) {
        self.request.is_body_none = true;
    }
}
