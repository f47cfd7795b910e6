//! Layers of tower around the HTTP client.

mod http_service;
mod into_body;
mod layered;
mod service_client;
mod shared;

use std::error::Error as StdError;
use std::sync::Arc;

use bytes::Bytes;
use tower_layer::Layer;
use tower_service::Service;

pub use self::http_service::HttpService;
use self::layered::{Innermost, LayeredClient};
pub use self::service_client::ServiceClient;
pub(super) use self::shared::SharedHttpClient;
use super::connections::Connections;
use super::{ClientBuilder, ErasedHttpClient, HttpClient};
use crate::Body;

type BoxError = Box<dyn StdError + Send + Sync>;

/// A layer whose types are erased.
type Wrap = Box<dyn FnOnce(HttpService) -> HttpService + Send + Sync>;

/// The layers of a client, in the order in which they see a request.
#[derive(Default)]
pub(super) struct Layers(Vec<Wrap>);

impl Layers {
    /// Wraps the HTTP client. The services are built once, and stay when connections are replaced.
    pub(super) fn wrap(self, http: Box<dyn ErasedHttpClient>) -> Box<dyn ErasedHttpClient> {
        if self.0.is_empty() {
            return http;
        }
        let innermost = Arc::new(Innermost::new(http.share()));
        let mut stack = HttpService::of(innermost.clone());
        for wrap in self.0.into_iter().rev() {
            stack = wrap(stack);
        }
        Box::new(Connections::new(LayeredClient::new(stack, innermost)))
    }
}

impl ClientBuilder {
    /// Wraps the HTTP client in a layer of tower, such as those of `tower-http`.
    ///
    /// It needs the feature `tower`. It wraps reqwest or an [`http_client`](Self::http_client). [Layers](crate::guide::layers) is the chapter of the guide.
    /// This layer adds a header to each attempt:
    ///
    /// ```
    /// use pivotal_runtime::http::{HeaderValue, Request};
    /// use pivotal_runtime::{Body, Client, Error};
    /// use tower::util::MapRequestLayer;
    ///
    /// fn client() -> Result<Client, Error> {
    ///     let with_region = MapRequestLayer::new(|mut request: Request<Body>| {
    ///         request.headers_mut().insert("X-Region", HeaderValue::from_static("eu-1"));
    ///         request
    ///     });
    ///     Client::builder().base_url("https://api.example.com").layer(with_region).build()
    /// }
    /// # client().unwrap();
    /// ```
    ///
    /// # Requests that a layer receives
    ///
    /// A layer receives each attempt, after the client applied retries, redirects, timeouts, rate limits and credentials:
    ///
    /// - The URI is absolute, and the headers are final, including those of the credentials. The HTTP client adds `Host` and
    ///   `Content-Length`.
    /// - [`Body::as_bytes`] returns the content, unless the body is a stream. So a layer can sign it.
    /// - The extensions are those of [`Request::extensions`](crate::Request::extensions), with the
    ///   [`Endpoint`](crate::Endpoint) as `&'static Endpoint`.
    /// - The body of the response follows as a stream.
    ///
    /// A layer can change the types of both bodies. A request body of its own that reports no length (`size_hint`) is sent in
    /// chunks.
    ///
    /// Do not add layers that repeat requests or follow redirects. The [`Client`](crate::Client) does both, within its
    /// limits.
    ///
    /// A layer receives the requests to all origins, also to those that get no credentials, such as the target of a redirect.
    /// Check the URI before you add a secret. [`credentials`](Self::credentials) does that for you, and removes what it adds
    /// from the texts of errors.
    ///
    /// # Order
    ///
    /// The layer that is added first receives a request first, and its response last, as in tower's `ServiceBuilder`.
    ///
    /// Each `layer` has a readiness of its own, which a request awaits when it reaches the layer. Some layers depend on the
    /// readiness of each other, such as load shedding in front of a concurrency limit. Add them together, as one
    /// `ServiceBuilder`.
    ///
    /// The services are built once, by [`build`](Self::build), and keep their state for the life of the client, also when its
    /// connections are replaced. Each request is sent by a clone of the service.
    ///
    /// # Errors of a layer
    ///
    /// An [`Error`](crate::Error) is returned as it is. Any other error becomes
    /// [`Error::transport`](crate::Error::transport): the outcome is unknown, so the call is retried only if that is safe.
    /// Its message is shown as a source, so it must not contain a secret.
    ///
    /// If an attempt times out while a layer delays it, the outcome is unknown, too.
    pub fn layer<L, B>(mut self, layer: L) -> Self
    where
        L: Layer<HttpService> + Send + Sync + 'static,
        L::Service: Service<http::Request<Body>, Response = http::Response<B>, Error: Into<BoxError>, Future: Send>
            + Clone
            + Send
            + 'static,
        B: hyper::body::Body<Data = Bytes, Error: Into<BoxError>> + Send + 'static,
    {
        let wrap = move |inner| HttpService::new(ServiceClient::new(layer.layer(inner)));
        self.layers.0.push(Box::new(wrap));
        self
    }
}

#[cfg(test)]
mod tests {
    use http::Method;
    use tower::layer::layer_fn;

    use crate::request::RequestBuilder;
    use crate::response::ExpectedResponse;
    use crate::{Client, DynTransport, Endpoint};

    #[tokio::test]
    async fn future_of_a_call_with_layers_is_no_larger() {
        static ENDPOINT: Endpoint = Endpoint::new(Method::GET, "/", "get");
        let size = |client: &Client| {
            let request = RequestBuilder::new(&ENDPOINT).literal("/").build(&ExpectedResponse::ANY).expect("a request");
            size_of_val(&*client.send_boxed(request))
        };
        let builder = || Client::builder().base_url("https://api.invalid");
        let layered = builder().layer(layer_fn(|service| service)).build().expect("a client");
        let plain = builder().build().expect("a client");
        assert!(size(&layered) <= size(&plain), "{} and {}", size(&layered), size(&plain));
    }
}
