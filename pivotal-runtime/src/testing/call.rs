//! The calls that a stub can be for.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::PageList;
use crate::call::{ResponseFuture, State};
use crate::pagination::blocking;
use crate::{Call, Error, Pages, Paginated};

/// A call that [`Fake::on`](super::Fake::on) can be given: what a method returns that is declared with
/// [`endpoint`](crate::endpoint).
///
/// | the closure returns | [`Returned`](Self::Returned) |
/// | --- | --- |
/// | `Call<'_, Result<T, E>>`, of an `async` method | `T` |
/// | `Result<T, E>`, of a method on a [`BlockingTransport`](crate::BlockingTransport) | `T` |
/// | `Pages<'_, P>` or `blocking::Pages<'_, P>` | [`PageList<P>`](PageList) |
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a call of an endpoint",
    label = "not a call",
    note = "call one method of the closure's argument, without `.await` and `?`"
)]
pub trait StubbedCall {
    /// The type whose values [`Stub::returns`](super::Stub::returns) takes: see [`StubValue`](super::StubValue).
    type Returned;

    /// Sends the request, and returns the error if there is none to send.
    #[doc(hidden)]
    fn start(self) -> Option<Error>;
}

impl<T, E> StubbedCall for Call<'_, Result<T, E>> {
    type Returned = T;

    fn start(self) -> Option<Error> {
        match self.state {
            State::Endpoint(ResponseFuture::Failed(error), _) => Some(error),
            // The request was handed over when the call was made.
            State::Endpoint(..) => None,
            State::Custom(mut poll) => {
                let _ = poll(&mut Context::from_waker(Waker::noop()));
                None
            }
        }
    }
}

impl<T, E> StubbedCall for Result<T, E> {
    type Returned = T;

    fn start(self) -> Option<Error> {
        None
    }
}

impl<P: Paginated> StubbedCall for Pages<'_, P> {
    type Returned = PageList<P>;

    fn start(mut self) -> Option<Error> {
        match pin!(self.next()).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Some(Err(error))) => Some(error),
            _ => None,
        }
    }
}

impl<P: Paginated> StubbedCall for blocking::Pages<'_, P> {
    type Returned = PageList<P>;

    fn start(mut self) -> Option<Error> {
        self.next().and_then(Result::err)
    }
}
