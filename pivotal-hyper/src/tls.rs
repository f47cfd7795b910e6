//! TLS by rustls, trusting the roots of the platform.

use std::sync::Arc;

use hyper_rustls::HttpsConnector;
use pivotal_runtime::Error;
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;

/// Adds TLS to a connector, where the URL starts with `https`.
pub(crate) struct Tls {
    server: Arc<ClientConfig>,
    proxy: Arc<ClientConfig>,
    has_roots: bool,
}

impl Tls {
    pub(crate) const IS_SECURE: bool = true;

    pub(crate) fn new() -> Result<Self, Error> {
        let unusable = |error| Error::config("TLS could not be set up").with_source(error);
        let provider = CryptoProvider::get_default().cloned();
        let provider = provider.unwrap_or_else(|| Arc::new(aws_lc_rs::default_provider()));
        let verifier = Verifier::new(Arc::clone(&provider));
        let has_roots = verifier.is_ok();
        let config = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let config = config.map_err(unusable)?;
        let config = match verifier {
            Ok(verifier) => config.dangerous().with_custom_certificate_verifier(Arc::new(verifier)),
            // Plain HTTP is possible nevertheless, for instance in a container without certificates.
            Err(_) => config.with_root_certificates(RootCertStore::empty()),
        };
        let proxy = config.with_no_client_auth();
        let mut server = proxy.clone();
        server.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
        Ok(Self { server: Arc::new(server), proxy: Arc::new(proxy), has_roots })
    }

    /// Returns whether there are root certificates on this machine, without which no server can be trusted.
    pub(crate) fn has_roots(&self) -> bool {
        self.has_roots
    }

    /// Offers HTTP/2.
    pub(crate) fn to_server<C>(&self, connector: C) -> HttpsConnector<C> {
        (connector, Arc::clone(&self.server)).into()
    }

    /// Offers HTTP/1.1 only, which `CONNECT` and forwarded requests are written in.
    pub(crate) fn to_proxy<C>(&self, connector: C) -> HttpsConnector<C> {
        (connector, Arc::clone(&self.proxy)).into()
    }
}
