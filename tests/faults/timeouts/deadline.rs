//! The timeout of a call, its deadline.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Delivery, ErrorKind, Timeout};
use proptest::prelude::*;

use crate::support::fake::reply::{Reply, connection_lost, connection_refused, limited, no_response, ok, status};
use crate::support::fake::{Fake, run_paused};
use crate::support::seconds;
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn retry_past_the_deadline_is_not_waited_for() {
    let cases: [(Reply, ErrorKind); 4] = [
        (limited("9"), ErrorKind::Api),
        (status(503).header("retry-after", "9"), ErrorKind::Api),
        (status(429), ErrorKind::Api),
        (limited("1"), ErrorKind::Api),
    ];
    for (reply, kind) in cases {
        let fake = Fake::script([reply.after(Duration::from_millis(9_500))]);
        let client = fake.builder().timeout(seconds(10)).build().unwrap();
        let error = client.get().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), error.elapsed_timeout()), (kind, 1, None));
        assert_eq!(fake.elapsed(), Duration::from_millis(9_500), "the call does not wait");
    }
}

#[tokio::test(start_paused = true)]
async fn error_of_the_attempt_is_returned_at_the_deadline() {
    // Another call has the only permit until the deadline.
    let fake = Fake::new(|sent| match sent.method.as_str() {
        "GET" => status(503),
        _ => no_response(),
    });
    let client = fake.builder().max_concurrency(1).timeout(seconds(20)).build().unwrap();
    let holder = client.with(CallOptions::new().timeout(seconds(100)).attempt_timeout(seconds(100)));
    let (error, _) = tokio::join!(client.get(), holder.delete());
    let error = error.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (503, 1));
    assert_eq!(error.delivery(), Some(Delivery::Responded));
}

#[tokio::test(start_paused = true)]
async fn deadline_ends_the_last_attempt() {
    let fake = Fake::new(|_| no_response());
    let error = fake.client().get().await.unwrap_err();
    assert_eq!(fake.elapsed(), seconds(60));
    assert_eq!((fake.count(), error.attempts()), (2, 2));
    assert_eq!((error.elapsed_timeout(), error.delivery()), (Some(Timeout::Total), Some(Delivery::Unknown)));
    assert_eq!(error.to_string(), "GET /things/7: timed out after 60 s (`timeout`), during attempt 2");
    let gap = fake.gaps()[0];
    assert!(gap >= seconds(30) && gap <= Duration::from_millis(30_500), "{gap:?}");

    let fake = Fake::new(|_| no_response());
    let client = fake.builder().attempt_timeout(seconds(10)).build().unwrap();
    let error = client.get().await.unwrap_err();
    assert_eq!((fake.count(), error.elapsed_timeout()), (3, Some(Timeout::Attempt)));
}

/// Returns the number of a reply and its delay in milliseconds.
fn any_reply() -> impl Strategy<Value = (usize, u64)> {
    (0..8_usize, prop_oneof![0..100_u64, 0..40_000_u64])
}

fn reply((what, millis): (usize, u64)) -> Reply {
    let delay = Duration::from_millis(millis);
    let replies = [
        status(503),
        status(429),
        status(503).header("retry-after", "7"),
        limited("11"),
        connection_refused(),
        connection_lost(),
        no_response(),
        ok().then_byte(delay, b' ').incomplete(),
    ];
    replies[what].clone().after(delay)
}

proptest! {
    #[test]
    fn no_call_exceeds_its_timeout(
        replies in prop::collection::vec(any_reply(), 1..8),
        total in 1..90_u64,
        attempt in 1..90_u64,
        attempts in prop_oneof![1..12_u32, Just(u32::MAX)],
    ) {
        run_paused(async move {
            let fake = Fake::new(move |sent| reply(replies[sent.number % replies.len()]));
            let options = CallOptions::new().timeout(seconds(total)).attempt_timeout(seconds(attempt)).max_attempts(attempts);
            let error = fake.client().with(options).get().await.unwrap_err();
            let context = format!("{error:?} {:?}", fake.instants());
            assert!(fake.elapsed() <= seconds(total), "{context}");
            assert_eq!(error.attempts() as usize, fake.count(), "{context}");
            assert!(error.attempts() >= 1 && error.attempts() <= attempts, "{context}");
            if error.elapsed_timeout() == Some(Timeout::Total) {
                assert_eq!(fake.elapsed(), seconds(total), "{context}");
            }
        });
    }
}

#[tokio::test(start_paused = true)]
async fn attempt_timeout_is_30_s() {
    let fake = Fake::new(|_| no_response());
    let error = fake.builder().idempotency_keys(false).build().unwrap().post(1).await.unwrap_err();
    assert_eq!((fake.elapsed(), fake.count(), error.attempts()), (seconds(30), 1, 1), "{error:?}");
    assert_eq!((error.elapsed_timeout(), error.delivery()), (Some(Timeout::Attempt), Some(Delivery::Unknown)));
}
