//! The production transport: an HTTP client plus retries, timeouts and rate limiting.

mod admission;
mod attempt;
mod base;
mod builder;
mod call;
mod concurrency;
mod http_client;
mod options;
mod prepare;
mod rate_limiter;
mod renewal;
mod reqwest_client;
mod transport_error;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use self::base::{Base, Trust};
use self::concurrency::Concurrency;
use self::rate_limiter::Limiter;
use crate::base_url::BaseUrl;
use crate::credentials::ClientCredentials;
use crate::policy::{Backoff, Budget, Limits};
use crate::transport::BoxFuture;
use crate::{Api, Body, Error, Request, Transport, WithOptions};

pub use self::builder::{ClientBuilder, ReqwestSettings};
pub use self::http_client::HttpClient;
pub use self::options::CallOptions;
pub use self::rate_limiter::{HeaderRateLimiter, RateLimitPermit, RateLimitedAttempt, RateLimiter};

/// Calls the API over HTTP.
///
/// A clone shares everything with the original, above all its connections, and costs next to nothing. The type is the same
/// for every HTTP client that [`ClientBuilder`] can put in it: reqwest, or another [`HttpClient`].
///
/// Calls are made within a tokio runtime; elsewhere they are errors of kind [`Config`](crate::ErrorKind::Config). Its timers
/// and I/O are enabled, as those of `#[tokio::main]` are: tokio panics otherwise. `blocking::Client` brings its own.
///
/// # What it promises
///
/// - **A call ends.** By default, connecting takes 5 s at most, silence in the middle of a body 15 s, an attempt 30 s
///   with its body, and the whole call 60 s with all attempts and waits. No wait begins that would end later.
/// - **It is sent again only where that is safe.** At most 3 attempts; with GET, HEAD, OPTIONS, PUT, DELETE, with what is
///   declared `idempotent`, and with a POST under an idempotency key, after 408, 500, 502, 503, 504, the statuses that the
///   [`Api`] lists and an unknown outcome; under a key also after a 409 to a later attempt, since an earlier one may still
///   run; with any method, after 429 and where the server has seen nothing. `x-should-retry: false` stops retries, `true`
///   adds the status.
/// - **Between attempts it waits**, at random up to 0.5 s after the first, up to twice as long after each further one,
///   and up to 8 s at most. `Retry-After` and `retry-after-ms` are never cut short: where they ask for more than 60 s, or
///   more than is left, the error comes at once.
/// - **In an outage, retries do not add to the load.** All calls share a budget of 100 retries, of which one after an
///   unknown outcome costs two; five calls that succeed at their first attempt earn one back.
/// - **A POST does its work once.** It is not retried, unless the [`Api`] names the header in which its server takes
///   idempotency keys: each POST gets a key of its own then, the same for all its attempts.
/// - **It follows the rate limit.** A [`HeaderRateLimiter`] reads the headers that the [`Api`] names, or [the
///   standard ones](crate::RateLimitHeaders). If nothing remains, calls wait up to a minute for the reset. A limit of 0, or a
///   reset in the past, is ignored. [`ClientBuilder::rate_limiter`] sets another [`RateLimiter`], or one that clients share.
/// - **Credentials go to the base URL's origin**, to origins that the [`Api`] or the builder lists, and nowhere else. They do
///   not go over plain HTTP, except to this machine. Redirects are not followed. `Debug` shows nothing of credentials, and
///   the base URL without its path. After a 401, credentials that can be refreshed are refreshed once, for all calls that met
///   one, and the call is repeated.
/// - **At most 64 requests are in flight.** A call that waits for the rate limiter does not count, and neither does a body that
///   the caller reads as a stream after its head.
/// - **What comes in is bounded**: 16 MiB of a body, unless it is read as a stream; 64 KiB of that of an error.
/// - **Dropping the future of a call** ends it, as `select!` does. Whether the server did the work is unknown then: a POST
///   that is to be made again needs an [`idempotency_key`](CallOptions::idempotency_key) of yours.
///
/// # Settings
///
/// Each setting has one name at each level where it can be given. The call wins over the method, the method over its trait, the
/// trait over the client, and the client over the [`Api`].
///
/// | setting | call: [`CallOptions`] | method, trait: [`endpoint`](crate::endpoint), [`endpoints`](crate::endpoints) | client: [`ClientBuilder`] | [`Api`] | default |
/// | --- | --- | --- | --- | --- | --- |
/// | base URL | | | `base_url`, [`Client::at`] | `base_url` | |
/// | credentials | | `auth = none` or `client` | `credentials` | | none |
/// | headers | `header` | `header("Name")` | `default_header`, `user_agent` | `header` | `Accept: application/json`, `User-Agent` |
/// | timeout of a call | `timeout` | `timeout = "90s"` | `timeout` | | 60 s |
/// | timeout of an attempt | `attempt_timeout`, raised by `timeout` | raised by `timeout` | `attempt_timeout` | | 30 s |
/// | timeout for connecting | | | `connect_timeout` | | 5 s |
/// | timeout for more of a body | `read_timeout` | | `read_timeout` | | 15 s |
/// | attempts | `max_attempts` | | `max_attempts` | | 3 |
/// | safe to repeat | | `idempotent` | | | as the HTTP method |
/// | statuses to retry, besides 408, 429, 500, 502, 503, 504 | | | `retry_statuses` | `retry_statuses` | none |
/// | back-off | | | `initial_backoff`, `max_backoff` | | 0.5 s, 8 s |
/// | retry budget | | | `retry_budget` | | 100 retries |
/// | idempotency key | `idempotency_key` | `header("Name") = key` | `idempotency_keys` | `idempotency_key_header` | none |
/// | rate limit | `wait_for_rate_limit` | | `wait_for_rate_limit`, `rate_limiter` | `rate_limit` | waits, by the standard headers |
/// | statuses of a success | | `success` | | | 2xx |
/// | type of errors | | `error = Type` | | `error` | none |
/// | bytes of a response | `max_response_bytes` | | `max_response_bytes` | | 16 MiB |
/// | concurrent requests | | | `max_concurrency` | | 64 |
///
/// A timeout that a call or a declaration gives raises the timeout of an attempt to it, so that one attempt can take as long, as
/// in a long poll. That of the client does not: it is the sum of all attempts and waits.
///
/// ```
/// use pivotal_runtime::{Bearer, Client};
///
/// # fn main() -> Result<(), pivotal_runtime::Error> {
/// let client = Client::builder().base_url("https://api.example.com").credentials(Bearer::new("t-12345678")?).build()?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner<dyn ErasedHttpClient>>,
    /// In place of that of the builder.
    base: Option<Arc<Base>>,
}

