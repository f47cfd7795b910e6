//! Prints the memory in use during many calls in a row: `cargo run --release --example soak -- 1000000`.
//!
//! The server is in the same process and returns the same customer to every request. The second argument is the maximum
//! time in minutes; the default is 10. Linux only, since the memory is read from `/proc`.
//!
//! With 500,000 calls, 7024 KiB were resident after 100,000 of them and 7040 KiB at the end.

#![allow(clippy::print_stdout, reason = "examples print their results")]

use std::error::Error;
use std::time::{Duration, Instant};

use pivotal_api::Customers;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const CUSTOMER: &str = include_str!("../tests/data/get-customer.json");

/// The number of lines to print.
const LINES: u64 = 20;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let calls: u64 = arguments.next().map_or(Ok(100_000), |calls| calls.parse())?;
    let minutes: u64 = arguments.next().map_or(Ok(10), |minutes| minutes.parse())?;

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    let client = pivotal_api::builder("pivotal_test_soak")?.base_url(url).build()?;
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream));
        }
    });

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
    Ok(())
}

/// Returns the customer to every request.
async fn serve(mut stream: TcpStream) -> std::io::Result<()> {
    let response = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-RateLimit-Limit: 60\r\nX-RateLimit-Remaining: 59\r\n\
         X-RateLimit-Reset: 4102444800\r\nContent-Length: {}\r\n\r\n{CUSTOMER}",
        CUSTOMER.len()
    );
    let mut head = Vec::new();
    while stream.read_buf(&mut head).await? > 0 {
        if head.ends_with(b"\r\n\r\n") {
            head.clear();
            stream.write_all(response.as_bytes()).await?;
        }
    }
    Ok(())
}

/// Returns the resident memory of this process in KiB.
fn resident() -> Result<u64, Box<dyn Error>> {
    // The second number counts pages of 4 KiB.
    let pages: u64 = std::fs::read_to_string("/proc/self/statm")?.split(' ').nth(1).ok_or("no pages")?.parse()?;
    Ok(pages * 4)
}
