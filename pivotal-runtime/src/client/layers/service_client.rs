//! A service of tower as an HTTP client.

use std::fmt;
use std::future::poll_fn;
use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use tower_service::Service;

use super::into_body::into_body;
use super::{BoxError, HttpClient};
use crate::{Body, Error};

/// A service of tower as an [`HttpClient`].
///
/// The service implements [`tower_service::Service`](https://docs.rs/tower-service/0.3/tower_service/trait.Service.html).
/// Pass the result to [`ClientBuilder::http_client`](crate::ClientBuilder::http_client). Each request is sent by a clone of
/// the service, when the clone is ready.
///
/// An error of the service that is an [`Error`] is returned as it is. Any other error becomes [`Error::transport`]: the
/// outcome is unknown, so the call is retried only if that is safe.
///
/// The service must keep the rules of [`HttpClient`]. To wrap the HTTP client of a [`Client`](crate::Client) in layers, use
/// [`ClientBuilder::layer`](crate::ClientBuilder::layer): connections that stop responding can still be replaced then.
///
/// ```
/// use pivotal_runtime::http::{Request, Response};
/// use pivotal_runtime::{Body, Client, Error, ServiceClient, Transport, endpoint};
///
/// trait Pets: Transport {
///     #[endpoint(GET, "/pets/<id>/name")]
///     async fn name(&self, id: u64) -> Result<String, Error>;
/// }
/// impl<T: Transport> Pets for T {}
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Error> {
/// let service = tower::service_fn(async |request: Request<Body>| {
///     assert_eq!(request.uri(), "https://api.example.com/pets/7/name");
///     Ok::<_, Error>(Response::new(Body::from("Rex")))
/// });
/// let client = Client::builder().base_url("https://api.example.com").http_client(ServiceClient::new(service)).build()?;
/// assert_eq!(client.name(7).await?, "Rex");
/// # Ok(()) }
/// ```
pub struct ServiceClient<S> {
    /// Locked while it is cloned, since a service need not be `Sync`.
    service: Mutex<S>,
}

impl<S> ServiceClient<S> {
    /// Creates an HTTP client that sends requests by clones of this service.
    pub fn new(service: S) -> Self {
        Self { service: Mutex::new(service) }
    }
}

impl<S, B> HttpClient for ServiceClient<S>
where
    S: Service<http::Request<Body>, Response = http::Response<B>, Error: Into<BoxError>, Future: Send>
        + Clone
        + Send
        + 'static,
    B: hyper::body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let mut service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Err(error) = poll_fn(|context| service.poll_ready(context)).await {
            return Err(Error::own_or_transport(error.into()));
        }
        let response = service.call(request);
        drop(service);
        match response.await {
            Ok(response) => Ok(response.map(into_body)),
            Err(error) => Err(Error::own_or_transport(error.into())),
        }
    }
}

impl<S> fmt::Debug for ServiceClient<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServiceClient").finish_non_exhaustive()
    }
}
