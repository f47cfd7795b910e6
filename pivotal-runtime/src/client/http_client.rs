//! Who exchanges one request for one answer.

use crate::base_url::Target;
use crate::{Body, Error};

/// Exchanges one request for one answer over HTTP, as a [`Client`](crate::Client) asks for it: with the whole URL, the
/// key and all headers.
///
/// `reqwest::Client` is the one that is used by default. Limits of time, retries and all other policies are the client's,
/// so an implementation neither follows redirects nor repeats anything. One that counts what is really sent, attempt by
/// attempt:
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
    /// Sends the request and hands over the answer as soon as its head is here; its body may be a stream.
    ///
    /// # Errors
    ///
    /// [`Error::connect`] if the server cannot have seen anything of the request, else [`Error::transport`].
    fn execute(&self, request: http::Request<Body>)
    -> impl Future<Output = Result<http::Response<Body>, Error>> + Send;

    /// The same for a request without its URI, for clients that take another form of it than [`http::Uri`].
    #[doc(hidden)]
    #[expect(private_interfaces, reason = "not for implementing")]
    fn execute_at(
        &self,
        target: &Target<'_>,
        mut request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        let request = target.uri().map(|uri| {
            *request.uri_mut() = uri;
            request
        });
        async { self.execute(request?).await }
    }
}
