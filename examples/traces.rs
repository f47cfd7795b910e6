//! A service whose calls are traced: the spans and events are printed as they end.
//!
//! `cargo run --example traces --features tracing` calls a stand-in server in the same process; it needs no network.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::sync::atomic::{AtomicBool, Ordering};

use httpmock::{HttpMockResponse, MockServer};
use pivotal_runtime::{Client, Error, Transport, endpoint};
use serde::Deserialize;
use tracing::{Instrument, info, info_span};
use tracing_subscriber::fmt::format::FmtSpan;

#[derive(Deserialize)]
struct Stock {
    pieces: u32,
}

trait Warehouse: Transport {
    #[endpoint(GET, "/items/<item>/stock")]
    async fn stock(&self, item: &str) -> Result<Option<Stock>, Error>;
}
impl<T: Transport> Warehouse for T {}

/// Handles a request of the service. The spans of its calls are children of its own span.
async fn handle(warehouse: &impl Warehouse, item: &str) -> Result<bool, Error> {
    let stock = warehouse.stock(item).await?;
    let is_available = stock.is_some_and(|stock| stock.pieces > 0);
    info!(is_available, "handled");
    Ok(is_available)
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    tracing_subscriber::fmt().with_span_events(FmtSpan::CLOSE).without_time().with_ansi(false).init();
    let server = start().await;
    let warehouse = Client::builder().base_url(server.base_url()).build()?;
    for item in ["tea", "coffee"] {
        let is_available = handle(&warehouse, item).instrument(info_span!("handle")).await?;
        println!("{item}: {is_available}");
    }
    Ok(())
}

/// Starts a server that has tea, at the second attempt, and no coffee.
async fn start() -> MockServer {
    let server = MockServer::start_async().await;
    let was_unavailable = AtomicBool::new(false);
    server
        .mock_async(move |when, then| {
            when.any_request();
            then.respond_with(move |request| {
                let (status, body) = match request.uri().path() {
                    "/items/tea/stock" if !was_unavailable.swap(true, Ordering::Relaxed) => (503, ""),
                    "/items/tea/stock" => (200, r#"{"pieces":3}"#),
                    _ => (404, ""),
                };
                HttpMockResponse::builder().status(status).body(body).build()
            });
        })
        .await;
    server
}
