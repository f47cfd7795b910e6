//! Wraps the HTTP client in layers: one of `tower-http`, and one that signs each attempt. It needs no key and no network:
//! `cargo run --example tower_layer --features tower`.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use httpmock::{HttpMockRequest, HttpMockResponse, MockServer};
use pivotal_runtime::http::{HeaderName, HeaderValue, Request, Response};
use pivotal_runtime::{Body, Client, Error, Transport, endpoint};
use serde::{Deserialize, Serialize};
use tower_http::set_header::SetRequestHeaderLayer;
use tower_layer::Layer;
use tower_service::Service;

#[derive(Debug, Serialize, Deserialize)]
struct Order {
    item: String,
}

trait Orders: Transport {
    #[endpoint(PUT, "/orders/<id>", body = order)]
    async fn put(&self, id: u64, order: &Order) -> Result<Order, Error>;
}
impl<T: Transport> Orders for T {}

const SIGNATURE: HeaderName = HeaderName::from_static("x-signature");
const REGION: HeaderName = HeaderName::from_static("x-region");

/// The layer: adds a signature of method, path and body to each attempt.
#[derive(Clone)]
struct SignLayer {
    key: &'static str,
}

impl<S> Layer<S> for SignLayer {
    type Service = Sign<S>;

    fn layer(&self, inner: S) -> Sign<S> {
        Sign { inner, key: self.key }
    }
}

/// The service that the layer makes.
#[derive(Clone)]
struct Sign<S> {
    inner: S,
    key: &'static str,
}

impl<S: Service<Request<Body>, Response = Response<Body>>> Service<Request<Body>> for Sign<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Body>) -> S::Future {
        // A stream is not in memory, so it has no signature.
        if let Some(body) = request.body().as_bytes() {
            let signature = sign(self.key, request.method().as_str(), request.uri().path(), body);
            request.headers_mut().insert(SIGNATURE, signature.into());
        }
        self.inner.call(request)
    }
}

/// Hashes the parts of a request. A real API has a cryptographic hash, such as HMAC-SHA256.
fn sign(key: &str, method: &str, path: &str, body: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (key, method, path, body).hash(&mut hasher);
    hasher.finish()
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let server = start().await;
    let builder = || Client::builder().base_url(server.base_url()).initial_backoff(Duration::from_millis(10));

    let client = builder()
        .layer(SetRequestHeaderLayer::overriding(REGION, HeaderValue::from_static("eu-1")))
        .layer(SignLayer { key: "a shared secret" })
        .build()?;
    let order = client.put(1, &Order { item: "tea".to_owned() }).await?;
    println!("stored    {order:?}, after a retry that was signed, too");

    let unsigned = builder().build()?;
    match unsigned.put(1, &Order { item: "milk".to_owned() }).await {
        Err(error) => println!("refused   {error}"),
        Ok(_) => return Err("expected 403".into()),
    }
    Ok(())
}

/// Starts a server that checks signatures. It responds to the first request with status 503.
async fn start() -> MockServer {
    let server = MockServer::start_async().await;
    let is_ready = AtomicBool::new(false);
    server
        .mock_async(move |when, then| {
            when.any_request();
            then.respond_with(move |request| respond(request, &is_ready));
        })
        .await;
    server
}

fn respond(request: &HttpMockRequest, is_ready: &AtomicBool) -> HttpMockResponse {
    let body = request.body_vec();
    let header = |name: &HeaderName| {
        request.headers().get(name.as_str()).and_then(|value| value.to_str().ok().map(str::to_owned))
    };
    let expected = sign("a shared secret", request.method_str(), request.uri().path(), &body).to_string();
    let signature = header(&SIGNATURE);
    let status = if signature.is_none_or(|signature| signature != expected) {
        403
    } else if !is_ready.swap(true, Ordering::Relaxed) {
        503
    } else {
        200
    };
    let region = header(&REGION).unwrap_or_default();
    println!("server    {} {} from `{region}`: {status}", request.method_str(), request.uri().path());
    HttpMockResponse::builder().status(status).body(if status == 200 { body } else { Vec::new() }).build()
}
