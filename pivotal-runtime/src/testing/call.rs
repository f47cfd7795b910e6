//! The calls that a stub can be for.

use std::any::Any;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use super::PageList;
use crate::call::{ResponseFuture, State};
use crate::pagination::blocking;
use crate::{Call, Error, Pages, Paginated};

/// A call that [`Fake::on`](super::Fake::on) can be given.
///
/// It is the return type of a method that is declared with [`endpoint`](crate::endpoint).
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

    /// Makes the call to its end. The error is `None` if it is one of another type.
    #[doc(hidden)]
    fn finish(self) -> Result<(), Option<Error>>;
}

/// The maximum number of times that a call is polled whose response is in memory.
const MAX_POLLS: usize = 1024;

fn poll_to_end<F: Future>(future: F) -> Option<F::Output> {
    let mut future = pin!(future);
    let context = &mut Context::from_waker(Waker::noop());
    (0..MAX_POLLS).find_map(|_| match future.as_mut().poll(context) {
        Poll::Ready(output) => Some(output),
        Poll::Pending => None,
    })
}

fn own_error<E: 'static>(error: E) -> Option<Error> {
    let error: Box<dyn Any> = Box::new(error);
    error.downcast().ok().map(|error| *error)
}

fn incomplete() -> Error {
    Error::config("the call waits for more than its response")
}

impl<T, E: 'static> StubbedCall for Call<'_, Result<T, E>> {
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

    fn finish(self) -> Result<(), Option<Error>> {
        match poll_to_end(self) {
            Some(result) => result.map(drop).map_err(own_error),
            None => Err(Some(incomplete())),
        }
    }
}

impl<T, E: 'static> StubbedCall for Result<T, E> {
    type Returned = T;

    fn start(self) -> Option<Error> {
        None
    }

    fn finish(self) -> Result<(), Option<Error>> {
        self.map(drop).map_err(own_error)
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

    fn finish(self) -> Result<(), Option<Error>> {
        match poll_to_end(pin!(self.pages()).next()) {
            Some(page) => page.transpose().map(drop).map_err(Some),
            None => Err(Some(incomplete())),
        }
    }
}

impl<P: Paginated> StubbedCall for blocking::Pages<'_, P> {
    type Returned = PageList<P>;

    fn start(mut self) -> Option<Error> {
        self.next().and_then(Result::err)
    }

    fn finish(self) -> Result<(), Option<Error>> {
        self.pages().next().transpose().map(drop).map_err(Some)
    }
}
