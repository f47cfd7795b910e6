//! Who exchanges one request for one answer.

use std::error::Error as StdError;
use std::io;

use crate::base_url::Target;
use crate::body::IntoHttp;
use crate::policy::TimeLimit;
use crate::{Body, Error, ErrorKind};

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

impl HttpClient for reqwest::Client {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        exchange(self, reqwest::Request::try_from(request.map(into_body)).map_err(failed)).await
    }

    #[expect(private_interfaces, reason = "not for implementing")]
    fn execute_at(
        &self,
        target: &Target<'_>,
        request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        let request = target.url().map(|url| {
            let (parts, body) = request.into_parts();
            let mut request = reqwest::Request::new(parts.method, url);
            *request.headers_mut() = parts.headers;
            *request.body_mut() = Some(into_body(body));
            request
        });
        exchange(self, request)
    }
}

fn into_body(body: Body) -> reqwest::Body {
    match body.into_bytes() {
        Ok(bytes) => bytes.into(),
        Err(stream) => reqwest::Body::wrap(IntoHttp::new(stream)),
    }
}

fn exchange(
    client: &reqwest::Client,
    request: Result<reqwest::Request, Error>,
) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send + use<> {
    let sent = request.map(|request| (request.url().clone(), client.execute(request)));
    async move {
        let (asked, pending) = sent?;
        let result = pending.await;
        let answered = match &result {
            Ok(response) => Some(response.url()),
            Err(error) => error.url().filter(|_| !error.is_redirect()),
        };
        if answered != Some(&asked) {
            return Err(Error::new(
                ErrorKind::Redirect,
                "was redirected by the `reqwest::Client` of the builder; build that one with `redirect(Policy::none())`",
            ));
        }
        let response = result.map_err(failed)?;
        Ok(http::Response::from(response).map(|body| Body::from_http(body, broke_off)))
    }
}

/// What reqwest says went wrong, without the URL, which may hold what is private.
fn failed(error: reqwest::Error) -> Error {
    // A connect timeout is both; that nothing was sent is what matters more.
    let make = match (error.is_connect(), error.is_timeout()) {
        (true, true) => |error| Error::timed_out(TimeLimit::Connect).because(error),
        (true, false) if is_tls(&error) => Error::tls,
        (true, false) => Error::connect,
        (false, _) if is_sent_back(&error) => Error::sent_back,
        (false, _) if is_not_http(&error) => Error::not_http,
        (false, _) => Error::transport,
    };
    make(error.without_url())
}

/// The same for a body, where whatever it says can only mean that the answer is not complete.
fn broke_off(error: reqwest::Error) -> Error {
    Error::transport(error.without_url())
}

/// Whether the server speaks, but not HTTP, or not such as can be read.
fn is_not_http(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| cause.downcast_ref().is_some_and(hyper::Error::is_parse))
}

/// Whether the server says that it has not worked on the request (RFC 9113, section 8.7).
///
/// The type of these errors is that of the h2 crate, which is not ours to name; what they print is held by a test.
fn is_sent_back(error: &reqwest::Error) -> bool {
    causes(error).any(|cause| {
        let printed = format!("{cause:?}");
        // Of the streams in a GOAWAY, only those fail with it that the server will not work on.
        printed.contains("REFUSED_STREAM, Remote")
            || (printed.contains("GoAway(") && printed.contains("NO_ERROR, Remote"))
    })
}

/// Whether TLS refused the server: rustls says so with errors of invalid data, unlike a connection that breaks off.
fn is_tls(error: &reqwest::Error) -> bool {
    causes(error)
        .any(|cause| cause.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::InvalidData))
}

/// Everything beneath an error, the outermost first.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |cause| beneath(*cause))
}

fn beneath<'a>(cause: &'a (dyn StdError + 'static)) -> Option<&'a (dyn StdError + 'static)> {
    match cause.downcast_ref::<io::Error>() {
        // The `source` of an I/O error is that of the error it holds, which it passes over.
        Some(error) => error.get_ref().map(|held| held as _),
        None => cause.source(),
    }
}
