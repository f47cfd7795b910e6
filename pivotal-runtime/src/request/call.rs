//! A request on its way through a transport.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use crate::reading::Reading;
use crate::{Answer, Body, DynTransport, Error, Outcome, Request};

/// The future that an `async` method of an endpoint returns.
///
/// It names neither the transport nor what is read, so it is small, `Send` without proof, and compiled once. And a
/// bound that does not hold is one error, where the call is made, not another where the future is used.
#[must_use = "nothing is sent before the future is polled"]
pub struct Call<'a, R> {
    exchange: Exchange<'a>,
    finish: fn(Result<Answer, Error>) -> R,
}

impl<'a, R> Call<'a, R> {
    pub(crate) fn new<Wire>(exchange: Exchange<'a>) -> Self
    where
        R: Outcome<Wire>,
    {
        Self { exchange, finish: R::from_answer }
    }
}

impl<R> Future for Call<'_, R> {
    type Output = R;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<R> {
        let answer = ready!(Pin::new(&mut self.exchange).poll(context));
        Poll::Ready((self.finish)(answer))
    }
}

impl<R> fmt::Debug for Call<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}

/// A request that is sent, and its answer taken in.
///
/// The future of the transport is the only one that is boxed, as long as bodies come in memory.
pub(crate) enum Exchange<'a> {
    /// There is no request to send.
    Refused(Error),
    Sending(Reading, Pin<Box<dyn Future<Output = Result<http::Response<Body>, Error>> + Send + 'a>>),
    /// The transport handed over a stream where bytes are wanted.
    Receiving(Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send + 'a>>),
    Done,
}

pub(crate) fn exchange(transport: &(impl DynTransport + ?Sized), request: Result<Request, Error>) -> Exchange<'_> {
    match request {
        Ok(request) => Exchange::Sending(request.reading, transport.send_boxed(request)),
        Err(error) => Exchange::Refused(error),
    }
}

impl Future for Exchange<'_> {
    type Output = Result<Answer, Error>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Self::Sending(reading, sending) = &mut *self {
            let (reading, sent) = (*reading, ready!(sending.as_mut().poll(context)));
            let answer = match sent {
                Ok(response) => Answer::new(reading, response),
                Err(error) => {
                    *self = Self::Done;
                    return Poll::Ready(Err(error.at(reading.endpoint)));
                }
            };
            if answer.is_whole() {
                *self = Self::Done;
                return Poll::Ready(Ok(answer));
            }
            *self = Self::Receiving(Box::pin(answer.complete()));
        }
        if let Self::Receiving(receiving) = &mut *self {
            let answer = ready!(receiving.as_mut().poll(context));
            *self = Self::Done;
            return Poll::Ready(answer);
        }
        match std::mem::replace(&mut *self, Self::Done) {
            Self::Refused(error) => Poll::Ready(Err(error)),
            // Whoever asks again after the end waits for ever.
            _ => Poll::Pending,
        }
    }
}

/// It is moved about before it is polled, so it is to be small.
const _: () = assert!(size_of::<Call<'_, ()>>() <= 64);
