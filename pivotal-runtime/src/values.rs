//! The texts in a value, as serde sees it: what stands in a query, a form or a header.

mod fields;
mod texts;

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use serde::ser;

use crate::encode;

/// Takes the text of a scalar, or `None` for a unit, which is there but has no text.
type TextSink<'a> = &'a mut dyn FnMut(Option<&str>) -> Result<(), ValueError>;

/// Takes the name of a field and the text of a scalar in it.
type FieldSink<'a> = &'a mut dyn FnMut(&str, Option<&str>) -> Result<(), ValueError>;

/// Calls `sink` with each scalar of a value: once for a scalar, never for `None`, for each item of a list.
pub(crate) fn each_text(value: &(impl Serialize + ?Sized), sink: TextSink<'_>) -> Result<(), ValueError> {
    value.serialize(texts::Texts::new(sink))
}

/// Calls `sink` with the name and each scalar of every field of a struct or map, or of a list of pairs.
pub(crate) fn each_field(value: &(impl Serialize + ?Sized), sink: FieldSink<'_>) -> Result<(), ValueError> {
    value.serialize(fields::Fields { sink })
}

/// Appends a pair to a form (`application/x-www-form-urlencoded`, WHATWG URL, section 5.2), or a key alone.
pub(crate) fn push_pair(form: &mut String, key: &str, value: Option<&str>) {
    next_pair(form);
    encode::push_form(form, key);
    push_value(form, value);
}

/// Appends `=` and the value, if there is one.
pub(crate) fn push_value(form: &mut String, value: Option<&str>) {
    if let Some(value) = value {
        form.push('=');
        encode::push_form(form, value);
    }
}

/// The separator before another pair.
pub(crate) fn next_pair(form: &mut String) {
    if !form.is_empty() {
        form.push('&');
    }
}

/// Why a value has no texts. Holds nothing of the value: what a type of the user's says may repeat it.
#[derive(Debug)]
pub(crate) struct ValueError {
    message: Cow<'static, str>,
    field: Option<String>,
}

impl ValueError {
    fn new(message: impl Into<Cow<'static, str>>) -> Self {
        Self { message: message.into(), field: None }
    }

    /// A text that is no header value (RFC 9110, section 5.5).
    pub(crate) fn header() -> Self {
        Self::new(
            "it holds a character that a header value cannot hold there, such as a line break, or a space at an end",
        )
    }

    /// A value with parts, where there is only room for a scalar or a list of them.
    fn parts(kind: &str) -> Self {
        Self::new(format!("{kind} has parts; there is room for a scalar or a list of scalars"))
    }

    /// An item of a list of pairs that is none.
    fn no_pair() -> Self {
        Self::new("an item of the list is no pair; pass a struct, a map or a list of pairs")
    }

    /// A key without a text.
    fn no_key() -> Self {
        Self::new("a key has no text; use strings or numbers as keys")
    }

    /// The field of a struct in which it went wrong.
    fn in_field(mut self, name: &'static str) -> Self {
        self.field.get_or_insert_with(|| name.to_owned());
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
        Self::new("a type refuses its value; see its documentation")
    }
}

#[cfg(test)]
mod tests;
