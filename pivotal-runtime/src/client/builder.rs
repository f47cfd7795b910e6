//! From settings to a [`Client`].

use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use super::{Client, Settings};
use crate::base_url::BaseUrl;
use crate::{ApiKey, Error};

const BASE_URL: &str = "https://my.pivotal.app";
const TIMEOUT: Duration = Duration::from_secs(30);
const USER_AGENT: &str = concat!("pivotal-runtime/", env!("CARGO_PKG_VERSION"));

/// Settings of a [`Client`] to be. The first one that is wrong is reported by [`build`](Self::build).
#[derive(Debug, Default)]
#[must_use = "nothing is built before `build`"]
pub struct ClientBuilder {
    api_key: Option<Result<ApiKey, Error>>,
    base_url: Option<String>,
    timeout: Option<Duration>,
    user_agent: Option<String>,
    http: Option<reqwest::Client>,
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

    /// Where the server is; by default `https://my.pivotal.app`. A path is put before the path of every
    /// endpoint, except for segments at its end that the endpoint's path starts with anyway: with
    /// `https://my.pivotal.app/api/v1`, too, `/api/v1/me` is asked for once.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// How long a call may take, from connecting to the last byte of the body; by default 30 s.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// `User-Agent` (RFC 9110, section 10.1.5); by default the name and version of this crate.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = Some(user_agent.into());
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
            None => reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .retry(reqwest::retry::never())
                .build()
                .map_err(|error| Error::config("the HTTP client could not be set up").because(error))?,
        };
        let timeout = self.timeout.unwrap_or(TIMEOUT);
        Ok(Client { settings: Arc::new(Settings { http, may_redirect, base_url, api_key, user_agent, timeout }) })
    }
}
