//! The body of a request: what does not depend on the type of a parameter.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderValue};

use super::RequestBuilder;
use crate::Body;
use crate::request::encoded_body::EncodedBody;
use crate::request::values::{FieldWriter, ValueError};

const JSON: HeaderValue = HeaderValue::from_static("application/json");
pub(super) const FORM: HeaderValue = HeaderValue::from_static("application/x-www-form-urlencoded");

impl RequestBuilder {
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
