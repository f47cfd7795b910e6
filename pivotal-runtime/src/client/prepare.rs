//! Builds the HTTP request of each attempt.

mod conventions;
mod idempotency_key;
mod redirected;
mod sent;

use std::borrow::Cow;
use std::mem::take;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use http::{Extensions, Method, StatusCode};

use self::conventions::conventions;
use self::idempotency_key::{add_key, key_header};
use super::base::Base;
#[cfg(feature = "compression")]
use super::content_encoding;
use super::options::by_name;
use super::origins::FirstRequest;
use super::retry::RetrySafety;
use super::telemetry::{AttemptTelemetry, Outgoing};
use super::{CallOptions, Limits, Settings};
use crate::base_url::Target;
use crate::body::Sending;
use crate::credentials::{Added, ClientCredentials};
use crate::headers::find_framing;
use crate::request::ServerUrl;
use crate::response::ExpectedResponse;
use crate::{Api, Applied, Attempt, Body, Endpoint, Error, ErrorKind, Request};

#[cfg(feature = "testing")]
pub(crate) use self::conventions::OTHER_API;

/// The number of times that a call sends a request again at once because it came back.
const MAX_RESENDS: u8 = 2;

/// A request that can be sent. Every attempt sends the same bytes, except for credentials.
pub(super) struct Prepared<'a> {
    settings: &'a Settings,
    base: &'a Base,
    /// `None` if the settings of the client apply.
    own: Option<Box<Own>>,
    pub(super) endpoint: &'static Endpoint,
    pub(super) expected: &'static ExpectedResponse,
    path_and_query: String,
    /// The headers of the call. Those of every request are added to each attempt.
    headers: HeaderMap,
    pub(super) credentials: Option<&'a ClientCredentials>,
    /// The generation of the credentials that the last attempt used.
    pub(super) generation: u64,
    /// The last attempt was not sent, because its credentials must be refreshed first.
    pub(super) is_stale: bool,
    /// The values that the credentials added to the last attempt.
    added: Added,
    has_key: bool,
    body: AttemptBody,
    pub(super) safety: RetrySafety,
    /// The number of requests that were built.
    pub(super) attempts: u32,
    /// The number of requests that came back and were sent again at once.
    resends: u8,
}

/// The request of an attempt, which is sent now.
pub(super) struct Next<'a> {
    /// A tracked request has its progress as an extension.
    pub(super) request: http::Request<Body>,
    pub(super) target: Target<'a>,
    pub(super) telemetry: AttemptTelemetry,
}

/// The settings of one call, in place of the client's.
struct Own {
    limits: Limits,
    /// The server of a URL that replaces the base URL.
    base: Option<Base>,
    /// The number of redirects that were followed.
    redirects: u32,
    /// The method, if the endpoint does not contain it as one of `http`'s constants, or GET after a redirect that changed it.
    method: Option<Box<Method>>,
    /// The extensions of each attempt.
    extensions: Extensions,
    /// The last attempt is the first request to its origin.
    first: Option<FirstRequest>,
}

impl Own {
    fn new(limits: Limits) -> Self {
        Self { limits, base: None, redirects: 0, method: None, extensions: Extensions::new(), first: None }
    }
}

enum AttemptBody {
    Bytes(Bytes),
    /// `None` after it was sent. Boxed, since most calls have none.
    Stream(Option<Box<Body>>),
}

