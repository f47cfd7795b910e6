//! Whether a proxy is in between, and how it is asked.

use http::uri::Scheme;
use http::{HeaderValue, Uri};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use crate::Error;

/// How the server of an origin is reached.
pub(super) enum Route {
    Direct,
    /// The proxy is told each URL and passes the requests on.
    Forward(Proxy),
    /// The proxy is told the server and passes on what it cannot read (RFC 9110, section 9.3.6).
    Tunnel(Proxy),
}

pub(super) struct Proxy {
    pub(super) uri: Uri,
    pub(super) authorization: Option<HeaderValue>,
}

impl Route {
    /// By the proxy that is set for this server, if there is one.
    pub(super) fn to(server: &Uri, proxies: &Matcher) -> Result<Self, Error> {
        let Some(intercept) = proxies.intercept(server) else { return Ok(Self::Direct) };
        let proxy = Proxy::new(&intercept)?;
        Ok(if server.scheme() == Some(&Scheme::HTTP) { Self::Forward(proxy) } else { Self::Tunnel(proxy) })
    }

    /// What the proxy wants to read in each request. A tunnel is asked for with it once, and the server never sees it.
    pub(super) fn authorization_of_requests(&self) -> Option<HeaderValue> {
        match self {
            Self::Forward(proxy) => proxy.authorization.clone(),
            Self::Direct | Self::Tunnel(_) => None,
        }
    }
}

impl Proxy {
    fn new(intercept: &Intercept) -> Result<Self, Error> {
        let uri = intercept.uri().clone();
        if !uri.scheme().is_some_and(|scheme| *scheme == Scheme::HTTP || *scheme == Scheme::HTTPS) {
            return Err(Error::config(
                "the proxy of the environment does not speak HTTP; set one with `http://`, exempt the server with \
                 `NO_PROXY`, or bring a connector of your own",
            ));
        }
        Ok(Self { uri, authorization: intercept.basic_auth().cloned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(proxy: &str, server: &'static str) -> Result<Route, Error> {
        Route::to(&Uri::from_static(server), &Matcher::builder().all(proxy).no("exempt.example").build())
    }

    #[test]
    fn what_is_secured_goes_through_a_tunnel() {
        assert!(matches!(route("http://proxy", "https://h/"), Ok(Route::Tunnel(_))));
        assert!(matches!(route("https://proxy", "http://h/"), Ok(Route::Forward(_))));
        assert!(matches!(route("http://proxy", "https://exempt.example/"), Ok(Route::Direct)));
        assert!(matches!(route("", "https://h/"), Ok(Route::Direct)));
    }

    #[test]
    fn only_what_is_forwarded_says_the_password_with_each_request() {
        let of = |server| route("http://user:s3cr3t@proxy", server).map(|route| route.authorization_of_requests());
        assert!(of("http://h/").expect("a route").is_some_and(|authorization| authorization.is_sensitive()));
        assert!(of("https://h/").expect("a route").is_none());
    }

    #[test]
    fn a_proxy_that_speaks_socks_is_refused() {
        let error = route("socks5://user:s3cr3t@proxy", "https://h/").err().expect("a refusal");
        assert_eq!(error.kind(), crate::ErrorKind::Config);
        assert!(!format!("{error:?} {error}").contains("s3cr3t"), "{error:?}");
    }
}
