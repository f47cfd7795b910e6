//! The types that a body can be read into.

use http::HeaderValue;
use http::response::Parts;
use serde::de::DeserializeOwned;

use crate::response::accept::ANYTHING;
use crate::{Body, DecodeError, Format};

/// A type that a body can be read into: a type with serde's `Deserialize` that borrows nothing from the body, or [`Body`]
/// itself.
///
/// | type | value | `Accept` |
/// | --- | --- | --- |
/// | `T: DeserializeOwned` | the body read as JSON, whatever its `Content-Type` | `application/json` |
/// | `Option<T>` | the same; `None` if the body is empty or `null`. As text, `null` is `None` only with a JSON content type, and as `Bytes` never | as for `T` |
/// | `()` | nothing; the body is ignored | `application/json, */*;q=0.1`, for errors |
/// | `String` | the body as text; a JSON string with a JSON content type is unquoted | `*/*` |
/// | `bytes::Bytes` | the body as it is | `*/*` |
/// | [`Body`] | a stream of the body, which is received as you read it | `*/*` |
///
/// In another [`Format`], all types but `Bytes` and [`Body`] are read in that format.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a response",
    label = "not readable",
    note = "derive `serde::Deserialize` for `{Self}`, and for the types in it"
)]
pub trait FromBody: Sized {
    /// Is true if the body is not read into memory.
    #[doc(hidden)]
    const STREAMED: bool;

    /// Decodes the body of a success. `None` represents a missing body.
    #[doc(hidden)]
    fn from_body<F: Format>(body: Option<&mut Body>, parts: &Parts) -> Result<Self, DecodeError>;

    /// Returns the `Accept` header.
    #[doc(hidden)]
    #[must_use]
    fn accept<F: Format>() -> HeaderValue;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromBody for T {
    const STREAMED: bool = false;

    fn from_body<F: Format>(body: Option<&mut Body>, parts: &Parts) -> Result<Self, DecodeError> {
        F::decode_body(body.as_deref(), &parts.headers)
    }

    fn accept<F: Format>() -> HeaderValue {
        F::accept::<T>()
    }
}

impl FromBody for Body {
    const STREAMED: bool = true;

    fn from_body<F: Format>(body: Option<&mut Body>, _: &Parts) -> Result<Self, DecodeError> {
        body.map(std::mem::take).ok_or_else(DecodeError::missing_body)
    }

    fn accept<F: Format>() -> HeaderValue {
        ANYTHING
    }
}
