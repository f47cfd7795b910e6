//! The default connector: directly or through a proxy, with TLS for `https`.

use std::error::Error as StdError;
use std::fmt;
use std::future::ready;
use std::time::Duration;

use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::proxy::matcher::Matcher;
use pivotal_runtime::http::uri::Scheme;
use pivotal_runtime::http::{HeaderValue, Uri};
use pivotal_runtime::{Error, SystemProxies};

use crate::connector::{Connect, Connecting, Custom};
use crate::proxy::{ProxyError, Tunnel};
use crate::route::{Route, UnsupportedProxy};
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
    /// Knows the servers that are reached directly.
    exempt: SystemProxies,
    connect_timeout: Duration,
}

impl Network {
    /// Uses the proxies of the environment and the system.
    pub(crate) fn from_system(connect_timeout: Duration) -> Result<Self, Error> {
        let system = SystemProxies::read()?;
        let proxies = Matcher::builder().http(system.http().unwrap_or_default());
        let proxies = proxies.https(system.https().unwrap_or_default()).build();
        Ok(Self { exempt: system, ..Self::new(proxies, connect_timeout)? })
    }

    pub(crate) fn new(proxies: Matcher, connect_timeout: Duration) -> Result<Self, Error> {
        Ok(Self { tls: Tls::new()?, proxies, exempt: SystemProxies::default(), connect_timeout })
    }

    fn route(&self, server: &Uri) -> Result<Route, UnsupportedProxy> {
        match Route::new(server, &self.proxies)? {
            Route::Forward(_) | Route::Tunnel(_) if self.exempt.is_exempt(server) => Ok(Route::Direct),
            route => Ok(route),
        }
    }

    /// Returns the credentials for the proxy that forwards a request. A tunnel gets them once, and the server never.
    pub(crate) fn proxy_authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        if uri.scheme() != Some(&Scheme::HTTP) {
            return None;
        }
        match self.route(uri) {
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
        match self.route(&to) {
            Err(error) => Box::pin(ready(Err(error.into()))),
            Ok(Route::Forward(proxy)) => {
                let connecting = Custom(tls.to_proxy(self.tcp())).connect(proxy.uri);
                Box::pin(async move {
                    connecting.await.map(Stream::with_proxy).map_err(|error| ProxyError::Connect(error).into())
                })
            }
            // Without TLS, the proxy could read what goes through the tunnel. `HttpConnector` alone rejects `https`.
            Ok(Route::Tunnel(proxy)) if Tls::IS_SECURE => {
                let connector = tls.to_proxy(self.tcp());
                Custom(tls.to_server(Tunnel { proxy, connector })).connect(to)
            }
            Ok(Route::Direct | Route::Tunnel(_)) => Custom(tls.to_server(self.tcp())).connect(to),
        }
    }
}
