//! TLS by rustls, trusting whom the platform trusts.

use std::sync::Arc;

use hyper_rustls::HttpsConnector;
use rustls::ClientConfig;
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls_platform_verifier::Verifier;

use crate::Error;

/// Secures what a connector makes, where the URL starts with `https`.
pub(super) struct Security {
    server: Arc<ClientConfig>,
    proxy: Arc<ClientConfig>,
}

impl Security {
    pub(super) const IS_SECURE: bool = true;

    pub(super) fn new() -> Result<Self, Error> {
        let unusable = |error| Error::config("TLS could not be set up").with_source(error);
        let provider = CryptoProvider::get_default().cloned();
        let provider = provider.unwrap_or_else(|| Arc::new(aws_lc_rs::default_provider()));
        let verifier = Verifier::new(Arc::clone(&provider)).map_err(unusable)?;
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let config = config.map_err(unusable)?.dangerous().with_custom_certificate_verifier(Arc::new(verifier));
        let proxy = config.with_no_client_auth();
        let mut server = proxy.clone();
        server.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self { server: Arc::new(server), proxy: Arc::new(proxy) })
    }

    /// With HTTP/2, if the server wants that.
    pub(super) fn server<C>(&self, connector: C) -> HttpsConnector<C> {
        (connector, Arc::clone(&self.server)).into()
    }

    /// In HTTP/1.1, which is what `CONNECT` is written in, and with no say in what the server speaks.
    pub(super) fn proxy<C>(&self, connector: C) -> HttpsConnector<C> {
        (connector, Arc::clone(&self.proxy)).into()
    }
}
