//! Many concurrent calls, which share the remaining requests without a stampede at the reset.

use std::time::Duration;

use pivotal_runtime::{Client, Error};
use tokio::task::JoinSet;

use crate::support::fake::Fake;
use crate::support::fake::reply::{limited, ok};
use crate::support::fake::servers::Window;
use crate::thing_api::Api;

const fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// Starts this number of calls at once and waits for all of them.
async fn at_once(client: &Client, calls: usize) -> Vec<Result<u32, Error>> {
    let mut tasks = JoinSet::new();
    for _ in 0..calls {
        let client = client.clone();
        tasks.spawn(async move { client.get().await.map(|response| response.attempts()) });
    }
    tasks.join_all().await
}

/// Returns a window, and a fake that responds after 20 ms.
fn server(limit: usize, length: Duration) -> (Window, Fake) {
    let window = Window::new(limit, length);
    let replies = window.clone();
    (window, Fake::new(move |sent| replies.reply(sent).after(millis(20))))
}

/// Returns the times of the requests after the first burst.
fn later(fake: &Fake) -> Vec<Duration> {
    fake.instants().into_iter().filter(|at| !at.is_zero()).collect()
}

#[tokio::test(start_paused = true)]
async fn calls_follow_a_probe_in_steps_after_a_429() {
    // Another client has used the limit, so that the first burst is refused.
    let (window, fake) = server(20, Duration::from_secs(10));
    window.fill([millis(0); 20]);
    let client = fake.builder().max_concurrency(100).build().unwrap();
    let results = at_once(&client, 100).await;
    let burst = window.refusals().iter().filter(|at| at.is_zero()).count();
    assert_eq!(burst, 100);
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    let later = later(&fake);
    assert!(later[0] >= Duration::from_secs(10), "{later:?}");
    assert!(later[1] >= later[0] + millis(20), "the others wait for the response to the probe: {later:?}");
    assert!(fake.busiest(later[0], millis(100)) <= 20, "{later:?}");
    assert_eq!(window.refusals().len(), burst, "no call is refused twice");
}

#[tokio::test(start_paused = true)]
async fn probe_precedes_other_calls_without_limit_headers() {
    // The server sends only `Retry-After`.
    let fake = Fake::new(|sent| {
        let reply = if sent.at < Duration::from_secs(5) { limited("5") } else { ok() };
        reply.after(millis(20))
    });
    let client = fake.builder().max_concurrency(100).build().unwrap();
    let results = at_once(&client, 100).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    let later = later(&fake);
    assert_eq!(later.len(), 100);
    assert!(later[0] >= Duration::from_secs(5), "{later:?}");
    assert!(later[1] >= later[0] + millis(20), "the others wait for the response to the probe: {later:?}");
}

#[tokio::test(start_paused = true)]
async fn calls_spread_over_a_sliding_window() {
    // Twenty requests, half a second apart: at the reset the oldest leaves the window, the next half a second later.
    let (window, fake) = server(20, Duration::from_secs(10));
    window.fill((0..20).map(|number| millis(9_900 - 500 * number)));
    let client = fake.client();
    // The client reads the limit from the response to one call.
    at_once(&client, 1).await.pop().unwrap().unwrap();
    let results = at_once(&client, 60).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    let refusals = window.refusals();
    assert!(refusals.len() <= 3, "few of 61 calls are refused: {refusals:?}");
    // The reset has whole seconds, so up to four requests are free when the probe is sent.
    let busiest = fake.busiest(Duration::ZERO, millis(100));
    assert!(busiest <= 5, "{busiest} requests within 100 ms: {:?}", fake.instants());
}

#[tokio::test(start_paused = true)]
async fn burst_wastes_only_requests_in_flight() {
    // 500 calls at once, with a limit of 50 in ten seconds.
    let (window, fake) = server(50, Duration::from_secs(10));
    let client = fake.builder().timeout(Duration::from_secs(300)).build().unwrap();
    let results = at_once(&client, 500).await;
    let refusals = window.refusals().len();
    assert!(refusals <= 64, "at most 64 requests are in flight at the first response, but {refusals} are refused");
    let failed: Vec<_> = results.iter().filter(|result| result.is_err()).collect();
    assert!(failed.is_empty(), "{failed:?}");
    assert_eq!(fake.count(), 500 + refusals);
}
