//! `Retry-After`, the shortest wait before a retry.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Error, ErrorKind};

use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, api_error, limited, ok, status};
use crate::support::seconds;
use crate::thing_api::{Api, Call};

/// Returns the time between this reply and the retry.
async fn wait_after(reply: Reply) -> Duration {
    let fake = Fake::script([reply, ok()]);
    assert_eq!(fake.client().get().await.unwrap().attempts(), 2);
    fake.gaps()[0]
}

/// Returns the error of a call that is not retried.
async fn at_once(reply: Reply, options: CallOptions) -> Error {
    let fake = Fake::script([reply]);
    let error = fake.client().with(options).get().await.unwrap_err();
    assert_eq!((fake.elapsed(), fake.count(), error.attempts()), (Duration::ZERO, 1, 1));
    error
}

#[tokio::test(start_paused = true)]
async fn retry_waits_for_retry_after_plus_jitter() {
    let mut waits = Vec::new();
    for _ in 0..200 {
        let wait = wait_after(limited("2")).await;
        assert!(wait >= seconds(2) && wait <= Duration::from_millis(2_200), "{wait:?}");
        waits.push(wait);
    }
    waits.sort();
    waits.dedup();
    assert!(waits.len() > 20, "the waits differ: {waits:?}");
    for _ in 0..50 {
        let wait = wait_after(limited("40")).await;
        assert!(wait >= seconds(40) && wait <= seconds(41), "{wait:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_waits_for_retry_after_ms() {
    for code in [429, 503] {
        let reply = || status(code).header("retry-after-ms", "2500");
        for reply in [reply(), reply().header("retry-after", "1")] {
            let wait = wait_after(reply).await;
            assert!(wait >= Duration::from_millis(2_500) && wait <= Duration::from_millis(2_750), "{wait:?}");
        }
        let wait = wait_after(reply().header("retry-after", "20")).await;
        assert!(wait >= seconds(20), "the longest wait counts: {wait:?}");
    }
    let error = at_once(status(429).header("retry-after-ms", "60500"), CallOptions::new().timeout(seconds(300))).await;
    assert_eq!(error.retry_after(), Some(Duration::from_millis(60_500)));
}

#[tokio::test(start_paused = true)]
async fn retry_after_over_a_minute_ends_the_call() {
    for (text, wait) in [("61", 61), ("60.5", 60), ("86400", 86_400)] {
        let error = at_once(limited(text), CallOptions::new().timeout(seconds(300))).await;
        assert!(error.is_rate_limited());
        assert_eq!(error.retry_after().unwrap().as_secs(), wait);
    }
    let fake = Fake::script([limited("60"), ok()]);
    let client = fake.client();
    let response = client.with(CallOptions::new().timeout(seconds(300))).get().await.unwrap();
    assert_eq!(response.attempts(), 2);
    assert!(fake.gaps()[0] >= seconds(60), "{:?}", fake.gaps());
}

#[tokio::test(start_paused = true)]
async fn retry_after_past_the_deadline_ends_the_call() {
    let error = at_once(limited("40"), CallOptions::new().timeout(seconds(30))).await;
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(seconds(40)));

    // The wait is compared with the remaining time.
    let fake = Fake::script([limited("40").after(seconds(25))]);
    let error = fake.client().get().await.unwrap_err();
    assert_eq!((fake.elapsed(), fake.count()), (seconds(25), 1));
    assert_eq!(error.retry_after(), Some(seconds(40)));
}

#[tokio::test(start_paused = true)]
async fn retry_after_applies_to_all_retryable_statuses() {
    for code in [408, 429, 500, 502, 503, 504] {
        let wait = wait_after(status(code).header("retry-after", "20")).await;
        assert!(wait >= seconds(20) && wait <= seconds(21), "{code}: {wait:?}");
        let error = at_once(status(code).header("retry-after", "61"), CallOptions::new().timeout(seconds(300))).await;
        assert_eq!(error.retry_after(), Some(seconds(61)), "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn retry_after_makes_no_status_retryable() {
    for code in [301, 400, 401, 403, 404, 410, 413, 422, 501] {
        let error = at_once(status(code).header("retry-after", "1"), CallOptions::new()).await;
        assert_eq!(error.kind(), ErrorKind::Api, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn status_429_without_retry_after_waits_a_second() {
    for reply in [status(429), api_error(429, "rate_limit_error", "rate_limited"), limited("0"), limited("soon")] {
        for _ in 0..20 {
            let wait = wait_after(reply.clone()).await;
            assert!(wait >= seconds(1) && wait <= Duration::from_millis(1_100), "{wait:?}");
        }
    }
    for (call, _) in Call::ALL {
        let fake = Fake::script([status(429), status(429), ok()]);
        assert_eq!(call.on(&fake.client()).await.unwrap(), 3, "{call:?}: each request can be retried after a 429");
        assert!(fake.gaps().iter().all(|gap| *gap >= seconds(1)), "{:?}", fake.gaps());
    }
}
