//! Measures throughput and the 99th percentile of many tasks, compared with plain reqwest.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use pivotal_api::{Client, Customers};
use pivotal_hyper::HyperClient;
use tokio::runtime;
use tokio::task::JoinSet;

use crate::approach::KEY;
use crate::by_hand::ByHand;
use crate::canned::Canned;
use crate::data::ID;

const ROUNDS: usize = 9;
const CALLS: usize = 19_200;

/// A client that tasks share.
#[derive(Clone)]
enum Shared {
    ByHand(Arc<ByHand>),
    Pivotal(Client),
}

/// The figures of one round of one client.
struct Round {
    calls_per_second: f64,
    /// The 99th percentile of the duration of a call.
    p99: Duration,
}

impl Shared {
    async fn call(&self) {
        match self {
            Self::ByHand(client) => drop(client.delete_customer(ID).await.expect("a response")),
            Self::Pivotal(client) => drop(client.delete_customer(ID).await.expect("a response")),
        }
    }

    async fn run(&self, tasks: usize) -> Round {
        let start = Instant::now();
        let mut running = JoinSet::new();
        for _ in 0..tasks {
            let client = self.clone();
            running.spawn(async move {
                let mut times = Vec::with_capacity(CALLS / tasks);
                for _ in 0..CALLS / tasks {
                    let start = Instant::now();
                    client.call().await;
                    times.push(start.elapsed());
                }
                times
            });
        }
        let mut times = running.join_all().await.concat();
        let calls_per_second = times.len() as f64 / start.elapsed().as_secs_f64();
        times.sort_unstable();
        Round { calls_per_second, p99: times[times.len() * 99 / 100] }
    }
}

/// Runs plain reqwest and ours in turns, and prints the ratios of each pair and their median.
pub fn print() -> Result<(), Box<dyn Error>> {
    let server = Canned::start()?;
    let runtime = runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let builder = || Ok::<_, pivotal_api::Error>(pivotal_api::builder(KEY)?.base_url(server.url()));
    let by_hand = Shared::ByHand(Arc::new(ByHand::new(server.url(), KEY)?));
    let ours = [
        ("pivotal-api", Shared::Pivotal(builder()?.build()?)),
        ("pivotal-api on hyper", Shared::Pivotal(builder()?.http_client(HyperClient::new()?).build()?)),
    ];
    for tasks in [1, 64] {
        for (name, ours) in &ours {
            runtime.block_on(compare(name, ours, &by_hand, tasks));
        }
    }
    Ok(())
}

async fn compare(name: &str, ours: &Shared, by_hand: &Shared, tasks: usize) {
    println!("{name} compared with plain reqwest, tasks: {tasks}");
    println!("calls/s          ratio   p99, µs        ratio");
    let (mut throughputs, mut p99s) = (Vec::new(), Vec::new());
    // Connections are opened before the first round.
    ours.run(tasks).await;
    by_hand.run(tasks).await;
    for round in 0..ROUNDS {
        // The order alternates, because it can affect the result.
        let (mine, plain) = if round % 2 == 0 {
            let mine = ours.run(tasks).await;
            (mine, by_hand.run(tasks).await)
        } else {
            let plain = by_hand.run(tasks).await;
            (ours.run(tasks).await, plain)
        };
        let throughput = mine.calls_per_second / plain.calls_per_second;
        let p99 = mine.p99.as_secs_f64() / plain.p99.as_secs_f64();
        println!(
            "{:6.0} / {:6.0}  {throughput:6.3}  {:6} / {:6}  {p99:6.3}",
            mine.calls_per_second,
            plain.calls_per_second,
            mine.p99.as_micros(),
            plain.p99.as_micros()
        );
        throughputs.push(throughput);
        p99s.push(p99);
    }
    println!("median           {:6.3}                   {:6.3}\n", median(throughputs), median(p99s));
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}
