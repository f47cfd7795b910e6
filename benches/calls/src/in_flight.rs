//! What calls take up in memory while they wait.

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

/// Calls that have ended, though nothing should have come of them yet.
static ENDED: AtomicU64 = AtomicU64::new(0);

const FEW: u64 = 1_000;
const MANY: u64 = 10_000;

/// Who waits for the answer of a server that has none.
const WAITING: [(&str, &str); 3] = [
    ("Default", "pivotal-api: 64 of them on a connection, the others waiting for one"),
    ("Connected", "pivotal-api, `max_concurrency(10_000)`: each on a connection"),
    ("ByHand", "by hand on reqwest: each on a connection"),
];

/// Prints how much one call takes up: the difference between ten thousand in flight and a thousand.
pub fn print() -> Result<(), Box<dyn Error>> {
    println!("| {MANY} calls in flight | bytes a call | blocks a call |");
    println!("| --- | --: | --: |");
    for (who, name) in WAITING {
        let held = |calls: u64| -> Result<(f64, f64), Box<dyn Error>> {
            let server = Canned::silent()?;
            let run = ["wait", who, &calls.to_string(), server.url()];
            let heap = under(Tool::Heap, &run)?;
            Ok((heap.number_after("in use at exit:")? as f64, heap.number_after(" bytes in")? as f64))
        };
        let ((few_bytes, few_blocks), (many_bytes, many_blocks)) = (held(FEW)?, held(MANY)?);
        let each = |many: f64, few: f64| (many - few) / (MANY - FEW) as f64;
        println!("| {name} | {:.0} | {:.1} |", each(many_bytes, few_bytes), each(many_blocks, few_blocks));
    }
    Ok(())
}

/// Makes so many calls at the same time and ends in the middle of them, with all that they hold.
pub fn wait(who: &str, calls: u64, url: &str) -> Result<(), Box<dyn Error>> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    let most = if who == "Connected" { usize::try_from(MANY)? } else { 64 };
    runtime.block_on(async {
        let declared = pivotal_api::builder(KEY)?.base_url(url).max_concurrency(most).build()?;
        let by_hand = Arc::new(ByHand::new(url, KEY)?);
        for _ in 0..calls {
            let (declared, by_hand) = (declared.clone(), by_hand.clone());
            match who {
                "ByHand" => drop(tokio::spawn(async move {
                    let _ = by_hand.list_customers(100).await;
                    ENDED.fetch_add(1, Ordering::Relaxed);
                })),
                "Default" | "Connected" => drop(tokio::spawn(async move {
                    let filter = CustomerFilter::new().limit(100);
                    let _ = declared.list_customers(&filter).pages().next().await;
                    ENDED.fetch_add(1, Ordering::Relaxed);
                })),
                _ => return Err(format!("nobody is called {who}").into()),
            }
        }
        // Long enough for all to be sent that can be, and shorter than any limit.
        tokio::time::sleep(Duration::from_secs(calls / 500)).await;
        match ENDED.load(Ordering::Relaxed) {
            0 => std::process::exit(0),
            ended => Err(format!("{ended} calls ended, as for want of sockets; see `ulimit -n`").into()),
        }
    })
}
