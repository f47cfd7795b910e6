//! The texts of values, and the trait of their writers.

use super::json_types::{NUMBER, RAW_VALUE};
use super::{OBJECT_KEY, PERCENT_ENCODED, ValueError};

/// The text of a scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Text<'a> {
    /// A unit, which has no text.
    Unit,
    Scalar(&'a str, TextForm),
}

/// The form of a text, which wrapper types set. They can contain each other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TextForm {
    /// The text is percent-encoded already.
    pub(crate) is_encoded: bool,
    /// The text is a key of an object store, whose segments can be empty.
    pub(crate) is_object_key: bool,
    /// The text is JSON, whose value is written.
    pub(super) is_json: bool,
}

impl<'a> Text<'a> {
    /// Returns the text as it is; `None` for a unit.
    pub(crate) fn as_str(self) -> Option<&'a str> {
        match self {
            Self::Unit => None,
            Self::Scalar(text, _) => Some(text),
        }
    }
}

/// A writer of the scalars of a value: one for a scalar, none for `None`, one for each item of a list.
pub(crate) trait TextSink {
    /// Writes a scalar.
    fn text(&mut self, text: Text<'_>) -> Result<(), ValueError>;

    /// Writes `None`.
    fn none(&mut self) -> Result<(), ValueError> {
        Ok(())
    }

    /// Starts a list.
    fn list(&mut self) -> Result<(), ValueError> {
        Ok(())
    }

    /// Returns the error of a value, or of an item of a list, that is not a scalar. `kind` names it.
    fn nested(&mut self, kind: &'static str, is_item: bool) -> ValueError {
        ValueError::nested(kind, is_item)
    }
}

impl TextForm {
    /// Returns the form of the value of a newtype with this name.
    pub(super) fn in_newtype(self, name: &'static str) -> Self {
        match name {
            PERCENT_ENCODED => Self { is_encoded: true, ..self },
            OBJECT_KEY => Self { is_object_key: true, ..self },
            _ => self,
        }
    }

    /// Returns the form of the only field of a struct with this name, if it is a number or JSON of `serde_json`.
    pub(super) fn in_json_type(self, name: &'static str) -> Option<Self> {
        match name {
            NUMBER => Some(self),
            RAW_VALUE => Some(Self { is_json: true, ..self }),
            _ => None,
        }
    }
}
