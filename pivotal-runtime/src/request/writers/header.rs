//! Writes values into a header.

use http::{HeaderMap, HeaderName, HeaderValue};

use crate::request::values::{Text, TextSink, ValueError};

/// Writes a header, or one for each item of a list.
pub struct HeaderWriter<'a> {
    headers: &'a mut HeaderMap,
    name: &'static str,
}

impl<'a> HeaderWriter<'a> {
    pub(crate) fn new(headers: &'a mut HeaderMap, name: &'static str) -> Self {
        Self { headers, name }
    }

    /// Appends a header. Its value can be private, so it is marked sensitive.
    pub(crate) fn append(&mut self, mut value: HeaderValue) {
        value.set_sensitive(true);
        self.headers.append(HeaderName::from_static(self.name), value);
    }
}

impl TextSink for HeaderWriter<'_> {
    fn text(&mut self, text: Text<'_>) -> Result<(), ValueError> {
        let text = text.as_str().unwrap_or_default();
        if text.trim_matches([' ', '\t']) != text {
            // White space around a value is not part of it (RFC 9110, section 5.5), so the server would not receive it.
            return Err(ValueError::header());
        }
        self.append(HeaderValue::from_str(text).map_err(|_| ValueError::header())?);
        Ok(())
    }
}

impl std::fmt::Debug for HeaderWriter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HeaderWriter").field("name", &self.name).finish_non_exhaustive()
    }
}
