//! Return types whose body type is inferred.

use super::from_response::expected;
use super::{FromBody, FromResponse, Inferred, Listed};
use crate::response::{Conditional, ExpectedResponse, NotFound, ReceivedResponse};
use crate::{Error, Format, Json, Response};

/// A type that a method can return without `response`.
///
/// It is a type that a body [can be read into](FromBody), or a [`Response`] or [`Conditional`] of one.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a response",
    label = "not readable",
    note = "derive `serde::Deserialize` for each type of yours in `{Self}`, or add the bound `serde::de::DeserializeOwned` to a type parameter"
)]
pub trait Readable<F = Json>: Sized {
    /// Describes the response.
    #[doc(hidden)]
    const EXPECTED: ExpectedResponse;

    /// Decodes the response. `is_absent` is a 404 that the return type accepts.
    #[doc(hidden)]
    fn read(received: ReceivedResponse, is_absent: bool) -> Result<Self, Error>;
}

impl<T: FromBody, F: Format> Readable<F> for T {
    const EXPECTED: ExpectedResponse = expected::<T, F>();

    fn read(mut received: ReceivedResponse, is_absent: bool) -> Result<Self, Error> {
        T::from_body::<F>(&mut received, is_absent)
    }
}

impl<T: FromBody, F: Format> Readable<F> for Response<T> {
    const EXPECTED: ExpectedResponse = expected::<T, F>();

    fn read(mut received: ReceivedResponse, is_absent: bool) -> Result<Self, Error> {
        T::from_body::<F>(&mut received, is_absent).map(|value| received.into_response(value))
    }
}

impl<T: FromBody, F: Format> Readable<F> for Conditional<T> {
    const EXPECTED: ExpectedResponse = expected::<T, F>().or_not_modified();

    fn read(mut received: ReceivedResponse, is_absent: bool) -> Result<Self, Error> {
        if received.is_not_modified() {
            return Ok(Self::NotModified);
        }
        T::from_body::<F>(&mut received, is_absent).map(Self::Modified)
    }
}

impl<T: FromBody, F: Format> Readable<F> for Response<Conditional<T>> {
    const EXPECTED: ExpectedResponse = expected::<T, F>().or_not_modified();

    fn read(mut received: ReceivedResponse, is_absent: bool) -> Result<Self, Error> {
        let value = if received.is_not_modified() {
            Conditional::NotModified
        } else {
            Conditional::Modified(T::from_body::<F>(&mut received, is_absent)?)
        };
        Ok(received.into_response(value))
    }
}

impl<R: Readable<F>, F: Format> FromResponse<Inferred, F> for R {
    const EXPECTED: ExpectedResponse = R::EXPECTED.or_not_found(NotFound::ByType);

    fn from_response(received: ReceivedResponse) -> Result<Self, Error> {
        let is_absent = received.is_absent();
        R::read(received, is_absent)
    }
}

impl<R: Readable<F>, F: Format> FromResponse<Listed, F> for R {
    const EXPECTED: ExpectedResponse = R::EXPECTED.or_not_found(NotFound::Error);

    fn from_response(received: ReceivedResponse) -> Result<Self, Error> {
        R::read(received, false)
    }
}