impl<'a> Prepared<'a> {
    pub(super) fn new(settings: &'a Settings, base: &'a Base, mut request: Request) -> Result<Self, Error> {
        let endpoint = request.endpoint();
        let expected = request.spec.expected;
        let wants_stream = request.wants_stream();
        let options = request.options.take();
        let is_body_none = request.is_body_none();
        let own_limits = CallOptions::limits(options.as_deref(), endpoint.timeout(), wants_stream, &settings.limits);
        let api = conventions(settings, endpoint)?;
        let own_method = request.own_method.take();
        let extensions = take(request.extensions_mut());
        let (mut path_and_query, url, mut headers, body) = request.into_parts();
        let base_of_url = match url {
            None => None,
            Some(url) => {
                let (resolved, path) = settings.trust.resolve(base, &url)?;
                path_and_query = path;
                Some(resolved)
            }
        };
        let is_own_origin = base_of_url.as_ref().is_none_or(|resolved| resolved.url.origin() == base.url.origin());
        if !is_own_origin {
            headers.remove(HOST);
        }
        // It is for the server of the builder's base URL.
        let has_default_host = || is_own_origin && base.url.origin() == settings.base.url.origin();
        let is_trusted = base_of_url.as_ref().unwrap_or(base).is_trusted;
        let credentials = settings.credentials.as_ref().filter(|_| is_trusted && endpoint.sends_credentials());
        for (name, values) in by_name(&settings.default_headers) {
            let is_for_body = is_body_none && *name == CONTENT_TYPE;
            if !headers.contains_key(name) && (*name != HOST || has_default_host()) && !is_for_body {
                let values = values.filter(|value| is_trusted || !value.is_sensitive());
                headers.extend(values.map(|value| (name.clone(), value)));
            }
        }
        if settings.api.is_none()
            && let Some(api) = api
        {
            api.add_headers(&mut headers);
        }
        if let Some(name) = find_framing(&headers) {
            return Err(framing_header(name));
        }
        if !base_of_url.as_ref().unwrap_or(base).url.accepts_host(&headers) {
            return Err(invalid(
                "has a header `Host`, which servers ignore over HTTP/2; write the host into the base URL, and map it to an \
                 address in an `http_client` of your own",
            ));
        }
        let method = own_method.as_deref().or_else(|| endpoint.standard_method()).unwrap_or(&Method::GET);
        let body = body.unwrap_or_default();
        if body.is_empty() && matches!(*method, Method::POST | Method::PUT | Method::PATCH) {
            // These methods have a body, so an empty one needs a length (RFC 9110, section 8.6).
            headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
        }
        let given = options.as_ref().and_then(|options| options.idempotency_key.as_deref());
        // Keys are for POST only, so that a header of that name does not make other methods safe to repeat.
        let key_header = if *method == Method::POST { key_header(settings, api, given.is_some()) } else { None };
        let has_key = match key_header {
            Some(name) => add_key(&mut headers, &name, given, settings.idempotency_keys)?,
            None => false,
        };
        let safety = RetrySafety::new(method, endpoint.is_idempotent(), has_key);
        let body = match body.into_bytes() {
            Ok(bytes) => AttemptBody::Bytes(bytes),
            Err(stream) => AttemptBody::Stream(Some(Box::new(stream))),
        };
        let has_own = own_limits.is_some() || base_of_url.is_some() || own_method.is_some() || !extensions.is_empty();
        let own = has_own.then(|| {
            let limits = own_limits.unwrap_or(settings.limits);
            Box::new(Own { base: base_of_url, method: own_method, extensions, ..Own::new(limits) })
        });
        Ok(Self {
            settings,
            base,
            own,
            endpoint,
            expected,
            path_and_query,
            headers,
            credentials,
            generation: 0,
            is_stale: false,
            added: Added::default(),
            has_key,
            body,
            safety,
            attempts: 0,
            resends: 0,
        })
    }

