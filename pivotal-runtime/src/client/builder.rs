//! The settings of a [`Client`](crate::Client).

mod build;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::connections::Connections;
#[cfg(feature = "tower")]
use super::layers::Layers;
use super::rate_limiter::{HeaderRateLimiter, Limiter, RateLimiter};
use super::reqwest_builder::Configure;
use super::retry::{Backoff, Budget};
use super::timeouts::{Limits, limit_setters};
use super::{ErasedHttpClient, HttpClient};
use crate::credentials::ClientCredentials;
use crate::{Api, Credentials};

pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const MAX_CONCURRENCY: usize = 64;
const USER_AGENT: &str = concat!("pivotal-runtime/", env!("CARGO_PKG_VERSION"));

/// Settings of a [`Client`](crate::Client).
///
/// [`build`](Self::build) returns an error for the first wrong setting. The [table of `Client`](crate::Client#all-settings) lists all
/// settings with their defaults.
///
/// ```
/// use std::time::Duration;
///
/// use pivotal_runtime::{Bearer, Client, Error};
///
/// # fn main() -> Result<(), Error> {
/// let client = Client::builder()
///     .base_url("https://api.example.com")
///     .credentials(Bearer::new("t-12345678")?)
///     .timeout(Duration::from_secs(20))
///     .max_attempts(2)
///     .build()?;
/// assert_eq!(client.base_url(), "https://api.example.com");
/// # Ok(()) }
/// ```
#[must_use = "nothing is built before `build`"]
pub struct ClientBuilder {
    /// `None` for the default one.
    http: Option<Box<dyn ErasedHttpClient>>,
    /// Settings of the default one.
    configure: Option<Configure>,
    #[cfg(feature = "tower")]
    pub(super) layers: Layers,
    api: Option<&'static Api>,
    credentials: Option<ClientCredentials>,
    base_url: Option<String>,
    credential_origins: Vec<String>,
    allow_http: bool,
    user_agent: Option<String>,
    default_headers: HeaderMap,
    limits: Limits,
    connect_timeout: Option<Duration>,
    backoff: Backoff,
    retry_budget: u32,
    retry_statuses: Option<Vec<u16>>,
    max_redirects: u32,
    max_concurrency: usize,
    idempotency_keys: bool,
    rate_limiter: Limiter,
    #[cfg(feature = "tracing")]
    pub(super) traces_full_urls: bool,
}

impl Default for ClientBuilder {
    fn default() -> Self {
        Self {
            http: None,
            configure: None,
            #[cfg(feature = "tower")]
            layers: Layers::default(),
            api: None,
            credentials: None,
            base_url: None,
            credential_origins: Vec::new(),
            allow_http: false,
            user_agent: None,
            default_headers: HeaderMap::new(),
            limits: Limits::DEFAULT,
            connect_timeout: None,
            backoff: Backoff::DEFAULT,
            retry_budget: Budget::RETRIES,
            retry_statuses: None,
            max_redirects: 0,
            max_concurrency: MAX_CONCURRENCY,
            idempotency_keys: true,
            rate_limiter: Limiter::Header(HeaderRateLimiter::default()),
            #[cfg(feature = "tracing")]
            traces_full_urls: false,
        }
    }
}

impl ClientBuilder {
    /// Sets the API whose conventions apply: base URL, headers, error type and so on.
    ///
    /// The client can call endpoints of that API, and endpoints without an API.
    pub fn api(mut self, api: &'static Api) -> Self {
        self.api = Some(api);
        self
    }

    /// Sets the credentials that are sent with every call, except to endpoints with `auth = none`.
    ///
    /// They are [`Bearer`](crate::Bearer), [`Basic`](crate::Basic), [`ApiKey`](crate::ApiKey), or your own [`Credentials`].
    /// They go to the origin of the base URL, and to the origins that [`Client::at`](crate::Client::at) lists. The default is
    /// none.
    pub fn credentials(mut self, credentials: impl Credentials) -> Self {
        self.credentials = Some(ClientCredentials::new(credentials));
        self
    }

