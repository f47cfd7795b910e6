//! Who exchanges one request for one answer.

use crate::base_url::Target;
use crate::{Body, Error};

/// Exchanges one request for one answer over HTTP, as a [`Client`](crate::Client) asks for it: with the whole URL, the
/// key and all headers.
///
/// `reqwest::Client` is the one that is used by default. Limits of time, retries and all other policies are the client's,
/// so an implementation neither follows redirects nor repeats anything.
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
