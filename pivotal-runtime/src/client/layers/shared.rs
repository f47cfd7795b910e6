//! HTTP clients as `dyn`.

use std::sync::Arc;
use std::time::Duration;

use crate::client::HttpClient;
use crate::client::connections::Generation;
use crate::transport::SendFuture;
use crate::{Body, Error};

/// Sends a request. The future owns the HTTP client, as tower requires it.
pub(in crate::client) trait Execute: Send + Sync {
    fn execute_shared(self: Arc<Self>, request: http::Request<Body>) -> SendFuture<'static>;
}

/// An [`HttpClient`] that can be used as `dyn`.
pub(in crate::client) trait SharedHttpClient: Execute {
    fn does_track_requests(&self) -> bool;

    fn timeout_for_connecting(&self) -> Option<Duration>;

    fn reconnect_shared(&self) -> Option<Arc<dyn SharedHttpClient>>;
}

impl<H: HttpClient + 'static> Execute for H {
    fn execute_shared(self: Arc<Self>, request: http::Request<Body>) -> SendFuture<'static> {
        Box::pin(async move { self.execute(request).await })
    }
}

impl<H: HttpClient + 'static> SharedHttpClient for H {
    fn does_track_requests(&self) -> bool {
        self.tracks_requests()
    }

    fn timeout_for_connecting(&self) -> Option<Duration> {
        self.connect_timeout()
    }

    fn reconnect_shared(&self) -> Option<Arc<dyn SharedHttpClient>> {
        match self.reconnect() {
            Some(http) => Some(Arc::new(http)),
            None => None,
        }
    }
}

/// The HTTP client of a builder, which has not sent anything.
impl<H: HttpClient> HttpClient for Generation<H> {
    fn execute(
        &self,
        request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        self.http.execute(request)
    }

    fn tracks_requests(&self) -> bool {
        self.http.tracks_requests()
    }

    fn connect_timeout(&self) -> Option<Duration> {
        self.http.connect_timeout()
    }

    fn reconnect(&self) -> Option<Self> {
        self.http.reconnect().map(Self::new)
    }
}
