//! From the request of a call to one that can be sent, as often as need be.

use std::borrow::Cow;

use bytes::Bytes;
use http::Method;
use http::header::{
    ACCEPT, AUTHORIZATION, CONNECTION, CONTENT_LENGTH, Entry, HeaderMap, HeaderName, HeaderValue, TE, TRAILER,
    TRANSFER_ENCODING, UPGRADE, USER_AGENT,
};

use super::{CallOptions, Settings};
use crate::base_url::Target;
use crate::error::{IDEMPOTENCY_KEY, Sent};
use crate::policy::{Limits, Repetition};
use crate::random::uuid;
use crate::{Auth, Body, Endpoint, Error, ErrorKind, Request};

/// Headers that say how a message is carried (RFC 9112), which HTTP clients believe: with another `Content-Length`, they
/// cut the body. `Host` is none of them, as a server may go by another name than its URL.
const FRAMING: [HeaderName; 6] = [CONNECTION, CONTENT_LENGTH, TE, TRAILER, TRANSFER_ENCODING, UPGRADE];

/// The longest key that the API takes, in bytes (Pivotal API, Idempotency).
const MAX_KEY: usize = 255;

/// A request that can be sent. Every attempt sends the same bytes.
pub(super) struct Prepared<'a> {
    settings: &'a Settings,
    pub(super) limits: Limits,
    pub(super) endpoint: &'static Endpoint,
    /// The body of a success is handed over as a stream.
    pub(super) streamed: bool,
    path_and_query: String,
    /// Those of the call. What every request has is added to each attempt.
    headers: HeaderMap,
    authorization: Option<&'a HeaderValue>,
    body: Payload,
    pub(super) repetition: Repetition,
}

enum Payload {
    Bytes(Bytes),
    /// Can be sent once.
    Stream(Option<Body>),
}

impl<'a> Prepared<'a> {
    pub(super) fn new(settings: &'a Settings, request: Request, options: Option<&CallOptions>) -> Result<Self, Error> {
        let endpoint = request.endpoint();
        let streamed = request.wants_stream();
        let limits = options.map_or(settings.limits, |options| options.limits(settings.limits));
        let authorization = match endpoint.auth() {
            Auth::Bearer => Some(authorization(settings)?),
            Auth::None => None,
        };
        let (path_and_query, mut headers, body) = request.into_parts();
        for (name, values) in options.into_iter().flat_map(|options| by_name(&options.headers)) {
            headers.remove(name);
            headers.extend(values.map(|value| (name.clone(), value)));
        }
        for (name, values) in by_name(&settings.default_headers) {
            if !headers.contains_key(name) {
                headers.extend(values.map(|value| (name.clone(), value)));
            }
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
        // The API keeps keys for POST alone, so that a header of that name makes nothing else safe to repeat.
        let has_key = *method == Method::POST && {
            let wanted = settings.idempotency_keys && endpoint.auth() == Auth::Bearer;
            let given = options.and_then(|options| options.idempotency_key.as_deref());
            add_key(&mut headers, given, wanted)?
        };
        let repetition = Repetition::of(method, endpoint.is_idempotent(), has_key);
        let body = match body.into_bytes() {
            Ok(bytes) => Payload::Bytes(bytes),
            Err(stream) => Payload::Stream(Some(stream)),
        };
        Ok(Self { settings, limits, endpoint, streamed, path_and_query, headers, authorization, body, repetition })
    }

    /// Where it goes.
    pub(super) fn target(&self) -> Target<'_> {
        self.settings.base_url.join(self.endpoint.template(), &self.path_and_query)
    }

    /// The rest of the request.
    ///
    /// # Errors
    ///
    /// If it had to be sent twice and cannot.
    pub(super) fn next(&mut self) -> Result<http::Request<Body>, Error> {
        let body = match &mut self.body {
            Payload::Bytes(bytes) => bytes.clone().into(),
            Payload::Stream(body) => {
                body.take().ok_or_else(|| Error::transport("the body was a stream, which cannot be sent again"))?
            }
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = self.endpoint.method().clone();
        *request.headers_mut() = self.headers();
        Ok(request)
    }

    fn headers(&self) -> HeaderMap {
        // The three below, and `Host` and `Content-Length`, which HTTP clients add.
        let mut headers = HeaderMap::with_capacity(self.headers.len() + 5);
        headers.extend(self.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static("application/json"));
        headers.entry(USER_AGENT).or_insert_with(|| self.settings.user_agent.clone());
        if let Some(key) = self.authorization {
            headers.insert(AUTHORIZATION, key.clone());
        }
        headers
    }

    /// Whether it can be sent again.
    pub(super) fn is_repeatable(&self) -> bool {
        matches!(self.body, Payload::Bytes(_))
    }

    /// Takes what was sent, once there is no further attempt.
    pub(super) fn take_sent(&mut self) -> Sent {
        Sent {
            headers: std::mem::take(&mut self.headers),
            authorization: self.authorization.cloned(),
            path_and_query: std::mem::take(&mut self.path_and_query),
            base_path: self.settings.base_url.path().map(Into::into),
        }
    }
}

fn authorization(settings: &Settings) -> Result<&HeaderValue, Error> {
    let key = settings.api_key.as_ref().ok_or_else(|| {
        Error::config(
            "the endpoint wants an API key and the client has none; give it one with `ClientBuilder::api_key` or, for \
             another API, declare the endpoint `auth = none`",
        )
    })?;
    Ok(key.header())
}

/// The header of a map that is not for a caller to send, if there is one.
pub(super) fn framing(headers: &HeaderMap) -> Option<&HeaderName> {
    headers.keys().find(|name| FRAMING.contains(name))
}

/// Each name of a map with all its values.
fn by_name(headers: &HeaderMap) -> impl Iterator<Item = (&HeaderName, impl Iterator<Item = HeaderValue>)> {
    headers.keys().map(|name| (name, headers.get_all(name).iter().cloned()))
}

/// The key of the options, or the declaration's, or one that is made for this call. Whether there is one.
fn add_key(headers: &mut HeaderMap, given: Option<&str>, wanted: bool) -> Result<bool, Error> {
    let Ok(given) = given.map(HeaderValue::from_str).transpose() else {
        return Err(refused("has an idempotency key that cannot stand in a header"));
    };
    let made = || uuid().map_err(|error| Error::config("the operating system has no random numbers").because(error));
    let length = match (headers.entry(IDEMPOTENCY_KEY), given) {
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
