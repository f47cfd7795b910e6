//! What a method may return, given what its endpoint answers.

use http::response::Parts;
use serde::de::DeserializeOwned;

use crate::read::{self, Unreadable};
use crate::{Answer, Body, Error, Response};

/// What a body can be read into: anything with serde's `Deserialize` that keeps nothing of the body, or the
/// [`Body`] itself.
///
/// | type | is |
/// | --- | --- |
/// | `T: DeserializeOwned` | the body read as JSON, whatever its `Content-Type` |
/// | `Option<T>` | the same, with `None` for an empty body and for `null`; of text, `null` is one only with a JSON content type, and of `Bytes` it is none |
/// | `()` | nothing; any body will do |
/// | `String` | the body as text; a JSON string that says it is JSON, as what it stands for |
/// | `bytes::Bytes` | the body as it is |
/// | [`Body`] | a stream of the body, read as far as you read it |
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a response",
    label = "not readable",
    note = "derive `serde::Deserialize` for `{Self}`, and for the types in it"
)]
pub trait FromBody: Sized {
    /// Whether the body stays unread.
    #[doc(hidden)]
    const STREAMED: bool;

    /// Reads the body of a success, or takes it. `None` stands for what is not there.
    #[doc(hidden)]
    #[expect(private_interfaces, reason = "the trait is not for implementing")]
    fn from_body(body: Option<&mut Body>, parts: &Parts) -> Result<Self, Unreadable>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromBody for T {
    const STREAMED: bool = false;

    #[expect(private_interfaces, reason = "the trait is not for implementing")]
    fn from_body(body: Option<&mut Body>, parts: &Parts) -> Result<Self, Unreadable> {
        read::body(body.as_deref(), &parts.headers)
    }
}

impl FromBody for Body {
    const STREAMED: bool = true;

    #[expect(private_interfaces, reason = "the trait is not for implementing")]
    fn from_body(body: Option<&mut Body>, _: &Parts) -> Result<Self, Unreadable> {
        body.map(std::mem::take).ok_or_else(Unreadable::absent)
    }
}

/// Stands for `Wire` where the declaration has no `response`: the method returns what is on the wire.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Declared;

/// What a method may return where the body of its answer is read into a `Wire`.
///
/// `Wire` is what the declaration names with `response = …`. Any `Wire` that is [`FromBody`] gives
///
/// | returned | is |
/// | --- | --- |
/// | `Wire` | the value |
/// | `Option<Wire>` | `None` on 404 (RFC 9110, section 15.5.5), else the value |
/// | [`Response<Wire>`], `Response<Option<Wire>>` | the same, with status and headers |
///
/// A `Wire` that is an `Option` belongs to the body: it is `None` where the body is empty or `null`, and a 404 is an error.
///
/// Without `response`, the returned type is read from the body, and an `Option` is `None` on 404 as well.
#[diagnostic::on_unimplemented(
    message = "the method returns `{Self}`, but `response` says `{Wire}`",
    label = "not what the method returns",
    note = "return `{Wire}`, `Option<{Wire}>` or `Response<{Wire}>`, or correct `response`"
)]
pub trait FromResponse<Wire>: Sized {
    /// Whether the body of a success stays unread.
    #[doc(hidden)]
    const STREAMED: bool;

    /// Makes the value, or says why there is none.
    ///
    /// # Errors
    ///
    /// If the status is no success of the endpoint, or the body cannot be read.
    fn from_response(answer: Answer) -> Result<Self, Error>;
}

macro_rules! from_response {
    ($($wire:ty => $returned:ty, |$answer:ident| $made:expr;)*) => {$(
        impl<T: FromBody> FromResponse<$wire> for $returned {
            const STREAMED: bool = T::STREAMED;

            fn from_response(mut $answer: Answer) -> Result<Self, Error> {
                $made
            }
        }
    )*};
}

from_response! {
    T => T, |answer| answer.value();
    Declared => T, |answer| answer.returned_value();
    T => Option<T>, |answer| answer.optional_value();
    T => Response<T>, |answer| answer.value().map(|value| answer.around(value));
    Declared => Response<T>, |answer| answer.returned_value().map(|value| answer.around(value));
    T => Response<Option<T>>, |answer| answer.optional_value().map(|value| answer.around(value));
}

/// An error that can hold an [`Error`]: anything with `From<Error>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `From<pivotal_runtime::Error>`",
    label = "the error type after this does not",
    note = "implement `From<pivotal_runtime::Error>` for `{Self}`, or return `pivotal_runtime::Error`"
)]
pub trait FromError {
    /// Wraps the error.
    fn from_error(error: Error) -> Self;
}

#[diagnostic::do_not_recommend]
impl<E: From<Error>> FromError for E {
    fn from_error(error: Error) -> Self {
        error.into()
    }
}

/// What a method of an endpoint gives: a `Result` of a value that can be made of the answer.
#[diagnostic::on_unimplemented(
    message = "an endpoint cannot return `{Self}`",
    label = "not a `Result`",
    note = "return `Result<T, E>`, where `E` is `Error` or implements `From<Error>`; a method that returns `Pages` is not `async`"
)]
pub trait Outcome<Wire> {
    /// Whether the body of a success stays unread.
    #[doc(hidden)]
    const STREAMED: bool;

    /// Turns what the transport brought into what the method returns.
    fn from_answer(answer: Result<Answer, Error>) -> Self;
}

impl<Wire, T: FromResponse<Wire>, E: FromError> Outcome<Wire> for Result<T, E> {
    const STREAMED: bool = T::STREAMED;

    fn from_answer(answer: Result<Answer, Error>) -> Self {
        // Not `and_then` and `map_err`, which would be compiled for each type.
        match answer {
            Ok(answer) => match T::from_response(answer) {
                Ok(value) => Ok(value),
                Err(error) => Err(E::from_error(error)),
            },
            Err(error) => Err(E::from_error(error)),
        }
    }
}
