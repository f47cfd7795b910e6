//! The settings of a [`HyperClient`].

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use hyper::rt::{Read, Write};
use hyper_util::client::legacy::connect::Connection;
use pivotal_runtime::Error;
use pivotal_runtime::http::Uri;
use tower_service::Service;

use crate::client::{HyperClient, Settings};
use crate::connector::{Connect, Custom};
use crate::network::Network;

/// Settings of a [`HyperClient`].
///
/// ```
/// use std::time::Duration;
///
/// use pivotal_hyper::HyperClient;
/// use pivotal_runtime::{Client, Error};
///
/// # fn main() -> Result<(), Error> {
/// let http = HyperClient::builder().connect_timeout(Duration::from_secs(2)).http1_max_headers(200).build()?;
/// let client = Client::builder().base_url("https://api.example.com").http_client(http).build()?;
/// # Ok(()) }
/// ```
#[derive(Clone)]
#[must_use = "nothing is built before `build`"]
pub struct HyperClientBuilder {
    settings: Settings,
    connector: Option<Arc<dyn Connect>>,
}

impl Default for HyperClientBuilder {
    fn default() -> Self {
        let settings =
            Settings { connect_timeout: Duration::from_secs(5), max_headers: 100, max_header_list_size: 16 << 10 };
        Self { settings, connector: None }
    }
}

impl HyperClientBuilder {
    /// Sets the timeout for connecting, including the proxy and TLS. The default is 5 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = timeout;
        self
    }

    /// Sets the maximum number of headers of a response over HTTP/1.1. The default is 100.
    ///
    /// A response with more headers is an error of the call.
    pub fn http1_max_headers(mut self, headers: usize) -> Self {
        self.settings.max_headers = headers;
        self
    }

    /// Sets the maximum size of the headers of a response over HTTP/2. The default is 16 KiB.
    ///
    /// The size is in bytes, with 32 more for each header (RFC 9113, section 6.5.2). A response with larger headers is an
    /// error of the call.
    pub fn http2_max_header_list_size(mut self, bytes: u32) -> Self {
        self.settings.max_header_list_size = bytes;
        self
    }

    /// Replaces the connector, for instance for another DNS resolver or other roots.
    ///
    /// It can also connect to a SOCKS proxy or a Unix socket. Proxies of the environment are not used then, and the connector
    /// is responsible for TLS.
    ///
    /// The client calls it with the origin of the request, such as `https://host/`. The client uses HTTP/1.1 on the
    /// connection, or HTTP/2 if its `Connected` contains that this was negotiated.
    ///
    /// Errors of the connector become the sources of the client's errors, so they should contain no secret.
    /// [`Error::from_connect_error`] describes how they are classified.
    ///
    /// ```
    /// use hyper_util::client::legacy::connect::HttpConnector;
    /// use pivotal_hyper::HyperClient;
    /// use pivotal_runtime::Client;
    ///
    /// # fn main() -> Result<(), pivotal_runtime::Error> {
    /// let mut connector = HttpConnector::new();
    /// connector.set_local_address(Some([127, 0, 0, 1].into()));
    /// let http = HyperClient::builder().connector(connector).build()?;
    /// let client = Client::builder().base_url("http://127.0.0.1:8080").http_client(http).build()?;
    /// # Ok(()) }
    /// ```
    pub fn connector<C>(mut self, connector: C) -> Self
    where
        C: Service<Uri> + Clone + Send + Sync + 'static,
        C::Response: Connection + Read + Write + Send + Unpin + 'static,
        C::Error: Into<Box<dyn StdError + Send + Sync>>,
        C::Future: Send,
    {
        self.connector = Some(Arc::new(Custom(connector)));
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// It reads the proxies of the environment.
    ///
    /// # Errors
    ///
    /// Returns an error if TLS cannot be set up, or if a proxy of the environment is not a URL.
    pub fn build(self) -> Result<HyperClient, Error> {
        let Self { settings, connector } = self;
        Ok(match connector {
            Some(connector) => HyperClient::with_connect(connector, settings),
            None => HyperClient::with_network(Network::from_system(settings.connect_timeout)?, settings),
        })
    }
}

/// Prints nothing of the connector, which can contain a password.
impl fmt::Debug for HyperClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HyperClientBuilder").field("settings", &self.settings).finish_non_exhaustive()
    }
}
