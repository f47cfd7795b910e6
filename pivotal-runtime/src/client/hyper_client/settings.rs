//! From settings to a client on hyper.

use std::time::Duration;

use super::HyperClient;
use crate::{Client, ClientBuilder, Error};

/// The settings of a [`HyperClient`] to be: see [`ClientBuilder::hyper`].
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct HyperSettings {
    pub(super) connect_timeout: Duration,
}

impl ClientBuilder {
    /// The same client on hyper's own client and pool, in place of reqwest.
    ///
    /// TODO
    pub fn hyper(self) -> ClientBuilder<HyperSettings> {
        self.on(|reqwest| HyperSettings { connect_timeout: reqwest.connect_timeout })
    }
}

impl ClientBuilder<HyperSettings> {
    /// How long connecting may take, with the proxy and TLS; by default 5 s.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.http.connect_timeout = timeout;
        self
    }

    /// Builds the client. Nothing is sent.
    ///
    /// # Errors
    ///
    /// If the key, the base URL or the user agent cannot be right, TLS cannot be set up, or a proxy of the environment
    /// is one that cannot be asked.
    pub fn build(self) -> Result<Client<HyperClient>, Error> {
        self.build_on(|settings, base_url| HyperClient::build(&settings, base_url))
    }
}
