//! Exports every customer of a workspace to a file of JSON lines.
//!
//! `cargo run --example export_customers` exports the 10,000 customers of a stand-in server in the same process. With
//! `PIVOTAL_API_KEY` set, it exports the customers of the real API (or of `PIVOTAL_BASE_URL`).

#![allow(clippy::print_stdout, reason = "examples print their results")]

#[path = "stand_in/server.rs"]
mod stand_in;

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use pivotal_api::{Client, CustomerFilter, Customers};

const CUSTOMERS: u64 = 10_000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::temp_dir().join(format!("customers-{}.jsonl", std::process::id()));
    let exported = if std::env::var_os("PIVOTAL_API_KEY").is_some() {
        export(&pivotal_api::client_from_env()?, &path).await?
    } else {
        let server = stand_in::start(CUSTOMERS).await;
        let client = pivotal_api::builder("pivotal_test_export")?.base_url(server.base_url()).build()?;
        let exported = export(&client, &path).await?;
        if exported != CUSTOMERS {
            return Err(format!("exported {exported} of {CUSTOMERS} customers").into());
        }
        exported
    };
    println!("exported  {exported} customers to {}", path.display());
    Ok(())
}

/// Writes the customers to a file, and returns their number.
async fn export(client: &Client, path: &Path) -> Result<u64, Box<dyn std::error::Error>> {
    let progress = ProgressBar::new_spinner();
    progress.set_style(ProgressStyle::with_template("{spinner} {pos} customers, {per_sec}")?);
    let mut file = BufWriter::new(File::create(path)?);
    let mut customers = client.list_customers(&CustomerFilter::new()).prefetch(true);
    while let Some(customer) = customers.next().await {
        serde_json::to_writer(&mut file, &customer?)?;
        file.write_all(b"\n")?;
        progress.inc(1);
    }
    file.flush()?;
    progress.finish();
    Ok(progress.position())
}
