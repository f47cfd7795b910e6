//! The HTTP client of a builder within its layers.

use std::future::ready;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use super::shared::{Execute, SharedHttpClient};
use super::{HttpClient, HttpService};
use crate::base_url::Target;
use crate::transport::SendFuture;
use crate::{Body, Error};

/// An HTTP client within layers.
///
/// Layers have state, such as the permits of a concurrency limit. So they stay when connections are replaced: only the innermost
/// HTTP client is another one then.
#[derive(Clone)]
pub(super) struct LayeredClient {
    stack: HttpService,
    innermost: Arc<Innermost>,
}

/// The HTTP client that the innermost layer calls.
pub(super) struct Innermost {
    current: RwLock<Arc<dyn SharedHttpClient>>,
}

impl LayeredClient {
    pub(super) fn new(stack: HttpService, innermost: Arc<Innermost>) -> Self {
        Self { stack, innermost }
    }
}

impl HttpClient for LayeredClient {
    fn execute(
        &self,
        request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        self.stack.send(request)
    }

    /// As the default, with a smaller future.
    fn execute_at(
        &self,
        target: &Target<'_>,
        mut request: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        match target.add_to(&mut request) {
            Ok(()) => self.stack.send(request),
            Err(error) => Box::pin(ready(Err(error))),
        }
    }

    fn tracks_requests(&self) -> bool {
        self.innermost.current().does_track_requests()
    }

    fn connect_timeout(&self) -> Option<Duration> {
        self.innermost.current().timeout_for_connecting()
    }

    /// Replaces the connections below the layers, also for requests that layers delay. Requests in flight finish on the old ones.
    fn reconnect(&self) -> Option<Self> {
        let reconnected = self.innermost.current().reconnect_shared()?;
        self.innermost.replace(reconnected);
        Some(self.clone())
    }
}

impl Innermost {
    pub(super) fn new(http: Arc<dyn SharedHttpClient>) -> Self {
        Self { current: RwLock::new(http) }
    }

    fn current(&self) -> Arc<dyn SharedHttpClient> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn replace(&self, http: Arc<dyn SharedHttpClient>) {
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = http;
    }
}

impl Execute for Innermost {
    fn execute_shared(self: Arc<Self>, request: http::Request<Body>) -> SendFuture<'static> {
        self.current().execute_shared(request)
    }
}
