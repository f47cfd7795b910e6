//! The route to a server: directly or through a proxy.

use std::error::Error as StdError;
use std::fmt;
use std::net::IpAddr;

use hyper_util::client::proxy::matcher::Matcher;
use pivotal_runtime::http::uri::Scheme;
use pivotal_runtime::http::{HeaderValue, Uri};

pub(crate) enum Route {
    Direct,
    /// The proxy reads each request and forwards it.
    Forward(Proxy),
    /// The proxy forwards bytes that it cannot read (RFC 9110, section 9.3.6).
    Tunnel(Proxy),
}

#[derive(Clone)]
pub(crate) struct Proxy {
    pub(crate) uri: Uri,
    pub(crate) authorization: Option<HeaderValue>,
}

impl Route {
    /// The route through the proxy that is configured for this server, if there is one. This machine is reached directly.
    pub(crate) fn new(server: &Uri, proxies: &Matcher) -> Result<Self, UnsupportedProxy> {
        if is_loopback(server) {
            return Ok(Self::Direct);
        }
        let Some(intercept) = proxies.intercept(server) else { return Ok(Self::Direct) };
        let uri = intercept.uri().clone();
        if ![Some(&Scheme::HTTP), Some(&Scheme::HTTPS)].contains(&uri.scheme()) {
            return Err(UnsupportedProxy);
        }
        let proxy = Proxy { uri, authorization: intercept.basic_auth().cloned() };
        Ok(if server.scheme() == Some(&Scheme::HTTP) { Self::Forward(proxy) } else { Self::Tunnel(proxy) })
    }
}

fn is_loopback(server: &Uri) -> bool {
    let host = server.host().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

/// A proxy that does not speak HTTP. Its URL can contain a password, so it is not shown.
#[derive(Debug)]
pub(crate) struct UnsupportedProxy;

impl UnsupportedProxy {
    pub(crate) const MESSAGE: &str = "the proxy of the environment does not speak HTTP; set one with `http://`, exempt the \
                                      server with `NO_PROXY`, or use a connector of your own";
}

impl fmt::Display for UnsupportedProxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Self::MESSAGE)
    }
}

impl StdError for UnsupportedProxy {}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(proxy: &str, server: &'static str) -> Result<Route, UnsupportedProxy> {
        Route::new(&Uri::from_static(server), &Matcher::builder().all(proxy).no("exempt.example").build())
    }

    #[test]
    fn https_goes_through_a_tunnel() {
        assert!(matches!(route("http://proxy", "https://h/"), Ok(Route::Tunnel(_))));
        assert!(matches!(route("https://proxy", "http://h/"), Ok(Route::Forward(_))));
    }

    #[test]
    fn exempt_servers_and_this_machine_are_reached_directly() {
        for server in ["https://exempt.example/", "http://localhost:1/", "http://127.0.0.2/", "http://[::1]:8080/"] {
            assert!(matches!(route("http://proxy", server), Ok(Route::Direct)), "{server}");
        }
        assert!(matches!(route("", "https://h/"), Ok(Route::Direct)));
    }

    #[test]
    fn password_of_a_proxy_is_sensitive() {
        let Ok(Route::Forward(proxy)) = route("http://user:s3cr3t@proxy", "http://h/") else { unreachable!() };
        assert!(proxy.authorization.is_some_and(|authorization| authorization.is_sensitive()));
    }

    #[test]
    fn socks_is_rejected() {
        assert!(matches!(route("socks5://user:s3cr3t@proxy", "https://h/"), Err(UnsupportedProxy)));
    }
}
