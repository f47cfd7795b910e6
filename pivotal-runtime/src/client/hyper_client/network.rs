//! How servers are reached.

use std::time::Duration;

use hyper_util::client::proxy::matcher::Matcher;

use super::connect::Connector;
use super::origin::Origin;
use super::proxy::Route;
use super::server::Server;
use super::tls::Security;
use crate::Error;
use crate::base_url::BaseUrl;

/// Makes a connector for each origin.
pub(super) enum Network {
    /// The connector of the user, for all origins.
    Own(Connector),
    /// A connector of hyper, along the route to the origin.
    Routed(Box<Routed>),
}

pub(super) struct Routed {
    security: Security,
    proxies: Matcher,
    connect_timeout: Duration,
}

impl Network {
    /// Uses these proxies: those of the environment and the system, as they are when the client is built.
    pub(super) fn new(proxies: Matcher, connect_timeout: Duration) -> Result<Self, Error> {
        Ok(Self::Routed(Box::new(Routed { security: Security::new()?, proxies, connect_timeout })))
    }

    /// The server of a base URL.
    pub(super) fn server(&self, base_url: &BaseUrl) -> Result<Server, Error> {
        let origin = Origin::of(base_url.as_str())?;
        match self {
            Self::Own(connector) => Ok(Server::new(origin, connector.clone(), None)),
            Self::Routed(routed) => {
                // A server on this machine is reached without a proxy.
                let is_direct = base_url.is_loopback();
                let route = if is_direct { Route::Direct } else { Route::to(origin.uri(), &routed.proxies)? };
                let authorization = route.authorization_of_requests();
                let connector = Connector::new(route, &routed.security, routed.connect_timeout);
                Ok(Server::new(origin, connector, authorization))
            }
        }
    }
}