struct Inner<H: ?Sized> {
    settings: Settings,
    http: H,
}

/// An [`HttpClient`] that can be used as `dyn`. The future of a call names its HTTP client, so it is compiled where the
/// builder builds that client. For reqwest, that is in this crate, and not in the user's.
trait ErasedHttpClient: Send + Sync {
    fn call<'a>(&'a self, settings: &'a Settings, base: &'a Base, request: Request) -> Sending<'a>;
}

impl<H: HttpClient> ErasedHttpClient for H {
    fn call<'a>(&'a self, settings: &'a Settings, base: &'a Base, request: Request) -> Sending<'a> {
        Box::pin(call::call(self, settings, base, request))
    }
}

type Sending<'a> = BoxFuture<'a, Result<http::Response<Body>, Error>>;

struct Settings {
    api: Option<&'static Api>,
    base: Base,
    trust: Trust,
    credentials: Option<ClientCredentials>,
    user_agent: HeaderValue,
    /// Those of the builder, and then those of the API.
    default_headers: HeaderMap,
    /// Whether calls get idempotency keys, if the API takes them.
    idempotency_keys: bool,
    /// The header in which the API takes idempotency keys.
    idempotency_key: Option<HeaderName>,
    limits: Limits,
    /// If it is known.
    connect_timeout: Option<Duration>,
    concurrency: Concurrency,
    backoff: Backoff,
    budget: Budget,
    /// In place of those of the API.
    retry_statuses: Option<Vec<u16>>,
    rate_limiter: Limiter,
}

impl Client {
    /// Starts building a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    fn new(http: impl HttpClient + 'static, settings: Settings) -> Self {
        Self { inner: Arc::new(Inner { settings, http }), base: None }
    }

    fn call(&self, request: Request) -> Sending<'_> {
        self.inner.http.call(&self.inner.settings, self.base(), request)
    }

    fn base(&self) -> &Base {
        self.base.as_deref().unwrap_or(&self.inner.settings.base)
    }

    /// The same client with another base URL, for servers beside the main one, such as one for uploads. It shares its
    /// connections, rate limiter and other policies. Each origin has connections of its own.
    ///
    /// Credentials and sensitive default headers go along if the origin is that of the builder's base URL, or one that the
    /// [`Api`] ([`credential_origins`](Api::credential_origins)) or the builder
    /// ([`credential_origin`](ClientBuilder::credential_origin)) lists. To any other origin, calls are sent without them.
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
    /// If the URL is not a base URL, or credentials would be sent over plain HTTP.
    pub fn at(&self, base_url: &str) -> Result<Self, Error> {
        let base = self.inner.settings.trust.base(BaseUrl::parse(base_url)?)?;
        Ok(Self { inner: Arc::clone(&self.inner), base: Some(Arc::new(base)) })
    }

    /// The API whose conventions it follows.
    #[must_use]
    pub fn api(&self) -> Option<&'static Api> {
        self.inner.settings.api
    }

    /// The base URL, without a slash at its end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.base().url.as_str()
    }

    /// Returns this client with options for its calls, like [`Transport::with`].
    ///
    /// ```no_run
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
        self.call(request)
    }

    fn api(&self) -> Option<&'static Api> {
        self.inner.settings.api
    }

    fn boxed_send(&self, request: Request) -> Sending<'_> {
        self.call(request)
    }
}

/// Prints the origin of the base URL, whose path may contain a token, and the names of the default headers. Of credentials
/// and of the HTTP client, which may have headers and proxies with passwords, it prints nothing.
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
