//! Converts values to the texts of a query, a form or a header, as serde serializes them.

mod fields;
mod json_types;
mod print;
mod text;
mod texts;
mod wrappers;

use std::borrow::Cow;
use std::fmt;

use serde::ser;

pub(super) use self::fields::FieldWriter;
pub(crate) use self::text::{Text, TextForm, TextSink};
pub(super) use self::texts::Texts;
pub use self::wrappers::{Displayed, ObjectKey, PercentEncoded};
use self::wrappers::{OBJECT_KEY, PERCENT_ENCODED};

/// The error of a value that cannot be converted. It does not contain the value, so messages of user types are dropped.
#[derive(Debug)]
pub struct ValueError {
    message: Cow<'static, str>,
    field: Option<String>,
}

impl ValueError {
    pub(crate) fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), field: None }
    }

    /// Creates the error of a text that is not a header value (RFC 9110, section 5.5).
    pub(super) fn header() -> Self {
        Self::new("it contains a character that is not allowed there, such as a line break, or a space at an end")
    }

    /// Creates the error of a text that is not percent-encoded, although its type promises it.
    pub(super) fn not_encoded() -> Self {
        Self::new("it is not percent-encoded; encode it, or pass it without `PercentEncoded`")
    }

    /// Creates the error of a nested value, where a scalar or a list of scalars is expected.
    fn nested(kind: &'static str, is_item: bool) -> Self {
        let verb = if is_item { "contains" } else { "is" };
        Self::new(format!("it {verb} {kind}; pass a scalar or a list of scalars"))
    }

    /// Creates the error of an item that is not a pair, in a list of pairs.
    fn not_a_pair() -> Self {
        Self::new("an item of the list is not a pair; pass a struct, a map or a list of pairs")
    }

    /// Creates the error of a key that is not a scalar.
    fn invalid_key() -> Self {
        Self::new("a key is not a string or a number; use strings or numbers as keys")
    }

    /// Creates the error of a key that is percent-encoded already.
    fn encoded_key() -> Self {
        Self::new("a key is a `PercentEncoded`; pass it as a string, which is encoded when it is sent")
    }

    /// Creates the error of an item of a list that contains the separator of the list.
    pub(super) fn separator(separator: char) -> Self {
        Self::new(format!("an item of the list contains {separator:?}, which separates the items; use the style `csv`"))
    }

    /// Creates the error of bytes that are not text.
    fn not_utf8() -> Self {
        Self::new("the bytes are not UTF-8; pass text")
    }

    /// Creates the error of JSON that is nested too deeply, or contains a number out of range.
    fn unreadable_json() -> Self {
        Self::new("its JSON is nested too deeply or contains a number out of range; pass a type with these fields")
    }

    /// Creates the error of a value without fields, where fields are expected.
    fn no_fields(kind: &str) -> Self {
        Self::new(format!("{kind} has no fields; pass a struct, a map or a list of pairs"))
    }

    /// Creates the error of a value whose `Display` fails.
    fn unprintable() -> Self {
        Self::new("its `Display` returned an error")
    }

    /// Adds the path of the field that contains the value.
    fn with_field(mut self, path: Option<String>) -> Self {
        self.field = path;
        self
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(field) = &self.field {
            write!(f, "in its field `{field}`, ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for ValueError {}

impl ser::Error for ValueError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::new("its type rejects the value; see the documentation of the type")
    }
}

#[cfg(test)]
mod tests;
