//! The future of a call.

use std::fmt;
use std::future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use crate::response::{ReceivedResponse, ResponseSpec};
use crate::transport::{BoxFuture, SendFuture};
use crate::{DynTransport, Error, Request};

/// One call of an endpoint: the future that an `async` method returns.
///
/// The attribute turns `async fn note(&self, id: u64) -> R` into `fn note(&self, id: u64) -> Call<'_, R>`. A `Call` borrows
/// the transport and no argument. It is `Send`, whatever the transport and `R` are.
///
/// Nothing is sent before the call is polled. Dropping it cancels the call.
///
/// # Several calls at once
///
/// All calls with the same return type have the same type, so they can be collected. To spawn one, move a clone of the client
/// into an `async move` block.
///
/// ```
/// use pivotal_runtime::{Body, Call, Error, Request, Transport, endpoint, http};
///
/// trait Notes: Transport {
///     #[endpoint(GET, "/notes/<id>")]
///     async fn note(&self, id: &str) -> Result<String, Error>;
/// }
/// impl<T: Transport> Notes for T {}
/// #
/// # #[derive(Clone)]
/// # struct Echo;
/// #
/// # impl Transport for Echo {
/// #     async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
/// #         Ok(http::Response::new(Body::from(request.path_and_query().to_owned())))
/// #     }
/// # }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let client = Echo;
/// // `&id` is gone before the calls are polled. `futures::future::join_all` would drive them at the same time.
/// let calls: Vec<Call<'_, Result<String, Error>>> = (1..=3).map(|id| client.note(&id.to_string())).collect();
/// for call in calls {
///     println!("{}", call.await?);
/// }
///
/// let task = tokio::spawn({
///     let client = client.clone();
///     async move { client.note("4").await }
/// });
/// assert_eq!(task.await??, "/notes/4");
/// # Ok(()) }
/// ```
///
/// # Endpoints written by hand
///
/// A type that implements the trait itself can replace a method of it. Such a method returns a `Call`, too. [`Call::new`]
/// creates one from a future, [`Call::ready`] from a value:
///
/// ```
/// use pivotal_runtime::{Body, Call, DynTransport, Error, Request, Transport, endpoint, http};
///
/// trait Notes: DynTransport {
///     #[endpoint(GET, "/notes/<id>")]
///     async fn note(&self, id: u64) -> Result<String, Error>;
///
///     #[endpoint(GET, "/notes/count")]
///     async fn count(&self) -> Result<u64, Error>;
///
///     #[endpoint(DELETE, "/notes/<id>")]
///     async fn delete(&self, id: u64) -> Result<(), Error>;
/// }
///
/// /// Sends `delete` only.
/// struct Fake;
///
/// impl Transport for Fake {
///     async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
///         assert_eq!(request.path_and_query(), "/notes/7");
///         Ok(http::Response::new(Body::empty()))
///     }
/// }
///
/// impl Notes for Fake {
///     fn note(&self, id: u64) -> Call<'_, Result<String, Error>> {
///         Call::new(async move {
///             let count = self.count().await?;
///             Ok(format!("note {id} of {count}"))
///         })
///     }
///
///     fn count(&self) -> Call<'_, Result<u64, Error>> {
///         Call::ready(Ok(9))
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let notes: &dyn Notes = &Fake;
/// assert_eq!(notes.note(7).await?, "note 7 of 9");
/// notes.delete(7).await?;
/// # Ok(()) }
/// ```
// It names neither the transport nor the type of the body, so it is small, always `Send`, and compiled once. And a bound
// that does not hold is one error, where the call is made, not a second one where the future is used.
#[must_use = "nothing is sent before the future is polled"]
pub struct Call<'a, R> {
    pub(crate) state: State<'a, R>,
}

pub(crate) enum State<'a, R> {
    /// A call that the attribute wrote.
    Endpoint(ResponseFuture<'a>, fn(Result<ReceivedResponse, Error>) -> R),
    /// A call that is written by hand.
    Custom(PollBoxed<'a, R>),
}

/// Polls a future. The user's crate compiles what this needs for each `R`. A plain box needs fewer functions than a pinned
/// one, at the price of a second box for calls that are written by hand.
type PollBoxed<'a, R> = Box<dyn FnMut(&mut Context<'_>) -> Poll<R> + Send + 'a>;

