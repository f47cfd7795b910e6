//! HTTP by reqwest.

use super::HttpClient;
use super::failure::{self, Told};
use crate::body::IntoHttp;
use crate::{Body, Error, ErrorKind};

impl HttpClient for reqwest::Client {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let request = request.map(|body| match body.as_bytes() {
            Some(bytes) => reqwest::Body::from(bytes.clone()),
            None => reqwest::Body::wrap(IntoHttp::new(body)),
        });
        let request = reqwest::Request::try_from(request).map_err(failed)?;
        let asked = request.url().clone();
        let result = Self::execute(self, request).await;
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
    let told = Told { is_connect: error.is_connect(), is_timeout: error.is_timeout() };
    failure::failed(error.without_url(), told)
}

/// The same for a body, where whatever it says can only mean that the answer is not complete.
fn broke_off(error: reqwest::Error) -> Error {
    Error::transport(error.without_url())
}
