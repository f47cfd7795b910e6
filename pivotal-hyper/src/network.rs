//! The default connector: directly or through a proxy, with TLS for `https`.

use std::error::Error as StdError;
use std::fmt;
use std::future::ready;
use std::time::Duration;

use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::Matcher;
use pivotal_runtime::Error;
use pivotal_runtime::http::uri::Scheme;
use pivotal_runtime::http::{HeaderValue, Uri};

use crate::connector::{Connect, Connecting, Custom};
use crate::route::{Proxy, Route};
use crate::stream::Stream;
use crate::tls::Tls;

/// There are no root certificates on this machine.
#[derive(Debug)]
pub(crate) struct NoRoots;

impl NoRoots {
    pub(crate) const MESSAGE: &str = "no root certificates were found on this machine; install them (`ca-certificates`), or use a \
                                      connector of your own";
}

impl fmt::Display for NoRoots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::MESSAGE)
    }
}

impl StdError for NoRoots {}

pub(crate) struct Network {
    tls: Tls,
    proxies: Matcher,
    connect_timeout: Duration,
}

impl Network {
    pub(crate) fn new(proxies: Matcher, connect_timeout: Duration) -> Result<Self, Error> {
        Ok(Self { tls: Tls::new()?, proxies, connect_timeout })
    }

    /// Returns the credentials for the proxy that forwards a request. A tunnel gets them once, and the server never.
    pub(crate) fn proxy_authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        if uri.scheme() != Some(&Scheme::HTTP) {
            return None;
        }
        match Route::new(uri, &self.proxies) {
            Ok(Route::Forward(proxy)) => proxy.authorization,
            _ => None,
        }
    }

    /// TCP with the settings of reqwest, which detect a dead peer within a minute.
    fn tcp(&self) -> HttpConnector {
        const PROBE: Duration = Duration::from_secs(15);
        let mut connector = HttpConnector::new();
        connector.enforce_http(!Tls::IS_SECURE);
        connector.set_nodelay(true);
        // It is divided among the addresses of a name.
        connector.set_connect_timeout(Some(self.connect_timeout));
        connector.set_keepalive(Some(PROBE));
        connector.set_keepalive_interval(Some(PROBE));
        connector.set_keepalive_retries(Some(3));
        #[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
        connector.set_tcp_user_timeout(Some(2 * PROBE));
        connector
    }
}

impl Connect for Network {
    fn connect(&self, to: Uri) -> Connecting {
        let Self { tls, .. } = self;
        if to.scheme() == Some(&Scheme::HTTPS) && !tls.has_roots() {
            return Box::pin(ready(Err(NoRoots.into())));
        }
        match Route::new(&to, &self.proxies) {
            Err(error) => Box::pin(ready(Err(error.into()))),
            Ok(Route::Forward(proxy)) => {
                let connecting = Custom(tls.to_proxy(self.tcp())).connect(proxy.uri);
                Box::pin(async move { connecting.await.map(Stream::with_proxy) })
            }
            // Without TLS, the proxy could read what goes through the tunnel. `HttpConnector` alone rejects `https`.
            Ok(Route::Tunnel(proxy)) if Tls::IS_SECURE => {
                Custom(tls.to_server(tunnel(proxy, tls.to_proxy(self.tcp())))).connect(to)
            }
            Ok(Route::Direct | Route::Tunnel(_)) => Custom(tls.to_server(self.tcp())).connect(to),
        }
    }
}

fn tunnel<C>(proxy: Proxy, connector: C) -> Tunnel<C> {
    let tunnel = Tunnel::new(proxy.uri, connector);
    match proxy.authorization {
        Some(authorization) => tunnel.with_auth(authorization),
        None => tunnel,
    }
}