impl<'a, R> Call<'a, R> {
    /// Creates a call from a future, which is boxed.
    pub fn new(future: impl Future<Output = R> + Send + 'a) -> Self {
        let mut running = Some(Box::pin(future));
        let poll = move |context: &mut Context<'_>| {
            // Polling after completion stays pending forever.
            let Some(future) = &mut running else { return Poll::Pending };
            let value = ready!(future.as_mut().poll(context));
            running = None;
            Poll::Ready(value)
        };
        Self { state: State::Custom(Box::new(poll)) }
    }

    /// Creates a call that sends nothing and returns this value.
    pub fn ready(value: R) -> Self
    where
        R: Send + 'a,
    {
        Self::new(future::ready(value))
    }
}

impl<'a, R> Call<'a, R> {
    /// Creates a call that sends a request.
    pub(crate) fn sending(
        transport: &'a (impl DynTransport + ?Sized),
        request: Result<Request, Error>,
        finish: fn(Result<ReceivedResponse, Error>) -> R,
    ) -> Self {
        Self { state: State::Endpoint(ResponseFuture::new(transport, request), finish) }
    }
}

impl<R> Future for Call<'_, R> {
    type Output = R;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<R> {
        match &mut self.get_mut().state {
            State::Endpoint(response, finish) => {
                let result = ready!(Pin::new(response).poll(context));
                Poll::Ready(finish(result))
            }
            State::Custom(poll) => (**poll)(context),
        }
    }
}

impl<R> fmt::Debug for Call<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// Sends a request and receives the response.
///
/// Only the future of the transport is boxed, as long as bodies are in memory.
pub(crate) enum ResponseFuture<'a> {
    /// There is no request to send.
    Failed(Error),
    Sending(ResponseSpec, SendFuture<'a>),
    /// The transport returned a stream where bytes are needed.
    Reading(BoxFuture<'a, Result<ReceivedResponse, Error>>),
    Done,
}

impl<'a> ResponseFuture<'a> {
    pub(crate) fn new(transport: &'a (impl DynTransport + ?Sized), request: Result<Request, Error>) -> Self {
        match request {
            Ok(mut request) => {
                request.spec.api = request.spec.api.or_else(|| transport.api());
                Self::Sending(request.spec, transport.send_boxed(request))
            }
            Err(error) => Self::Failed(error),
        }
    }

    /// Returns a response that is here already.
    pub(crate) fn received(result: Result<ReceivedResponse, Error>) -> Self {
        match result {
            Ok(received) => Self::Reading(Box::pin(future::ready(Ok(received)))),
            Err(error) => Self::Failed(error),
        }
    }
}

impl Future for ResponseFuture<'_> {
    type Output = Result<ReceivedResponse, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Self::Sending(spec, sending) = &mut *self {
            let (spec, sent) = (*spec, ready!(sending.as_mut().poll(context)));
            let received = match sent {
                Ok(response) => ReceivedResponse::new(spec, response),
                Err(error) => {
                    *self = Self::Done;
                    return Poll::Ready(Err(error.with_endpoint(spec.endpoint)));
                }
            };
            if received.is_complete() {
                *self = Self::Done;
                return Poll::Ready(Ok(received));
            }
            *self = Self::Reading(Box::pin(received.complete()));
        }
        if let Self::Reading(reading) = &mut *self {
            let result = ready!(reading.as_mut().poll(context));
            *self = Self::Done;
            return Poll::Ready(result);
        }
        match std::mem::replace(&mut *self, Self::Done) {
            Self::Failed(error) => Poll::Ready(Err(error)),
            // Polling after completion stays pending forever.
            _ => Poll::Pending,
        }
    }
}

// A call is moved before it is polled, so it must be small.
const _: () = assert!(size_of::<Call<'_, ()>>() <= 64);

#[cfg(test)]
mod tests {
    use std::task::Waker;

    use super::*;
    use crate::return_type::Outcome;

    #[test]
    fn calls_stay_pending_after_completion() {
        let context = &mut Context::from_waker(Waker::noop());
        let failed = ResponseFuture::Failed(Error::transport("no connection"));
        let declared = Call { state: State::Endpoint(failed, <Result<u8, Error> as Outcome<u8>>::from_result) };
        for mut call in [declared, Call::ready(Ok(7)), Call::new(async { Ok(7) })] {
            assert!(Pin::new(&mut call).poll(context).is_ready());
            assert!(Pin::new(&mut call).poll(context).is_pending());
        }
    }
}
