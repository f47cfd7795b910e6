//! HTTP by hyper, without reqwest around it.

mod connect;
mod io;
mod origin;
mod payload;
mod pool;
mod proxy;
mod settings;
#[cfg_attr(not(feature = "rustls"), path = "hyper_client/plain.rs")]
mod tls;

use std::error::Error as StdError;
use std::sync::Arc;
use std::time::Duration;

use http::header::HeaderValue;
use hyper::client::conn::{http1, http2};
use hyper_util::client::legacy::connect::Connection;
use hyper_util::rt::TokioExecutor;

use self::connect::Connector;
use self::origin::Origin;
use self::payload::Payload;
use self::pool::{Http1, Pool, Sender};
use self::proxy::Route;
use super::HttpClient;
use super::failure::{self, Told, failed};
use crate::base_url::BaseUrl;
use crate::{Body, Error};

pub use self::settings::HyperSettings;

type BoxError = Box<dyn StdError + Send + Sync>;

/// Exchanges requests for answers by hyper, without reqwest around it.
///
/// [`ClientBuilder::hyper`](crate::ClientBuilder::hyper) lists how it differs from `reqwest::Client`.
pub(super) struct HyperClient {
    origin: Origin,
    connector: Connector,
    connect_timeout: Duration,
    pool: Arc<Pool>,
    /// Read by a proxy that requests are sent to as they are.
    proxy_authorization: Option<HeaderValue>,
}

impl HyperClient {
    /// The client for a base URL.
    fn build(settings: HyperSettings, base_url: &BaseUrl) -> Result<Self, Error> {
        let HyperSettings { connect_timeout, connector } = settings;
        let origin = Origin::of(base_url.as_str())?;
        let (connector, proxy_authorization) = if let Some(connector) = connector {
            (connector, None)
        } else {
            // A proxy from the environment is for servers elsewhere.
            let route = if base_url.is_loopback() { Route::Direct } else { Route::to(origin.uri())? };
            let authorization = route.authorization_of_requests();
            (Connector::new(route, connect_timeout)?, authorization)
        };
        let pool = Arc::default();
        Ok(Self { origin, connector, connect_timeout, pool, proxy_authorization })
    }
}

impl HttpClient for HyperClient {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let Self { origin, pool, proxy_authorization, .. } = self;
        if !origin.is_that_of(request.uri()) {
            return Err(Error::config(
                "a client on `hyper` reaches the origin of its base URL only; build another client for this one",
            ));
        }
        let mut request = request.map(Payload::from);
        let (answer, sender) = loop {
            let (mut sender, is_used) = match pool.take() {
                Some(sender) => (sender, true),
                // Boxed, as it is seldom needed and much larger than the rest.
                None => (Box::pin(self.connect()).await?, false),
            };
            match &sender {
                Sender::Http1(http1) if http1.is_proxy => origin.to_proxy(&mut request, proxy_authorization.as_ref()),
                Sender::Http1(_) => origin.by_path(&mut request),
                Sender::Http2(_) => origin.by_url(&mut request),
            }
            match sender.send(request).await {
                Ok(answer) => break (answer, sender),
                Err(mut error) => match error.take_message() {
                    // The connection was closed while it was idle.
                    Some(back) if is_used => request = back,
                    _ => return Err(broke_off(error.into_error())),
                },
            }
        };
        if let Sender::Http1(_) = sender {
            pool.put(sender);
        }
        Ok(answer.map(|body| Body::from_http(body, Error::transport)))
    }
}

impl HyperClient {
    /// A new connection.
    async fn connect(&self) -> Result<Sender, Error> {
        let io = self.connector.connect(self.origin.uri().clone(), self.connect_timeout).await;
        let io = io.map_err(not_connected)?;
        let connected = io.connected();
        let broken = |error: hyper::Error| not_connected(error.into());
        if connected.is_negotiated_h2() {
            let (sender, connection) = http2::handshake(TokioExecutor::new(), io).await.map_err(broken)?;
            tokio::spawn(connection);
            self.pool.put(Sender::Http2(sender.clone()));
            return Ok(Sender::Http2(sender));
        }
        let (sender, connection) = http1::handshake(io).await.map_err(broken)?;
        tokio::spawn(connection);
        Ok(Sender::Http1(Http1 { sender, is_proxy: connected.is_proxied() && self.origin.is_clear_text() }))
    }
}

/// An error of connecting, in which nothing of a request was sent.
fn not_connected(error: BoxError) -> Error {
    let is_timeout = failure::is_timeout(&*error);
    failed(error, Told { is_connect: true, is_timeout })
}

/// What hyper says went wrong. Its errors hold neither URLs nor headers.
fn broke_off(error: hyper::Error) -> Error {
    failed(error, Told { is_connect: false, is_timeout: false })
}
