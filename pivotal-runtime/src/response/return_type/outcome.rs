//! The return types of endpoints.

use super::{FromResponse, Inferred};
use crate::call::ResponseFuture;
use crate::pagination::blocking;
use crate::response::{ExpectedResponse, ReceivedResponse};
use crate::{BlockingTransport, DynTransport, Error, Format, Json, Pages, Paginated, Request};

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

/// The return type of an endpoint: a `Result` with an error type that has `From<Error>`.
///
/// Its `Ok` is a type that [can be made of the response](FromResponse).
#[diagnostic::on_unimplemented(
    message = "an endpoint cannot return `{Self}`",
    label = "not a `Result`",
    note = "return `Result<T, E>`, where `E` is `Error` or implements `From<Error>`; a method that returns `Pages` is not `async`"
)]
pub trait Outcome<Wire = Inferred, F = Json> {
    /// Describes the response.
    #[doc(hidden)]
    const EXPECTED: &'static ExpectedResponse;

    /// Converts the response of a transport, or its error.
    #[doc(hidden)]
    fn from_result(result: Result<ReceivedResponse, Error>) -> Self;
}

impl<Wire, F, T: FromResponse<Wire, F>, E: FromError> Outcome<Wire, F> for Result<T, E> {
    const EXPECTED: &'static ExpectedResponse = &T::EXPECTED;

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
/// | [`blocking::Pages<'_, P>`](blocking::Pages) | [`BlockingTransport`] | the same, as an iterator |
/// | `Result<T, E>` | [`BlockingTransport`] | the outcome, after the method has waited for it |
#[diagnostic::on_unimplemented(
    message = "an endpoint that is not `async` cannot return `{Self}`",
    label = "not a return type of such endpoints",
    note = "write `async fn`, or return `Pages<'_, P>` with a page type `P` or, on a blocking transport, `Result<T, E>` or `blocking::Pages<'_, P>`"
)]
pub trait Deliver<'a, S: ?Sized, Wire = Inferred, F = Json>: Sized {
    /// Describes the response.
    #[doc(hidden)]
    const EXPECTED: &'static ExpectedResponse;

    /// Sends the request now, or each time a page is needed.
    #[doc(hidden)]
    fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self;
}

/// Implements [`Deliver`] for lists, with and without `response = P`.
macro_rules! deliver_pages {
    ($($wire:ty),*) => {$(
        impl<'a, S, P, F> Deliver<'a, S, $wire, F> for Pages<'a, P>
        where
            S: DynTransport + ?Sized,
            P: Paginated,
            F: Format,
        {
            const EXPECTED: &'static ExpectedResponse = &<P as FromResponse<P, F>>::EXPECTED;

            fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self {
                Pages::new::<F>(move |request| ResponseFuture::new(transport, Ok(request)), request)
            }
        }

        impl<'a, S, P, F> Deliver<'a, S, $wire, F> for blocking::Pages<'a, P>
        where
            S: BlockingTransport + ?Sized,
            P: Paginated,
            F: Format,
        {
            const EXPECTED: &'static ExpectedResponse = &<P as FromResponse<P, F>>::EXPECTED;

            fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self {
                blocking::Pages::new::<F>(
                    move |request| ResponseFuture::received(send_blocking(transport, request)),
                    request,
                )
            }
        }
    )*};
}

deliver_pages!(Inferred, P);

impl<'a, S, Wire, F, T, E> Deliver<'a, S, Wire, F> for Result<T, E>
where
    S: BlockingTransport + ?Sized,
    Self: Outcome<Wire, F>,
{
    const EXPECTED: &'static ExpectedResponse = <Self as Outcome<Wire, F>>::EXPECTED;

    fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self {
        Self::from_result(request.and_then(|request| send_blocking(transport, request)))
    }
}

/// Sends a request, and waits for its response.
fn send_blocking(transport: &(impl BlockingTransport + ?Sized), request: Request) -> Result<ReceivedResponse, Error> {
    let mut spec = request.spec;
    spec.api = spec.api.or_else(|| transport.api());
    let received = transport.send(request).and_then(|response| ReceivedResponse::from_blocking(spec, response));
    received.map_err(|error| error.with_endpoint(spec.endpoint))
}
