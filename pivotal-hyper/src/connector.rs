//! The connector that the pool uses: any other one, with a timeout.

use std::error::Error as StdError;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::rt::{Read, Write};
use hyper_util::client::legacy::connect::Connection;
use pivotal_runtime::http::Uri;
use pivotal_runtime::http::uri::Scheme;
use tokio::time::timeout;
use tower_service::Service;

use crate::stream::Stream;

pub(crate) type BoxError = Box<dyn StdError + Send + Sync>;
pub(crate) type Connecting = Pin<Box<dyn Future<Output = Result<Stream, BoxError>> + Send>>;

/// Connects to the origin of a URI.
pub(crate) trait Connect: Send + Sync {
    fn connect(&self, to: Uri) -> Connecting;
}

#[derive(Clone)]
pub(crate) struct Connector {
    connect: Arc<dyn Connect>,
    timeout: Duration,
}

impl Connector {
    pub(crate) fn new(connect: Arc<dyn Connect>, timeout: Duration) -> Self {
        Self { connect, timeout }
    }
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = BoxError;
    type Future = Connecting;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Connecting {
        let Self { connect, timeout: limit } = self.clone();
        Box::pin(async move {
            let timed_out = |_| io::Error::new(io::ErrorKind::TimedOut, "connecting took too long");
            timeout(limit, connect.connect(to)).await.map_err(timed_out)?
        })
    }
}

/// A connector of hyper-util or of a user.
pub(crate) struct Custom<C>(pub(crate) C);

impl<C> Connect for Custom<C>
where
    C: Service<Uri> + Clone + Send + Sync + 'static,
    C::Response: Connection + Read + Write + Send + Unpin + 'static,
    C::Error: Into<BoxError>,
    C::Future: Send,
{
    fn connect(&self, to: Uri) -> Connecting {
        let mut connector = self.0.clone();
        Box::pin(async move {
            poll_fn(|context| connector.poll_ready(context)).await.map_err(Into::into)?;
            let is_https = to.scheme() == Some(&Scheme::HTTPS);
            let stream = connector.call(to).await.map_err(Into::into)?;
            // TLS ends at the server, so a proxy in between is a tunnel, and does not read the requests.
            let is_proxy = !is_https && stream.connected().is_proxied();
            Ok(Stream::new(stream, is_proxy))
        })
    }
}
