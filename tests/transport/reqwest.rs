//! The suite over reqwest, which a client has by default.

use std::error::Error;
use std::net::SocketAddr;
use std::pin::Pin;
use std::time::Duration;

use pivotal_runtime::{ClientBuilder, ReqwestSettings};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

pub(crate) type Settings = ReqwestSettings;

/// What a builder has once it was told how to connect.
pub(crate) type Own = reqwest::Client;

/// What is logged of a connection that is made.
pub(crate) const LOGGED: &str = "reqwest::connect starting new connection";

/// For clients of Pivotal.
pub(crate) fn builder() -> ClientBuilder<Settings> {
    builder_without_api().api(&pivotal_api::PIVOTAL)
}

/// For clients of another API, or of none.
pub(crate) fn builder_without_api() -> ClientBuilder<Settings> {
    pivotal_runtime::Client::builder()
}

/// Limits connecting.
pub(crate) fn with_connect_timeout(builder: ClientBuilder<Settings>, timeout: Duration) -> ClientBuilder<Settings> {
    builder.connect_timeout(timeout)
}

fn with(builder: ClientBuilder<Settings>, http: reqwest::ClientBuilder) -> ClientBuilder<Own> {
    let http = http.no_proxy().redirect(reqwest::redirect::Policy::none()).retry(reqwest::retry::never());
    builder.http_client(http.connect_timeout(Duration::from_secs(5)).build().unwrap())
}

/// Without the certificates of the system, it takes no time to build.
pub(crate) fn without_tls(builder: ClientBuilder<Settings>) -> ClientBuilder<Own> {
    let http = reqwest::Client::builder();
    #[cfg(feature = "rustls")]
    let http = http.tls_certs_only([]);
    with(builder, http)
}

/// Trusts this certificate alone.
#[cfg(feature = "rustls")]
pub(crate) fn trusting(builder: ClientBuilder<Settings>, certificate: &[u8]) -> ClientBuilder<Own> {
    let certificate = reqwest::Certificate::from_der(certificate).unwrap();
    with(builder, reqwest::Client::builder().tls_certs_only([certificate]))
}

pub(crate) type Found = Pin<Box<dyn Future<Output = Result<Vec<SocketAddr>, &'static str>> + Send>>;

/// Asks this function for the addresses of a name.
pub(crate) fn looking_up(
    builder: ClientBuilder<Settings>,
    look_up: impl Fn(&str) -> Found + Send + Sync + 'static,
) -> ClientBuilder<Own> {
    struct Resolver<F>(F);

    impl<F: Fn(&str) -> Found + Send + Sync> Resolve for Resolver<F> {
        fn resolve(&self, name: Name) -> Resolving {
            let found = (self.0)(name.as_str());
            Box::pin(async move { Ok(Box::new(found.await?.into_iter()) as Addrs) })
        }
    }

    with(builder, reqwest::Client::builder().dns_resolver(Resolver(look_up)))
}

/// The error of a connection that [`looking_up`] did not make within 5 s: the setting is that of the `reqwest::Client`.
pub(crate) const CONNECT_TIMED_OUT: &str = "timed out (`connect_timeout`) while connecting";

/// Returns whether an error says that connecting took too long.
pub(crate) fn is_slow_to_connect(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(|error: &reqwest::Error| error.is_connect() && error.is_timeout())
}

/// Returns whether an error is that of the transport, and has forgotten the URL.
pub(crate) fn has_no_url(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(|error: &reqwest::Error| error.url().is_none())
}
