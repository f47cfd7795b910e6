//! Return types of endpoints.
//!
//! These traits decide which types a method can return, and supply the compile errors for those that it cannot. They are
//! sealed: implement `serde::Deserialize` for a type, and endpoints can return it.

use http::response::Parts;
use serde::de::DeserializeOwned;

use super::{DecodeError, ReceivedResponse, decode};
use crate::call::ResponseFuture;
use crate::{BlockingTransport, Body, DynTransport, Error, Pages, Paginated, Request, Response};

/// A type that a body can be read into: a type with serde's `Deserialize` that borrows nothing from the body, or [`Body`]
/// itself.
///
/// | type | value |
/// | --- | --- |
/// | `T: DeserializeOwned` | the body read as JSON, whatever its `Content-Type` |
/// | `Option<T>` | the same; `None` if the body is empty or `null`. As text, `null` is `None` only with a JSON content type, and as `Bytes` never |
/// | `()` | nothing; the body is ignored |
/// | `String` | the body as text; a JSON string with a JSON content type is unquoted |
/// | `bytes::Bytes` | the body as it is |
/// | [`Body`] | a stream of the body, which is received as you read it |
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
    fn from_body(body: Option<&mut Body>, parts: &Parts) -> Result<Self, DecodeError>;
}

#[diagnostic::do_not_recommend]
impl<T: DeserializeOwned> FromBody for T {
    const STREAMED: bool = false;

    fn from_body(body: Option<&mut Body>, parts: &Parts) -> Result<Self, DecodeError> {
        decode::body(body.as_deref(), &parts.headers)
    }
}

impl FromBody for Body {
    const STREAMED: bool = true;

    fn from_body(body: Option<&mut Body>, _: &Parts) -> Result<Self, DecodeError> {
        body.map(std::mem::take).ok_or_else(DecodeError::missing_body)
    }
}

/// Marker: the body type is inferred from the return type, because the declaration has no `response`.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Declared;

/// A type that a method can return if the body of its response is read into a `Wire`, the type of `response = …`.
///
/// | return type | value |
/// | --- | --- |
/// | `Wire` | the body |
/// | `Option<Wire>` | `None` on 404 (RFC 9110, section 15.5.5), otherwise the body |
/// | [`Response<Wire>`], `Response<Option<Wire>>` | the same, with status and headers |
///
/// If `Wire` is an `Option`, it belongs to the body: it is `None` if the body is empty or `null`, and a 404 is an error.
///
/// Without `response`, the body is read into the return type, and an `Option` is `None` on 404 as well.
#[diagnostic::on_unimplemented(
    message = "the method returns `{Self}`, but `response` says `{Wire}`",
    label = "not what the method returns",
    note = "return `{Wire}`, `Option<{Wire}>` or `Response<{Wire}>`, or correct `response`"
)]
pub trait FromResponse<Wire>: Sized {
    /// Is true if the body of a success is not read into memory.
    #[doc(hidden)]
    const STREAMED: bool;

    /// Decodes the response.
    #[doc(hidden)]
    fn from_response(received: ReceivedResponse) -> Result<Self, Error>;
}

macro_rules! from_response {
    ($($wire:ty => $returned:ty, |$received:ident| $value:expr;)*) => {$(
        impl<T: FromBody> FromResponse<$wire> for $returned {
            const STREAMED: bool = T::STREAMED;

            fn from_response(mut $received: ReceivedResponse) -> Result<Self, Error> {
                $value
            }
        }
    )*};
}

from_response! {
    T => T, |received| received.value();
    Declared => T, |received| received.inferred_value();
    T => Option<T>, |received| received.optional_value();
    T => Response<T>, |received| received.value().map(|value| received.into_response(value));
    Declared => Response<T>, |received| received.inferred_value().map(|value| received.into_response(value));
    T => Response<Option<T>>, |received| received.optional_value().map(|value| received.into_response(value));
}

/// An error type that a method can return: [`Error`], or a type with `From<Error>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not implement `From<pivotal_runtime::Error>`",
    label = "the error type after this does not",
    note = "implement `From<pivotal_runtime::Error>` for `{Self}`, or return `pivotal_runtime::Error`"
)]
pub trait FromError {
    /// Converts the error.
    #[doc(hidden)]
    fn from_error(error: Error) -> Self;
}

#[diagnostic::do_not_recommend]
impl<E: From<Error>> FromError for E {
    fn from_error(error: Error) -> Self {
        error.into()
    }
}

/// The return type of an endpoint: a `Result` of a type that [can be made of the response](FromResponse).
#[diagnostic::on_unimplemented(
    message = "an endpoint cannot return `{Self}`",
    label = "not a `Result`",
    note = "return `Result<T, E>`, where `E` is `Error` or implements `From<Error>`; a method that returns `Pages` is not `async`"
)]
pub trait Outcome<Wire> {
    /// Is true if the body of a success is not read into memory.
    #[doc(hidden)]
    const STREAMED: bool;

    /// Converts the response of a transport, or its error.
    #[doc(hidden)]
    fn from_result(result: Result<ReceivedResponse, Error>) -> Self;
}

impl<Wire, T: FromResponse<Wire>, E: FromError> Outcome<Wire> for Result<T, E> {
    const STREAMED: bool = T::STREAMED;

    fn from_result(result: Result<ReceivedResponse, Error>) -> Self {
        // Not `and_then` and `map_err`, which would be compiled for each type.
        match result {
            Ok(received) => match T::from_response(received) {
                Ok(value) => Ok(value),
                Err(error) => Err(E::from_error(error)),
            },
            Err(error) => Err(E::from_error(error)),
        }
    }
}

/// The return type of an endpoint that is not `async`.
///
/// | return type | transport of the trait | value |
/// | --- | --- | --- |
/// | [`Pages<'_, P>`](Pages), with a page type `P` | [`Transport`](crate::Transport) or [`DynTransport`] | a list, requested page by page |
/// | `Result<T, E>` | [`BlockingTransport`] | the outcome, after the method has waited for it |
#[diagnostic::on_unimplemented(
    message = "an endpoint that is not `async` cannot return `{Self}`",
    label = "not a return type of such endpoints",
    note = "write `async fn`, or return `Pages<'_, P>` with a page type `P` or, on a blocking transport, `Result<T, E>`"
)]
pub trait Deliver<'a, S: ?Sized, Wire>: Sized {
    /// Sends the request now, or each time a page is needed.
    #[doc(hidden)]
    fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self;
}

impl<'a, S, P> Deliver<'a, S, Declared> for Pages<'a, P>
where
    S: DynTransport + ?Sized,
    P: Paginated,
{
    fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self {
        Pages::new(move |request| ResponseFuture::new(transport, Ok(request)), request)
    }
}

impl<'a, S, P> Deliver<'a, S, P> for Pages<'a, P>
where
    S: DynTransport + ?Sized,
    P: Paginated,
{
    fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self {
        <Self as Deliver<'a, S, Declared>>::deliver(transport, request)
    }
}

impl<'a, S, Wire, T, E> Deliver<'a, S, Wire> for Result<T, E>
where
    S: BlockingTransport + ?Sized,
    Self: Outcome<Wire>,
{
    fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self {
        Self::from_result(request.and_then(|request| {
            let mut spec = request.spec;
            spec.api = spec.api.or_else(|| transport.api());
            let received = transport.send(request).and_then(|response| ReceivedResponse::from_blocking(spec, response));
            received.map_err(|error| error.with_endpoint(spec.endpoint))
        }))
    }
}
