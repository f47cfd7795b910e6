//! The texts of values, and who takes them.

use super::ValueError;

/// The text of a scalar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Text<'a> {
    /// A unit, which has no text.
    Unit,
    Plain(&'a str),
    /// A text that is percent-encoded already.
    Encoded(&'a str),
    /// A key of an object store, whose segments can be empty.
    ObjectKey(&'a str),
}

impl<'a> Text<'a> {
    /// Returns the text as it is; `None` for a unit.
    pub(crate) fn as_str(self) -> Option<&'a str> {
        match self {
            Self::Unit => None,
            Self::Plain(text) | Self::Encoded(text) | Self::ObjectKey(text) => Some(text),
        }
    }
}

/// Takes the scalars of a value: one for a scalar, none for `None`, one for each item of a list.
pub(crate) trait TextSink {
    /// Takes a scalar.
    fn text(&mut self, text: Text<'_>) -> Result<(), ValueError>;

    /// Takes `None`.
    fn none(&mut self) -> Result<(), ValueError> {
        Ok(())
    }

    /// Starts a list.
    fn list(&mut self) -> Result<(), ValueError> {
        Ok(())
    }

    /// Returns the error of a value that is no scalar, such as a map, or of an item that is none.
    fn nested(&mut self, kind: &'static str, is_item: bool) -> ValueError {
        ValueError::nested(kind, is_item)
    }
}

/// The form of the texts in a value, which a wrapper type sets.
#[derive(Debug, Clone, Copy)]
pub(super) enum TextForm {
    Plain,
    Encoded,
    ObjectKey,
}

impl TextForm {
    /// Returns the form of a newtype with this name, if it is one of the wrapper types.
    pub(super) fn of_newtype(name: &'static str) -> Option<Self> {
        match name {
            super::PERCENT_ENCODED => Some(Self::Encoded),
            super::OBJECT_KEY => Some(Self::ObjectKey),
            _ => None,
        }
    }

    pub(super) fn text(self, text: &str) -> Text<'_> {
        match self {
            Self::Plain => Text::Plain(text),
            Self::Encoded => Text::Encoded(text),
            Self::ObjectKey => Text::ObjectKey(text),
        }
    }
}
