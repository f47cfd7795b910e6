//! Exports all customers of a workspace of Pivotal to a file with one line of JSON for each.
//!
//! Run it with `cargo run -p examples --example export_customers`. It exports the 10,000 customers of a stand-in
//! server in the same process. With `PIVOTAL_API_KEY` set, it exports the customers of the real API (or of
//! `PIVOTAL_BASE_URL`).
//!
//! Next: the guide, in the docs of `pivotal-runtime`: `cargo doc --open --no-deps --all-features --package pivotal-runtime`.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use pivotal_api::{Client, CustomerFilter, Customers};

/// The number of customers of the stand-in server.
const CUSTOMERS: u64 = 10_000;

/// The number of customers between two lines of progress.
const STEP: u64 = 2_000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::temp_dir().join(format!("customers-{}.jsonl", std::process::id()));
    let exported = if std::env::var_os("PIVOTAL_API_KEY").is_some() {
        println!("Pivotal's API, with the key in PIVOTAL_API_KEY\n");
        export(&pivotal_api::client_from_env()?, &path).await?
    } else {
        let server = stand_in::pivotal::start(CUSTOMERS).await?;
        println!("stand-in server of Pivotal's API at {}, with {CUSTOMERS} customers\n", server.url());
        let client = pivotal_api::builder("pivotal_test_export")?.base_url(server.url()).build()?;
        let exported = export(&client, &path).await?;
        if exported != CUSTOMERS {
            return Err(format!("exported {exported} of {CUSTOMERS} customers").into());
        }
        exported
    };
    println!("{} contains {exported} customers", path.display());

    println!("\nnext: cargo doc --open --no-deps --all-features --package pivotal-runtime, for the guide");
    Ok(())
}

/// Writes the customers to a file, and returns their number.
async fn export(client: &Client, path: &Path) -> Result<u64, Box<dyn std::error::Error>> {
    let mut exported: u64 = 0;
    let mut file = BufWriter::new(File::create(path)?);
    let mut customers = client.list_customers(&CustomerFilter::new()).prefetch(true);
    while let Some(customer) = customers.next().await {
        serde_json::to_writer(&mut file, &customer?)?;
        file.write_all(b"\n")?;
        exported += 1;
        if exported.is_multiple_of(STEP) {
            println!("GET /api/v1/customers → {exported} customers so far");
        }
    }
    file.flush()?;
    Ok(exported)
}
