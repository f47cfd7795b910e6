//! From settings to a [`Client`].

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::base::Trust;
use super::rate_limiter::{HeaderRateLimiter, Limiter, RateLimiter};
use super::{Client, Concurrency, HttpClient, Settings};
use crate::base_url::BaseUrl;
use crate::credentials::ClientCredentials;
use crate::headers::framing;
use crate::policy::{Backoff, Budget, Limits};
use crate::{Api, Credentials, Error};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const MAX_CONCURRENCY: usize = 64;
const USER_AGENT: &str = concat!("pivotal-runtime/", env!("CARGO_PKG_VERSION"));

/// Settings of a [`Client`]. The first one that is wrong is reported by [`build`](Self::build).
///
/// `H` is the HTTP client, or its settings. [`Client`] is the same type for all of them.
#[must_use = "nothing is built before `build`"]
pub struct ClientBuilder<H = ReqwestSettings> {
    pub(super) http: H,
    api: Option<&'static Api>,
    credentials: Option<ClientCredentials>,
    base_url: Option<String>,
    credential_origins: Vec<String>,
    allow_http: bool,
    user_agent: Option<String>,
    default_headers: HeaderMap,
    limits: Limits,
    /// `None` for an HTTP client that the user brings: it is that of the client.
    pub(super) connect_timeout: Option<Duration>,
    backoff: Backoff,
    retry_budget: u32,
    retry_statuses: Option<Vec<u16>>,
    max_concurrency: usize,
    idempotency_keys: bool,
    rate_limiter: Limiter,
}

/// The settings of the `reqwest::Client` that is built where none is given.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ReqwestSettings {
    pub(super) connect_timeout: Duration,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            http: ReqwestSettings { connect_timeout: CONNECT_TIMEOUT },
            api: None,
            credentials: None,
            base_url: None,
            credential_origins: Vec::new(),
            allow_http: false,
            user_agent: None,
            default_headers: HeaderMap::new(),
            limits: Limits::DEFAULT,
            connect_timeout: Some(CONNECT_TIMEOUT),
            backoff: Backoff::DEFAULT,
            retry_budget: Budget::RETRIES,
            retry_statuses: None,
            max_concurrency: MAX_CONCURRENCY,
            idempotency_keys: true,
            rate_limiter: Limiter::Header(HeaderRateLimiter::default()),
        }
    }
}

impl<H> ClientBuilder<H> {
    /// The API whose conventions the client follows: its base URL, headers, error type and so on. It can call endpoints of
    /// that API, and those that name none.
    pub fn api(mut self, api: &'static Api) -> Self {
        self.api = Some(api);
        self
    }

    /// The credentials that are sent with every call, except for endpoints with `auth = none`: [`Bearer`](crate::Bearer),
    /// [`Basic`](crate::Basic), [`ApiKey`](crate::ApiKey), or your own. They go to the origin of the base URL.
    pub fn credentials(mut self, credentials: impl Credentials) -> Self {
        self.credentials = Some(ClientCredentials::new(credentials));
        self
    }

    /// Sets the base URL, by default that of the [`Api`]. Its path comes in front of the path of every endpoint: with
    /// `https://host/v1`, the endpoint `/users` is `https://host/v1/users`.
    ///
    /// Proxies of the environment (`HTTPS_PROXY` and so on) are used, except for a server on this machine and, without the
    /// feature `rustls`, for `https://`, which a proxy would get over plain HTTP.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Adds an origin that gets credentials besides that of the base URL, such as `https://uploads.github.com`: see
    /// [`Client::at`].
    pub fn credential_origin(mut self, origin: impl Into<String>) -> Self {
        self.credential_origins.push(origin.into());
        self
    }

