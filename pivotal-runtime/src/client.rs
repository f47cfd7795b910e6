//! The production transport: an HTTP client plus retries, timeouts and rate limiting.

mod attempt;
mod builder;
mod call;
mod concurrency;
mod failure;
mod http_client;
#[cfg(feature = "hyper")]
mod hyper_client;
mod options;
mod prepare;
mod reqwest_client;
mod room;

use std::fmt;
use std::sync::Arc;

use http::{HeaderMap, HeaderValue};

use self::concurrency::Concurrency;
use crate::base_url::BaseUrl;
use crate::policy::{Budget, Gate, Limits};
use crate::transport::BoxFuture;
use crate::{ApiKey, Body, Error, Request, Transport};

pub use self::builder::{ClientBuilder, ReqwestSettings};
pub(crate) use self::concurrency::Permit;
pub use self::http_client::HttpClient;
#[cfg(feature = "hyper")]
pub use self::hyper_client::HyperSettings;
pub use self::options::{CallOptions, ClientWithOptions};

/// Calls the API over HTTP.
///
/// A clone shares everything with the original, above all its connections, and costs next to nothing. The type is the same
/// for every HTTP client that [`ClientBuilder`] can put in it: reqwest, hyper, or an [`HttpClient`] of your own.
///
/// Calls are made within a tokio runtime; elsewhere they are errors of kind [`Config`](crate::ErrorKind::Config). Its timers
/// and I/O are enabled, as those of `#[tokio::main]` are: tokio panics otherwise. `blocking::Client` brings its own.
///
/// # What it promises
///
/// - **A call ends.** By default, connecting takes 5 s at most, silence in the middle of a body 15 s, an attempt 30 s
///   with its body, and the whole call 60 s with all attempts and waits. No wait begins that would end later.
/// - **It is sent again only where that is safe.** At most 3 attempts; with GET, HEAD, OPTIONS, PUT, DELETE, with what is
///   declared `idempotent`, and with a POST under its `Idempotency-Key`, after 408, 500, 502, 503, 504 and an unknown
///   outcome; under a key also after a 409 to a later attempt, since an earlier one may still run; with any
///   method, after 429 and where the server has seen nothing. `x-should-retry: false` stops retries; `true` adds its
///   status to these, except for a call that is unsafe to repeat.
/// - **Between attempts it waits**, at random up to 0.5 s after the first, up to twice as long after each further one,
///   and up to 8 s at most. `Retry-After` and `retry-after-ms` are never cut short: where they ask for more than 60 s, or
///   more than is left, the error comes at once.
/// - **In an outage, retries do not add to the load.** All calls share a budget of 100 retries, of which one after an
///   unknown outcome costs two; five calls that succeed at their first attempt earn one back.
/// - **A POST does its work once.** Each gets an `Idempotency-Key` of its own, the same for all its attempts, unless its
///   endpoint has `auth = none`: the server keeps keys for the workspace of the API key.
/// - **It keeps to the rate limit.** It reads the [standard headers](crate::RateLimitHeaders) and waits up to a minute for the
///   reset rather than being refused. A limit of 0 and a reset in the past are no limit.
/// - **The key goes to the base URL and nowhere else**, and not in clear text, except to this machine. Redirects are not
///   followed. `Debug` shows the start of the key that is safe to log, and the base URL without its path.
/// - **What comes in is bounded**: 16 MiB of a body, unless it is read as a stream; 64 KiB of that of an error.
/// - **Dropping the future of a call** ends it, as `select!` does. Whether the server did the work is unknown then: a POST
///   that is to be made again needs an [`idempotency_key`](CallOptions::idempotency_key) of yours.
///
/// Limits of time, of attempts and of what comes in can be set for the client, by its [`ClientBuilder`], and for single
/// calls, [`with`](Self::with) [`CallOptions`]; keys and waiting for the rate limit can be switched off for the client.
///
/// ```no_run
/// use pivotal_runtime::Client;
///
/// # fn main() -> Result<(), pivotal_runtime::Error> {
/// let client = Client::from_env()?;
/// let local = Client::builder().api_key("pivotal_test_K8s9vQ2mXw7b").base_url("http://127.0.0.1:8080").build()?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
pub struct Client {
    inner: Arc<Inner<dyn ErasedHttpClient>>,
}

