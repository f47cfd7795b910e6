//! Compares the body of a request.

use pivotal_runtime::parameter::BodyKind;

use super::{Kind, Rules};
use crate::check::declaration::DeclaredBody;
use crate::check::schemas::{property, required};
use crate::contract::{Media, RequestBody};

impl Rules<'_, '_> {
    pub(super) fn body(&mut self) {
        match (&self.declaration.body, &self.operation.body) {
            (None, None) => {}
            (None, Some(body)) => {
                if body.is_required {
                    self.report(Kind::Body, &body.cursor.place, "the body is required; add `body = name`");
                }
            }
            (Some(_), None) => {
                let place = self.operation.cursor.place.clone();
                self.report(Kind::Body, &place, "a body is sent, and the document has no `requestBody`");
            }
            (Some(declared), Some(body)) => self.media_type(declared, body),
        }
    }

    fn media_type(&mut self, declared: &DeclaredBody, body: &RequestBody<'_>) {
        // A header with a parameter can contain any media type.
        let is_variable = declared.is_formatted
            || self.declaration.headers.iter().any(|header| header.eq_ignore_ascii_case("content-type"));
        if body.contents.is_empty() || (is_variable && declared.content_type.is_none()) {
            return;
        }
        let Some(media) = body.contents.iter().find(|media| declared.is_sent_as(media)) else {
            let documented: Vec<_> = body.contents.iter().map(|media| format!("`{}`", media.name)).collect();
            let message =
                format!("the body is sent as {}, and the document has {}", declared.name(), documented.join(", "));
            let place = body.cursor.place.join("content");
            self.report(Kind::Body, &place, message);
            return;
        };
        if let (Some(fields), Some(schema)) = (&declared.fields, media.schema()) {
            self.form_fields(fields, &schema);
        }
    }

    fn form_fields(&mut self, fields: &[String], schema: &crate::document::Cursor<'_>) {
        let Ok(schema) = schema.clone().resolve() else { return };
        let place = schema.place.clone();
        let has_properties = schema.get("properties").is_some();
        for field in fields {
            let name = field.split('[').next().unwrap_or_default();
            if has_properties && property(&schema, name).is_none() && property(&schema, field).is_none() {
                let message = format!("the form has the field `{field}`, which the schema does not have");
                self.report(Kind::Parameter, &place, message);
            }
        }
        for name in required(&schema) {
            if !fields.iter().any(|field| field == name || field.split('[').next() == Some(name)) {
                let message = format!("the field `{name}` is required; add `form({name:?}) = name`");
                let place = property(&schema, name).map_or_else(|| place.clone(), |property| property.place);
                self.report(Kind::Parameter, &place, message);
            }
        }
    }
}

impl DeclaredBody {
    /// The media type in messages.
    fn name(&self) -> String {
        let name = match (&self.content_type, self.kind) {
            (Some(media_type), _) => media_type,
            (None, BodyKind::Form) => "application/x-www-form-urlencoded",
            (None, BodyKind::Multipart) => "multipart/form-data",
            (None, BodyKind::Text) => "text/plain",
            (None, BodyKind::Bytes | BodyKind::Stream) => "application/octet-stream",
            (None, _) => "application/json",
        };
        format!("`{name}`")
    }

    /// Returns whether the body can be sent in this media type.
    fn is_sent_as(&self, media: &Media<'_>) -> bool {
        let essence = media.essence();
        if essence == "*/*" {
            return true;
        }
        if let Some(content_type) = &self.content_type {
            let own = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
            let range = essence.strip_suffix('*').filter(|range| range.ends_with('/'));
            return own == essence || range.is_some_and(|range| own.starts_with(range));
        }
        match self.kind {
            BodyKind::Value => essence == "application/json" || essence == "application/*",
            BodyKind::Form => media.is_form(),
            BodyKind::Multipart => essence.starts_with("multipart/"),
            BodyKind::Text => matches!(essence.as_str(), "text/plain" | "text/*"),
            BodyKind::Bytes => matches!(essence.as_str(), "application/octet-stream" | "application/*"),
            BodyKind::Stream => {
                media.is_lines() || matches!(essence.as_str(), "application/octet-stream" | "application/*")
            }
            _ => true,
        }
    }
}