    /// Sets the base URL: `https://host`, optionally with a port and a path.
    ///
    /// The default is that of the [`Api`]. The path is a prefix of the path of every endpoint. With `https://host/v1`, the
    /// URL of the endpoint `/users` is `https://host/v1/users`.
    ///
    /// [Proxies of the environment](crate::SystemProxies) (`HTTPS_PROXY` and so on) are used, except for a server on this
    /// machine. Without the feature `rustls`, they are not used for `https://` either, because requests would reach the proxy
    /// over plain HTTP.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Adds an origin that gets credentials besides that of the base URL.
    ///
    /// An example is `https://uploads.github.com`: see [`Client::at`](crate::Client::at).
    pub fn credential_origin(mut self, origin: impl Into<String>) -> Self {
        self.credential_origins.push(origin.into());
        self
    }

    /// Allows credentials over plain HTTP.
    ///
    /// By default, a base URL with `http://` is an error of [`build`](Self::build) if there are credentials, unless the
    /// server is on this machine.
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    limit_setters!(std::convert::identity);

    /// Sets the maximum number of redirects that a call follows.
    ///
    /// The default is 0: a redirect is an error of kind [`Redirect`](crate::ErrorKind::Redirect). Redirects are 301, 302,
    /// 303, 307 and 308 with a `Location`. They share the timeout of the call, and are not retries.
    ///
    /// After 303, and for a POST after 301 and 302, the next request is a GET without a body. Otherwise, method and body
    /// stay (RFC 9110, section 15.4). These redirects are not followed:
    ///
    /// - a redirect of a call whose body is a stream;
    /// - a status that the call declares a success;
    /// - a redirect from `https://` to `http://`.
    ///
    /// Credentials go to the origins that get them: see [`Client::at`](crate::Client::at). When a redirect leads to another
    /// origin, the client removes these headers:
    ///
    /// - sensitive ones, and those with names like `X-Api-Key`;
    /// - parameters that a method declares as headers, except `Accept`, `Content-*`, `If-*` and `Range`.
    ///
    /// The rest of the call gets no credentials then, even if it is redirected back. With 307 and 308, the body is sent to
    /// any server.
    pub fn max_redirects(mut self, redirects: u32) -> Self {
        self.max_redirects = redirects;
        self
    }

    /// Sets further statuses that are retried if that is safe.
    ///
    /// They are retried besides 408, 429, 500, 502, 503 and 504. They replace those of the [`Api`](Api::retry_statuses),
    /// which are the default. A status outside 400 to 599 is an error of [`build`](Self::build).
    pub fn retry_statuses(mut self, statuses: &[u16]) -> Self {
        self.retry_statuses = Some(statuses.to_vec());
        self
    }

    /// Sets the longest wait after the first attempt. The default is 0.5 s.
    ///
    /// The maximum doubles with each further attempt, up to [`max_backoff`](Self::max_backoff). Each wait is random, between
    /// 0 and its maximum.
    pub fn initial_backoff(mut self, wait: Duration) -> Self {
        self.backoff.initial = wait;
        self
    }

    /// Sets the longest wait between attempts. The default is 8 s.
    ///
    /// The wait is longer if the server requests a longer one.
    pub fn max_backoff(mut self, wait: Duration) -> Self {
        self.backoff.max = wait;
        self
    }

    /// Sets the number of retries that all calls of the client share. The default is 100.
    ///
    /// A retry after an unknown outcome counts twice. Five calls that succeed at their first attempt earn one retry back. A
    /// 404 that is returned as `None` is a success.
    ///
    /// If the budget is spent, a call has one attempt, and [`Error::retry_stopped_by`](crate::Error::retry_stopped_by) returns
    /// [`RetryLimit::Budget`](crate::RetryLimit::Budget). With 0, no call is retried.
    pub fn retry_budget(mut self, retries: u32) -> Self {
        self.retry_budget = retries;
        self
    }

    /// Sets the maximum number of requests in flight. The default is 64.
    ///
    /// Further calls wait, within their timeout. 0 is treated as 1.
    ///
    /// A request counts until its response is received. If the caller reads the body as a stream, it counts until the head is
    /// received.
    pub fn max_concurrency(mut self, requests: usize) -> Self {
        self.max_concurrency = requests;
        self
    }

