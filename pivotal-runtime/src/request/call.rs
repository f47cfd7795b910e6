//! A request on its way through a transport.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use crate::{Answer, Error, Request, Transport};

/// The future that a method of an endpoint returns.
///
/// It names neither the transport nor what is read, so it is small, `Send` without proof, and compiled once. And a
/// bound that does not hold is one error, where `send` is called, not another where the future is used.
#[must_use = "nothing is sent before the future is polled"]
pub struct Call<'a, R> {
    exchange: Pin<Box<dyn Future<Output = Result<Answer, Error>> + Send + 'a>>,
    finish: fn(Result<Answer, Error>) -> R,
}

impl<'a, R> Call<'a, R> {
    pub(super) fn new(
        transport: &'a (impl Transport + ?Sized),
        request: Result<Request, Error>,
        finish: fn(Result<Answer, Error>) -> R,
    ) -> Self {
        Self { exchange: Box::pin(exchange(transport, request)), finish }
    }
}

async fn exchange(transport: &(impl Transport + ?Sized), request: Result<Request, Error>) -> Result<Answer, Error> {
    let request = request?;
    let endpoint = request.endpoint();
    match transport.send(request).await {
        Ok(response) => Ok(Answer::new(endpoint, response)),
        Err(error) => Err(error.at(endpoint)),
    }
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
