//! One server: its origin, the connector that reaches it, and its connections.

use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use http::header::HeaderValue;
use hyper::client::conn::{http1, http2};
use hyper_util::client::legacy::connect::Connection;
use hyper_util::rt::TokioExecutor;

use super::BoxError;
use super::connect::Connector;
use super::origin::Origin;
use super::payload::Payload;
use super::pool::{Http1, Pool, Sender};
use crate::client::failure::{self, Told, failed};
use crate::{Body, Error};

pub(super) struct Server {
    origin: Origin,
    connector: Connector,
    /// The credentials for a proxy that requests are forwarded by.
    proxy_authorization: Option<HeaderValue>,
    pool: Arc<Pool>,
}

impl Server {
    pub(super) fn new(origin: Origin, connector: Connector, proxy_authorization: Option<HeaderValue>) -> Self {
        Self { origin, connector, proxy_authorization, pool: Arc::default() }
    }

    /// Returns whether a URL is on this server.
    pub(super) fn has(&self, url: &Uri) -> bool {
        self.origin.is_that_of(url)
    }

    /// Returns whether it has no connections.
    pub(super) fn is_idle(&self) -> bool {
        self.pool.is_empty()
    }

    /// Sends a request and waits for the head of the response.
    pub(super) async fn execute(
        &self,
        request: http::Request<Body>,
        connect_timeout: Duration,
    ) -> Result<http::Response<Body>, Error> {
        let Self { origin, pool, proxy_authorization, .. } = self;
        let mut request = request.map(Payload::from);
        let (response, sender) = loop {
            let (mut sender, is_used) = match pool.take() {
                Some(sender) => (sender, true),
                // Boxed, as it is seldom needed and much larger than the rest.
                None => (Box::pin(self.connect(connect_timeout)).await?, false),
            };
            match &sender {
                Sender::Http1(http1) if http1.is_proxy => origin.to_proxy(&mut request, proxy_authorization.as_ref()),
                Sender::Http1(_) => origin.by_path(&mut request),
                Sender::Http2(_) => origin.by_url(&mut request),
            }
            match sender.send(request).await {
                Ok(response) => break (response, sender),
                Err(mut error) => match error.take_message() {
                    // The connection was closed while it was idle.
                    Some(back) if is_used => request = back,
                    _ => return Err(connection_lost(error.into_error())),
                },
            }
        };
        if let Sender::Http1(_) = sender {
            pool.put(sender);
        }
        Ok(response.map(|body| Body::from_http(body, Error::transport)))
    }

    /// A new connection.
    async fn connect(&self, timeout: Duration) -> Result<Sender, Error> {
        let io = self.connector.connect(self.origin.uri().clone(), timeout).await;
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

/// The error of a request that was sent, or in part. The errors of hyper contain neither URLs nor headers.
fn connection_lost(error: hyper::Error) -> Error {
    failed(error, Told { is_connect: false, is_timeout: false })
}
