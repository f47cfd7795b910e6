//! Measures the memory of calls while they wait.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use counting::{Tool, under};
use pivotal_api::{CustomerFilter, Customers};
use tokio::runtime;

use crate::approach::KEY;
use crate::by_hand::ByHand;
use crate::canned::Canned;

/// The number of calls that have ended. It must stay 0.
static ENDED: AtomicU64 = AtomicU64::new(0);

const FEW: u64 = 1_000;
const MANY: u64 = 10_000;

/// The clients that wait for a silent server, with their descriptions.
const WAITING: [(&str, &str); 3] = [
    ("Default", "pivotal-api: 64 of them have a connection, the others wait for one"),
    ("Connected", "pivotal-api, `max_concurrency(10_000)`: each has a connection"),
    ("ByHand", "by hand on reqwest: each has a connection"),
];

/// Prints the memory of one call: the difference between ten thousand calls in flight and a thousand.
pub fn print() -> Result<(), Box<dyn Error>> {
    println!("| {MANY} calls in flight | bytes a call | blocks a call |");
    println!("| --- | --: | --: |");
    for (client, name) in WAITING {
        let held = |calls: u64| -> Result<(f64, f64), Box<dyn Error>> {
            let server = Canned::silent()?;
            let run = ["wait", client, &calls.to_string(), server.url()];
            let heap = under(Tool::Heap, &run)?;
            Ok((heap.number_after("in use at exit:")? as f64, heap.number_after(" bytes in")? as f64))
        };
        let ((few_bytes, few_blocks), (many_bytes, many_blocks)) = (held(FEW)?, held(MANY)?);
        let each = |many: f64, few: f64| (many - few) / (MANY - FEW) as f64;
        println!("| {name} | {:.0} | {:.1} |", each(many_bytes, few_bytes), each(many_blocks, few_blocks));
    }
    Ok(())
}

/// Makes calls at the same time, and ends the process while they wait.
pub fn wait(client: &str, calls: u64, url: &str) -> Result<(), Box<dyn Error>> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let maximum = if client == "Connected" { usize::try_from(MANY)? } else { 64 };
    runtime.block_on(async {
        let declared = pivotal_api::builder(KEY)?.base_url(url).max_concurrency(maximum).build()?;
        let by_hand = Arc::new(ByHand::new(url, KEY)?);
        for _ in 0..calls {
            let (declared, by_hand) = (declared.clone(), by_hand.clone());
            match client {
                "ByHand" => drop(tokio::spawn(async move {
                    let _ = by_hand.list_customers(100).await;
                    ENDED.fetch_add(1, Ordering::Relaxed);
                })),
                "Default" | "Connected" => drop(tokio::spawn(async move {
                    let filter = CustomerFilter::new().limit(100);
                    let _ = declared.list_customers(&filter).pages().next().await;
                    ENDED.fetch_add(1, Ordering::Relaxed);
                })),
                _ => return Err(format!("no such client: {client}").into()),
            }
        }
        // In this time, all requests are sent that can be. No timeout elapses.
        tokio::time::sleep(Duration::from_secs(calls / 500)).await;
        match ENDED.load(Ordering::Relaxed) {
            0 => std::process::exit(0),
            ended => Err(format!("{ended} calls ended; there can be too few sockets, see `ulimit -n`").into()),
        }
    })
}
