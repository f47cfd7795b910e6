//! Attempts, statuses to retry, back-off, budget and idempotency keys.

use std::time::Duration;

use pivotal_runtime::{CallOptions, ClientBuilder, ErrorKind};

use super::{Defaults, Plain, builder, client, seconds};
use crate::support::fake::Fake;
use crate::support::fake::reply::{connection_lost, status};

#[tokio::test(start_paused = true)]
async fn attempts_of_the_call_win_over_the_client() {
    let cases = [(None, None, 3), (Some(5), None, 5), (Some(5), Some(2), 2), (Some(1), Some(4), 4)];
    for (of_client, of_call, expected) in cases {
        let fake = Fake::new(|_| status(503));
        let client = of_client.into_iter().fold(builder(&fake), ClientBuilder::max_attempts);
        let options = of_call.into_iter().fold(CallOptions::new(), CallOptions::max_attempts);
        let error = client.build().unwrap().with(options).plain().await.unwrap_err();
        assert_eq!((error.attempts(), fake.count()), (expected, expected as usize));
    }
}

#[tokio::test(start_paused = true)]
async fn retry_statuses_of_the_client_replace_those_of_the_api() {
    let cases: [(Option<&[u16]>, u16, u32); 7] = [
        (None, 423, 3),
        (None, 425, 1),
        (Some(&[425, 409]), 425, 3),
        (Some(&[425, 409]), 409, 3),
        (Some(&[425, 409]), 423, 1),
        (Some(&[]), 423, 1),
        // The usual ones are retried anyway.
        (Some(&[425]), 503, 3),
    ];
    for (statuses, of_response, expected) in cases {
        let fake = Fake::new(move |_| status(of_response));
        let client = statuses.into_iter().fold(builder(&fake), ClientBuilder::retry_statuses);
        let error = client.build().unwrap().plain().await.unwrap_err();
        let is_retried = expected > 1;
        assert_eq!((error.attempts(), error.is_retryable()), (expected, is_retried), "{statuses:?} {of_response}");
    }
    for invalid in [0, 200, 399, 600] {
        let error = builder(&Fake::new(|_| status(200))).retry_statuses(&[invalid]).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        assert!(error.to_string().contains(&format!("`{invalid}`")), "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn backoff_is_that_of_the_client() {
    let longest = async |initial, max| {
        let fake = Fake::new(|_| status(503));
        let client =
            builder(&fake).initial_backoff(initial).max_backoff(max).max_attempts(80).timeout(seconds(100_000));
        client.build().unwrap().plain().await.unwrap_err();
        (fake.count(), fake.gaps().into_iter().max().unwrap(), fake.gaps()[0])
    };
    assert_eq!(longest(Duration::ZERO, seconds(8)).await, (80, Duration::ZERO, Duration::ZERO));
    let (_, gap, first) = longest(seconds(100), seconds(200)).await;
    // Of 77 waits that are drawn up to 200 s, one is longer than 100 s. The default has none over 8 s.
    assert!(gap > seconds(100) && gap <= seconds(200) && first <= seconds(100), "{gap:?} {first:?}");
    let (_, gap, _) = longest(seconds(100), Duration::from_millis(10)).await;
    assert!(gap <= Duration::from_millis(11), "{gap:?}");
}

#[tokio::test(start_paused = true)]
async fn retry_budget_is_that_of_the_client() {
    for (budget, refused, unknown) in [(0, 0, 0), (1, 1, 0), (7, 7, 3), (100, 100, 50)] {
        for (reply, expected) in [(status(503), refused), (connection_lost(), unknown)] {
            let fake = Fake::new(move |_| reply.clone());
            let client =
                builder(&fake).retry_budget(budget).max_attempts(1_000).timeout(seconds(100_000)).build().unwrap();
            client.plain().await.unwrap_err();
            assert_eq!(fake.count(), 1 + expected, "{budget}");
            client.plain().await.unwrap_err();
        }
    }
    let fake = Fake::new(|_| status(503));
    let client = builder(&fake).retry_budget(u32::MAX).max_attempts(1_000).timeout(seconds(100_000)).build().unwrap();
    client.plain().await.unwrap_err();
    assert_eq!(fake.count(), 1_000);
}

#[tokio::test(start_paused = true)]
async fn idempotency_key_of_the_call_wins_over_method_client_and_api() {
    let own = || CallOptions::new().idempotency_key("call");
    let fake = Fake::new(|_| status(503));
    let (on, off) = (client(&fake), builder(&fake).idempotency_keys(false).build().unwrap());
    for (client, key) in [(&on, "made"), (&off, "none")] {
        let sent_from = fake.count();
        client.post(1).await.unwrap_err();
        client.post_with_key(1, Some("method")).await.unwrap_err();
        client.post_with_key(1, None).await.unwrap_err();
        client.with(own()).post(1).await.unwrap_err();
        client.with(own()).post_with_key(1, Some("method")).await.unwrap_err();
        let sent: Vec<_> = fake.sent().split_off(sent_from);
        let keys = sent.iter().map(|sent| match sent.header("shop-key") {
            Some(key @ ("call" | "method")) => key.to_owned(),
            key => key.map_or("none", |_| "made").to_owned(),
        });
        let keys: Vec<_> = keys.collect();
        let times = |key: &str| vec![key.to_owned(); if key == "none" { 1 } else { 3 }];
        assert_eq!(keys, [times(key), times("method"), times(key), times("call"), times("call")].concat());
    }
}