    /// Returns the next attempt. Its request has the extensions of the call.
    ///
    /// # Errors
    ///
    /// If the body cannot be sent again, if the credentials are stale, or an error of the credentials.
    pub(super) fn next(&mut self) -> Result<Next<'_>, Error> {
        let mut headers = self.headers();
        let base = self.own.as_ref().and_then(|own| own.base.as_ref()).unwrap_or(self.base);
        let mut target = base.url.join(&self.path_and_query, self.endpoint);
        if let Some(credentials) = self.credentials {
            let body = match &self.body {
                AttemptBody::Bytes(bytes) => Some(bytes),
                AttemptBody::Stream(_) => None,
            };
            let mut added = Added::default();
            let method = method_of(self.own.as_deref(), self.endpoint);
            let mut attempt = Attempt::new(self.endpoint, method, &mut target, &mut headers, body, &mut added);
            self.generation = credentials.generation();
            let applied = credentials.apply(&mut attempt);
            self.added = added;
            self.is_stale = matches!(applied, Ok(Applied::Stale));
            if applied? == Applied::Stale {
                return Err(Error::config("the credentials are stale, and refreshing them returned no new ones"));
            }
        }
        let body = match &mut self.body {
            AttemptBody::Bytes(bytes) => bytes.clone().into(),
            AttemptBody::Stream(body) => {
                let mut body =
                    body.take().ok_or_else(|| Error::transport("the body was a stream, which cannot be sent again"))?;
                body.check_empty()?;
                *body
            }
        };
        let mut request = http::Request::new(body);
        *request.method_mut() = self.method().clone();
        *request.headers_mut() = headers;
        if let Some(own) = &self.own {
            *request.extensions_mut() = own.extensions.clone();
        }
        if self.is_tracked() {
            request.extensions_mut().insert(self.sending());
        }
        let telemetry = AttemptTelemetry::start(&Outgoing {
            endpoint: self.endpoint,
            method: request.method(),
            target: &target,
            is_on_base_url: self.is_on_base_url(),
            is_redirected: self.redirects() > 0,
            resends: self.attempts,
            #[cfg(feature = "tracing")]
            full_url: self.settings.traces_full_urls.then_some(&|| self.full_url(&target, request.headers())),
        });
        self.attempts += 1;
        Ok(Next { request, target, telemetry })
    }

    /// Returns whether the client must know when a connection takes the request: one that must not be repeated then, or the first
    /// one to its origin.
    pub(super) fn is_tracked(&self) -> bool {
        self.safety == RetrySafety::Unsafe || self.first().is_some()
    }

    fn sending(&self) -> Sending {
        self.first().map_or_else(Sending::default, |first| Sending::of_first(first.gate()))
    }

    fn first(&self) -> Option<&FirstRequest> {
        self.own.as_ref()?.first.as_ref()
    }

    fn headers(&self) -> HeaderMap {
        // HTTP clients add `Host` and `Content-Length`, and there is room for the headers below.
        let mut headers = HeaderMap::with_capacity(self.headers.len() + 5);
        headers.extend(self.headers.iter().map(|(name, value)| (name.clone(), value.clone())));
        headers.entry(ACCEPT).or_insert_with(|| self.expected.accept());
        #[cfg(feature = "compression")]
        content_encoding::accept(&mut headers);
        headers.entry(USER_AGENT).or_insert_with(|| self.settings.user_agent.clone());
        headers
    }

    /// The method of the next attempt.
    pub(super) fn method(&self) -> &Method {
        method_of(self.own.as_deref(), self.endpoint)
    }

    /// The server of a URL that replaces the base URL.
    fn base_of_url(&self) -> Option<&Base> {
        self.own.as_ref()?.base.as_ref()
    }

    pub(super) fn base(&self) -> &Base {
        self.base_of_url().unwrap_or(self.base)
    }

    /// The URL of the next attempt.
    pub(super) fn url(&self) -> String {
        format!("{}{}", self.base().url.as_str(), self.path_and_query)
    }

    pub(super) fn max_redirects(&self) -> u32 {
        self.settings.max_redirects
    }

    /// The number of redirects that were followed.
    pub(super) fn redirects(&self) -> u32 {
        self.own.as_ref().map_or(0, |own| own.redirects)
    }

    /// Resolves a URL from a server.
    pub(super) fn resolve(&self, url: &ServerUrl) -> Result<(Base, String), Error> {
        self.settings.trust.resolve(self.base(), url)
    }

    /// Returns whether a request to this server could be read on the way, while one to the current server cannot.
    pub(super) fn is_downgrade(&self, base: &Base) -> bool {
        base.url.is_clear_text() && !self.base().url.is_clear_text()
    }

    /// Returns whether the next attempt goes to the base URL, and not to a URL from a server.
    pub(super) fn is_on_base_url(&self) -> bool {
        self.base_of_url().is_none()
    }

    /// Returns whether the server belongs to the API: it has the origin of the base URL, or gets credentials.
    pub(super) fn is_on_known_origin(&self) -> bool {
        match self.base_of_url() {
            None => true,
            Some(base) => base.is_trusted || base.url.origin() == self.base.url.origin(),
        }
    }

    /// The number of attempts that were retries, or the first one. A redirect is neither, nor is a request that came back.
    pub(super) fn counted_attempts(&self) -> u32 {
        match self.attempts {
            0 => 0,
            attempts => attempts.saturating_sub(self.redirects() + u32::from(self.resends)).max(1),
        }
    }

    /// Marks the next attempt as the first request to its origin, until it ends.
    pub(super) fn set_first(&mut self, first: FirstRequest) {
        let limits = self.settings.limits;
        self.own.get_or_insert_with(|| Box::new(Own::new(limits))).first = Some(first);
    }

    /// Ends an attempt, which other requests to its origin can wait for.
    pub(super) fn end_first(&mut self) {
        if let Some(own) = &mut self.own {
            own.first = None;
        }
    }

    /// Returns whether a request that came back is sent again at once.
    pub(super) fn resend(&mut self) -> bool {
        let is_resent = self.resends < MAX_RESENDS && self.is_repeatable();
        self.resends += u8::from(is_resent);
        is_resent
    }

    pub(super) fn limits(&self) -> &Limits {
        self.own.as_ref().map_or(&self.settings.limits, |own| &own.limits)
    }

    /// The conventions of the endpoint, or of the client.
    pub(super) fn api(&self) -> Option<&'static Api> {
        self.settings.api.or(self.endpoint.api())
    }

    /// Returns whether a response with this status is a success.
    pub(super) fn is_success(&self, status: StatusCode) -> bool {
        self.expected.is_success(self.endpoint, status)
    }

    /// Returns whether the method returns a response with this status as a value: a success, or a 404 that is `None`.
    pub(super) fn is_value(&self, status: StatusCode) -> bool {
        self.expected.is_value(self.endpoint, status)
    }

    /// Returns whether the body can be sent again.
    pub(super) fn is_repeatable(&self) -> bool {
        matches!(self.body, AttemptBody::Bytes(_))
    }
}

/// The method of the next attempt.
fn method_of<'a>(own: Option<&'a Own>, endpoint: &'a Endpoint) -> &'a Method {
    let own = own.and_then(|own| own.method.as_deref());
    // The last one is never used: each request has a method of its own, or that of its endpoint.
    own.or_else(|| endpoint.standard_method()).unwrap_or(&Method::GET)
}

/// Creates the error of a call with a header that frames the message.
pub(crate) fn framing_header(name: &HeaderName) -> Error {
    invalid(format!("has the header `{name}`, which belongs to the connection; remove it"))
}

fn invalid(message: impl Into<Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Request, message)
}
