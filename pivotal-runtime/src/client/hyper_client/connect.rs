//! How a connection is made.

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http::Uri;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::legacy::connect::{Connection, HttpConnector};
use tokio::time::timeout;
use tower_service::Service;

use super::BoxError;
use super::io::Io;
use super::proxy::{Proxy, Route};
use super::tls::Security;

/// Makes connections.
#[derive(Clone)]
pub(super) struct Connector(Arc<dyn Connect>);

type Connecting = Pin<Box<dyn Future<Output = Result<Io, BoxError>> + Send>>;

trait Connect: Send + Sync {
    fn connect(&self, to: Uri) -> Connecting;
}

impl Connector {
    /// One that a user made.
    pub(super) fn own<C>(connector: C) -> Self
    where
        C: Service<Uri> + Clone + Send + Sync + 'static,
        C::Response: Connection + hyper::rt::Read + hyper::rt::Write + Send + Unpin + 'static,
        C::Error: Into<BoxError>,
        C::Future: Send,
    {
        Self(Arc::new(By(connector)))
    }

    /// One that takes this route, and leaves time for a second address where the first one is dead.
    pub(super) fn new(route: Route, security: &Security, limit: Duration) -> Self {
        match route {
            Route::Forward(proxy) => {
                Self(Arc::new(ToProxy { connector: By(security.proxy(tcp(limit))), uri: proxy.uri }))
            }
            // What is not secured at its end must not go through a tunnel. TCP alone refuses `https`.
            Route::Tunnel(proxy) if Security::IS_SECURE => {
                Self::own(security.server(tunnel(proxy, security.proxy(tcp(limit)))))
            }
            Route::Direct | Route::Tunnel(_) => Self::own(security.server(tcp(limit))),
        }
    }

    /// A connection to the server of this URL, all of it made within the limit.
    pub(super) async fn connect(&self, to: Uri, limit: Duration) -> Result<Io, BoxError> {
        let too_long = |_| io::Error::new(io::ErrorKind::TimedOut, "connecting took too long");
        timeout(limit, self.0.connect(to)).await.map_err(too_long)?
    }
}

/// Prints nothing of it: a proxy may have a password.
impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connector").finish_non_exhaustive()
    }
}

/// The settings of reqwest, which notice within a minute that the other end is gone without a word.
fn tcp(limit: Duration) -> HttpConnector {
    const PROBE: Duration = Duration::from_secs(15);
    let mut connector = HttpConnector::new();
    connector.enforce_http(!Security::IS_SECURE);
    connector.set_nodelay(true);
    connector.set_connect_timeout(Some(limit));
    connector.set_keepalive(Some(PROBE));
    connector.set_keepalive_interval(Some(PROBE));
    connector.set_keepalive_retries(Some(3));
    #[cfg(any(target_os = "android", target_os = "fuchsia", target_os = "linux"))]
    connector.set_tcp_user_timeout(Some(2 * PROBE));
    connector
}

fn tunnel<C>(proxy: Proxy, connector: C) -> Tunnel<C> {
    let tunnel = Tunnel::new(proxy.uri, connector);
    match proxy.authorization {
        Some(authorization) => tunnel.with_auth(authorization),
        None => tunnel,
    }
}

/// By a connector of hyper.
struct By<C>(C);

impl<C> Connect for By<C>
where
    C: Service<Uri> + Clone + Send + Sync + 'static,
    C::Response: Connection + hyper::rt::Read + hyper::rt::Write + Send + Unpin + 'static,
    C::Error: Into<BoxError>,
    C::Future: Send,
{
    fn connect(&self, to: Uri) -> Connecting {
        let mut connector = self.0.clone();
        Box::pin(async move {
            poll_fn(|context| connector.poll_ready(context)).await.map_err(Into::into)?;
            connector.call(to).await.map(Io::new).map_err(Into::into)
        })
    }
}

/// To a proxy, wherever the request is meant to go.
struct ToProxy<C> {
    connector: C,
    uri: Uri,
}

impl<C: Connect> Connect for ToProxy<C> {
    fn connect(&self, _: Uri) -> Connecting {
        let connecting = self.connector.connect(self.uri.clone());
        Box::pin(async move { connecting.await.map(Io::forwarding) })
    }
}
