//! The types that a response can be read into.

use super::FromBody;
use crate::response::{Conditional, ExpectedResponse, NotFound, ReceivedResponse};
use crate::{Error, Format, Json, Response};

/// Marker: the body type is inferred from the return type, because the declaration has no `response`.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Inferred;

/// Marker: the body type is inferred from the return type, which is an `Option` of a stream or a value.
///
/// An `Option<Body>` is not readable itself, as an `Option` of a value is. The attribute uses this for types with the names of
/// streams.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct InferredOption;

/// Marker: the body type is inferred from the type of a status. Its 404 is not `None`.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Listed;

/// A type that a method can return if its declaration has `response = Wire`.
///
/// The body of the response is read into `Wire`.
///
/// | return type | value |
/// | --- | --- |
/// | `Wire` | the body |
/// | `Option<Wire>` | `None` on 404 (RFC 9110, section 15.5.5), otherwise the body |
/// | [`Response<Wire>`], `Response<Option<Wire>>` | the same, with status and headers |
/// | [`Conditional<Wire>`], `Conditional<Option<Wire>>`, or `Response` of one | the same; `NotModified` on 304 |
///
/// If `Wire` is an `Option`, it belongs to the body: it is `None` if the body is empty or `null`, and a 404 is an error.
///
/// Without `response`, the body is read into the return type, and an `Option` is `None` on 404 as well.
///
/// With a type for each status, as in `response(202) = Job`, a method returns a type that [has a variant](super::Variant) for
/// each.
#[diagnostic::on_unimplemented(
    message = "the method returns `{Self}`, but `response` says `{Wire}`",
    label = "not what the method returns",
    note = "return `{Wire}`, `Option<{Wire}>` or `Response<{Wire}>`, or correct `response`"
)]
pub trait FromResponse<Wire = Inferred, F = Json>: Sized {
    /// Describes the response.
    #[doc(hidden)]
    const EXPECTED: ExpectedResponse;

    /// Decodes the response.
    #[doc(hidden)]
    fn from_response(received: ReceivedResponse) -> Result<Self, Error>;
}

/// The response that a body type is read from.
pub(super) const fn expected<T: FromBody, F: Format>() -> ExpectedResponse {
    ExpectedResponse {
        body: T::BODY,
        not_modified: false,
        not_found: NotFound::Error,
        try_type: T::TRY,
        accept: F::accept,
        cases: None,
    }
}

/// The response that an `Option` of a body type is read from.
const fn expected_option<T: FromBody, F: Format>() -> ExpectedResponse {
    ExpectedResponse { try_type: T::TRY_OPTION, not_found: NotFound::Absent, ..expected::<T, F>() }
}

/// Decodes an `Option` of a body type, which is `None` on 404.
fn option<T: FromBody, F: Format>(received: &mut ReceivedResponse) -> Result<Option<T>, Error> {
    let is_absent = received.is_absent();
    T::option_from_body::<F>(received, is_absent)
}

impl<T: FromBody, F: Format> FromResponse<InferredOption, F> for Option<T> {
    const EXPECTED: ExpectedResponse = expected_option::<T, F>();

    fn from_response(mut received: ReceivedResponse) -> Result<Self, Error> {
        option::<T, F>(&mut received)
    }
}

impl<T: FromBody, F: Format> FromResponse<InferredOption, F> for Response<Option<T>> {
    const EXPECTED: ExpectedResponse = expected_option::<T, F>();

    fn from_response(mut received: ReceivedResponse) -> Result<Self, Error> {
        option::<T, F>(&mut received).map(|value| received.into_response(value))
    }
}

macro_rules! from_response {
    ($($wire:ty => $returned:ty, $not_found:ident, |$received:ident| $value:expr;)*) => {$(
        impl<T: FromBody, F: Format> FromResponse<$wire, F> for $returned {
            const EXPECTED: ExpectedResponse = expected::<T, F>().or_not_found(NotFound::$not_found);

            fn from_response(mut $received: ReceivedResponse) -> Result<Self, Error> {
                $value
            }
        }
    )*};
}

from_response! {
    T => T, Error, |received| T::from_body::<F>(&mut received, false);
    T => Option<T>, Absent, |received| optional::<T, F>(&mut received);
    T => Response<T>, Error, |received| {
        T::from_body::<F>(&mut received, false).map(|value| received.into_response(value))
    };
    T => Response<Option<T>>, Absent, |received| {
        optional::<T, F>(&mut received).map(|value| received.into_response(value))
    };
}

/// Decodes the body; `None` on 404.
fn optional<T: FromBody, F: Format>(received: &mut ReceivedResponse) -> Result<Option<T>, Error> {
    if received.is_absent() { Ok(None) } else { T::from_body::<F>(received, false).map(Some) }
}

macro_rules! conditional_from_response {
    ($($wire:ty => $inner:ty, $not_found:ident, |$received:ident| $value:expr;)*) => {$(
        impl<T: FromBody, F: Format> FromResponse<$wire, F> for Conditional<$inner> {
            const EXPECTED: ExpectedResponse =
                expected::<T, F>().or_not_modified().or_not_found(NotFound::$not_found);

            fn from_response(mut $received: ReceivedResponse) -> Result<Self, Error> {
                if $received.is_not_modified() { Ok(Self::NotModified) } else { $value.map(Self::Modified) }
            }
        }

        impl<T: FromBody, F: Format> FromResponse<$wire, F> for Response<Conditional<$inner>> {
            const EXPECTED: ExpectedResponse =
                expected::<T, F>().or_not_modified().or_not_found(NotFound::$not_found);

            fn from_response(mut $received: ReceivedResponse) -> Result<Self, Error> {
                let value = if $received.is_not_modified() {
                    Conditional::NotModified
                } else {
                    Conditional::Modified($value?)
                };
                Ok($received.into_response(value))
            }
        }
    )*};
}

conditional_from_response! {
    T => T, Error, |received| T::from_body::<F>(&mut received, false);
    T => Option<T>, Absent, |received| optional::<T, F>(&mut received);
    InferredOption => Option<T>, Absent, |received| option::<T, F>(&mut received);
}
