//! The trait of HTTP clients.

use std::time::Duration;

use crate::base_url::Target;
use crate::{Body, Error};

/// Sends one HTTP request and returns its response, for a [`Client`](crate::Client).
///
/// `reqwest::Client` implements it and is used by default. The crate `pivotal-hyper` has another implementation. Pass yours
/// to [`ClientBuilder::http_client`](crate::ClientBuilder::http_client).
///
/// # Implementing it
///
/// The [`Client`](crate::Client) implements timeouts, retries and all other policies. They work if an implementation keeps
/// these rules:
///
/// - It sends each request at most once, follows no redirect, and returns every response, whatever its status. It may send a
///   request again on another connection only if the server received nothing of it.
/// - It sends method, path, query, headers and body as they are. The URI is absolute and can name any origin
///   ([`Client::at`](crate::Client::at)).
/// - It adds `Host`, `Content-Length` and `Transfer-Encoding`.
/// - It reads a streamed body no further than the server accepts it. It reports an error of that stream as a source of its
///   own.
/// - It needs none of the extensions of the request, which are for wrappers. They are those of the
///   [`Request`](crate::Request), and the endpoint as `&'static Endpoint`.
/// - It returns as soon as the head of the response is received. The body follows as a stream ([`Body::from_http`]).
/// - Dropping the future, or the body of the response, ends the exchange.
/// - Errors of connecting are [`Error::from_connect_error`], or [`Error::from_proxy_error`] if they are those of a proxy.
///   Others are [`Error::from_exchange_error`], or one of the constructors that these choose from. Retries depend on the
///   [`Delivery`](crate::Delivery) of an error.
/// - No source of an error contains a URL, a header or a body, which can contain secrets.
/// - It has a timeout for connecting, and returns it from [`connect_timeout`](HttpClient::connect_timeout).
///
/// # Example
///
/// A client that counts the requests that are sent, attempt by attempt:
///
/// ```
/// use std::sync::atomic::{AtomicU32, Ordering};
///
/// use pivotal_runtime::{Body, Client, Error, HttpClient, http};
///
/// struct Counting<H> {
///     inner: H,
///     requests: AtomicU32,
/// }
///
/// impl<H: HttpClient> HttpClient for Counting<H> {
///     async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
///         self.requests.fetch_add(1, Ordering::Relaxed);
///         self.inner.execute(request).await
///     }
/// }
///
/// fn client(inner: impl HttpClient + 'static) -> Result<Client, Error> {
///     let counting = Counting { inner, requests: AtomicU32::new(0) };
///     Client::builder().base_url("https://api.example.com").http_client(counting).build()
/// }
/// ```
pub trait HttpClient: Send + Sync {
    /// Sends the request, and returns the response once its head is received.
    ///
    /// # Errors
    ///
    /// Returns [`Error::connect`] if the server received nothing of the request, and otherwise [`Error::transport`].
    fn execute(&self, request: http::Request<Body>)
    -> impl Future<Output = Result<http::Response<Body>, Error>> + Send;

    /// Returns whether [`execute`](Self::execute) calls [`Body::track`]. The default is `false`.
    ///
    /// If it does, the client knows whether an attempt that timed out was sent. The first request to an `https://` origin is
    /// then sent alone until a connection takes it. So requests that start together share a connection of HTTP/2.
    fn tracks_requests(&self) -> bool {
        false
    }

    /// Returns the timeout for connecting.
    ///
    /// The default is `None`: there is none, or it is not known. Errors contain it.
    ///
    /// If [`tracks_requests`](Self::tracks_requests) is `true`, the timeout has another effect. A request that is not safe to
    /// repeat is sent on another connection if no connection took it within the timeout and one second. The first connection
    /// can have lost the request while it was closed. Other requests are retried after the attempt timeout.
    fn connect_timeout(&self) -> Option<Duration> {
        None
    }

    /// Sends a request to `target`, in place of the URI in `request`.
    ///
    /// The [`Client`](crate::Client) calls this method only. By default, it sets the URI, adds the endpoint to the
    /// extensions, and calls [`execute`](Self::execute). That is right for every implementation.
    ///
    /// It can be overridden to save work. That of `reqwest::Client` parses the path and query alone, and not the complete
    /// URL, which is 7 % of a short call. A wrapper that does not change the URI saves the same if it forwards this method.
    /// It finds the endpoint in the target.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`execute`](Self::execute) and [`Target::uri`].
    fn execute_at(
        &self,
        target: &Target<'_>,
        mut request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        let request = target.add_to(&mut request).map(|()| request);
        async { self.execute(request?).await }
    }

    /// Returns an HTTP client with the same settings and connections of its own.
    ///
    /// The default is `None`: that is not possible.
    ///
    /// A server can stop responding on a connection without closing it, for instance one of a load balancer that lost its
    /// state. After an attempt timed out, the [`Client`](crate::Client) sends new requests and retries by the HTTP client
    /// that this method returns. Requests in flight finish on the old one.
    ///
    /// It does the same if the caller leaves 16 or more streamed bodies of HTTP/2 open. Bodies that are not read stall the
    /// other requests of their connection.
    ///
    /// The default HTTP client and that of `pivotal-hyper` implement this method. A `reqwest::Client` does not, since it
    /// cannot be built again: use [`ClientBuilder::configure_reqwest`](crate::ClientBuilder::configure_reqwest) instead of
    /// such a client.
    #[must_use]
    fn reconnect(&self) -> Option<Self>
    where
        Self: Sized,
    {
        None
    }
}
