//! One exchange over reqwest.

use http::Method;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, Entry, HeaderValue, USER_AGENT};

use super::Settings;
use crate::body::IntoHttp;
use crate::{Auth, Body, Error, ErrorKind, Request};

pub(super) async fn send(settings: &Settings, request: Request) -> Result<http::Response<Body>, Error> {
    let endpoint = request.endpoint();
    let wants_stream = request.wants_stream();
    let result = async {
        let (parts, body) = exchange(settings, prepare(settings, request)?).await?.into_parts();
        // Read within the limit of time, unless the caller is to read it.
        let body = match endpoint.is_success(parts.status) {
            true if wants_stream => body,
            true => body.buffered().await?,
            // The status counts for more than a body that breaks off.
            false => body.buffered_as_far_as_it_goes().await,
        };
        Ok(http::Response::from_parts(parts, body))
    };
    let whole = tokio::time::timeout(settings.timeout, result).await;
    whole.unwrap_or_else(|_| Err(timed_out(settings))).map_err(|error: Error| error.at(endpoint))
}

/// The request as reqwest wants it: whole URL, the client's headers beside those of the call.
fn prepare(settings: &Settings, request: Request) -> Result<reqwest::Request, Error> {
    let endpoint = request.endpoint();
    let url = settings.base_url.join(endpoint.template(), request.path_and_query())?;
    let (mut headers, body) = request.into_parts();
    for name in settings.default_headers.keys() {
        if let Entry::Vacant(entry) = headers.entry(name) {
            let mut values = settings.default_headers.get_all(name).iter().cloned();
            if let Some(first) = values.next() {
                let mut entry = entry.insert_entry(first);
                values.for_each(|value| entry.append(value));
            }
        }
    }
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
    if body.is_none() && matches!(*endpoint.method(), Method::POST | Method::PUT | Method::PATCH) {
        // RFC 9110, section 8.6: these methods have a body, so that there is none must be said.
        headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    }
    let mut prepared = reqwest::Request::new(endpoint.method().clone(), url);
    *prepared.headers_mut() = headers;
    *prepared.body_mut() = body.map(|body| match body.as_bytes() {
        Some(bytes) => reqwest::Body::from(bytes.clone()),
        None => reqwest::Body::wrap(IntoHttp::new(body)),
    });
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
    Ok(http::Response::from(response).map(|body| Body::from_http(body, broken)))
}

fn timed_out(settings: &Settings) -> Error {
    Error::new(ErrorKind::Timeout, format!("no complete answer within {:?}", settings.timeout))
}

/// What reqwest says went wrong, without the URL, which may hold what is private.
fn failed(error: reqwest::Error, settings: &Settings) -> Error {
    // A connect timeout is both; that nothing was sent is what matters more.
    if error.is_connect() {
        Error::new(ErrorKind::Connect, "no connection to the server").because(error.without_url())
    } else if error.is_timeout() {
        timed_out(settings).because(error.without_url())
    } else {
        broken(error)
    }
}

fn broken(error: reqwest::Error) -> Error {
    Error::new(ErrorKind::Transport, "the exchange with the server broke off").because(error.without_url())
}
