//! A transport without sockets that keeps what it was to send.

use std::sync::{Arc, Mutex};

use pivotal_runtime::{Body, Client, ClientBuilder, Error, HttpClient, http};

use crate::server::KEY;

/// Answers each request with 204.
#[derive(Debug, Clone, Default)]
pub(super) struct Recorder(Arc<Mutex<Vec<http::Request<Body>>>>);

impl HttpClient for Recorder {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        self.0.lock().unwrap().push(request);
        let mut response = http::Response::new(Body::empty());
        *response.status_mut() = http::StatusCode::NO_CONTENT;
        Ok(response)
    }
}

impl Recorder {
    pub(super) fn builder(&self) -> ClientBuilder<Self> {
        pivotal_api::builder(KEY).unwrap().base_url("https://api.test").http_client(self.clone())
    }

    pub(super) fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    /// What was sent since this was last asked.
    pub(super) fn requests(&self) -> Vec<http::Request<Body>> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }

    /// The only one of them.
    pub(super) fn request(&self) -> http::Request<Body> {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1);
        requests.remove(0)
    }
}

/// Runs a call that waits for nothing.
pub(super) fn run<R>(call: impl Future<Output = R>) -> R {
    tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(call)
}
