//! What a method may return that is not `async`.

use crate::call::exchange;
use crate::{Answer, BlockingTransport, Declared, DynTransport, Error, Outcome, Pages, Paginated, Request};

/// What an endpoint may return where its method is not `async`.
///
/// | returned | the trait's transport | is |
/// | --- | --- | --- |
/// | [`Pages<'_, P>`](Pages), with a page type `P` | [`Transport`](crate::Transport) or [`DynTransport`] | a whole list, page after page |
/// | `Result<T, E>` | [`BlockingTransport`] | the outcome itself, after waiting for it |
#[diagnostic::on_unimplemented(
    message = "an endpoint that is not `async` cannot return `{Self}`",
    label = "not a return type of such endpoints",
    note = "write `async fn`, or return `Pages<'_, P>` with a page type `P` or, on a blocking transport, `Result<T, E>`"
)]
pub trait Deliver<'a, S: ?Sized, Wire>: Sized {
    /// Starts with the request what the caller gets.
    fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self;
}

impl<'a, S, P> Deliver<'a, S, Declared> for Pages<'a, P>
where
    S: DynTransport + ?Sized,
    P: Paginated,
{
    fn deliver(transport: &'a S, request: Result<Request, Error>) -> Self {
        Pages::new(move |request| exchange(transport, Ok(request)), request)
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
        Self::from_answer(request.and_then(|request| {
            let mut reading = request.reading;
            reading.api = reading.api.or_else(|| transport.api());
            let answer = transport.send(request).and_then(|response| Answer::received(reading, response));
            answer.map_err(|error| error.at(reading.endpoint))
        }))
    }
}
