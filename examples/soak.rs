//! Measures the memory of the process during many calls in a row.
//!
//! Run it with `cargo run -p examples --release --example soak -- 1000000`. The first argument is the number of calls
//! (default: 100,000), the second the maximum time in minutes (default: 10). It calls a stand-in server of Pivotal's
//! API in the same process. It runs on Linux only, since it reads the memory from `/proc`.
//!
//! Reading the result: the memory in the column `resident` grows with the first calls, then stays about the same.
//! Steady growth is a leak. A debug build with 20,000 calls had 12,640 KiB after 1,000 calls and 12,656 KiB at the
//! end.
//!
//! Next: `large_bodies`, which measures the memory of large bodies.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::error::Error;
use std::time::{Duration, Instant};

use pivotal_api::Customers;

/// The number of lines to print.
const LINES: u64 = 20;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let calls: u64 = arguments.next().map_or(Ok(100_000), |calls| calls.parse())?;
    let minutes: u64 = arguments.next().map_or(Ok(10), |minutes| minutes.parse())?;

    let server = stand_in::pivotal::start(1).await?;
    println!("stand-in server of Pivotal's API at {}, with {calls} calls of GET /api/v1/customers/1\n", server.url());
    let client = pivotal_api::builder("pivotal_test_soak")?.base_url(server.url()).build()?;

    let started = Instant::now();
    println!("{:>9}  {:>8}  {:>7}", "calls", "resident", "seconds");
    println!("{:>9}  {:>4} KiB  {:>7.1}", 0, resident()?, 0.0);
    for call in 1..=calls {
        client.get_customer(1).await?;
        let out_of_time = started.elapsed() > Duration::from_secs(60 * minutes);
        if call.is_multiple_of((calls / LINES).max(1)) || out_of_time {
            println!("{call:>9}  {:>4} KiB  {:>7.1}", resident()?, started.elapsed().as_secs_f64());
        }
        if out_of_time {
            break;
        }
    }

    println!("\nresult: `resident` must not grow steadily after the first lines; steady growth is a leak");
    println!(
        "next: cargo run -p examples --release --all-features --example large_bodies -- 1024, which measures large bodies"
    );
    Ok(())
}

/// Returns the resident memory of this process in KiB.
fn resident() -> Result<u64, Box<dyn Error>> {
    // The second number counts pages of 4 KiB.
    let pages: u64 = std::fs::read_to_string("/proc/self/statm")?.split(' ').nth(1).ok_or("no pages")?.parse()?;
    Ok(pages * 4)
}
