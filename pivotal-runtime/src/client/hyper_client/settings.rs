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
    /// The same client on hyper, without reqwest around it: a short call takes about half of the instructions.
    ///
    /// ```
    /// use pivotal_runtime::{Client, Error, HyperClient};
    ///
    /// fn client() -> Result<Client<HyperClient>, Error> {
    ///     Client::builder().api_key("pivotal_test_K8s9vQ2mXw7b").hyper().build()
    /// }
    /// # client().unwrap();
    /// ```
    ///
    /// It connects as reqwest does, with the same parts: to all addresses of a name (RFC 8305); through the HTTP proxies
    /// of the environment and, on macOS and Windows, of the system, except to this machine; with TLS by rustls, trusting
    /// the roots of the platform; with HTTP/2 where the server wants it; with TCP keep-alive, and for 90 s of idleness.
    /// Without the feature `rustls` it speaks `http` only. All policies are the client's, and so the same.
    ///
    /// What differs:
    ///
    /// - A proxy that speaks SOCKS is refused by [`build`](ClientBuilder::build), and not by every call.
    /// - A call that finds all connections in use makes one, even if another becomes free in the meantime.
    /// - A connection over HTTP/2 that breaks before its first request counts as none
    ///   ([`ErrorKind::Connect`](crate::ErrorKind::Connect)).
    /// - The sources of errors are those of hyper and of the connector, and not a `reqwest::Error`. New connections are
    ///   not logged through `log`.
    /// - There is no [`from_env`](crate::Client::from_env) for it.
    ///
    /// It is not the default, although it serves what one expects of it: its pool is ours and young, while the one of
    /// reqwest is in use everywhere; and client certificates, certificates of your own or DNS elsewhere are settings of
    /// a `reqwest::Client`, but take a [`connector`](ClientBuilder::connector) here, by types of hyper-util, which is
    /// not at version 1.
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
    /// If the key, the base URL, the user agent or a default header cannot be right, TLS cannot be set up, or a proxy of
    /// the environment is one that cannot be asked.
    pub fn build(self) -> Result<Client<HyperClient>, Error> {
        self.build_on(HyperClient::build)
    }
}
