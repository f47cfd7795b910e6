//! The real transport: HTTP by reqwest.

mod builder;
mod send;

use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderValue};

use crate::base_url::BaseUrl;
use crate::{ApiKey, Body, Error, Request, Transport};

pub use self::builder::ClientBuilder;

/// Calls the API over HTTP.
///
/// A clone shares everything with the original, above all its connections, and costs next to nothing.
///
/// - The key goes to the base URL and nowhere else. Redirects are not followed.
/// - A call ends within [`timeout`](ClientBuilder::timeout), reading the body included.
/// - `Debug` shows the start of the key that is safe to log, and the base URL.
///
/// ```no_run
/// use pivotal_runtime::Client;
///
/// # fn main() -> Result<(), pivotal_runtime::Error> {
/// let client = Client::from_env()?;
/// let local = Client::builder().api_key("pivotal_test_K8s9vQ2mXw7b").base_url("http://127.0.0.1:8080").build()?;
/// # Ok(()) }
/// ```
#[derive(Debug, Clone)]
pub struct Client {
    settings: Arc<Settings>,
}

#[derive(Debug)]
struct Settings {
    http: reqwest::Client,
    /// The client is the user's own, so it may follow redirects.
    may_redirect: bool,
    base_url: BaseUrl,
    api_key: Option<ApiKey>,
    user_agent: HeaderValue,
    default_headers: HeaderMap,
    timeout: Duration,
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
            _ => builder.build(),
        }
    }

    /// The key that the client calls with.
    #[must_use]
    pub fn api_key(&self) -> Option<&ApiKey> {
        self.settings.api_key.as_ref()
    }

    /// The base URL, without a slash at its end.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.settings.base_url.as_str()
    }
}

impl Transport for Client {
    fn send(&self, request: Request) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        send::send(&self.settings, request)
    }
}
