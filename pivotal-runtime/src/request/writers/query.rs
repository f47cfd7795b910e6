//! Writes values into a query.

use crate::request::form::{push_encoded, push_separator};
use crate::request::percent_encoding::decode_form;
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

    /// Checks that the server can tell the separators from the items. A comma is sent as it is, and `%2C` in an item. The other
    /// separators must be encoded, so they look the same in an item.
    fn check_separator(&self, text: Text<'_>) -> Result<(), ValueError> {
        let Some(separator) = decode_form(self.separator).chars().next().filter(|separator| *separator != ',') else {
            return Ok(());
        };
        let text = match text {
            Text::Unit => return Ok(()),
            Text::Scalar(text, form) if form.is_encoded => decode_form(text),
            Text::Scalar(text, _) => text.to_owned(),
        };
        if text.contains(separator) { Err(ValueError::separator(separator)) } else { Ok(()) }
    }
}

impl TextSink for JoinedWriter {
    fn text(&mut self, text: Text<'_>) -> Result<(), ValueError> {
        self.check_separator(text)?;
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
        Text::Scalar(text, form) if form.is_encoded => return push_encoded(query, text),
        Text::Scalar(text, _) => push_unreserved(query, text),
    }
    Ok(())
}
