//! Rows 69 and 72 to 76: `Retry-After` is a floor, never cut short.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Error, ErrorKind};

use crate::fake::Fake;
use crate::fake::api::{Api, Call};
use crate::fake::reply::{Reply, api_error, limited, ok, status};

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// How long the client waits after this answer before it sends again.
async fn wait_after(reply: Reply) -> Duration {
    let fake = Fake::script([reply, ok()]);
    assert_eq!(fake.client().get().await.unwrap().attempts(), 2);
    fake.gaps()[0]
}

/// The error of a call that does not wait.
async fn at_once(reply: Reply, options: CallOptions) -> Error {
    let fake = Fake::script([reply]);
    let error = fake.client().with(options).get().await.unwrap_err();
    assert_eq!((fake.elapsed(), fake.count(), error.attempts()), (Duration::ZERO, 1, 1));
    error
}

#[tokio::test(start_paused = true)]
async fn row_069_retry_after_is_waited_for_and_a_little_longer() {
    let mut waits = Vec::new();
    for _ in 0..200 {
        let wait = wait_after(limited("2")).await;
        assert!(wait >= seconds(2) && wait <= Duration::from_millis(2_200), "{wait:?}");
        waits.push(wait);
    }
    waits.sort();
    waits.dedup();
    assert!(waits.len() > 20, "those who were told the same do not come back together: {waits:?}");
    for _ in 0..50 {
        let wait = wait_after(limited("40")).await;
        assert!(wait >= seconds(40) && wait <= seconds(41), "{wait:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn row_069_retry_after_ms_is_a_floor_as_well() {
    for code in [429, 503] {
        let reply = || status(code).header("retry-after-ms", "2500");
        for reply in [reply(), reply().header("retry-after", "1")] {
            let wait = wait_after(reply).await;
            assert!(wait >= Duration::from_millis(2_500) && wait <= Duration::from_millis(2_750), "{wait:?}");
        }
        let wait = wait_after(reply().header("retry-after", "20")).await;
        assert!(wait >= seconds(20), "the longest counts: {wait:?}");
    }
    let error = at_once(status(429).header("retry-after-ms", "60500"), CallOptions::new().timeout(seconds(300))).await;
    assert_eq!(error.retry_after(), Some(Duration::from_millis(60_500)));
}

#[tokio::test(start_paused = true)]
async fn row_072_more_than_a_minute_is_not_waited_for() {
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
async fn row_073_what_ends_past_the_deadline_is_not_waited_for() {
    let error = at_once(limited("40"), CallOptions::new().timeout(seconds(30))).await;
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(seconds(40)));

    // What is left counts, not what there was.
    let fake = Fake::script([limited("40").after(seconds(25))]);
    let error = fake.client().get().await.unwrap_err();
    assert_eq!((fake.elapsed(), fake.count()), (seconds(25), 1));
    assert_eq!(error.retry_after(), Some(seconds(40)));
}

#[tokio::test(start_paused = true)]
async fn row_074_retry_after_is_waited_for_with_every_status_that_is_sent_again() {
    for code in [408, 429, 500, 502, 503, 504] {
        let wait = wait_after(status(code).header("retry-after", "20")).await;
        assert!(wait >= seconds(20) && wait <= seconds(21), "{code}: {wait:?}");
        let error = at_once(status(code).header("retry-after", "61"), CallOptions::new().timeout(seconds(300))).await;
        assert_eq!(error.retry_after(), Some(seconds(61)), "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn row_075_retry_after_makes_no_other_status_one_that_is_sent_again() {
    for code in [301, 400, 401, 403, 404, 410, 413, 422, 501] {
        let error = at_once(status(code).header("retry-after", "1"), CallOptions::new()).await;
        assert_eq!(error.kind(), ErrorKind::Api, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn row_076_a_429_that_does_not_say_is_waited_for_a_second_at_least() {
    for reply in [status(429), api_error(429, "rate_limit_error", "rate_limited"), limited("0"), limited("soon")] {
        for _ in 0..20 {
            let wait = wait_after(reply.clone()).await;
            assert!(wait >= seconds(1) && wait <= Duration::from_millis(1_100), "{wait:?}");
        }
    }
    for (call, _) in Call::ALL {
        let fake = Fake::script([status(429), status(429), ok()]);
        assert_eq!(call.on(&fake.client()).await.unwrap(), 3, "{call:?}: nothing was done, so any may be repeated");
        assert!(fake.gaps().iter().all(|gap| *gap >= seconds(1)), "{:?}", fake.gaps());
    }
}
