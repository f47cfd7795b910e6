//! hyper, by the crate `pivotal-hyper`.

use std::error::Error;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use std::vec::IntoIter;

use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::Name;
use pivotal_hyper::{HyperClient, HyperClientBuilder};
use pivotal_runtime::{Client, ClientBuilder};
use tower_service::Service;

use super::Found;

pub(super) const LOG_OF_A_CONNECTION: &str = "connecting to 127.0.0.1";

pub(super) fn builder() -> ClientBuilder {
    Client::builder().http_client(HyperClient::new().unwrap())
}

fn with(builder: ClientBuilder, http: HyperClientBuilder) -> ClientBuilder {
    builder.http_client(http.build().unwrap())
}

pub(super) fn with_connect_timeout(builder: ClientBuilder, timeout: Duration) -> ClientBuilder {
    with(builder, HyperClient::builder().connect_timeout(timeout))
}

pub(super) fn with_max_headers(builder: ClientBuilder, headers: usize) -> ClientBuilder {
    with(builder, HyperClient::builder().http1_max_headers(headers))
}

pub(super) fn without_tls(builder: ClientBuilder) -> ClientBuilder {
    with(builder, HyperClient::builder().connector(HttpConnector::new()))
}

pub(super) fn trusting(builder: ClientBuilder, certificate: &[u8]) -> ClientBuilder {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(certificate.to_vec().into()).unwrap();
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_root_certificates(roots).with_no_client_auth();
    let connector = hyper_rustls::HttpsConnectorBuilder::new().with_tls_config(config).https_only();
    with(builder, HyperClient::builder().connector(connector.enable_all_versions().build()))
}

pub(super) fn looking_up(
    builder: ClientBuilder,
    look_up: impl Fn(&str) -> Found + Send + Sync + 'static,
) -> ClientBuilder {
    struct Resolver<F>(Arc<F>);

    impl<F> Clone for Resolver<F> {
        fn clone(&self) -> Self {
            Self(Arc::clone(&self.0))
        }
    }

    impl<F: Fn(&str) -> Found> Service<Name> for Resolver<F> {
        type Response = IntoIter<SocketAddr>;
        type Error = &'static str;
        type Future = Pin<Box<dyn Future<Output = Result<IntoIter<SocketAddr>, &'static str>> + Send>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), &'static str>> {
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, name: Name) -> Self::Future {
            let found = (self.0)(name.as_str());
            Box::pin(async move { Ok(found.await?.into_iter()) })
        }
    }

    let connector = HttpConnector::new_with_resolver(Resolver(Arc::new(look_up)));
    with(builder, HyperClient::builder().connector(connector))
}

pub(super) const CONNECT_TIMED_OUT: &str = "timed out after 5 s (`connect_timeout`) while connecting";

pub(super) fn is_slow_to_connect(error: &(dyn Error + 'static)) -> bool {
    // The error of hyper-util contains that of the connector.
    let source = error.source().and_then(<dyn Error>::downcast_ref);
    source.is_some_and(|error: &io::Error| error.kind() == io::ErrorKind::TimedOut)
}

pub(super) fn has_no_url(error: &(dyn Error + 'static)) -> bool {
    !error.is::<reqwest::Error>()
}
