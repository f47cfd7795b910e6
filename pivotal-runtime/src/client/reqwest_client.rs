//! HTTP by reqwest.

use http::StatusCode;
use reqwest::Url;

use super::HttpClient;
use super::transport_error::causes;
use crate::Timeout;
use crate::base_url::Target;
use crate::body::SyncBody;
use crate::{Body, Error, ErrorKind};

impl HttpClient for reqwest::Client {
    async fn execute(&self, mut request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        Body::track(&mut request);
        let request = reqwest::Request::try_from(request.map(into_body)).map_err(failed)?;
        let requested = request.url().clone();
        exchange(Ok(Self::execute(self, request)), move |url| *url == requested).await
    }

    fn tracks_requests(&self) -> bool {
        true
    }

    fn execute_at(
        &self,
        target: &Target<'_>,
        request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        let pending = target.url().map(|url| {
            let (parts, body) = request.into_parts();
            let mut extensions = parts.extensions;
            let body = match extensions.remove() {
                Some(sending) => body.tracked_by(sending),
                None => body,
            };
            let mut request = reqwest::Request::new(parts.method, url);
            *request.headers_mut() = parts.headers;
            *request.body_mut() = Some(into_body(body));
            Self::execute(self, request)
        });
        exchange(pending, |url| target.is(url))
    }
}

fn into_body(body: Body) -> reqwest::Body {
    match body.into_bytes() {
        Ok(bytes) => bytes.into(),
        Err(stream) => reqwest::Body::wrap(SyncBody::new(stream)),
    }
}

/// Waits for the response, which must be that of the requested URL.
async fn exchange(
    pending: Result<impl Future<Output = reqwest::Result<reqwest::Response>>, Error>,
    is_requested: impl Fn(&Url) -> bool,
) -> Result<http::Response<Body>, Error> {
    let result = pending?.await;
    let responded = match &result {
        Ok(response) => Some(response.url()),
        Err(error) => error.url().filter(|_| !error.is_redirect()),
    };
    if !responded.is_some_and(is_requested) {
        return Err(Error::new(
            ErrorKind::Redirect,
            "was redirected by the `reqwest::Client` of the builder; build that one with `redirect(Policy::none())`",
        ));
    }
    let response = result.map_err(failed)?;
    Ok(http::Response::from(response).map(|body| Body::from_http_with(body, connection_lost)))
}

/// Classifies an error of reqwest, without the URL, which can contain secrets.
fn failed(error: reqwest::Error) -> Error {
    let (is_connect, is_timeout) = (error.is_connect(), error.is_timeout());
    let is_https = error.url().is_none_or(|url| url.scheme() == "https");
    let error = error.without_url();
    match (is_connect, is_timeout) {
        // A connect timeout is both; that nothing was sent is what matters more.
        (true, true) => Error::timed_out(Timeout::Connect, None).with_source(error),
        (true, false) => not_connected(error, is_https),
        // A timeout of the `reqwest::Client` itself, and not a ping of HTTP/2 without a response.
        (false, true) if !is_of_hyper(&error) => Error::timeout(error),
        (false, _) => Error::from_exchange_error(error),
    }
}

/// Returns whether hyper reported the error.
fn is_of_hyper(error: &reqwest::Error) -> bool {
    causes(error).any(<dyn std::error::Error>::is::<hyper::Error>)
}

/// Classifies an error of connecting to the server or a proxy.
///
/// The type for errors of a tunnel is not public, and reqwest does not keep the status. A test asserts the texts.
fn not_connected(error: reqwest::Error, is_https: bool) -> Error {
    let tunnel = causes(&error).find_map(|cause| Some(cause.to_string().strip_prefix("tunnel error: ")?.to_owned()));
    match tunnel.as_deref() {
        Some("proxy authorization required") => Error::proxy_refused(Some(StatusCode::PROXY_AUTHENTICATION_REQUIRED)),
        Some("unsuccessful") => Error::proxy_refused(None),
        Some(_) => Error::from_proxy_error(error, None),
        None => {
            let error = Error::from_connect_error(error, None);
            // A server with `http://` has no certificate.
            if error.is_permanent() && !is_https { error.of_proxy() } else { error }
        }
    }
}

/// Classifies an error of a response body, in the same way.
fn connection_lost(error: reqwest::Error) -> Error {
    let is_timeout = error.is_timeout() && !is_of_hyper(&error);
    let error = error.without_url();
    if is_timeout { Error::timeout(error) } else { Error::transport(error) }
}
