//! A body in one media type.

use crate::document::Cursor;

/// A body in one media type.
#[derive(Clone)]
pub(crate) struct Media<'d> {
    /// The media type as written, with parameters, such as `application/json; charset=utf-8`.
    pub(crate) name: &'d str,
    pub(crate) cursor: Cursor<'d>,
}

impl<'d> Media<'d> {
    /// The media types of `content`.
    pub(crate) fn all(owner: &Cursor<'d>) -> Vec<Self> {
        let media = owner.entries_of("content").into_iter();
        media.map(|(name, cursor)| Self { name, cursor: cursor.clone().resolve().unwrap_or(cursor) }).collect()
    }

    pub(crate) fn schema(&self) -> Option<Cursor<'d>> {
        self.cursor.get("schema")
    }

    /// The type and subtype in lower case, without parameters.
    pub(crate) fn essence(&self) -> String {
        self.name.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    pub(crate) fn is_json(&self) -> bool {
        let essence = self.essence();
        essence == "application/json" || essence == "text/json" || essence.ends_with("+json")
    }

    pub(crate) fn is_form(&self) -> bool {
        self.essence() == "application/x-www-form-urlencoded"
    }

    pub(crate) fn is_multipart(&self) -> bool {
        self.essence() == "multipart/form-data"
    }

    pub(crate) fn is_events(&self) -> bool {
        self.essence() == "text/event-stream"
    }

    pub(crate) fn is_lines(&self) -> bool {
        matches!(
            self.essence().as_str(),
            "application/x-ndjson" | "application/jsonl" | "application/json-lines" | "application/json-seq"
        )
    }

    pub(crate) fn is_text(&self) -> bool {
        self.essence().starts_with("text/") && !self.is_json() && !self.is_events()
    }
}
