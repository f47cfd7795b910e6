//! An HTTP client as a service of tower.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, HeaderValue};
use tower_service::Service;

use super::into_body::into_body;
use super::shared::Execute;
use super::{BoxError, HttpClient};
use crate::transport::SendFuture;
use crate::{Body, Error};

/// An [`HttpClient`] as a service of tower, which layers can wrap.
///
/// It implements [`tower_service::Service`](https://docs.rs/tower-service/0.3/tower_service/trait.Service.html).
/// [`ClientBuilder::layer`](crate::ClientBuilder::layer) needs no such conversion.
///
/// It sends requests with an absolute URI and any `http_body::Body` of [`Bytes`]. It is always ready. A clone shares the HTTP
/// client, and is cheap.
///
/// This function wraps an HTTP client in a layer of `tower`:
///
/// ```
/// use pivotal_runtime::http::Request;
/// use pivotal_runtime::{Body, Error, HttpClient, HttpService};
/// use tower::{ServiceBuilder, ServiceExt};
///
/// async fn status(client: impl HttpClient + 'static) -> Result<u16, Error> {
///     let service = ServiceBuilder::new()
///         .map_request(|mut request: Request<Body>| {
///             request.headers_mut().insert("X-Region", pivotal_runtime::http::HeaderValue::from_static("eu-1"));
///             request
///         })
///         .service(HttpService::new(client));
///     let mut request = Request::new(Body::empty());
///     *request.uri_mut() = pivotal_runtime::http::Uri::from_static("https://api.example.com/status");
///     Ok(service.oneshot(request).await?.status().as_u16())
/// }
/// #
/// # struct Fake;
/// # impl HttpClient for Fake {
/// #     async fn execute(&self, request: Request<Body>) -> Result<pivotal_runtime::http::Response<Body>, Error> {
/// #         assert_eq!(request.headers()["x-region"], "eu-1");
/// #         Ok(pivotal_runtime::http::Response::new(Body::empty()))
/// #     }
/// # }
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() { assert_eq!(status(Fake).await.unwrap(), 200); }
/// ```
#[derive(Clone)]
pub struct HttpService {
    http: Arc<dyn Execute>,
}

impl HttpService {
    /// Creates a service that sends requests by this HTTP client.
    pub fn new(client: impl HttpClient + 'static) -> Self {
        Self { http: Arc::new(client) }
    }

    pub(super) fn of(http: Arc<dyn Execute>) -> Self {
        Self { http }
    }

    pub(super) fn send(&self, request: http::Request<Body>) -> SendFuture<'static> {
        Arc::clone(&self.http).execute_shared(request)
    }
}

impl<B> Service<http::Request<B>> for HttpService
where
    B: hyper::body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
{
    type Response = http::Response<Body>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<http::Response<Body>, Error>> + Send>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<B>) -> Self::Future {
        let mut request = request.map(into_body);
        remove_length_of_no_body(&mut request);
        self.send(request)
    }
}

/// Removes the length that the client adds to a POST without a body, if a layer has added a body.
fn remove_length_of_no_body(request: &mut http::Request<Body>) {
    if !request.body().is_empty() && request.headers().get(CONTENT_LENGTH) == Some(&HeaderValue::from_static("0")) {
        request.headers_mut().remove(CONTENT_LENGTH);
    }
}

impl fmt::Debug for HttpService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpService").finish_non_exhaustive()
    }
}
