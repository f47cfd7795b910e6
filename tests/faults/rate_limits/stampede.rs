//! Rows 79 and 80: many tasks on one key share what is left, without a stampede at the reset.

use std::time::Duration;

use pivotal_runtime::{Client, Error};
use tokio::task::JoinSet;

use crate::fake::Fake;
use crate::fake::api::Api;
use crate::fake::reply::{limited, ok};
use crate::fake::servers::Window;

const fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// Starts so many calls at once and waits for all of them.
async fn at_once(client: &Client, calls: usize) -> Vec<Result<u32, Error>> {
    let mut tasks = JoinSet::new();
    for _ in 0..calls {
        let client = client.clone();
        tasks.spawn(async move { client.get().await.map(|response| response.attempts()) });
    }
    tasks.join_all().await
}

/// A window, and a fake whose answers take 20 ms.
fn server(limit: usize, length: Duration) -> (Window, Fake) {
    let window = Window::new(limit, length);
    let answers = window.clone();
    (window, Fake::new(move |sent| answers.answer(sent).after(millis(20))))
}

/// When requests came after the first burst.
fn later(fake: &Fake) -> Vec<Duration> {
    fake.instants().into_iter().filter(|at| !at.is_zero()).collect()
}

#[tokio::test(start_paused = true)]
async fn row_079_after_a_429_one_goes_ahead_and_the_others_follow_in_steps() {
    // Somebody else has used the key up, so that all of the first burst are refused.
    let (window, fake) = server(20, Duration::from_secs(10));
    window.fill([millis(0); 20]);
    let client = fake.builder().max_concurrency(100).build().unwrap();
    let results = at_once(&client, 100).await;
    let burst = window.refusals().iter().filter(|at| at.is_zero()).count();
    assert_eq!(burst, 100);
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    let later = later(&fake);
    assert!(later[0] >= Duration::from_secs(10), "{later:?}");
    assert!(later[1] >= later[0] + millis(20), "one goes ahead, and its answer is waited for: {later:?}");
    assert!(fake.busiest(later[0], millis(100)) <= 20, "{later:?}");
    assert_eq!(window.refusals().len(), burst, "nobody is refused a second time");
}

#[tokio::test(start_paused = true)]
async fn row_079_without_headers_of_the_limit_one_goes_ahead_as_well() {
    // A server that says `Retry-After` and nothing more.
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
    assert!(later[1] >= later[0] + millis(20), "one goes ahead, and its answer is waited for: {later:?}");
}

#[tokio::test(start_paused = true)]
async fn row_080_where_the_window_slides_the_reset_frees_one_place_alone() {
    // Twenty requests, half a second apart: at the reset the oldest falls out, half a second later the next.
    let (window, fake) = server(20, Duration::from_secs(10));
    window.fill((0..20).map(|number| millis(9_900 - 500 * number)));
    let client = fake.client();
    // One call learns the limit.
    at_once(&client, 1).await.pop().unwrap().unwrap();
    let results = at_once(&client, 60).await;
    assert!(results.iter().all(Result::is_ok), "{results:?}");
    let refusals = window.refusals();
    assert!(refusals.len() <= 3, "61 calls, nearly all of them spent well: {refusals:?}");
    // A reset is told in whole seconds, so that up to two seconds' worth of places, four, are free when one goes ahead.
    let busiest = fake.busiest(Duration::ZERO, millis(100));
    assert!(busiest <= 5, "never a herd, but {busiest} within 100 ms: {:?}", fake.instants());
}

#[tokio::test(start_paused = true)]
async fn row_080_a_burst_that_knows_nothing_wastes_no_more_than_are_on_their_way() {
    // 500 calls at once, of which the limit lets 50 through in ten seconds.
    let (window, fake) = server(50, Duration::from_secs(10));
    let client = fake.builder().timeout(Duration::from_secs(300)).build().unwrap();
    let results = at_once(&client, 500).await;
    let refusals = window.refusals().len();
    assert!(refusals <= 64, "those that were on their way when the first answer came, but not {refusals}");
    let failed: Vec<_> = results.iter().filter(|result| result.is_err()).collect();
    assert!(failed.is_empty(), "{failed:?}");
    assert_eq!(fake.count(), 500 + refusals);
}