    /// Enables random idempotency keys for POST requests. The default is `true`.
    ///
    /// The setting has no effect unless the [`Api`] names a header for the keys.
    pub fn idempotency_keys(mut self, send: bool) -> Self {
        self.idempotency_keys = send;
        self
    }

    /// Replaces the rate limiter.
    ///
    /// The default is a [`HeaderRateLimiter`] of this client's own, which reads the headers that the [`Api`] names.
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

    /// Sets `User-Agent` (RFC 9110, section 10.1.5).
    ///
    /// The default is the name and version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// Adds a header to every call, unless the call has a header of that name.
    ///
    /// It is sent to every endpoint, also with `auth = none`: use [`credentials`](Self::credentials) for a key. A
    /// [sensitive](https://docs.rs/http/1/http/header/struct.HeaderValue.html#method.set_sensitive) value is sent only to
    /// origins that get credentials. A header that frames the message, such as `Content-Length`, is an error of
    /// [`build`](Self::build).
    ///
    /// `Host` is sent to the server of the base URL only, and needs `http://`. With `https://`, another host than that of the
    /// base URL is an error, because HTTP/2 sends the host of the URL.
    ///
    /// To reach a server by its address, write its name into the base URL. Map the name to the address in an
    /// [`http_client`](Self::http_client), for instance with `reqwest::ClientBuilder::resolve`.
    pub fn default_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.default_headers.append(name, value);
        self
    }

    /// Changes the settings of the default HTTP client, such as its proxies, roots or limits.
    ///
    /// That client is a `reqwest::Client` (of reqwest 0.13). The function can be called more than once, because the client
    /// builds another `reqwest::Client` when the connections of the first are in doubt (see [`HttpClient::reconnect`]).
    ///
    /// ```
    /// use pivotal_runtime::Client;
    ///
    /// fn client() -> Result<Client, Box<dyn std::error::Error>> {
    ///     let proxy = reqwest::Proxy::all("http://proxy.example:3128")?;
    ///     let builder = Client::builder().base_url("https://api.example.com");
    ///     Ok(builder.configure_reqwest(move |reqwest| reqwest.proxy(proxy.clone())).build()?)
    /// }
    /// # client().unwrap();
    /// ```
    pub fn configure_reqwest(
        mut self,
        configure: impl Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync + 'static,
    ) -> Self {
        self.configure = Some(Arc::new(configure));
        self
    }

    /// Replaces the HTTP client by another [`HttpClient`], such as that of `pivotal-hyper`.
    ///
    /// It can be a `reqwest::Client` of your own, which must be configured like the default one:
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use pivotal_runtime::Client;
    ///
    /// fn client() -> Result<Client, Box<dyn std::error::Error>> {
    ///     let http = reqwest::Client::builder()
    ///         .connect_timeout(Duration::from_secs(5))
    ///         .redirect(reqwest::redirect::Policy::none())
    ///         .retry(reqwest::retry::never())
    ///         .build()?;
    ///     Ok(Client::builder().base_url("https://api.example.com").http_client(http).build()?)
    /// }
    /// # client().unwrap();
    /// ```
    ///
    /// - `redirect(reqwest::redirect::Policy::none())` is necessary, because redirects cannot be disabled later. Without it,
    ///   a redirected call is an error of kind [`Redirect`](crate::ErrorKind::Redirect), whatever its result. Redirects to
    ///   the same URL, and to a server that does not listen, are not detected.
    /// - `retry(reqwest::retry::never())` is necessary, because retries of reqwest are not counted as attempts.
    /// - The client cannot replace the connections of a `reqwest::Client` of your own. If a server stops responding on one
    ///   without closing it, later calls fail, too. Prefer [`configure_reqwest`](Self::configure_reqwest), or enable pings
    ///   (`http2_keep_alive_interval`).
    pub fn http_client(mut self, client: impl HttpClient + 'static) -> Self {
        self.http = Some(Box::new(Connections::new(client)));
        self
    }

    /// Sets the timeout for connecting, including TLS. The default is 5 s.
    ///
    /// An [`http_client`](Self::http_client) of your own has a setting of its own: with both, [`build`](Self::build) returns
    /// an error.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }
}

/// Prints neither credentials nor the base URL.
///
/// The base URL can contain a password that only `build` rejects.
impl fmt::Debug for ClientBuilder {
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
