//! The types that a body can be read into.

use serde::de::DeserializeOwned;

use super::FromEvent;

use crate::response::{BodyForm, Reads, ReceivedResponse, Trial, try_type};
use crate::{Body, Error, Events, Format, Lines};

/// A type that a body can be read into.
///
/// It is a type with serde's `Deserialize` that borrows nothing from the body, or [`Body`] itself.
///
/// | type | value | `Accept` |
/// | --- | --- | --- |
/// | `T: DeserializeOwned` | the body read as JSON, whatever its `Content-Type` | `application/json` |
/// | `Option<T>` | the same; `None` if the body is empty or `null`. As text, `null` is `None` only with a JSON content type, and as `Bytes` never | as for `T` |
/// | `()` | nothing; the body is ignored | `application/json, */*;q=0.1`, for errors |
/// | `String` | the body as text in the charset of its `Content-Type`; a JSON string with a JSON content type is unquoted | `*/*` |
/// | `bytes::Bytes` | the body as it is | `*/*` |
/// | [`Body`] | a stream of the body, which is received as you read it | `*/*` |
/// | [`Events<T>`](Events) | server-sent events, as they arrive | `text/event-stream` |
/// | [`Lines<T>`](Lines) | values in lines of JSON, as they arrive | `application/x-ndjson`, `application/jsonl`, or `application/json` |
///
/// In another [`Format`], all types but `Bytes` and [`Body`] are read in that format, also each event and line.
///
/// # JSON
///
/// JSON is read as `serde_json` reads it. A byte order mark in front of it is skipped. A body that is not UTF-8 is an error,
/// also if the type ignores the invalid bytes (RFC 8259, section 8.1).
///
/// # Charsets of text
///
/// Text is decoded by the parameter `charset` of its `Content-Type`, as in `text/plain; charset=iso-8859-1`. Without the
/// parameter, it is UTF-8.
///
/// Labels have the meaning that they have in browsers (the WHATWG Encoding Standard). ISO-8859-1 is windows-1252, and a byte
/// order mark wins over the label. US-ASCII is read as UTF-8.
///
/// Other charsets need the feature `charset`. Without it, text that has other characters than ASCII is an error that names
/// the feature. With it, text with an unknown label is read as UTF-8.
///
/// Bytes that are not valid in the charset are an error. In the [`message`](Error::message) of an error, they become
/// replacement characters.
///
/// JSON is UTF-8 whatever its charset is, and so are [`Events`] and [`Lines`], also of text. A [`Format`] of your own
/// receives the unchanged bytes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a response",
    label = "not readable",
    note = "derive `serde::Deserialize` for each type of yours in `{Self}`, or add the bound `serde::de::DeserializeOwned` to a type parameter"
)]
pub trait FromBody: Sized {
    /// The form of the body.
    #[doc(hidden)]
    const BODY: BodyForm;

    /// Tries the type.
    #[doc(hidden)]
    const TRY: fn(&mut Trial<'_>);

    /// Decodes the body of a success, or a missing body if `is_absent`.
    #[doc(hidden)]
    fn from_body<F: Format>(received: &mut ReceivedResponse, is_absent: bool) -> Result<Self, Error>;

    /// Tries an `Option` of the type.
    #[doc(hidden)]
    const TRY_OPTION: fn(&mut Trial<'_>) = Self::TRY;

    /// Decodes the body of a success into an `Option`, or a missing body if `is_absent`.
    #[doc(hidden)]
    fn option_from_body<F: Format>(received: &mut ReceivedResponse, is_absent: bool) -> Result<Option<Self>, Error> {
        if is_absent { Ok(None) } else { Self::from_body::<F>(received, false).map(Some) }
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromBody for T {
    const BODY: BodyForm = BodyForm::InMemory;
    const TRY: fn(&mut Trial<'_>) = try_type::<T>;

    // It is compiled for each type, so there is little of it.
    fn from_body<F: Format>(received: &mut ReceivedResponse, is_absent: bool) -> Result<Self, Error> {
        match received.check(is_absent) {
            Ok(()) => match F::decode_body(received.body()) {
                Ok(value) => Ok(value),
                Err(error) => Err(received.decode_error(error)),
            },
            Err(error) => Err(error),
        }
    }

    const TRY_OPTION: fn(&mut Trial<'_>) = try_type::<Option<T>>;

    fn option_from_body<F: Format>(received: &mut ReceivedResponse, is_absent: bool) -> Result<Option<Self>, Error> {
        <Option<T> as FromBody>::from_body::<F>(received, is_absent)
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromEvent> FromBody for Events<T> {
    const BODY: BodyForm = BodyForm::Events;
    const TRY: fn(&mut Trial<'_>) = |trial| *trial = Trial::Reads(Reads::Events);

    fn from_body<F: Format>(received: &mut ReceivedResponse, _: bool) -> Result<Self, Error> {
        Self::new::<F>(received)
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromBody for Lines<T> {
    const BODY: BodyForm = BodyForm::Stream;
    const TRY: fn(&mut Trial<'_>) = |trial| *trial = Trial::Reads(Reads::Lines);

    fn from_body<F: Format>(received: &mut ReceivedResponse, _: bool) -> Result<Self, Error> {
        Self::new::<F>(received)
    }
}

impl FromBody for Body {
    const BODY: BodyForm = BodyForm::Stream;
    const TRY: fn(&mut Trial<'_>) = |trial| *trial = Trial::Reads(Reads::Bytes);

    fn from_body<F: Format>(received: &mut ReceivedResponse, _: bool) -> Result<Self, Error> {
        received.check(false)?;
        Ok(received.take_body())
    }
}
