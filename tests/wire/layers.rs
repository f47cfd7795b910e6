//! Layers of tower around the HTTP client.

mod adapters;
mod bodies;
mod delivery;
mod errors;
mod extensions;
mod order;
mod readiness;
mod signing;
mod state;
mod tower_http;

use std::time::Duration;

use pivotal_runtime::http::{HeaderName, HeaderValue, Request};
use pivotal_runtime::{Body, ClientBuilder, Error, Response, Transport, endpoint};
use tower::util::MapRequestLayer;

use crate::support::{SEVEN, builder_for};

trait Api: Transport {
    #[endpoint(GET, "/number")]
    async fn get(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/number", response = u8)]
    async fn get_response(&self) -> Result<Response<u8>, Error>;

    #[endpoint(POST, "/number", body = number)]
    async fn post(&self, number: u8) -> Result<u8, Error>;

    #[endpoint(GET, "/text")]
    async fn text(&self) -> Result<String, Error>;

    #[endpoint(GET, "/file", response = Body)]
    async fn file(&self) -> Result<Body, Error>;

    #[endpoint(PUT, "/file", stream = content, response = ())]
    async fn put(&self, content: Body);
}
impl<T: Transport> Api for T {}

/// Returns a builder whose retries do not wait.
fn builder(url: impl Into<String>) -> ClientBuilder {
    builder_for(url).initial_backoff(Duration::ZERO)
}

/// A layer that appends a header to each attempt.
fn appending(
    name: &'static str,
    value: &'static str,
) -> MapRequestLayer<impl Fn(Request<Body>) -> Request<Body> + Clone> {
    MapRequestLayer::new(move |mut request: Request<Body>| {
        request.headers_mut().append(HeaderName::from_static(name), HeaderValue::from_static(value));
        request
    })
}
