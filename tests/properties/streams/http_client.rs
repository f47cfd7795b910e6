//! Fakes that respond with streams.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::time::Duration;

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Body, Client, ClientBuilder, Error, http};

/// A request: the time since the first one, and the value of `Last-Event-ID`.
pub(super) type Sent = (Duration, Option<String>);

/// Returns a fake that responds with these bodies in their order, as a stream of events, and then with 204.
pub(super) fn fake(bodies: impl IntoIterator<Item = Body>) -> Fake {
    let fake = Fake::new();
    let bodies: Mutex<VecDeque<Body>> = Mutex::new(bodies.into_iter().collect());
    let streams = fake.on_any().responds_with(move |_| {
        let body = bodies.lock().unwrap().pop_front();
        let response = http::Response::builder().status(if body.is_some() { 200 } else { 204 });
        let response = response.header("content-type", "text/event-stream");
        response.body(body.unwrap_or_default()).map_err(Error::transport)
    });
    streams.always();
    fake
}

pub(super) fn builder(fake: &Fake) -> ClientBuilder {
    Client::builder().base_url("https://api.invalid").http_client(fake.http_client())
}

pub(super) fn sent(fake: &Fake) -> Vec<Sent> {
    let id = |id: &http::HeaderValue| String::from_utf8(id.as_bytes().to_vec()).unwrap();
    let calls = fake.calls();
    let times = calls.iter().map(|call| call.sent_at().saturating_sub(calls[0].sent_at()));
    times.zip(&calls).map(|(at, call)| (at, call.headers().get("last-event-id").map(id))).collect()
}
