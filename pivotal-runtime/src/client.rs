//! The production transport: an HTTP client plus retries, timeouts and rate limiting.

mod admission;
mod attempt;
mod base;
mod builder;
mod concurrency;
mod connections;
#[cfg(feature = "compression")]
mod content_encoding;
mod http_client;
#[cfg(feature = "tower")]
mod layers;
mod options;
mod origins;
mod prepare;
mod proxies;
mod proxy_error;
mod rate_limiter;
mod redirect;
mod renewal;
mod reqwest_builder;
mod reqwest_client;
mod resume;
mod retry;
mod send;
mod telemetry;
mod timeouts;
mod tracked;
mod transport_error;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, HeaderName, HeaderValue};

use self::base::{Base, Trust};
use self::concurrency::Concurrency;
use self::connections::Connections;
use self::rate_limiter::Limiter;
use self::retry::{Backoff, Budget};
use crate::base_url::BaseUrl;
use crate::credentials::ClientCredentials;
use crate::transport::SendFuture;
use crate::{Api, Body, Error, Request, Transport, WithOptions};

#[cfg(feature = "testing")]
pub(crate) use self::builder::CONNECT_TIMEOUT;
pub use self::builder::ClientBuilder;
pub(crate) use self::connections::OpenStream;
pub use self::http_client::HttpClient;
#[cfg(feature = "tower")]
pub use self::layers::{HttpService, ServiceClient};
pub use self::options::CallOptions;
pub(crate) use self::origins::Gate;
#[cfg(feature = "testing")]
pub(crate) use self::prepare::{OTHER_API, framing_header};
pub use self::proxies::SystemProxies;
pub use self::rate_limiter::{HeaderRateLimiter, RateLimitPermit, RateLimitedAttempt, RateLimiter};
#[cfg(feature = "testing")]
pub(crate) use self::redirect::redirects_disabled;
pub use self::retry::RetryLimit;
#[cfg(feature = "tracing")]
pub(crate) use self::telemetry::CallSpan;
pub(crate) use self::timeouts::Limits;
pub use self::timeouts::Timeout;

