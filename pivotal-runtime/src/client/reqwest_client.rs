//! HTTP by reqwest.

use reqwest::Url;

use super::HttpClient;
use super::failure::{self, Told};
use crate::base_url::Target;
use crate::body::IntoHttp;
use crate::{Body, Error, ErrorKind};

impl HttpClient for reqwest::Client {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let request = reqwest::Request::try_from(request.map(into_body)).map_err(failed)?;
        let asked = request.url().clone();
        exchange(Ok(Self::execute(self, request)), move |url| *url == asked).await
    }

    #[expect(private_interfaces, reason = "not for implementing")]
    fn execute_at(
        &self,
        target: &Target<'_>,
        request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        let pending = target.url().map(|url| {
            let (parts, body) = request.into_parts();
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
        Err(stream) => reqwest::Body::wrap(IntoHttp::new(stream)),
    }
}

/// Waits for the answer, which must be that of the URL that was asked.
async fn exchange(
    pending: Result<impl Future<Output = reqwest::Result<reqwest::Response>>, Error>,
    is_asked: impl Fn(&Url) -> bool,
) -> Result<http::Response<Body>, Error> {
    let result = pending?.await;
    let answered = match &result {
        Ok(response) => Some(response.url()),
        Err(error) => error.url().filter(|_| !error.is_redirect()),
    };
    if !answered.is_some_and(is_asked) {
        return Err(Error::new(
            ErrorKind::Redirect,
            "was redirected by the `reqwest::Client` of the builder; build that one with `redirect(Policy::none())`",
        ));
    }
    let response = result.map_err(failed)?;
    Ok(http::Response::from(response).map(|body| Body::from_http(body, broke_off)))
}

/// What reqwest says went wrong, without the URL, which may hold what is private.
fn failed(error: reqwest::Error) -> Error {
    let told = Told { is_connect: error.is_connect(), is_timeout: error.is_timeout() };
    failure::failed(error.without_url(), told)
}

/// The same for a body: the response is not complete, because of a timeout of the `reqwest::Client` or for another reason.
fn broke_off(error: reqwest::Error) -> Error {
    let is_timeout = error.is_timeout();
    let error = error.without_url();
    if is_timeout { Error::timeout(error) } else { Error::transport(error) }
}
