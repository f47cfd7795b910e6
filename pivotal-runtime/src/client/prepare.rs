//! From the request of a call to one that can be sent, as often as need be.

use std::borrow::Cow;

use bytes::Bytes;
use http::Method;
use http::header::{ACCEPT, CONTENT_LENGTH, Entry, HeaderMap, HeaderName, HeaderValue, USER_AGENT};

use super::base::Base;
use super::options::by_name;
use super::{CallOptions, Settings};
use crate::base_url::Target;
use crate::credentials::{Added, ClientCredentials};
use crate::error::SentRequest;
use crate::headers::framing;
use crate::policy::{Limits, Repetition};
use crate::random::uuid;
use crate::{Api, Applied, Attempt, Body, Endpoint, Error, ErrorKind, Request};

/// The header for the key of a caller, if the API names none (draft-ietf-httpapi-idempotency-key-header).
const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The longest idempotency key, in bytes. Servers store keys, and reject longer ones.
const MAX_KEY: usize = 255;

/// A request that can be sent. Every attempt sends the same bytes.
pub(super) struct Prepared<'a> {
    settings: &'a Settings,
    base: &'a Base,
    /// Those of the call, if it has other limits than the client.
    own_limits: Option<Box<Limits>>,
    pub(super) endpoint: &'static Endpoint,
    /// The body of a success is handed over as a stream.
    pub(super) streamed: bool,
    path_and_query: String,
    /// Those of the call. What every request has is added to each attempt.
    headers: HeaderMap,
    pub(super) credentials: Option<&'a ClientCredentials>,
    /// The generation of the credentials that the last attempt used.
    pub(super) generation: u64,
    /// The last attempt was not sent, since its credentials must be refreshed first.
    pub(super) is_stale: bool,
    /// What the credentials added to the last attempt.
    added: Added,
    has_key: bool,
    body: Payload,
    pub(super) repetition: Repetition,
    /// The number of requests that were built.
    pub(super) attempts: u32,
}

enum Payload {
    Bytes(Bytes),
    /// Can be sent once.
    Stream(Option<Body>),
}