    /// Lets credentials be sent over plain HTTP: they are refused for a base URL with `http://` otherwise, unless the server
    /// is on this machine.
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// How long a call may take with all its attempts and waits; by default 60 s. A body that the caller reads as a
    /// stream may take longer.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.total = timeout;
        self
    }

    /// How long one attempt may take, from connecting to the last byte of the body; by default 30 s.
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.limits.attempt = timeout;
        self
    }

    /// How long the server may be silent in the middle of a body; by default 15 s. It holds for streams as well.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.limits.read = timeout;
        self
    }

    /// How often a request may be sent; by default 3. 1 stands for no retries, and so does 0. How long is waited in between
    /// is said at [`Client`].
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.limits.max_attempts = attempts;
        self
    }

    /// Sets the statuses that are retried where that is safe, besides 408, 429, 500, 502, 503 and 504: in place of those of the
    /// [`Api`](Api::retry_statuses). Statuses outside 400 to 599 are an error of [`build`](Self::build).
    pub fn retry_statuses(mut self, statuses: &[u16]) -> Self {
        self.retry_statuses = Some(statuses.to_vec());
        self
    }

    /// Sets the longest wait after the first attempt. It doubles with each further attempt, up to
    /// [`max_backoff`](Self::max_backoff), and the wait is drawn at random up to that. The default is 0.5 s.
    pub fn initial_backoff(mut self, wait: Duration) -> Self {
        self.backoff.initial = wait;
        self
    }

    /// Sets the longest wait between attempts, unless the server requests a longer one. The default is 8 s.
    pub fn max_backoff(mut self, wait: Duration) -> Self {
        self.backoff.max = wait;
        self
    }

    /// Sets the number of retries that all calls of the client share. A retry after an unknown outcome counts twice, and five
    /// calls that succeed at their first attempt earn one back. The default is 100; with 0, no call is retried.
    pub fn retry_budget(mut self, retries: u32) -> Self {
        self.retry_budget = retries;
        self
    }

    /// How many bytes of an answer are taken into memory; by default 16 MiB, counted as they come, whatever
    /// `Content-Length` says.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.limits.max_response_bytes = bytes;
        self
    }

    /// Limits the number of requests in flight; by default 64. 0 is the same as 1. Further calls wait, within their timeout.
    ///
    /// A request counts until its response is read. A body that the caller reads as a stream does not count after its head.
    pub fn max_concurrency(mut self, requests: usize) -> Self {
        self.max_concurrency = requests;
        self
    }

    /// Enables idempotency keys for POST requests, if the [`Api`] names a header for them. The default is `true`.
    pub fn idempotency_keys(mut self, send: bool) -> Self {
        self.idempotency_keys = send;
        self
    }

    /// Replaces the rate limiter. The default is a [`HeaderRateLimiter`] of this client's own, which reads the headers that
    /// the [`Api`] names.
    ///
    /// A limiter that several clients share is a clone of one [`HeaderRateLimiter`]:
    ///
    /// ```
    /// use pivotal_runtime::{Client, Error, HeaderRateLimiter};
    ///
    /// fn client(limiter: &HeaderRateLimiter) -> Result<Client, Error> {
    ///     Client::builder().base_url("https://api.example.com").rate_limiter(limiter.clone()).build()
    /// }
    /// # client(&HeaderRateLimiter::default()).unwrap();
    /// ```
    pub fn rate_limiter(mut self, limiter: impl RateLimiter) -> Self {
        self.rate_limiter = Limiter::new(limiter);
        self
    }

    /// Enables waiting for the rate limiter, by default for the reset when nothing remains. The default is `true`.
    ///
    /// With `false`, attempts are sent at once. Their responses update the [`HeaderRateLimiter`] nevertheless, so that other
    /// clients that share it wait. [`CallOptions::wait_for_rate_limit`](crate::CallOptions::wait_for_rate_limit) sets it for
    /// single calls.
    pub fn wait_for_rate_limit(mut self, wait: bool) -> Self {
        self.limits.wait_for_rate_limit = wait;
        self
    }

    /// `User-Agent` (RFC 9110, section 10.1.5); by default the name and version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// A header that every call sends, unless the call sends one of that name itself.
    ///
    /// It goes to every endpoint, with `auth = none` too: use [`credentials`](Self::credentials) for a key. One whose value is
    /// [sensitive](HeaderValue::set_sensitive) goes only to the origins that get credentials. A header that describes how a
    /// message is carried, such as `Content-Length`, is refused.
    pub fn default_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.default_headers.append(name, value);
        self
    }

    /// A `reqwest::Client` of your own (of reqwest 0.13), with the proxies, roots and connections that you want, or another
    /// [`HttpClient`]. What is set here for the one that is built otherwise is set there then:
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use pivotal_runtime::Client;
    ///
    /// fn client() -> Result<Client, Box<dyn std::error::Error>> {
    ///     let http = reqwest::Client::builder()
    ///         .proxy(reqwest::Proxy::all("http://proxy.example:3128")?)
    ///         .connect_timeout(Duration::from_secs(5))
    ///         .redirect(reqwest::redirect::Policy::none())
    ///         .retry(reqwest::retry::never())
    ///         .build()?;
    ///     Ok(Client::builder().base_url("https://api.example.com").http_client(http).build()?)
    /// }
    /// # client().unwrap();
    /// ```
    ///
    /// Build the `reqwest::Client` with `redirect(reqwest::redirect::Policy::none())`: a client cannot be told later not
    /// to follow redirects, so a call that was redirected is an error of kind [`Redirect`](crate::ErrorKind::Redirect),
    /// whatever came of it (one to the very same URL, or to where nobody listens, goes unseen). And build it with
    /// `retry(reqwest::retry::never())`, so that attempts are counted.
    pub fn http_client<C: HttpClient + 'static>(self, client: C) -> ClientBuilder<C> {
        let mut builder = self.on(|_| client);
        builder.connect_timeout = None;
        builder
    }

    /// The same settings for another HTTP client.
    pub(super) fn on<C>(self, http: impl FnOnce(H) -> C) -> ClientBuilder<C> {
        ClientBuilder {
            http: http(self.http),
            api: self.api,
            credentials: self.credentials,
            base_url: self.base_url,
            credential_origins: self.credential_origins,
            allow_http: self.allow_http,
            user_agent: self.user_agent,
            default_headers: self.default_headers,
            limits: self.limits,
            connect_timeout: self.connect_timeout,
            backoff: self.backoff,
            retry_budget: self.retry_budget,
            retry_statuses: self.retry_statuses,
            max_concurrency: self.max_concurrency,
            idempotency_keys: self.idempotency_keys,
            rate_limiter: self.rate_limiter,
        }
    }

    pub(super) fn build_on<C: HttpClient + 'static>(
        self,
        http: impl FnOnce(H, &BaseUrl) -> Result<C, Error>,
    ) -> Result<Client, Error> {
        let Some(base_url) = self.base_url.as_deref().or(self.api.and_then(Api::own_base_url)) else {
            return Err(Error::config(
                "the client has no base URL; call `base_url`, or `api` with an `Api` that has one",
            ));
        };
        let base_url = BaseUrl::parse(base_url)?;
        let has_secrets = self.credentials.is_some() || self.default_headers.values().any(HeaderValue::is_sensitive);
        let of_api = self.api.map_or(&[][..], Api::trusted_origins).iter().copied();
        let origins = of_api.chain(self.credential_origins.iter().map(String::as_str));
        let trust = Trust::new(&base_url, origins, has_secrets, self.allow_http)?;
        let base = trust.base(base_url)?;
        let user_agent = HeaderValue::try_from(self.user_agent.as_deref().unwrap_or(USER_AGENT))
            .map_err(|_| Error::config("the user agent holds a character that a header value cannot hold"))?;
        if let Some(status) = self.retry_statuses.iter().flatten().find(|status| !(400..=599).contains(*status)) {
            return Err(Error::config(format!(
                "`{status}` is not the status of an error; retry statuses from 400 to 599"
            )));
        }
        if let Some(name) = framing(&self.default_headers) {
            return Err(Error::config(format!("the default header `{name}` belongs to the connection; remove it")));
        }
        let http = http(self.http, &base.url)?;
        let mut default_headers = self.default_headers;
        if let Some(api) = self.api {
            api.add_headers(&mut default_headers);
        }
        let settings = Settings {
            api: self.api,
            base,
            trust,
            credentials: self.credentials,
            user_agent,
            default_headers,
            idempotency_keys: self.idempotency_keys,
            idempotency_key: self.api.and_then(Api::idempotency_key),
            limits: self.limits,
            connect_timeout: self.connect_timeout,
            concurrency: Concurrency::new(self.max_concurrency),
            backoff: self.backoff,
            budget: Budget::new(self.retry_budget),
            retry_statuses: self.retry_statuses,
            rate_limiter: self.rate_limiter,
        };
        Ok(Client::new(http, settings))
    }
}

