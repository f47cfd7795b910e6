//! An HTTP client without a network, for the URLs of the real servers.

use std::sync::{Arc, Mutex, PoisonError};

use pivotal_runtime::{Body, Error, HttpClient, http};

/// A request: its URL, and whether it has credentials in `Authorization`.
pub type Sent = (String, bool);

/// Returns the same response to each request, and records the requests.
#[derive(Clone)]
pub struct Offline {
    status: u16,
    body: &'static str,
    sent: Arc<Mutex<Vec<Sent>>>,
}

impl Offline {
    pub fn new(status: u16, body: &'static str) -> Self {
        Self { status, body, sent: Arc::default() }
    }

    pub fn sent(&self) -> Vec<Sent> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl HttpClient for Offline {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let sent = (request.uri().to_string(), request.headers().contains_key("authorization"));
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).push(sent);
        let response = http::Response::builder().status(self.status).body(Body::from(self.body));
        response.map_err(Error::transport)
    }
}
