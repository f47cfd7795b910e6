//! What a method may return, given what its endpoint answers.

use serde::de::DeserializeOwned;

use crate::{Answer, Error, Response};

/// What a body can be read into: anything with serde's `Deserialize` that keeps nothing of the body.
///
/// The body is read as JSON, whatever its `Content-Type`. `()` takes any body, and an `Option` takes an empty one
/// and `null` for `None`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an answer",
    label = "not readable",
    note = "derive `serde::Deserialize` for `{Self}`"
)]
pub trait FromBody: DeserializeOwned {}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromBody for T {}

/// What a method may return where the body of its answer is read into a `Wire`.
///
/// `Wire` is what the declaration names with `response = …` or, without that, what the method returns. Any
/// `Wire` that is [`FromBody`] gives
///
/// | returned | is |
/// | --- | --- |
/// | `Wire` | the value; if that is an `Option`, `None` on 404 |
/// | `Option<Wire>` | `None` on 404 (RFC 9110, section 15.5.5), else the value |
/// | [`Response<Wire>`], `Response<Option<Wire>>` | the same, with status and headers |
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made of a `{Wire}`, which is what the answer is read into",
    label = "not what the method returns",
    note = "return `{Wire}`, `Option<{Wire}>` or `Response<{Wire}>`, or correct `response`"
)]
pub trait FromResponse<Wire>: Sized {
    /// Makes the value, or says why there is none.
    ///
    /// # Errors
    ///
    /// If the status is no success of the endpoint, or the body cannot be read.
    fn from_response(answer: Answer) -> Result<Self, Error>;
}

impl<T: FromBody> FromResponse<T> for T {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        answer.read()
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromBody> FromResponse<T> for Option<T> {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        optional(&answer)
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromBody> FromResponse<T> for Response<T> {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        let value = answer.read()?;
        Ok(answer.with(value))
    }
}

#[diagnostic::do_not_recommend]
impl<T: FromBody> FromResponse<T> for Response<Option<T>> {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        let value = optional(&answer)?;
        Ok(answer.with(value))
    }
}

/// For a method without `response` that returns a [`Response`].
#[diagnostic::do_not_recommend]
impl<T: FromBody> FromResponse<Self> for Response<T> {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        <Self as FromResponse<T>>::from_response(answer)
    }
}

fn optional<T: DeserializeOwned>(answer: &Answer) -> Result<Option<T>, Error> {
    if answer.is_absent() { Ok(None) } else { answer.read().map(Some) }
}

/// An error that can hold an [`Error`]: anything with `From<Error>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot hold a `pivotal_runtime::Error`",
    label = "the error type beside this cannot",
    note = "implement `From<pivotal_runtime::Error>` for `{Self}`"
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

/// What a method of an endpoint returns: a `Result` of a value that can be made of the answer.
#[diagnostic::on_unimplemented(
    message = "an endpoint cannot return `{Self}`",
    label = "not a `Result`",
    note = "return `Result<T, E>`, where `E` is `Error` or implements `From<Error>`"
)]
pub trait Outcome<Wire> {
    /// Turns what the transport brought into what the method returns.
    fn from_answer(answer: Result<Answer, Error>) -> Self;
}

impl<Wire, T: FromResponse<Wire>, E: FromError> Outcome<Wire> for Result<T, E> {
    fn from_answer(answer: Result<Answer, Error>) -> Self {
        answer.and_then(T::from_response).map_err(E::from_error)
    }
}
