//! The default HTTP client: reqwest, with settings that suit the policies of the client.

use std::sync::Arc;
use std::time::Duration;

use super::HttpClient;
use super::proxies::SystemProxies;
use crate::base_url::{BaseUrl, Target};
use crate::{Body, Error};

/// Changes the settings of reqwest.
pub(super) type Configure = Arc<dyn Fn(reqwest::ClientBuilder) -> reqwest::ClientBuilder + Send + Sync>;

/// The interval of pings on an HTTP/2 connection with requests in flight, and the time to wait for a response to one.
const PING_INTERVAL: Duration = Duration::from_secs(20);
const PING_TIMEOUT: Duration = Duration::from_secs(10);

/// The windows of HTTP/2 (RFC 9113, section 5.2). That of a connection is larger than those of all unread bodies on it, which
/// do not stall other calls then.
const STREAM_WINDOW: u32 = 2 << 20;
const CONNECTION_WINDOW: u32 = 64 << 20;

/// A `reqwest::Client`, and the settings to build another one.
pub(super) struct DefaultClient {
    client: reqwest::Client,
    settings: Arc<DefaultSettings>,
}

struct DefaultSettings {
    connect_timeout: Duration,
    /// The proxies of the environment, if they are used.
    proxies: Option<SystemProxies>,
    /// Calls over TLS are possible. They are not if there are no root certificates on this machine.
    has_roots: bool,
    configure: Option<Configure>,
}

impl DefaultClient {
    pub(super) fn new(
        base_url: &BaseUrl,
        connect_timeout: Duration,
        configure: Option<Configure>,
    ) -> Result<Self, Error> {
        // A proxy of the environment is for other machines. And a reqwest without TLS would send it requests for `https://`, with
        // their credentials, over plain HTTP.
        let is_direct = base_url.is_loopback() || !(cfg!(feature = "rustls") || base_url.is_clear_text());
        let proxies = if is_direct { None } else { Some(SystemProxies::read()?) };
        let mut settings = DefaultSettings { connect_timeout, proxies, has_roots: true, configure };
        let client = match settings.build() {
            Err(error) if base_url.is_clear_text() => {
                settings.has_roots = false;
                settings.build().map_err(|_| error)
            }
            built => built,
        };
        Ok(Self { client: client.map_err(not_set_up)?, settings: Arc::new(settings) })
    }
}

impl DefaultSettings {
    fn build(&self) -> reqwest::Result<reqwest::Client> {
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            // The client decodes bodies itself, whatever features of reqwest another crate enables.
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            // They are added below.
            .no_proxy()
            .http2_keep_alive_interval(PING_INTERVAL)
            .http2_keep_alive_timeout(PING_TIMEOUT)
            .http2_initial_stream_window_size(STREAM_WINDOW)
            .http2_initial_connection_window_size(CONNECTION_WINDOW)
            .connect_timeout(self.connect_timeout);
        let builder = match &self.proxies {
            Some(proxies) => with_proxies(builder, proxies.clone()),
            None => builder,
        };
        #[cfg(feature = "rustls")]
        let builder = if self.has_roots { builder } else { builder.tls_certs_only([]) };
        match &self.configure {
            Some(configure) => configure(builder),
            None => builder,
        }
        .build()
    }
}

/// Adds proxies, if there are any, because they would be looked up for each request.
fn with_proxies(builder: reqwest::ClientBuilder, proxies: SystemProxies) -> reqwest::ClientBuilder {
    match (proxies.http(), proxies.https()) {
        (None, None) => builder,
        _ => builder.proxy(reqwest::Proxy::custom(move |server| proxies.find(server.as_str()))),
    }
}

fn not_set_up(error: reqwest::Error) -> Error {
    Error::config(
        "the HTTP client could not be set up; for `https://`, the machine needs root certificates (`ca-certificates`)",
    )
    .with_source(error)
}

impl HttpClient for DefaultClient {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        HttpClient::execute(&self.client, request).await
    }

    fn execute_at(
        &self,
        target: &Target<'_>,
        request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        self.client.execute_at(target, request)
    }

    fn tracks_requests(&self) -> bool {
        true
    }

    fn connect_timeout(&self) -> Option<Duration> {
        Some(self.settings.connect_timeout)
    }

    fn reconnect(&self) -> Option<Self> {
        Some(Self { client: self.settings.build().ok()?, settings: Arc::clone(&self.settings) })
    }
}