impl ClientBuilder {
    /// How long connecting may take, TLS included; by default 5 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.http.connect_timeout = timeout;
        self.connect_timeout = Some(timeout);
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the base URL is missing, or the base URL, the user agent or a default header cannot be right, or TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        self.build_on(|http, base_url| {
            let builder = reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .retry(reqwest::retry::never())
                .connect_timeout(http.connect_timeout);
            // A proxy from the environment is for servers elsewhere. And a reqwest without TLS would hand it what is
            // meant to be secret, key and all, in clear text.
            let is_direct = base_url.is_loopback() || !(cfg!(feature = "rustls") || base_url.is_clear_text());
            let builder = if is_direct { builder.no_proxy() } else { builder };
            builder.build().map_err(|error| Error::config("the HTTP client could not be set up").because(error))
        })
    }
}

impl<H: HttpClient + 'static> ClientBuilder<H> {
    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the base URL is missing, or the base URL, the user agent or a default header cannot be right.
    pub fn build(self) -> Result<Client, Error> {
        self.build_on(|http, _| Ok(http))
    }
}

/// Prints which settings are given. Of credentials it prints nothing, nor of the base URL, which may contain a password that
/// only `build` rejects.
impl<H> fmt::Debug for ClientBuilder<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("api", &self.api)
            .field("credentials", &self.credentials)
            .field("base_url", &self.base_url.as_ref().map(|_| "…"))
            .field("limits", &self.limits)
            .field("user_agent", &self.user_agent)
            .field("default_headers", &self.default_headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
