//! What a method may return, given what its endpoint answers.

use serde::de::DeserializeOwned;

use crate::{Answer, Error, Response};

/// A value that can be made of an answer whose body holds a `Wire`.
///
/// `Wire` is what the declaration names with `response = …` or, without that, what the method returns.
/// Any `Wire: DeserializeOwned` gives
///
/// | returned | is |
/// | --- | --- |
/// | `Wire` | the value; an `Option` is `None` on 404, and where the body is empty or `null` |
/// | `Option<Wire>` | `None` on 404 (RFC 9110, section 15.5.5), else the value |
/// | [`Response<Wire>`], `Response<Option<Wire>>` | the same, with status and headers |
///
/// The body is read as JSON. `()` takes any body, an empty one too.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be made of an answer that holds `{Wire}`",
    label = "cannot be read from the answer",
    note = "return the type that `response` names (or `Option` or `Response` of it), and derive `serde::Deserialize` for that type"
)]
pub trait FromResponse<Wire>: Sized {
    /// Makes the value, or says why there is none.
    ///
    /// # Errors
    ///
    /// If the status is no success of the endpoint, or the body cannot be read.
    fn from_response(answer: Answer) -> Result<Self, Error>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromResponse<T> for T {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        answer.read()
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromResponse<T> for Option<T> {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        optional(&answer)
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromResponse<T> for Response<T> {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        let value = answer.read()?;
        Ok(answer.with(value))
    }
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromResponse<T> for Response<Option<T>> {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        let value = optional(&answer)?;
        Ok(answer.with(value))
    }
}

/// For a method without `response` that returns a [`Response`].
#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromResponse<Self> for Response<T> {
    fn from_response(answer: Answer) -> Result<Self, Error> {
        <Self as FromResponse<T>>::from_response(answer)
    }
}

fn optional<T: DeserializeOwned>(answer: &Answer) -> Result<Option<T>, Error> {
    if answer.is_absent() { Ok(None) } else { answer.read().map(Some) }
}

/// What a method of an endpoint returns: a `Result` of a value that can be made of the answer.
#[diagnostic::on_unimplemented(
    message = "an endpoint cannot return `{Self}`",
    label = "not a `Result`",
    note = "return `Result<T, E>`, where `E` is `Error` or can be made of it with `From<Error>`"
)]
pub trait Outcome<Wire> {
    /// Turns what the transport brought into what the method returns.
    fn from_answer(answer: Result<Answer, Error>) -> Self;
}

impl<Wire, T: FromResponse<Wire>, E: From<Error>> Outcome<Wire> for Result<T, E> {
    fn from_answer(answer: Result<Answer, Error>) -> Self {
        answer.and_then(T::from_response).map_err(E::from)
    }
}
