//! reqwest, the default HTTP client.

use std::error::Error;
use std::time::Duration;

use pivotal_runtime::{Client, ClientBuilder};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::Found;

pub(super) const LOG_OF_A_CONNECTION: &str = "reqwest::connect starting new connection";

pub(super) fn builder() -> ClientBuilder {
    Client::builder()
}

pub(super) fn with_connect_timeout(builder: ClientBuilder, timeout: Duration) -> ClientBuilder {
    builder.connect_timeout(timeout)
}

pub(super) fn with_max_headers(builder: ClientBuilder, headers: usize) -> ClientBuilder {
    builder.configure_reqwest(move |reqwest| reqwest.http1_max_headers(headers))
}

fn with(builder: ClientBuilder, http: reqwest::ClientBuilder) -> ClientBuilder {
    let http = http.no_proxy().redirect(reqwest::redirect::Policy::none()).retry(reqwest::retry::never());
    builder.http_client(http.connect_timeout(Duration::from_secs(5)).build().unwrap())
}

pub(super) fn without_tls(builder: ClientBuilder) -> ClientBuilder {
    let http = reqwest::Client::builder();
    #[cfg(feature = "rustls")]
    let http = http.tls_certs_only([]);
    with(builder, http)
}

#[cfg(feature = "rustls")]
pub(super) fn trusting(builder: ClientBuilder, certificate: &[u8]) -> ClientBuilder {
    let certificate = reqwest::Certificate::from_der(certificate).unwrap();
    builder.configure_reqwest(move |reqwest| reqwest.no_proxy().tls_certs_only([certificate.clone()]))
}

pub(super) fn looking_up(
    builder: ClientBuilder,
    look_up: impl Fn(&str) -> Found + Send + Sync + 'static,
) -> ClientBuilder {
    struct Resolver<F>(F);

    impl<F: Fn(&str) -> Found + Send + Sync> Resolve for Resolver<F> {
        fn resolve(&self, name: Name) -> Resolving {
            let found = (self.0)(name.as_str());
            Box::pin(async move { Ok(Box::new(found.await?.into_iter()) as Addrs) })
        }
    }

    with(builder, reqwest::Client::builder().dns_resolver(Resolver(look_up)))
}

pub(super) const CONNECT_TIMED_OUT: &str = "timed out (`connect_timeout`) while connecting";

pub(super) fn is_slow_to_connect(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(|error: &reqwest::Error| error.is_connect() && error.is_timeout())
}

pub(super) fn has_no_url(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref().is_some_and(|error: &reqwest::Error| error.url().is_none())
}
