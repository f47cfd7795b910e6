//! Checks the settings, and builds the client.

use http::HeaderValue;

use super::{CONNECT_TIMEOUT, ClientBuilder, USER_AGENT};
use crate::base_url::BaseUrl;
use crate::client::base::Trust;
use crate::client::connections::Connections;
use crate::client::reqwest_builder::DefaultClient;
use crate::client::retry::Budget;
#[cfg(feature = "metrics")]
use crate::client::telemetry;
use crate::client::{Client, Concurrency, Settings};
use crate::headers::find_framing;
use crate::{Api, Error, status};

impl ClientBuilder {
    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// Returns an error of kind [`Config`](crate::ErrorKind::Config) in these cases:
    ///
    /// - the base URL is missing, or is not one;
    /// - another setting is wrong;
    /// - credentials would be sent over plain HTTP;
    /// - a proxy of the environment is not a URL;
    /// - TLS cannot be set up.
    pub fn build(self) -> Result<Client, Error> {
        let Some(base_url) = self.base_url.as_deref().or(self.api.and_then(|api| api.base_url)) else {
            return Err(Error::config(
                "the client has no base URL; call `base_url`, or `api` with an `Api` that has one",
            ));
        };
        let base_url = BaseUrl::parse(base_url)?;
        let has_secrets = self.credentials.is_some() || self.default_headers.values().any(HeaderValue::is_sensitive);
        let api_origins = self.api.map_or(&[][..], |api| api.credential_origins).iter().copied();
        let origins = api_origins.chain(self.credential_origins.iter().map(String::as_str));
        let trust = Trust::new(&base_url, origins, has_secrets, self.allow_http)?;
        let base = trust.base(base_url)?;
        let user_agent = HeaderValue::try_from(self.user_agent.as_deref().unwrap_or(USER_AGENT)).map_err(|_| {
            Error::config(
                "the user agent contains a character that is not allowed in a header; use visible ASCII characters",
            )
        })?;
        if let Some(status) = self.retry_statuses.iter().flatten().find(|status| !status::is_error(**status)) {
            return Err(Error::config(format!(
                "`{status}` is not the status of an error; retry statuses from 400 to 599"
            )));
        }
        if let Some(name) = find_framing(&self.default_headers) {
            return Err(Error::config(format!("the default header `{name}` belongs to the connection; remove it")));
        }
        if self.http.is_some() && self.configure.is_some() {
            return Err(Error::config(
                "`configure_reqwest` is for the default HTTP client; remove it, or `http_client`",
            ));
        }
        if !base.url.accepts_host(&self.default_headers) {
            return Err(Error::config(
                "the default header `Host` is ignored by servers over HTTP/2; write the host into the base URL, and map it to \
                 an address in an `http_client` of your own",
            ));
        }
        let http = match (self.http, self.connect_timeout) {
            (Some(_), Some(_)) => {
                return Err(Error::config(
                    "`connect_timeout` is a setting of the HTTP client; set it there, and remove it here",
                ));
            }
            (Some(http), None) => http,
            (None, timeout) => {
                let timeout = timeout.unwrap_or(CONNECT_TIMEOUT);
                let client = DefaultClient::new(&base.url, timeout, self.configure)?;
                Box::new(Connections::new(client))
            }
        };
        #[cfg(feature = "tower")]
        let http = self.layers.wrap(http);
        let mut default_headers = self.default_headers;
        if let Some(api) = self.api {
            api.add_headers(&mut default_headers);
        }
        #[cfg(feature = "metrics")]
        telemetry::describe();
        let settings = Settings {
            api: self.api,
            concurrency: Concurrency::new(self.max_concurrency, &base.url),
            base,
            trust,
            credentials: self.credentials,
            user_agent,
            default_headers,
            idempotency_keys: self.idempotency_keys,
            idempotency_key: self.api.and_then(Api::idempotency_key),
            limits: self.limits,
            backoff: self.backoff,
            budget: Budget::new(self.retry_budget),
            retry_statuses: self.retry_statuses,
            max_redirects: self.max_redirects,
            rate_limiter: self.rate_limiter,
            #[cfg(feature = "tracing")]
            traces_full_urls: self.traces_full_urls,
        };
        Ok(Client::new(http, settings))
    }
}
