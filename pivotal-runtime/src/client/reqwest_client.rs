//! HTTP by reqwest.

use http::Uri;
use reqwest::Url;

use super::HttpClient;
use crate::body::SyncBody;
use crate::policy::Timeout;
use crate::{Body, Error, ErrorKind};

impl HttpClient for reqwest::Client {
    fn execute(
        &self,
        request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        let (parts, body) = request.into_parts();
        let target = absolute(&parts.uri);
        let pending = Url::parse(&target).ok().map(|url| {
            let mut request = reqwest::Request::new(parts.method, url);
            *request.headers_mut() = parts.headers;
            *request.body_mut() = Some(into_body(body));
            Self::execute(self, request)
        });
        exchange(pending, target)
    }
}

/// The URI as text, with room for it from the start.
fn absolute(uri: &Uri) -> String {
    let (scheme, authority) = (uri.scheme_str().unwrap_or_default(), uri.authority().map_or("", |it| it.as_str()));
    let path_and_query = uri.path_and_query().map_or("/", |it| it.as_str());
    [scheme, "://", authority, path_and_query].concat()
}

fn into_body(body: Body) -> reqwest::Body {
    match body.into_bytes() {
        Ok(bytes) => bytes.into(),
        Err(stream) => reqwest::Body::wrap(SyncBody::new(stream)),
    }
}

/// Waits for the response, which must be that of the requested URL.
async fn exchange(
    pending: Option<impl Future<Output = reqwest::Result<reqwest::Response>>>,
    target: String,
) -> Result<http::Response<Body>, Error> {
    let Some(pending) = pending else {
        return Err(Error::new(ErrorKind::Request, "makes a URL that HTTP cannot carry"));
    };
    let result = pending.await;
    let responded = match &result {
        Ok(response) => Some(response.url()),
        Err(error) => error.url().filter(|_| !error.is_redirect()),
    };
    // reqwest can write the URL in another way.
    if !responded.is_some_and(|url| url.as_str() == target || Url::parse(&target).is_ok_and(|target| target == *url)) {
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
    let error = error.without_url();
    match (is_connect, is_timeout) {
        // A connect timeout is both; that nothing was sent is what matters more.
        (true, true) => Error::timed_out(Timeout::Connect, None).with_source(error),
        (true, false) => Error::from_connect_error(error, None),
        // A timeout of the `reqwest::Client` itself.
        (false, true) => Error::timeout(error),
        (false, false) => Error::from_exchange_error(error),
    }
}

/// Classifies an error of a response body, in the same way.
fn connection_lost(error: reqwest::Error) -> Error {
    let is_timeout = error.is_timeout();
    let error = error.without_url();
    if is_timeout { Error::timeout(error) } else { Error::transport(error) }
}
