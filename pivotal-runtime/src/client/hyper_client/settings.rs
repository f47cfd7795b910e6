//! From settings to a client on hyper.

use std::error::Error as StdError;
use std::time::Duration;

use http::Uri;
use hyper::rt::{Read, Write};
use hyper_util::client::legacy::connect::Connection;
use tower_service::Service;

use super::HyperClient;
use super::connect::Connector;
use crate::{Client, ClientBuilder, Error};

/// The settings of a [`HyperClient`] to be: see [`ClientBuilder::hyper`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct HyperSettings {
    pub(super) connect_timeout: Duration,
    pub(super) connector: Option<Connector>,
}

impl ClientBuilder {
    /// The same client on hyper's own client and pool, in place of reqwest.
    ///
    /// TODO
    pub fn hyper(self) -> ClientBuilder<HyperSettings> {
        self.on(|reqwest| HyperSettings { connect_timeout: reqwest.connect_timeout, connector: None })
    }
}

impl ClientBuilder<HyperSettings> {
    /// How long connecting may take, with the proxy and TLS; by default 5 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.http.connect_timeout = timeout;
        self
    }

    /// Makes the connections yourself: to look up names elsewhere, to trust other roots, through a SOCKS proxy, to a Unix
    /// socket. Then no proxy of the environment is asked, and TLS is up to the connector.
    ///
    /// It is called with the base URL. On what it gives, HTTP/1.1 is spoken, or HTTP/2 if its `Connected` says that this
    /// was negotiated. Its errors are shown as the sources of ours, so they should hold no secret. A
    /// [`std::io::Error`] among them of kind `TimedOut` is a connection that took too long, and one of kind
    /// `InvalidData` is a server that must not be trusted, which is not tried again.
    ///
    /// ```
    /// use hyper_util::client::legacy::connect::HttpConnector;
    /// use pivotal_runtime::Client;
    ///
    /// # fn main() -> Result<(), pivotal_runtime::Error> {
    /// let mut connector = HttpConnector::new();
    /// connector.set_local_address(Some([127, 0, 0, 1].into()));
    /// let client = Client::builder().base_url("http://127.0.0.1:8080").hyper().connector(connector).build()?;
    /// # Ok(()) }
    /// ```
    pub fn connector<C>(mut self, connector: C) -> Self
    where
        C: Service<Uri> + Clone + Send + Sync + 'static,
        C::Response: Connection + Read + Write + Send + Unpin + 'static,
        C::Error: Into<Box<dyn StdError + Send + Sync>>,
        C::Future: Send,
    {
        self.http.connector = Some(Connector::own(connector));
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the key, the base URL or the user agent cannot be right, TLS cannot be set up, or a proxy of the environment
    /// is one that cannot be asked.
    pub fn build(self) -> Result<Client<HyperClient>, Error> {
        self.build_on(HyperClient::build)
    }
}
