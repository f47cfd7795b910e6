//! An HTTP client without sockets.

use std::sync::{Arc, Mutex};

use pivotal_runtime::{Body, Client, Error, HttpClient, http};

/// A request, with its body.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) head: http::request::Parts,
    pub(crate) body: Vec<u8>,
}

/// Responds with a body that tests set, and keeps the last request. A clone is the same fake.
#[derive(Clone, Default)]
pub(crate) struct Fake(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    content_type: &'static str,
    body: Vec<u8>,
    sent: Option<Sent>,
}

impl Fake {
    /// Sets the response.
    pub(crate) fn respond(&self, content_type: &'static str, body: &[u8]) {
        let mut state = self.0.lock().unwrap();
        state.content_type = content_type;
        state.body = body.to_vec();
    }

    pub(crate) fn client(&self) -> Client {
        Client::builder().base_url("https://api.invalid").http_client(self.clone()).build().unwrap()
    }

    /// Takes the last request.
    pub(crate) fn sent(&self) -> Option<Sent> {
        self.0.lock().unwrap().sent.take()
    }
}

impl HttpClient for Fake {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let (head, body) = request.into_parts();
        let body = body.collect().await?.to_vec();
        let mut state = self.0.lock().unwrap();
        state.sent = Some(Sent { head, body });
        let response = http::Response::builder().header("Content-Type", state.content_type);
        Ok(response.body(Body::from(state.body.clone())).unwrap())
    }
}

/// Runs calls that wait for nothing.
pub(crate) fn run<T>(calls: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    runtime.block_on(calls)
}
