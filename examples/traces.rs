//! Traces the calls of a service: prints the spans of calls and attempts as they end, and their events.
//!
//! Run it with `cargo run -p examples --example traces --features tracing`. It calls a stand-in server in the same
//! process.
//!
//! Next: `tower_layer`, which wraps the HTTP client in layers.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::fmt::{self, Debug};
use std::io;
use std::sync::atomic::{AtomicBool, Ordering};

use pivotal_runtime::http::StatusCode;
use pivotal_runtime::{Client, Error, Transport, endpoint};
use serde::Deserialize;
use serde_json::json;
use stand_in::server::{Server, empty, json};
use tracing::field::Field;
use tracing::span::Record;
use tracing::{Instrument, info, info_span};
use tracing_subscriber::field::RecordFields;
use tracing_subscriber::fmt::format::{FmtSpan, Writer};
use tracing_subscriber::fmt::{FormatFields, FormattedFields};

#[derive(Deserialize)]
struct Stock {
    pieces: u32,
}

trait Warehouse: Transport {
    #[endpoint(GET, "/items/<item>/stock")]
    async fn stock(&self, item: &str) -> Result<Option<Stock>, Error>;
}
impl<T: Transport> Warehouse for T {}

/// The fields to print besides the message. `TELEMETRY.md` of `pivotal-runtime` lists all.
const FIELDS: [&str; 6] = [
    "is_available",
    "url.template",
    "http.request.resend_count",
    "http.response.status_code",
    "wait.reason",
    "wait.duration",
];

/// Prints these fields only, so that each line is short. Without `fmt_fields`, the subscriber prints all fields.
struct SomeFields;

impl SomeFields {
    fn text(fields: impl RecordFields) -> String {
        let mut texts = Vec::new();
        fields.record(&mut |field: &Field, value: &dyn Debug| match field.name() {
            "message" => texts.push(format!("{value:?}").trim_matches('"').to_owned()),
            name if FIELDS.contains(&name) => texts.push(format!("{name}={value:?}")),
            _ => {}
        });
        texts.join(" ")
    }
}

impl<'w> FormatFields<'w> for SomeFields {
    fn format_fields<R: RecordFields>(&self, mut writer: Writer<'w>, fields: R) -> fmt::Result {
        writer.write_str(&Self::text(fields))
    }

    fn add_fields(&self, current: &'w mut FormattedFields<Self>, fields: &Record<'_>) -> fmt::Result {
        let text = Self::text(fields);
        if !current.fields.is_empty() && !text.is_empty() {
            current.fields.push(' ');
        }
        current.fields.push_str(&text);
        Ok(())
    }
}

/// Handles a request of the service. The spans of its calls are children of its own span.
async fn handle(warehouse: &impl Warehouse, item: &str) -> Result<bool, Error> {
    let stock = warehouse.stock(item).await?;
    let is_available = stock.is_some_and(|stock| stock.pieces > 0);
    info!(is_available, "handled");
    Ok(is_available)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let subscriber = tracing_subscriber::fmt().fmt_fields(SomeFields).with_span_events(FmtSpan::CLOSE);
    subscriber.without_time().with_level(false).with_target(false).with_ansi(false).init();
    let server = start().await?;
    println!("stand-in server of a warehouse at {}\n", server.url());
    println!(
        "Each line starts with its spans: `handle` is the service, `call` a call, `attempt` a request of the call."
    );
    println!("`close` marks the end of the last of these spans. The other lines are events.");
    let warehouse = Client::builder().base_url(server.url()).build()?;
    for item in ["tea", "coffee"] {
        println!();
        let is_available = handle(&warehouse, item).instrument(info_span!("handle")).await?;
        println!("handle(\"{item}\") → {is_available}");
    }

    println!(
        "\nnext: cargo run -p examples --example tower_layer --features tower, which wraps the HTTP client in layers of tower"
    );
    Ok(())
}

/// Starts a server. It has no coffee, and responds to the first request for tea with status 503.
async fn start() -> io::Result<Server> {
    let is_ready = AtomicBool::new(false);
    Server::start(move |request| match request.uri().path() {
        "/items/tea/stock" if !is_ready.swap(true, Ordering::Relaxed) => empty(StatusCode::SERVICE_UNAVAILABLE),
        "/items/tea/stock" => json(StatusCode::OK, &json!({ "pieces": 3 })),
        _ => empty(StatusCode::NOT_FOUND),
    })
    .await
}
