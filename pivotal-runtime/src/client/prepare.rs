//! From the request of a call to one that can be sent, as often as need be.

use std::str::FromStr;

use bytes::Bytes;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, Entry, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use http::{Method, Uri};

use super::{CallOptions, Settings};
use crate::policy::Repetition;
use crate::random::uuid;
use crate::{Auth, Body, Error, ErrorKind, Request};

pub(super) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The longest key that the API takes, in bytes (Pivotal API, Idempotency).
const MAX_KEY: usize = 255;

/// A request with its URL and all headers. Every attempt sends the same bytes.
pub(super) struct Prepared {
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Payload,
    pub(super) repetition: Repetition,
}

enum Payload {
    Bytes(Bytes),
    /// Can be sent once.
    Stream(Option<Body>),
}

impl Prepared {
    pub(super) fn new(settings: &Settings, request: Request, options: &CallOptions) -> Result<Self, Error> {
        let endpoint = request.endpoint();
        let url = settings.base_url.join(endpoint.template(), request.path_and_query())?;
        let uri = Uri::from_str(url.as_str())
            .map_err(|_| Error::new(ErrorKind::Request, "makes a URL that HTTP cannot carry"))?;
        let (mut headers, body) = request.into_parts();
        for (name, values) in by_name(&options.headers) {
            headers.remove(name);
            headers.extend(values.map(|value| (name.clone(), value)));
        }
        for (name, values) in by_name(&settings.default_headers) {
            if !headers.contains_key(name) {
                headers.extend(values.map(|value| (name.clone(), value)));
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
        let method = endpoint.method().clone();
        if body.as_ref().is_none_or(Body::is_empty) && matches!(method, Method::POST | Method::PUT | Method::PATCH) {
            // RFC 9110, section 8.6: these methods have a body, so that it is empty must be said.
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        if method == Method::POST {
            let wanted = settings.idempotency_keys && endpoint.auth() == Auth::Bearer;
            add_key(&mut headers, options.idempotency_key.as_deref(), wanted)?;
        }
        let repetition = Repetition::of(&method, endpoint.is_idempotent(), headers.contains_key(IDEMPOTENCY_KEY));
        let body = match body.unwrap_or_default().into_bytes() {
            Ok(bytes) => Payload::Bytes(bytes),
            Err(stream) => Payload::Stream(Some(stream)),
        };
        Ok(Self { method, uri, headers, body, repetition })
    }

    /// The request, or `None` if it had to be sent twice and cannot.
    pub(super) fn next(&mut self) -> Option<http::Request<Body>> {
        let body = match &mut self.body {
            Payload::Bytes(bytes) => bytes.clone().into(),
            Payload::Stream(body) => body.take()?,
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = self.uri.clone();
        *request.headers_mut() = self.headers.clone();
        Some(request)
    }

    /// Whether it can be sent again.
    pub(super) fn is_repeatable(&self) -> bool {
        matches!(self.body, Payload::Bytes(_))
    }

    pub(super) fn idempotency_key(&self) -> Option<&str> {
        self.headers.get(IDEMPOTENCY_KEY)?.to_str().ok()
    }
}

/// Each name of a map with all its values.
fn by_name(headers: &HeaderMap) -> impl Iterator<Item = (&HeaderName, impl Iterator<Item = HeaderValue>)> {
    headers.keys().map(|name| (name, headers.get_all(name).iter().cloned()))
}

/// The key of the options, or the declaration's, or one that is made for this call.
fn add_key(headers: &mut HeaderMap, given: Option<&str>, wanted: bool) -> Result<(), Error> {
    let refused = |message: &'static str| Error::new(ErrorKind::Request, message);
    if let Some(key) = given {
        let value =
            HeaderValue::from_str(key).map_err(|_| refused("has an idempotency key that cannot stand in a header"))?;
        headers.insert(IDEMPOTENCY_KEY, value);
    } else if wanted && let Entry::Vacant(entry) = headers.entry(IDEMPOTENCY_KEY) {
        entry.insert(
            HeaderValue::try_from(uuid())
                .map_err(|_| refused("got an idempotency key that cannot stand in a header"))?,
        );
    }
    match headers.get(IDEMPOTENCY_KEY).map(HeaderValue::len) {
        Some(0) => Err(refused("has an empty idempotency key; leave it out to have one made")),
        Some(length) if length > MAX_KEY => Err(refused("has an idempotency key of more than 255 bytes")),
        _ => Ok(()),
    }
}
