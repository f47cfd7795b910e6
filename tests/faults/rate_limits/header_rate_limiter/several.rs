//! Several responses and refusals, in any order.

use pivotal_runtime::{CallOptions, Client};

use super::{seconds, updated_client};
use crate::support::fake::Fake;
use crate::support::fake::reply::{limited, no_response, ok, status};
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::thing_api::Api;

/// A client whose calls can wait for each refusal.
fn patient(fake: &Fake) -> Client {
    fake.builder().timeout(seconds(100)).build().unwrap()
}

fn once() -> CallOptions {
    CallOptions::new().max_attempts(1)
}

#[tokio::test(start_paused = true)]
async fn longer_of_two_refusals_counts() {
    let fake = Fake::new(|sent| match sent.number {
        0 => limited("30").after(seconds(1)),
        1 => limited("5").after(seconds(2)),
        _ => ok(),
    });
    let client = patient(&fake);
    let once = client.with(once());
    let _ = tokio::join!(once.get(), once.get());
    client.get().await.unwrap();
    assert_eq!(fake.instants(), [0, 0, 31].map(seconds));
}

#[tokio::test(start_paused = true)]
async fn late_refusal_of_an_earlier_request_does_not_make_earlier_responses_count() {
    let fake = Fake::new(|sent| match sent.number {
        2 => limited("30").after(seconds(1)),
        0 => limited("30").after(seconds(2)),
        1 => with_limit(ok(), sent.at, 60, 10, EPOCH + 60).after(seconds(3)),
        _ => ok(),
    });
    let client = patient(&fake);
    let once = client.with(once());
    let _ = tokio::join!(once.get(), once.get(), once.get());
    client.get().await.unwrap();
    assert_eq!(fake.instants(), [0, 0, 0, 32].map(seconds));
}

#[tokio::test(start_paused = true)]
async fn newer_response_replaces_the_wait_of_a_refusal() {
    let fake = Fake::new(|sent| match sent.number {
        0 => limited("50"),
        1 => with_limit(ok(), sent.at, 60, 0, EPOCH + 10),
        _ => ok(),
    });
    let client = patient(&fake);
    client.with(once()).get().await.unwrap_err();
    client.with(CallOptions::new().timeout(seconds(5))).get().await.unwrap();
    client.get().await.unwrap();
    assert_eq!(fake.instants(), [0, 0, 10].map(seconds));
}

#[tokio::test(start_paused = true)]
async fn retry_after_of_a_status_other_than_429_does_not_delay_other_calls() {
    for other in [500, 503, 408] {
        let fake = Fake::new(move |sent| match sent.number {
            0 => status(other).header("retry-after", "30"),
            _ => ok(),
        });
        let client = patient(&fake);
        client.with(once()).get().await.unwrap_err();
        client.get().await.unwrap();
        assert_eq!(fake.instants(), [0, 0].map(seconds), "{other}");
    }
}

#[tokio::test(start_paused = true)]
async fn response_that_overtakes_has_not_counted_earlier_requests() {
    let fake = Fake::new(|sent| match sent.number {
        0 => no_response(),
        1 => with_limit(ok(), sent.at, 60, 1, EPOCH + 30).after(seconds(1)),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = patient(&fake);
    let slow = client.with(once());
    let (_, ()) = tokio::join!(slow.get(), async {
        client.get().await.unwrap();
        client.get().await.unwrap();
    });
    assert_eq!(fake.instants(), [0, 0, 30].map(seconds), "the one that remained can be the first request");
}

#[tokio::test(start_paused = true)]
async fn end_of_an_earlier_probe_does_not_end_the_current_one() {
    let fake = Fake::new(|sent| match sent.number {
        0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 5),
        1 | 2 => no_response(),
        _ => with_limit(ok(), sent.at, 60, 50, EPOCH + 90),
    });
    let client = updated_client(&fake).await;
    let start = |from: u64, until: u64| {
        let client = client.clone();
        async move {
            tokio::time::sleep(seconds(from)).await;
            tokio::time::timeout(seconds(until - from), client.get()).await
        }
    };
    // The first probe is sent at 5 s and dropped at 12 s, the second one is sent at 10 s.
    let (first, _, third) = tokio::join!(start(0, 12), start(6, 40), start(11, 50));
    assert!(first.is_err());
    third.unwrap().unwrap();
    assert_eq!(fake.instants()[..4], [0, 5, 10, 15].map(seconds));
}