/// Calls an API over HTTP.
///
/// ```
/// use pivotal_runtime::{Bearer, Client};
///
/// # fn main() -> Result<(), pivotal_runtime::Error> {
/// let client = Client::builder()
///     .base_url("https://api.example.com")
///     .credentials(Bearer::new("t-12345678")?)
///     .build()?;
/// # Ok(()) }
/// ```
///
/// A clone is cheap. It shares everything with the original, including its connections.
///
/// The type is the same for every HTTP client that [`ClientBuilder`] can use: reqwest, or another [`HttpClient`].
///
/// Calls need a tokio runtime with timers and I/O, such as that of `#[tokio::main]`. Without a runtime, a call is an error of
/// kind [`Config`](crate::ErrorKind::Config). Without timers, tokio panics. `blocking::Client` has a runtime of its own.
///
/// # Guarantees
///
/// [Retries, timeouts and limits](crate::guide::retries_and_timeouts) has the complete tables for most of them.
///
/// - **Every call has a deadline.** By default, an attempt with its body takes at most 30 s, and the complete call 60 s.
///   Connecting takes at most 5 s, and a pause within a body 15 s. [More](crate::guide::retries_and_timeouts#timeouts).
/// - **Retries never repeat work that is not safe to repeat.** A call has at most 3 attempts. Any method is retried after
///   429, and if the server received nothing. After other failures, only an idempotent method or a POST with an idempotency
///   key is retried. [More](crate::guide::retries_and_timeouts#retries).
/// - **Retries wait.** The wait is random: at most 0.5 s after the first attempt, and doubling up to 8 s. `Retry-After` is
///   never shortened. If the server requests more than 60 s, or more than the deadline allows, the call returns the error at
///   once.
/// - **Retries do not add to the load in an outage.** All calls share a [budget](ClientBuilder::retry_budget) of 100 retries.
///   A retry after an unknown outcome counts twice. Five calls that succeed at their first attempt earn one retry back.
/// - **A request that the server did not process is sent again at once**, at most twice in a call, whatever its method. It
///   does not count as an attempt. It happens if the connection was closed too early, or if an HTTP/2 server rejects the
///   request as unprocessed.
/// - **A connection that stops responding is replaced.** After an attempt timed out, retries and new calls use [other
///   connections](HttpClient::reconnect). While requests are in flight, the default HTTP client pings an HTTP/2 connection
///   after 20 s of silence, and closes it after 10 s without a response.
/// - **Unread streams stall no other call.** At most 16 streamed bodies share the HTTP/2 connections of the client. The next
///   requests open other connections.
/// - **A POST does its work once.** By default, it is not retried after an unknown outcome. If the [`Api`] names a header for
///   idempotency keys, each POST gets a key of its own, and is retried. [More](crate::guide::idempotency).
/// - **Calls respect the rate limit.** The client reads it from the headers of each response. If nothing remains, calls wait
///   for the reset, at most 60 s. [More](crate::guide::rate_limits).
/// - **Credentials go to the origin of the base URL**, and to origins that the [`Api`] or the builder lists. By default,
///   they are not sent over plain HTTP, except to this machine, and redirects are not followed.
///   [More](crate::guide::credentials).
/// - **Expired credentials are refreshed once.** After a 401, one refresh serves all calls, and the call is repeated if its
///   body is not a stream. This needs [`Credentials`](crate::Credentials) that implement `refresh`.
///   [More](crate::guide::credentials).
/// - **`Debug` prints no secrets.** It prints neither credentials nor the path of the base URL. [`Error`](crate::Error)
///   describes the texts of errors.
/// - **At most 64 requests are in flight.** A call that waits for the rate limiter does not count. A response whose body the
///   caller reads as a stream does not count, either.
/// - **Memory is bounded.** At most 16 MiB of a body, or of one event or line of a stream, are read into memory. Of the body
///   of an error, it is 64 KiB. Both count decoded bytes.
/// - **Dropping the future of a call cancels it.** It is unknown then whether the server did the work. To repeat a POST, set
///   an [`idempotency_key`](CallOptions::idempotency_key). [More](crate::guide::idempotency).
///
/// # All settings
///
/// Each setting has one name at each level. The call wins over the method, the method over its trait, the trait over the
/// client, and the client over the [`Api`].
///
/// | setting | default | [`CallOptions`] | [`endpoint`](crate::endpoint), [`endpoints`](crate::endpoints) | [`ClientBuilder`] | [`Api`] |
/// | --- | --- | --- | --- | --- | --- |
/// | base URL | | | | `base_url`, [`Client::at`] | `base_url` |
/// | credentials | none | | `auth` | `credentials` | |
/// | headers | `User-Agent`, `Accept` | `header` | `header` | `default_header`, `user_agent` | `header` |
/// | timeout of a call | 60 s | `timeout` | `timeout` | `timeout` | |
/// | timeout of an attempt | 30 s | `attempt_timeout` | | `attempt_timeout` | |
/// | timeout for connecting | 5 s | | | `connect_timeout` | |
/// | timeout for more of a body | 15 s | `read_timeout` | | `read_timeout` | |
/// | attempts | 3 | `max_attempts` | | `max_attempts` | |
/// | safe to repeat | as the HTTP method | | `idempotent` | | |
/// | redirects | 0 | | | `max_redirects` | |
/// | further statuses to retry | none | | | `retry_statuses` | `retry_statuses` |
/// | back-off | 0.5 s, 8 s | | | `initial_backoff`, `max_backoff` | |
/// | retry budget | 100 retries | | | `retry_budget` | |
/// | idempotency key | none | `idempotency_key` | `header` | `idempotency_keys` | [its header](Api::idempotency_key_header) |
/// | rate limit | waits | `wait_for_rate_limit` | | `wait_for_rate_limit`, `rate_limiter` | `rate_limit` |
/// | statuses of a success | 2xx | | `success` | | |
/// | type of errors | none | | `error` | | `error` |
/// | format of bodies | [`Json`](crate::Json) | | `format` | | |
/// | bytes of a response | 16 MiB | `max_response_bytes` | | `max_response_bytes` | |
/// | complete URLs in traces | no | | | `trace_full_urls` | |
/// | concurrent requests | 64 | | | `max_concurrency` | |
/// | layers | none | | | `layer` | |
/// | proxies, root certificates and so on | as reqwest | | | `configure_reqwest`, `http_client` | |
///
/// The default `Accept` matches the [type of the response](crate::return_type::FromBody).
///
/// A `timeout` of a call or a declaration raises the timeout of an attempt to the same value. One attempt can then take as
/// long, for instance a long poll. For a stream, it raises the timeout for more of the body, too. The `timeout` of the client
/// does neither.
///
/// A header that a method declares is an idempotency key only if the [`Api`] names it. Any other header does not make a POST
/// safe to repeat, unless the call has [`CallOptions::idempotency_key`], too.
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner>,
    /// Replaces the base URL of the builder.
    base: Option<Arc<Base>>,
}

struct Inner {
    settings: Settings,
    http: Box<dyn ErasedHttpClient>,
}

/// An [`HttpClient`] that can be used as `dyn`. The future of a call contains the type of its HTTP client, so it is compiled
/// where the builder builds that client. For reqwest, that is this crate, and not the user's.
trait ErasedHttpClient: Send + Sync {
    fn send<'a>(&'a self, settings: &'a Settings, base: &'a Base, request: Request) -> SendFuture<'a>;

    /// Returns the HTTP client without the replacement of its connections, for layers.
    #[cfg(feature = "tower")]
    fn share(&self) -> Arc<dyn layers::SharedHttpClient>;
}

impl<H: HttpClient + 'static> ErasedHttpClient for Connections<H> {
    fn send<'a>(&'a self, settings: &'a Settings, base: &'a Base, request: Request) -> SendFuture<'a> {
        #[cfg(feature = "tracing")]
        if let Some(call) = telemetry::TracedCall::new(&request) {
            return call.send(Box::pin(send::send(self, settings, base, request)));
        }
        Box::pin(send::send(self, settings, base, request))
    }

    #[cfg(feature = "tower")]
    fn share(&self) -> Arc<dyn layers::SharedHttpClient> {
        self.current()
    }
}

