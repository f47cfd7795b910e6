//! Writes values into a query.

use crate::request::form::{push_encoded, push_separator};
use crate::request::percent_encoding::push_unreserved;
use crate::request::values::{Text, TextSink, ValueError};

/// Writes a pair, or one for each item of a list. The key is encoded already.
pub(crate) struct QueryWriter {
    pub(crate) query: String,
    key: &'static str,
}

impl QueryWriter {
    pub(crate) fn new(query: String, key: &'static str) -> Self {
        Self { query, key }
    }
}

impl TextSink for QueryWriter {
    fn text(&mut self, text: Text<'_>) -> Result<(), ValueError> {
        push_separator(&mut self.query);
        self.query.push_str(self.key);
        if text != Text::Unit {
            self.query.push('=');
        }
        push_value(&mut self.query, text)
    }
}

/// Writes one pair with all items of a list. The key and the separator are encoded already.
pub(crate) struct JoinedWriter {
    pub(crate) query: String,
    key: &'static str,
    separator: &'static str,
    is_started: bool,
}

impl JoinedWriter {
    pub(crate) fn new(query: String, key: &'static str, separator: &'static str) -> Self {
        Self { query, key, separator, is_started: false }
    }
}

impl TextSink for JoinedWriter {
    fn text(&mut self, text: Text<'_>) -> Result<(), ValueError> {
        if self.is_started {
            self.query.push_str(self.separator);
        } else {
            push_separator(&mut self.query);
            self.query.push_str(self.key);
            self.query.push('=');
            self.is_started = true;
        }
        push_value(&mut self.query, text)
    }
}

/// Appends a pair whose value is JSON. Without text, the value was `None`.
pub(crate) fn push_json(query: &mut String, key: &str, json: &[u8]) {
    if json.is_empty() {
        return;
    }
    push_separator(query);
    query.push_str(key);
    query.push('=');
    push_unreserved(query, &String::from_utf8_lossy(json));
}

/// Appends a value. Everything outside `unreserved` is encoded (RFC 3986, section 2.3).
fn push_value(query: &mut String, text: Text<'_>) -> Result<(), ValueError> {
    match text {
        Text::Unit => {}
        Text::Plain(text) | Text::ObjectKey(text) => push_unreserved(query, text),
        Text::Encoded(text) => return push_encoded(query, text),
    }
    Ok(())
}
