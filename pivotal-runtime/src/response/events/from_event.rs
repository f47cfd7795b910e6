//! The types that an event can be read into.

use http::HeaderMap;
use serde::de::DeserializeOwned;

use super::{Event, RawEvent};
use crate::response::BodyDeserializer;
use crate::{DecodeError, Format};

/// A type that an event can be read into.
///
/// It is a type with serde's `Deserialize` that borrows nothing, or an [`Event`] of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an event",
    label = "not readable",
    note = "derive `serde::Deserialize` for each type of yours in `{Self}`"
)]
pub trait FromEvent: Sized {
    /// Decodes the data.
    #[doc(hidden)]
    fn from_event<F: Format>(event: &RawEvent) -> Result<Self, DecodeError>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromEvent for T {
    fn from_event<F: Format>(event: &RawEvent) -> Result<Self, DecodeError> {
        // Without a content type, a text is read as it is.
        F::decode_body(BodyDeserializer::of_part(event.data.as_bytes(), &HeaderMap::new()))
    }
}

impl<T: DeserializeOwned> FromEvent for Event<T> {
    fn from_event<F: Format>(event: &RawEvent) -> Result<Self, DecodeError> {
        match T::from_event::<F>(event) {
            Ok(data) => Ok(Self { name: event.name.clone(), id: event.id.clone(), data }),
            Err(error) => Err(error),
        }
    }
}
