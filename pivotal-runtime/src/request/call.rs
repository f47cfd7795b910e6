//! A request on its way through a transport.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use crate::reading::Reading;
use crate::{Answer, Body, DynTransport, Error, Outcome, Request, Transport};

/// The future that an `async` method of an endpoint returns.
///
/// It names neither the transport nor what is read, so it is small, `Send` without proof, and compiled once. And a
/// bound that does not hold is one error, where the call is made, not another where the future is used.
#[must_use = "nothing is sent before the future is polled"]
pub struct Call<'a, R> {
    exchange: Exchange<'a>,
    finish: fn(Result<Answer, Error>) -> R,
}

/// What is on its way.
pub(crate) type Exchange<'a> = Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send + 'a>>;

impl<'a, R> Call<'a, R> {
    pub(crate) fn new<Wire>(exchange: Exchange<'a>) -> Self
    where
        R: Outcome<Wire>,
    {
        Self { exchange, finish: R::from_answer }
    }
}

/// Sends a request and takes in the answer.
pub(crate) fn exchange(transport: &(impl Transport + ?Sized), request: Result<Request, Error>) -> Exchange<'_> {
    Box::pin(async {
        let request = request?;
        let reading = request.reading;
        receive(reading, transport.send(request).await).await
    })
}

/// The same through a transport whose future is boxed already.
pub(crate) fn exchange_boxed(
    transport: &(impl DynTransport + ?Sized),
    request: Result<Request, Error>,
) -> Exchange<'_> {
    Box::pin(async {
        let request = request?;
        let reading = request.reading;
        receive(reading, transport.send_boxed(request).await).await
    })
}

async fn receive(reading: Reading, sent: Result<http::Response<Body>, Error>) -> Result<Answer, Error> {
    let received = match sent {
        Ok(response) => Answer::receive(reading, response).await,
        Err(error) => Err(error),
    };
    received.map_err(|error| error.at(reading.endpoint))
}

impl<R> Future for Call<'_, R> {
    type Output = R;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<R> {
        let answer = ready!(self.exchange.as_mut().poll(context));
        Poll::Ready((self.finish)(answer))
    }
}

impl<R> fmt::Debug for Call<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").finish_non_exhaustive()
    }
}
