//! What expansions call. Not part of the API: it may change with any release.

pub use http::Method;
pub use pivotal_macros::endpoint_from_pivotal_api;

pub use crate::endpoint::Endpoint;
pub use crate::error::Error;
pub use crate::request::RequestBuilder;
use crate::{Answer, Outcome, Request, Transport};

/// Sends the request and makes of the answer what the method returns.
#[expect(clippy::manual_async_fn, reason = "an `async fn` cannot promise that its future is `Send`")]
pub fn call<Wire, R, T>(
    transport: &T,
    request: Result<Request, Error>,
) -> impl Future<Output = R> + Send + use<'_, Wire, R, T>
where
    R: Outcome<Wire>,
    T: Transport + ?Sized,
{
    async move { R::from_answer(exchange(transport, request).await) }
}

/// The part of a call that is the same whatever is returned, so that it is compiled once a transport.
async fn exchange<T: Transport + ?Sized>(transport: &T, request: Result<Request, Error>) -> Result<Answer, Error> {
    let request = request?;
    let endpoint = request.endpoint();
    match transport.send(request).await {
        Ok(response) => Ok(Answer::new(endpoint, response)),
        Err(error) => Err(error.at(endpoint)),
    }
}