struct Settings {
    api: Option<&'static Api>,
    base: Base,
    trust: Trust,
    credentials: Option<ClientCredentials>,
    user_agent: HeaderValue,
    /// The headers of the builder, and then those of the API.
    default_headers: HeaderMap,
    /// Calls get idempotency keys, if the API names a header for them.
    idempotency_keys: bool,
    /// The header for idempotency keys that the API names.
    idempotency_key: Option<HeaderName>,
    limits: Limits,
    max_redirects: u32,
    /// `None` if it is unknown.
    concurrency: Concurrency,
    backoff: Backoff,
    budget: Budget,
    /// Replaces the statuses of the API.
    retry_statuses: Option<Vec<u16>>,
    rate_limiter: Limiter,
    /// Spans contain the complete URL.
    #[cfg(feature = "tracing")]
    traces_full_urls: bool,
}

impl Client {
    /// Creates a builder with the default settings.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    fn new(http: Box<dyn ErasedHttpClient>, settings: Settings) -> Self {
        Self { inner: Arc::new(Inner { settings, http }), base: None }
    }

    fn send_once(
        &self,
        #[cfg_attr(not(feature = "testing"), expect(unused_mut, reason = "a fake needs the call"))]
        mut request: Request,
    ) -> SendFuture<'_> {
        #[cfg(feature = "testing")]
        request.record_call();
        self.inner.http.send(&self.inner.settings, self.base(), request)
    }

    fn base(&self) -> &Base {
        self.base.as_deref().unwrap_or(&self.inner.settings.base)
    }

    /// Returns the same client with another base URL, such as a server for uploads.
    ///
    /// It shares connections, the rate limiter and all other settings. Each origin has connections of its own. The default
    /// HTTP client uses the proxies of the environment depending on the base URL of the builder, and not on this one.
    ///
    /// Credentials and sensitive default headers are sent to these origins only:
    ///
    /// - the origin of the builder's base URL;
    /// - origins that the [`Api`] lists ([`credential_origins`](Api::credential_origins));
    /// - origins that the builder lists ([`credential_origin`](ClientBuilder::credential_origin)).
    ///
    /// The same holds for URLs from the server (template `"<url>"`, next pages) and for redirects.
    ///
    /// ```
    /// use pivotal_runtime::{Bearer, Client};
    ///
    /// # fn main() -> Result<(), pivotal_runtime::Error> {
    /// let github = Client::builder()
    ///     .base_url("https://api.github.com")
    ///     .credential_origin("https://uploads.github.com")
    ///     .credentials(Bearer::new("t-12345678")?)
    ///     .build()?;
    /// let uploads = github.at("https://uploads.github.com")?;
    /// assert_eq!(uploads.base_url(), "https://uploads.github.com");
    /// # Ok(()) }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if the URL is not a base URL, or if credentials would be sent over plain HTTP.
    pub fn at(&self, base_url: &str) -> Result<Self, Error> {
        let base = self.inner.settings.trust.base(BaseUrl::parse(base_url)?)?;
        Ok(Self { inner: Arc::clone(&self.inner), base: Some(Arc::new(base)) })
    }

    /// Returns the API whose conventions apply; `None` if the builder set none.
    #[must_use]
    pub fn api(&self) -> Option<&'static Api> {
        self.inner.settings.api
    }

    /// Returns the base URL, without a trailing slash.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.base().url.as_str()
    }

    /// Returns this client with options for its calls, like [`Transport::with`].
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use pivotal_runtime::{CallOptions, Client, Error, Transport, endpoint};
    ///
    /// trait Reports: Transport {
    ///     #[endpoint(POST, "/reports/<id>")]
    ///     async fn create(&self, id: u64) -> Result<String, Error>;
    /// }
    /// impl<T: Transport> Reports for T {}
    ///
    /// # async fn example(client: Client) -> Result<(), Error> {
    /// let slow = client.with(CallOptions::new().timeout(Duration::from_secs(300)).max_attempts(1));
    /// let report = slow.create(7).await?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with(&self, options: CallOptions) -> WithOptions<'_, Self> {
        WithOptions::new(self, options)
    }
}

impl Transport for Client {
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        self.boxed_send(request)
    }

    fn api(&self) -> Option<&'static Api> {
        self.inner.settings.api
    }

    fn boxed_send(&self, request: Request) -> SendFuture<'_> {
        match Self::resumable(&request) {
            Some(kept) => self.send_resumable(request, kept),
            None => self.send_once(request),
        }
    }
}

/// Prints the origin of the base URL and the names of the default headers.
///
/// It does not print the path of the base URL, which can contain a token. It prints neither credentials nor the HTTP client,
/// whose headers and proxies can contain passwords.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = &self.inner.settings;
        f.debug_struct("Client")
            .field("api", &settings.api)
            .field("base_url", &self.base().url)
            .field("credentials", &settings.credentials)
            .field("default_headers", &settings.default_headers.keys().collect::<Vec<_>>())
            .field("limits", &settings.limits)
            .finish_non_exhaustive()
    }
}
