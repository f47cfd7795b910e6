//! Rows 95, 96, 100 and 101: attempts and the waits between them.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Delivery, ErrorKind, Timeout};
use proptest::prelude::*;

use crate::fake::api::Api;
use crate::fake::reply::{Reply, broken, limited, ok, refused, silence, status};
use crate::fake::{Fake, on_a_clock};

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[tokio::test(start_paused = true)]
async fn row_095_a_wait_that_would_end_past_the_deadline_does_not_begin() {
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
        assert_eq!(fake.elapsed(), Duration::from_millis(9_500), "it returned at once");
    }
}

#[tokio::test(start_paused = true)]
async fn row_095_the_last_real_cause_is_told_when_there_is_no_time_for_another_attempt() {
    // The only place is taken by another call for as long as ours may last.
    let fake = Fake::new(|sent| match sent.method.as_str() {
        "GET" => status(503),
        _ => silence(),
    });
    let client = fake.builder().max_concurrency(1).timeout(seconds(20)).build().unwrap();
    let holder = client.with(CallOptions::new().timeout(seconds(100)).attempt_timeout(seconds(100)));
    let (error, _) = tokio::join!(client.get(), holder.delete());
    let error = error.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.attempts()), (503, 1));
    assert_eq!(error.delivery(), Some(Delivery::Responded));
}

#[tokio::test(start_paused = true)]
async fn row_096_a_deadline_ends_the_last_attempt_early() {
    let fake = Fake::new(|_| silence());
    let error = fake.client().get().await.unwrap_err();
    assert_eq!(fake.elapsed(), seconds(60));
    assert_eq!((fake.count(), error.attempts()), (2, 2));
    assert_eq!((error.elapsed_timeout(), error.delivery()), (Some(Timeout::Total), Some(Delivery::Unknown)));
    assert_eq!(error.to_string(), "GET /things/7: timed out after 60 s (`timeout`), during attempt 2");
    let gap = fake.gaps()[0];
    assert!(gap >= seconds(30) && gap <= Duration::from_millis(30_500), "{gap:?}");

    let fake = Fake::new(|_| silence());
    let client = fake.builder().attempt_timeout(seconds(10)).build().unwrap();
    let error = client.get().await.unwrap_err();
    assert_eq!((fake.count(), error.elapsed_timeout()), (3, Some(Timeout::Attempt)));
}

/// An answer and how long it takes, in milliseconds.
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
        refused(),
        broken(),
        silence(),
        ok().then_byte(delay, b' ').cut(),
    ];
    replies[what].clone().after(delay)
}

proptest! {
    #[test]
    fn row_096_no_call_takes_longer_than_it_may(
        replies in prop::collection::vec(any_reply(), 1..8),
        total in 1..90_u64,
        attempt in 1..90_u64,
        attempts in prop_oneof![1..12_u32, Just(u32::MAX)],
    ) {
        on_a_clock(async move {
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
async fn row_100_no_number_of_attempts_is_too_small_or_too_large() {
    for attempts in [0, 1] {
        let fake = Fake::new(|_| status(503));
        let client = fake.builder().max_attempts(attempts).build().unwrap();
        assert_eq!((client.get().await.unwrap_err().attempts(), fake.count()), (1, 1));
    }
    // 100 retries are what the budget has.
    let fake = Fake::new(|_| status(503));
    let client = fake.builder().max_attempts(u32::MAX).timeout(Duration::MAX).build().unwrap();
    let error = client.get().await.unwrap_err();
    assert_eq!((error.attempts(), fake.count()), (101, 101));
    let longest = fake.gaps().into_iter().max().unwrap();
    assert!(longest <= seconds(8), "{longest:?}");
}

#[tokio::test(start_paused = true)]
async fn row_101_waits_are_spread_from_nothing_to_a_ceiling_that_doubles() {
    // The wait after each of the first seven attempts, of 400 calls.
    let mut waits: [Vec<f64>; 7] = Default::default();
    for _ in 0..400 {
        let fake = Fake::new(|_| refused());
        let client = fake.builder().max_attempts(8).build().unwrap();
        assert_eq!(client.get().await.unwrap_err().attempts() as usize, fake.count());
        for (waits, gap) in waits.iter_mut().zip(fake.gaps()) {
            waits.push(gap.as_secs_f64());
        }
    }
    for (waits, ceiling) in waits.iter_mut().zip([0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 8.0]) {
        waits.sort_by(f64::total_cmp);
        let (least, most) = (waits[0], waits[waits.len() - 1]);
        assert!(waits.len() > 300);
        assert!(most <= ceiling, "{most} of {ceiling}");
        assert!(least < 0.1 * ceiling && most > 0.9 * ceiling, "from {least} to {most} of {ceiling}");
        #[expect(clippy::cast_precision_loss, reason = "a few hundred")]
        let mean = waits.iter().sum::<f64>() / waits.len() as f64;
        assert!((0.4..0.6).contains(&(mean / ceiling)), "{mean} of {ceiling}");
        waits.dedup();
        assert!(waits.len() > 100, "they differ");
    }
}