struct Inner<H: ?Sized> {
    settings: Settings,
    http: H,
}

/// An [`HttpClient`] that can be used as `dyn`. The future of a call names its HTTP client, so it is compiled where the
/// builder builds that client. For reqwest and hyper, that is in this crate, and not in the user's.
trait ErasedHttpClient: Send + Sync {
    fn call<'a>(&'a self, settings: &'a Settings, request: Request, options: Option<&CallOptions>) -> Sending<'a>;
}

impl<H: HttpClient> ErasedHttpClient for H {
    fn call<'a>(&'a self, settings: &'a Settings, request: Request, options: Option<&CallOptions>) -> Sending<'a> {
        Box::pin(call::call(self, settings, request, options))
    }
}

type Sending<'a> = BoxFuture<'a, Result<http::Response<Body>, Error>>;

struct Settings {
    base_url: BaseUrl,
    api_key: Option<ApiKey>,
    user_agent: HeaderValue,
    default_headers: HeaderMap,
    idempotency_keys: bool,
    limits: Limits,
    concurrency: Concurrency,
    budget: Budget,
    gate: Option<Gate>,
}

impl Client {
    /// Starts building a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder::default()
    }

    /// A client with the key in `PIVOTAL_API_KEY` and, where that is set, the base URL in
    /// `PIVOTAL_BASE_URL`.
    ///
    /// # Errors
    ///
    /// If `PIVOTAL_API_KEY` is not set, or either of them makes no client.
    pub fn from_env() -> Result<Self, Error> {
        let key = std::env::var("PIVOTAL_API_KEY")
            .map_err(|_| Error::config("`PIVOTAL_API_KEY` is not set; put an API key of your workspace in it"))?;
        let builder = Self::builder().api_key(key);
        match std::env::var("PIVOTAL_BASE_URL") {
            Ok(url) if !url.is_empty() => builder.base_url(url).build(),
            Err(std::env::VarError::NotUnicode(_)) => {
                Err(Error::config("`PIVOTAL_BASE_URL` is not a URL; write it like `https://host`"))
            }
            _ => builder.build(),
        }
    }

    fn new(http: impl HttpClient + 'static, settings: Settings) -> Self {
        Self { inner: Arc::new(Inner { settings, http }) }
    }

    fn call(&self, request: Request, options: Option<&CallOptions>) -> Sending<'_> {
        self.inner.http.call(&self.inner.settings, request, options)
    }

    /// The key that the client calls with.
    #[must_use]
    pub fn api_key(&self) -> Option<&ApiKey> {
        self.inner.settings.api_key.as_ref()
    }

    /// The base URL, without a slash at its end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.inner.settings.base_url.as_str()
    }

    /// The same client with other options: a transport for single calls.
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
    pub fn with(&self, options: CallOptions) -> ClientWithOptions<'_> {
        ClientWithOptions { client: self, options }
    }
}

impl Transport for Client {
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        self.call(request, None)
    }

    fn boxed_send(&self, request: Request) -> Sending<'_> {
        self.call(request, None)
    }
}

/// Prints the loggable start of the key, the origin of the base URL, whose path may contain a token, and the names of the
/// default headers. Of the HTTP client it prints nothing, since that may have headers and proxies with passwords.
impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let settings = &self.inner.settings;
        f.debug_struct("Client")
            .field("api_key", &settings.api_key)
            .field("base_url", &settings.base_url)
            .field("default_headers", &settings.default_headers.keys().collect::<Vec<_>>())
            .field("limits", &settings.limits)
            .finish_non_exhaustive()
    }
}
