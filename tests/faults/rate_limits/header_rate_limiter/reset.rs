//! Calls that wait for the reset when nothing remains.

use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::CallOptions;

use super::{exhausted_until, seconds, updated_client};
use crate::support::fake::Fake;
use crate::support::fake::reply::{limited, ok};
use crate::support::fake::servers::{EPOCH, with_limit};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn next_call_waits_for_the_reset() {
    let fake = exhausted_until(30);
    let response = updated_client(&fake).await.get().await.unwrap();
    assert_eq!(response.attempts(), 1, "it waits instead of being refused");
    assert_eq!(fake.instants(), [seconds(0), seconds(30)]);
    assert_eq!(response.rate_limit().unwrap().remaining, 50);
}

#[tokio::test(start_paused = true)]
async fn distant_reset_is_not_waited_for() {
    // More than a minute away, for a call with a longer timeout.
    let fake = exhausted_until(61);
    updated_client(&fake).await.with(CallOptions::new().timeout(seconds(600))).get().await.unwrap();
    assert_eq!(fake.instants(), [Duration::ZERO; 2]);

    // After the deadline of the call: it is sent at once, and refused.
    let fake = Fake::new(|sent| {
        let reply = if sent.number == 0 { ok() } else { limited("30") };
        with_limit(reply, sent.at, 60, 0, EPOCH + 30)
    });
    let client = updated_client(&fake).await;
    let error = client.with(CallOptions::new().timeout(seconds(10))).get().await.unwrap_err();
    assert_eq!(fake.instants(), [Duration::ZERO; 2]);
    assert!(error.is_rate_limited());
    assert_eq!((error.attempts(), error.retry_after(), fake.elapsed()), (1, Some(seconds(30)), Duration::ZERO));
}

#[tokio::test(start_paused = true)]
async fn clones_and_calls_without_credentials_wait() {
    let fake = exhausted_until(30);
    let client = updated_client(&fake).await;
    let (clone, with) = (client.clone(), client.with(CallOptions::new().max_attempts(1)));
    let (first, second, public) = tokio::join!(clone.get(), with.get(), client.public_post(1));
    assert_eq!((first.unwrap().attempts(), second.unwrap().attempts(), public.unwrap().attempts()), (1, 1, 1));
    assert_eq!(fake.instants(), [0, 30, 30, 30].map(seconds));
}

#[tokio::test(start_paused = true)]
async fn reset_that_has_come_near_is_waited_for() {
    // Reported as 90 s away: by the headers of a success, or by `Retry-After`.
    for is_refused in [false, true] {
        let fake = Fake::new(move |sent| match sent.number {
            0 if is_refused => limited("90"),
            0 => with_limit(ok(), sent.at, 60, 0, EPOCH + 90),
            _ => ok(),
        });
        let client = fake.builder().timeout(seconds(100)).build().unwrap();
        assert_eq!(client.get().await.is_err(), is_refused);
        tokio::time::sleep(seconds(40)).await;
        client.get().await.unwrap();
        assert_eq!(fake.instants(), [0, 90].map(seconds), "{is_refused}");
    }
}

#[tokio::test(start_paused = true)]
async fn limit_of_0_and_past_reset_are_ignored() {
    // `0/0/0`, as gateways report that there is no limit; a reset in the past; a reset now.
    for (limit, remaining, reset) in [(0, 0, 0), (0, 0, EPOCH + 30), (60, 0, EPOCH - 3_600), (60, 0, 0), (60, 5, 0)] {
        let fake = Fake::new(move |sent| with_limit(ok(), sent.at, limit, remaining, reset).after(seconds(1)));
        let client = updated_client(&fake).await;
        let calls: Vec<_> =
            (0..60).map(|_| client.clone()).map(|client| tokio::spawn(async move { client.get().await })).collect();
        for call in calls {
            assert_eq!(call.await.unwrap().unwrap().attempts(), 1);
        }
        assert_eq!(fake.elapsed(), seconds(2), "{limit}/{remaining}/{reset}: no call waits");
    }
}

#[tokio::test(start_paused = true)]
async fn clients_have_separate_limits() {
    let fake = Fake::new(|sent| {
        let is_limited = sent.header("authorization").unwrap().ends_with("vQ2mXw7b") && sent.at < seconds(30);
        if is_limited { with_limit(ok(), sent.at, 60, 0, EPOCH + 30) } else { ok() }
    });
    let limited = updated_client(&fake).await;
    let other = fake.builder().credentials(PivotalKey::new("pivotal_test_anotherKey0").unwrap()).build().unwrap();
    let (waited, went) = tokio::join!(limited.get(), async {
        other.get().await.unwrap();
        fake.elapsed()
    });
    waited.unwrap();
    assert_eq!(went, Duration::ZERO);
    assert_eq!(fake.instants(), [seconds(0), seconds(0), seconds(30)]);
}

#[tokio::test(start_paused = true)]
async fn waiting_call_has_no_concurrency_permit() {
    let fake = Fake::new(|sent| if sent.number == 0 { with_limit(ok(), sent.at, 60, 0, EPOCH + 30) } else { ok() });
    let client = fake.builder().max_concurrency(1).build().unwrap();
    client.get().await.unwrap();
    let (waited, went) = tokio::join!(client.get(), async {
        client.with(CallOptions::new().timeout(seconds(10))).get().await.unwrap();
        fake.elapsed()
    });
    waited.unwrap();
    assert_eq!(went, seconds(0));
}
