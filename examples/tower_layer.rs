//! Wraps the HTTP client in two layers of tower: one of `tower-http`, and one that signs each attempt.
//!
//! Run it with `cargo run -p examples --example tower_layer --features tower`. It calls a stand-in server in the same
//! process.
//!
//! Next: `export_customers`, which iterates a long list.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use pivotal_runtime::http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use pivotal_runtime::{Body, Bytes, Client, Error, Transport, endpoint};
use serde::{Deserialize, Serialize};
use stand_in::server::{Server, empty};
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
    let server = Server::start(respond_after_failure()).await?;
    println!("stand-in server of a shop, which checks signatures, at {}\n", server.url());
    let builder = || Client::builder().base_url(server.url()).initial_backoff(Duration::from_millis(10));

    let client = builder()
        .layer(SetRequestHeaderLayer::overriding(REGION, HeaderValue::from_static("eu-1")))
        .layer(SignLayer { key: "a shared secret" })
        .build()?;
    let order = client.put(1, &Order { item: "tea".to_owned() }).await?;
    println!("PUT /orders/1, with both layers → {order:?}, since the retry was signed, too\n");

    let unsigned = builder().build()?;
    match unsigned.put(2, &Order { item: "milk".to_owned() }).await {
        Err(error) => println!("PUT /orders/2, without layers → error\n    {error}"),
        Ok(_) => return Err("expected 403".into()),
    }

    println!(
        "\nnext: cargo run -p examples --example export_customers, which writes a list of 10,000 customers to a file"
    );
    Ok(())
}

/// Returns the handler of a server that checks signatures. It responds to the first request with status 503.
fn respond_after_failure() -> impl Fn(Request<Bytes>) -> Response<Bytes> {
    let is_ready = AtomicBool::new(false);
    move |request| {
        let text = |name: &HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
        let (method, path) = (request.method().as_str(), request.uri().path());
        let expected = sign("a shared secret", method, path, request.body()).to_string();
        let is_signed = text(&SIGNATURE) == Some(expected.as_str());
        let status = if !is_signed {
            StatusCode::FORBIDDEN
        } else if !is_ready.swap(true, Ordering::Relaxed) {
            StatusCode::SERVICE_UNAVAILABLE
        } else {
            StatusCode::OK
        };
        let region = text(&REGION).unwrap_or("none");
        println!("server: {method} {path}, region {region}, valid signature: {is_signed} → {status}");
        let mut response = empty(status);
        if status == StatusCode::OK {
            *response.body_mut() = request.into_body();
        }
        response
    }
}
