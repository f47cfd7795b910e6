//! Whether a proxy is in between, and how it is asked.

use http::uri::Scheme;
use http::{HeaderValue, Uri};
use hyper_util::client::proxy::matcher::{Intercept, Matcher};

use crate::Error;
use crate::base_url::BaseUrl;

/// How the server of a base URL is reached. A client has one base URL, so this is found out once.
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
    /// By a proxy of the environment or the system, unless the server is on this machine.
    pub(super) fn to(base_url: &BaseUrl) -> Result<Self, Error> {
        if base_url.is_loopback() {
            return Ok(Self::Direct);
        }
        Self::by(&Matcher::from_system(), base_url)
    }

    fn by(matcher: &Matcher, base_url: &BaseUrl) -> Result<Self, Error> {
        let uri = Uri::try_from(base_url.as_str())
            .map_err(|_| Error::config("the base URL is one that HTTP cannot carry; check it"))?;
        let Some(intercept) = matcher.intercept(&uri) else { return Ok(Self::Direct) };
        let proxy = Proxy::new(&intercept)?;
        Ok(if base_url.is_clear_text() { Self::Forward(proxy) } else { Self::Tunnel(proxy) })
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
                 `NO_PROXY`, or give a connector to `HyperClient::with_connector`",
            ));
        }
        Ok(Self { uri, authorization: intercept.basic_auth().cloned() })
    }
}
