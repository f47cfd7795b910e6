//! One exchange over reqwest.

use http::header::{ACCEPT, AUTHORIZATION, HeaderValue, USER_AGENT};

use super::Settings;
use crate::{Auth, Body, Error, ErrorKind, Request};

pub(super) async fn send(settings: &Settings, request: Request) -> Result<http::Response<Body>, Error> {
    let endpoint = request.endpoint();
    let result = match prepare(settings, request) {
        Ok(request) => exchange(settings, request).await,
        Err(error) => Err(error),
    };
    result.map_err(|error| error.at(endpoint))
}

/// The request as reqwest wants it: whole URL, the client's headers beside those of the call.
fn prepare(settings: &Settings, request: Request) -> Result<reqwest::Request, Error> {
    let endpoint = request.endpoint();
    let url = settings.base_url.join(request.path_and_query())?;
    let (mut headers, body) = request.into_parts();
    headers.entry(ACCEPT).or_insert(HeaderValue::from_static("application/json"));
    headers.entry(USER_AGENT).or_insert_with(|| settings.user_agent.clone());
    if endpoint.auth() == Auth::Bearer {
        let key = settings.api_key.as_ref().ok_or_else(|| {
            Error::config(
                "the endpoint wants an API key and the client has none; give it one with `ClientBuilder::api_key`",
            )
        })?;
        headers.insert(AUTHORIZATION, key.header().clone());
    }
    let mut prepared = reqwest::Request::new(endpoint.method().clone(), url);
    *prepared.headers_mut() = headers;
    *prepared.body_mut() = body.map(reqwest::Body::from);
    *prepared.timeout_mut() = Some(settings.timeout);
    Ok(prepared)
}

async fn exchange(settings: &Settings, request: reqwest::Request) -> Result<http::Response<Body>, Error> {
    let asked = settings.may_redirect.then(|| request.url().clone());
    let response = settings.http.execute(request).await.map_err(|error| failed(error, settings))?;
    if asked.is_some_and(|asked| asked != *response.url()) {
        return Err(Error::new(
            ErrorKind::Redirect,
            "was redirected by the `reqwest::Client` given to the builder; build that one with `redirect(Policy::none())`",
        ));
    }
    let mut parts = http::Response::new(());
    *parts.status_mut() = response.status();
    *parts.version_mut() = response.version();
    *parts.headers_mut() = response.headers().clone();
    let body = response.bytes().await.map_err(|error| failed(error, settings))?;
    Ok(parts.map(|()| Body::from(body)))
}

/// What reqwest says went wrong, without the URL, which may hold what is private.
fn failed(error: reqwest::Error, settings: &Settings) -> Error {
    // A connect timeout is both; that nothing was sent is what matters more.
    let (kind, message) = if error.is_connect() {
        (ErrorKind::Connect, "no connection to the server".into())
    } else if error.is_timeout() {
        (ErrorKind::Timeout, format!("no complete answer within {:?}", settings.timeout).into())
    } else {
        (ErrorKind::Transport, std::borrow::Cow::from("the exchange with the server broke off"))
    };
    Error::new(kind, message).because(error.without_url())
}
