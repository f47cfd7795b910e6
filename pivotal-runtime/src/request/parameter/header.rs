//! The types of parameters that are sent in a header.

use http::HeaderValue;
use serde::Serialize;

use super::Plain;
use crate::request::HeaderWriter;
use crate::request::values::{Texts, ValueError};

/// A value for `header("Name") = name`: a scalar, an `Option` of one, or a list of them.
///
/// A scalar is what serde serializes as one, or an `http::HeaderValue`. `Kind` is [`Plain`] or [`Raw`]. The compiler infers
/// it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not allowed in a header",
    label = "does not implement `Serialize`",
    note = "derive `serde::Serialize` for `{Self}`, pass a value with `Display` in a `pivotal_runtime::Displayed`, or pass a `HeaderValue`"
)]
pub trait HeaderParameter<Kind> {
    /// Appends the headers.
    #[doc(hidden)]
    fn append_to(&self, writer: &mut HeaderWriter<'_>) -> Result<(), ValueError>;
}

/// Marker: a [`HeaderParameter`] that is a `HeaderValue`.
#[derive(Debug)]
#[non_exhaustive]
pub struct Raw;

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> HeaderParameter<Plain> for T {
    fn append_to(&self, writer: &mut HeaderWriter<'_>) -> Result<(), ValueError> {
        self.serialize(Texts::new(writer))
    }
}

#[diagnostic::do_not_recommend]
impl HeaderParameter<Raw> for HeaderValue {
    fn append_to(&self, writer: &mut HeaderWriter<'_>) -> Result<(), ValueError> {
        writer.append(self.clone());
        Ok(())
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderParameter<Raw> + ?Sized> HeaderParameter<Raw> for &T {
    fn append_to(&self, writer: &mut HeaderWriter<'_>) -> Result<(), ValueError> {
        T::append_to(self, writer)
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderParameter<Raw>> HeaderParameter<Raw> for Option<T> {
    fn append_to(&self, writer: &mut HeaderWriter<'_>) -> Result<(), ValueError> {
        self.iter().try_for_each(|value| value.append_to(writer))
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderParameter<Raw>> HeaderParameter<Raw> for [T] {
    fn append_to(&self, writer: &mut HeaderWriter<'_>) -> Result<(), ValueError> {
        self.iter().try_for_each(|value| value.append_to(writer))
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderParameter<Raw>, const N: usize> HeaderParameter<Raw> for [T; N] {
    fn append_to(&self, writer: &mut HeaderWriter<'_>) -> Result<(), ValueError> {
        self.as_slice().append_to(writer)
    }
}

#[diagnostic::do_not_recommend]
impl<T: HeaderParameter<Raw>> HeaderParameter<Raw> for Vec<T> {
    fn append_to(&self, writer: &mut HeaderWriter<'_>) -> Result<(), ValueError> {
        self.as_slice().append_to(writer)
    }
}
