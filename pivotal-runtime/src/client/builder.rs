//! From settings to a [`Client`].

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::{Client, Settings};
use crate::base_url::BaseUrl;
use crate::{ApiKey, Error};

const BASE_URL: &str = "https://my.pivotal.app";
const TIMEOUT: Duration = Duration::from_secs(30);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const USER_AGENT: &str = concat!("pivotal-runtime/", env!("CARGO_PKG_VERSION"));

/// Settings of a [`Client`] to be. The first one that is wrong is reported by [`build`](Self::build).
#[derive(Default)]
#[must_use = "nothing is built before `build`"]
pub struct ClientBuilder {
    api_key: Option<Result<ApiKey, Error>>,
    base_url: Option<String>,
    timeout: Option<Duration>,
    user_agent: Option<String>,
    http: Option<reqwest::Client>,
    default_headers: HeaderMap,
}

impl ClientBuilder {
    /// The key to call with. Without one, only endpoints with `auth = none` can be called.
    pub fn api_key<K>(mut self, key: K) -> Self
    where
        K: TryInto<ApiKey>,
        K::Error: Into<Error>,
    {
        self.api_key = Some(key.try_into().map_err(Into::into));
        self
    }

    /// Where the server is; by default `https://my.pivotal.app`. Proxies of the environment (`HTTPS_PROXY` and
    /// so on) are used, except for a server on this machine. A path is put before the path of every
    /// endpoint, except for segments at its end that the endpoint's path starts with anyway: with
    /// `https://my.pivotal.app/api/v1`, too, `/api/v1/me` is asked for once.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// How long a call may take, from connecting to the last byte of the body; by default 30 s. A body that the
    /// caller reads as a stream may take longer.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// `User-Agent` (RFC 9110, section 10.1.5); by default the name and version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
        self
    }

    /// A header that every call sends, unless the call sends one of that name itself.
    ///
    /// What the client sends by itself (`Authorization`, `User-Agent`, `Accept`) cannot be replaced like this.
    pub fn default_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.default_headers.append(name, value);
        self
    }

    /// A `reqwest::Client` of your own, with the proxies, roots and connections that you want.
    ///
    /// Build it with `redirect(reqwest::redirect::Policy::none())`: a client cannot be told later not to
    /// follow redirects, so a call that was redirected is an error of kind
    /// [`Redirect`](crate::ErrorKind::Redirect), whatever came of it.
    pub fn http_client(mut self, client: reqwest::Client) -> Self {
        self.http = Some(client);
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the key, the base URL or the user agent cannot be right, or TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        let api_key = self.api_key.transpose()?;
        let base_url = BaseUrl::parse(self.base_url.as_deref().unwrap_or(BASE_URL))?;
        let user_agent = HeaderValue::try_from(self.user_agent.as_deref().unwrap_or(USER_AGENT))
            .map_err(|_| Error::config("the user agent holds a character that a header value cannot hold"))?;
        let may_redirect = self.http.is_some();
        let http = match self.http {
            Some(client) => client,
            None => http_client(&base_url)?,
        };
        let timeout = self.timeout.unwrap_or(TIMEOUT);
        Ok(Client {
            settings: Arc::new(Settings {
                http,
                may_redirect,
                base_url,
                api_key,
                user_agent,
                default_headers: self.default_headers,
                timeout,
            }),
        })
    }
}

fn http_client(base_url: &BaseUrl) -> Result<reqwest::Client, Error> {
    let builder = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .connect_timeout(CONNECT_TIMEOUT);
    // A proxy from the environment is for servers elsewhere.
    let builder = if base_url.is_loopback() { builder.no_proxy() } else { builder };
    builder.build().map_err(|error| Error::config("the HTTP client could not be set up").because(error))
}

/// Prints which settings are given; of the key its loggable start, of the base URL nothing, since it may hold a
/// password that only `build` will refuse.
impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("api_key", &self.api_key)
            .field("base_url", &self.base_url.as_ref().map(|_| "…"))
            .field("timeout", &self.timeout)
            .field("user_agent", &self.user_agent)
            .field("default_headers", &self.default_headers.keys().collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}
