//! HTTP by hyper's own client and pool, without reqwest around them.

mod connect;
mod io;
mod payload;
mod proxy;
mod settings;
#[cfg_attr(not(feature = "rustls"), path = "hyper_client/plain.rs")]
mod tls;

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::Uri;
use http::header::{HeaderValue, PROXY_AUTHORIZATION};
use hyper_util::client::legacy::connect::Connection;
use hyper_util::client::legacy::{self, Client};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tower_service::Service;

use self::connect::Connector;
use self::payload::Payload;
use self::proxy::Route;
use super::HttpClient;
use super::failure::{self, Told};
use crate::base_url::BaseUrl;
use crate::{Body, Error};

pub use self::settings::HyperSettings;

type BoxError = Box<dyn StdError + Send + Sync>;

/// How long a connection is kept that nobody uses, as reqwest has it.
const IDLE: Duration = Duration::from_secs(90);

/// Exchanges requests for answers by hyper's own client, at less than half of what reqwest costs a call.
///
/// [`ClientBuilder::hyper`](crate::ClientBuilder::hyper) makes the one that is meant for most, and says how it differs
/// from `reqwest::Client`. A clone shares its connections.
#[derive(Clone)]
pub struct HyperClient {
    http: Client<Connector, Payload>,
    /// Sent with every request: the proxy reads it, since there is no tunnel.
    proxy_authorization: Option<HeaderValue>,
}

impl HyperClient {
    /// A client whose connections you make: with names looked up elsewhere, other roots of trust, through a SOCKS proxy,
    /// to a Unix socket. Proxies of the environment are not asked for.
    ///
    /// What it gives for a URL is spoken HTTP/1.1 on, or HTTP/2 if its
    /// [`Connected`](hyper_util::client::legacy::connect::Connected) says that it was negotiated. Errors of it are shown
    /// as the source of ours, so they should hold no secret. One of [`std::io::ErrorKind::TimedOut`] is a connection
    /// that took too long, and one of [`std::io::ErrorKind::InvalidData`] a server that must not be trusted, which is
    /// not tried again.
    ///
    /// ```
    /// use hyper_util::client::legacy::connect::HttpConnector;
    /// use pivotal_runtime::{Client, HyperClient};
    ///
    /// # fn main() -> Result<(), pivotal_runtime::Error> {
    /// let mut connector = HttpConnector::new();
    /// connector.set_local_address(Some([127, 0, 0, 1].into()));
    /// let client = Client::builder()
    ///     .base_url("http://127.0.0.1:8080")
    ///     .http_client(HyperClient::with_connector(connector))
    ///     .build()?;
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn with_connector<C>(connector: C) -> Self
    where
        C: Service<Uri> + Clone + Send + Sync + 'static,
        C::Response: Connection + hyper::rt::Read + hyper::rt::Write + Send + Unpin + 'static,
        C::Error: Into<BoxError>,
        C::Future: Send,
    {
        Self::new(Connector::own(connector), None)
    }

    /// The client for a base URL.
    fn build(settings: &HyperSettings, base_url: &BaseUrl) -> Result<Self, Error> {
        let route = Route::to(base_url)?;
        let proxy_authorization = route.authorization_of_requests();
        Ok(Self::new(Connector::of(route, settings.connect_timeout)?, proxy_authorization))
    }

    fn new(connector: Connector, proxy_authorization: Option<HeaderValue>) -> Self {
        let http = Client::builder(TokioExecutor::new())
            .timer(TokioTimer::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(connector);
        Self { http, proxy_authorization }
    }
}

impl HttpClient for HyperClient {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let mut request = request.map(Payload::from);
        if let Some(authorization) = &self.proxy_authorization {
            request.headers_mut().insert(PROXY_AUTHORIZATION, authorization.clone());
        }
        let answer = self.http.request(request).await.map_err(failed)?;
        Ok(answer.map(|body| Body::from_http(body, broke_off)))
    }
}

/// What hyper says went wrong. Its errors hold neither URLs nor headers.
fn failed(error: legacy::Error) -> Error {
    let told = Told { is_connect: error.is_connect(), is_timeout: failure::is_timeout(&error) };
    failure::failed(error, told)
}

/// The same for a body, where whatever it says can only mean that the answer is not complete.
fn broke_off(error: hyper::Error) -> Error {
    Error::transport(error)
}

/// Prints nothing of it: a proxy may have a password.
impl fmt::Debug for HyperClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperClient").finish_non_exhaustive()
    }
}
