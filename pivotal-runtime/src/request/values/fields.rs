//! The fields of a form or a query. They can be nested, in bracket notation: `user[name]=a`.

mod compound;
mod value;

use std::ops::Range;

use super::ValueError;
use super::text::Text;
use crate::request::form::{push_encoded, push_separator};
use crate::request::percent_encoding::{push_form, push_unreserved};

pub(crate) use self::value::Value;

/// Appends a pair for each scalar in a value.
pub(crate) struct FieldWriter {
    pairs: String,
    /// The key of the current field, not encoded.
    key: String,
    /// The parts of the key that are keys of a map or a pair, so values of the call.
    private: Vec<Range<usize>>,
    encoding: Encoding,
    /// The key of the field that contains all fields, encoded. Empty if there is none.
    prefix: &'static str,
    /// There were no pairs yet.
    is_new: bool,
    /// The value whose fields are written is `None`.
    is_none: bool,
}

/// The place of the pairs, which determines their encoding.
#[derive(Debug, Clone, Copy)]
enum Encoding {
    Form,
    Query,
}

impl FieldWriter {
    /// Creates a writer that appends to the pairs of a query.
    pub(crate) fn for_query(pairs: String) -> Self {
        Self { encoding: Encoding::Query, ..Self::for_form(Some(pairs)) }
    }

    /// Makes all fields those of the field with this key, which is encoded already.
    pub(crate) fn with_prefix(self, key: &'static str) -> Self {
        Self { prefix: key, ..self }
    }

    /// Creates a writer that appends to the pairs of a form, if there are some.
    pub(crate) fn for_form(pairs: Option<String>) -> Self {
        let is_new = pairs.is_none();
        let pairs = pairs.unwrap_or_default();
        Self {
            pairs,
            key: String::new(),
            private: Vec::new(),
            encoding: Encoding::Form,
            prefix: "",
            is_new,
            is_none: false,
        }
    }

    /// Returns the serializer of a value whose fields are written.
    pub(crate) fn root(&mut self) -> Value<'_> {
        Value::root(self)
    }

    /// Returns the serializer of a value that is one field.
    pub(crate) fn field(&mut self, key: &'static str) -> Value<'_> {
        self.key.push_str(key);
        Value::field(self)
    }

    /// Returns the pairs; `None` if there were none, and the value was `None`. The error contains the path of the field.
    pub(crate) fn finish(self, written: Result<(), ValueError>) -> Result<Option<String>, ValueError> {
        match written {
            Ok(()) => Ok((!self.is_new || !self.is_none).then_some(self.pairs)),
            // The key is that of the value that was rejected, since nothing was written after it.
            Err(error) => Err(error.with_field(self.path())),
        }
    }

    /// Returns the current key, with `*` in place of values of the call; `None` if there is nothing else in it.
    fn path(mut self) -> Option<String> {
        while let Some(private) = self.private.pop() {
            self.key.replace_range(private, "*");
        }
        let path = format!("{}{}", self.prefix, self.key);
        path.contains(|c| !matches!(c, '[' | ']' | '*')).then_some(path)
    }

    /// Appends a pair for the current field.
    fn push(&mut self, text: Text<'_>) -> Result<(), ValueError> {
        let encode = match self.encoding {
            Encoding::Form => push_form,
            Encoding::Query => push_unreserved,
        };
        push_separator(&mut self.pairs);
        self.pairs.push_str(self.prefix);
        encode(&mut self.pairs, &self.key);
        let Text::Scalar(text, form) = text else { return Ok(()) };
        self.pairs.push('=');
        if form.is_encoded {
            return push_encoded(&mut self.pairs, text);
        }
        encode(&mut self.pairs, text);
        Ok(())
    }

    /// Appends a pair for an item of the list that is the current field.
    fn push_item(&mut self, text: Text<'_>) -> Result<(), ValueError> {
        let len = self.key.len();
        self.key.push_str("[]");
        let pushed = self.push(text);
        self.key.truncate(len);
        pushed
    }

    /// Moves to a field of the current one.
    fn enter(&mut self, name: &str) {
        self.key.push('[');
        self.key.push_str(name);
        self.key.push(']');
    }

    /// Moves to an entry of the current field, whose key is a value of the call.
    fn enter_private(&mut self, name: &str, is_root: bool) {
        let start = self.key.len() + usize::from(!is_root);
        if is_root {
            self.key.push_str(name);
        } else {
            self.enter(name);
        }
        self.private.push(start..start + name.len());
    }

    /// Moves back to the field whose key has this length.
    fn leave(&mut self, len: usize) {
        self.key.truncate(len);
        while self.private.pop_if(|private| private.end > len).is_some() {}
    }
}