impl<'a> Prepared<'a> {
    pub(super) fn new(settings: &'a Settings, base: &'a Base, mut request: Request) -> Result<Self, Error> {
        let endpoint = request.endpoint();
        let streamed = request.wants_stream();
        let options = request.options.take();
        let own_limits = CallOptions::limits(options.as_deref(), endpoint.timeout(), &settings.limits);
        let api = conventions(settings, endpoint)?;
        let credentials = settings.credentials.as_ref().filter(|_| base.is_trusted && endpoint.sends_credentials());
        let (path_and_query, mut headers, body) = request.into_parts();
        for (name, values) in by_name(&settings.default_headers) {
            if !headers.contains_key(name) {
                let values = values.filter(|value| base.is_trusted || !value.is_sensitive());
                headers.extend(values.map(|value| (name.clone(), value)));
            }
        }
        if settings.api.is_none()
            && let Some(api) = api
        {
            api.add_headers(&mut headers);
        }
        if let Some(name) = framing(&headers) {
            return Err(refused(format!("has the header `{name}`, which belongs to the connection; remove it")));
        }
        let method = endpoint.method();
        let body = body.unwrap_or_default();
        if body.is_empty() && matches!(*method, Method::POST | Method::PUT | Method::PATCH) {
            // RFC 9110, section 8.6: these methods have a body, so that it is empty must be said.
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        let given = options.as_ref().and_then(|options| options.idempotency_key.as_deref());
        // Keys are for POST alone, so that a header of that name makes nothing else safe to repeat.
        let key_header = if *method == Method::POST { key_header(settings, api, given.is_some()) } else { None };
        let has_key = match key_header {
            Some(name) => add_key(&mut headers, &name, given, settings.idempotency_keys)?,
            None => false,
        };
        let repetition = Repetition::of(method, endpoint.is_idempotent(), has_key);
        let body = match body.into_bytes() {
            Ok(bytes) => Payload::Bytes(bytes),
            Err(stream) => Payload::Stream(Some(stream)),
        };
        Ok(Self {
            settings,
            base,
            own_limits,
            endpoint,
            streamed,
            path_and_query,
            headers,
            credentials,
            generation: 0,
            is_stale: false,
            added: Added::default(),
            has_key,
            body,
            repetition,
            attempts: 0,
        })
    }

    /// The request of the next attempt, and where it goes.
    ///
    /// # Errors
    ///
    /// If it had to be sent twice and cannot, if the credentials are stale, or those of the credentials.
    pub(super) fn next(&mut self) -> Result<(http::Request<Body>, Target<'_>), Error> {
        let mut headers = self.headers();
        let mut target = self.base.url.join(&self.path_and_query);
        if let Some(credentials) = self.credentials {
            let body = match &self.body {
                Payload::Bytes(bytes) => Some(bytes),
                Payload::Stream(_) => None,
            };
            let mut added = Added::default();
            let endpoint = self.endpoint;
            let mut attempt = Attempt::new(endpoint, &mut target, &mut headers, body, &mut added);
            self.generation = credentials.generation();
            let applied = credentials.apply(&mut attempt);
            self.added = added;
            self.is_stale = matches!(applied, Ok(Applied::Stale));
            if applied? == Applied::Stale {
                return Err(Error::config("the credentials are stale, and refreshing them returned no new ones"));
            }
        }
        let body = match &mut self.body {
            Payload::Bytes(bytes) => bytes.clone().into(),
            Payload::Stream(body) => {
                body.take().ok_or_else(|| Error::transport("the body was a stream, which cannot be sent again"))?
            }
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = self.endpoint.method().clone();
        *request.headers_mut() = headers;
        self.attempts += 1;
        Ok((request, target))
    }

    fn headers(&self) -> HeaderMap {
        // The three below, and `Host` and `Content-Length`, which HTTP clients add.
        let mut headers = HeaderMap::with_capacity(self.headers.len() + 5);
        headers.extend(self.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static("application/json"));
        headers.entry(USER_AGENT).or_insert_with(|| self.settings.user_agent.clone());
        headers
    }

    pub(super) fn limits(&self) -> &Limits {
        self.own_limits.as_deref().unwrap_or(&self.settings.limits)
    }

    /// The conventions of the endpoint, or of the client.
    pub(super) fn api(&self) -> Option<&'static Api> {
        self.settings.api.or(self.endpoint.api())
    }

    /// Returns whether it can be sent again.
    pub(super) fn is_repeatable(&self) -> bool {
        matches!(self.body, Payload::Bytes(_))
    }

    /// Takes what was sent, once there is no further attempt.
    pub(super) fn take_sent(&mut self) -> SentRequest {
        SentRequest {
            headers: std::mem::take(&mut self.headers),
            idempotency_key: if self.has_key { key_header(self.settings, self.api(), true) } else { None },
            added: std::mem::take(&mut self.added),
            path_and_query: std::mem::take(&mut self.path_and_query),
            base_path: self.base.url.path().map(Into::into),
        }
    }
}

/// The conventions of the endpoint, or of the client; an error if they are not the same.
fn conventions(settings: &Settings, endpoint: &Endpoint) -> Result<Option<&'static Api>, Error> {
    match (endpoint.api(), settings.api) {
        (None, own) => Ok(own),
        (Some(api), Some(own)) if own.is(api) => Ok(Some(own)),
        (Some(_), Some(_)) => Err(Error::config(
            "the endpoint belongs to another API than the client; call it on a client of its own API",
        )),
        (Some(_), None) if settings.credentials.is_some() => Err(Error::config(
            "the client has credentials, but not the API of the endpoint; call `ClientBuilder::api` with that",
        )),
        (Some(api), None) => Ok(Some(api)),
    }
}

/// The header for the idempotency key: that of the API or, for a key of the caller, the usual one.
fn key_header(settings: &Settings, api: Option<&Api>, is_given: bool) -> Option<HeaderName> {
    let of_api =
        if settings.api.is_some() { settings.idempotency_key.clone() } else { api.and_then(Api::idempotency_key) };
    of_api.or_else(|| is_given.then_some(IDEMPOTENCY_KEY))
}

/// Adds the key of the options, or leaves the declaration's, or makes one for this call. Returns whether there is one.
fn add_key(headers: &mut HeaderMap, name: &HeaderName, given: Option<&str>, wanted: bool) -> Result<bool, Error> {
    let Ok(given) = given.map(HeaderValue::from_str).transpose() else {
        return Err(refused("has an idempotency key that a header value cannot contain"));
    };
    let made = || uuid().map_err(|error| Error::config("the operating system has no random numbers").because(error));
    let length = match (headers.entry(name), given) {
        (Entry::Occupied(mut declared), Some(given)) => {
            declared.insert(given);
            declared.get().len()
        }
        (Entry::Occupied(declared), None) => declared.get().len(),
        (Entry::Vacant(vacant), Some(given)) => vacant.insert(given).len(),
        (Entry::Vacant(vacant), None) if wanted => vacant.insert(made()?).len(),
        (Entry::Vacant(_), None) => return Ok(false),
    };
    match length {
        0 => Err(refused("has an empty idempotency key; leave it out to have one made")),
        1..=MAX_KEY => Ok(true),
        _ => Err(refused("has an idempotency key of more than 255 bytes")),
    }
}

fn refused(message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Request, message)
}
