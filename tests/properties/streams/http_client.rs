//! An HTTP client without sockets that responds with streams.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use pivotal_runtime::{Body, Client, ClientBuilder, Error, HttpClient, http};
use tokio::time::Instant;

/// A request: the time since the first one, and the value of `Last-Event-ID`.
pub(super) type Sent = (Duration, Option<String>);

/// Responds with these bodies in their order, as a stream of events, and then with 204. A clone is the same fake.
#[derive(Clone)]
pub(super) struct Fake(Arc<Inner>);

struct Inner {
    bodies: Mutex<VecDeque<Body>>,
    sent: Mutex<Vec<(Instant, Option<String>)>>,
}

impl Fake {
    pub(super) fn new(bodies: impl IntoIterator<Item = Body>) -> Self {
        Self(Arc::new(Inner { bodies: Mutex::new(bodies.into_iter().collect()), sent: Mutex::default() }))
    }

    pub(super) fn builder(&self) -> ClientBuilder {
        Client::builder().base_url("https://api.invalid").http_client(self.clone())
    }

    pub(super) fn sent(&self) -> Vec<Sent> {
        let sent = self.0.sent.lock().unwrap();
        sent.iter().map(|(at, id)| (*at - sent[0].0, id.clone())).collect()
    }
}

impl HttpClient for Fake {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let id = request.headers().get("last-event-id");
        let id = id.map(|id| String::from_utf8(id.as_bytes().to_vec()).unwrap());
        self.0.sent.lock().unwrap().push((Instant::now(), id));
        let body = self.0.bodies.lock().unwrap().pop_front();
        let mut response = http::Response::builder().header("content-type", "text/event-stream");
        if body.is_none() {
            response = response.status(204);
        }
        response.body(body.unwrap_or_default()).map_err(Error::transport)
    }
}
