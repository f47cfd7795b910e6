//! Fields with the same form on the wire, whether they are optional or not.

use jiff::Timestamp;

use crate::Patch;

/// A field of a request or a response.
pub(crate) trait Field {
    type Value;

    /// Returns the value; without one, a field that is written is `null`.
    fn value(&self) -> Option<&Self::Value>;

    /// Returns whether a request is sent without the field.
    fn is_left_out(&self) -> bool {
        self.value().is_none()
    }
}

impl<T> Field for Option<T> {
    type Value = T;

    fn value(&self) -> Option<&T> {
        self.as_ref()
    }
}

impl<T> Field for Patch<T> {
    type Value = T;

    fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }

    fn is_left_out(&self) -> bool {
        self.is_keep()
    }
}

macro_rules! always_sent {
    ($($value:ty),*) => {$(
        impl Field for $value {
            type Value = Self;

            fn value(&self) -> Option<&Self> {
                Some(self)
            }
        }
    )*};
}

always_sent!(u32, Timestamp);
