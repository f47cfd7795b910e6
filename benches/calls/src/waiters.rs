//! Measures the processor time of calls that wait for the rate limiter.

use std::error::Error;
use std::fs;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use pivotal_runtime::{Body, Client, HttpClient, Transport, endpoint, http};
use tokio::runtime;
use tokio::task::JoinSet;

/// Responds at once. With `waits`, the first response reports that nothing remains for 2 s.
struct Limited {
    waits: bool,
    requests: AtomicU32,
}

impl HttpClient for Limited {
    async fn execute(&self, _: http::Request<Body>) -> Result<http::Response<Body>, pivotal_runtime::Error> {
        let is_first = self.requests.fetch_add(1, Ordering::Relaxed) == 0;
        let remaining = if is_first && self.waits { "0" } else { "1000000" };
        let response =
            http::Response::builder().header("x-ratelimit-remaining", remaining).header("x-ratelimit-reset", "2");
        response.body(Body::from("7")).map_err(pivotal_runtime::Error::transport)
    }
}

trait Api: Transport {
    #[endpoint(GET, "/number")]
    async fn number(&self) -> Result<u8, pivotal_runtime::Error>;
}
impl<T: Transport> Api for T {}

/// Prints the processor time of a call, and of a call that waits.
pub fn print() -> Result<(), Box<dyn Error>> {
    println!("| calls | µs of a call | µs of one that waits |");
    println!("| --: | --: | --: |");
    for calls in [2_000, 8_000, 32_000] {
        let (plain, waiting) = (cost(calls, false)?, cost(calls, true)?);
        println!("| {calls} | {plain:.1} | {waiting:.1} |");
    }
    Ok(())
}

fn cost(calls: u32, waits: bool) -> Result<f64, Box<dyn Error>> {
    let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let http = Limited { waits, requests: AtomicU32::new(0) };
        let client = Client::builder()
            .base_url("http://127.0.0.1")
            .timeout(Duration::from_secs(60))
            .http_client(http)
            .build()?;
        client.number().await?;
        let before = processor_time()?;
        let mut running = JoinSet::new();
        for _ in 0..calls {
            let client = client.clone();
            running.spawn(async move { client.number().await.is_ok() });
        }
        if running.join_all().await.contains(&false) {
            return Err("a call failed".into());
        }
        Ok((processor_time()? - before) / f64::from(calls))
    })
}

/// Returns the processor time of this thread in µs. Linux only.
fn processor_time() -> Result<f64, Box<dyn Error>> {
    let text = fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds: f64 = text.split(' ').next().ok_or("no time")?.parse()?;
    Ok(nanoseconds / 1e3)
}
