//! Values of the headers, and the clock of the server.

use std::time::{Duration, SystemTime};

use pivotal_runtime::RateLimit;
use pivotal_runtime::http::{HeaderMap, HeaderValue};
use proptest::prelude::*;

use crate::support::fake::reply::{Reply, ok, status};
use crate::support::fake::servers::{EPOCH, date, with_limit};
use crate::support::fake::{Fake, run_paused};
use crate::thing_api::Api;

/// Returns `retry_after` of an error with these headers.
async fn retry_after_of(values: &[&str]) -> Option<Duration> {
    let reply = status(400).header("date", &date(Duration::ZERO));
    let reply = values.iter().fold(reply, |reply, value| reply.header("retry-after", value));
    let fake = Fake::script([reply]);
    fake.client().get().await.unwrap_err().retry_after()
}

/// Returns the time between this reply and the retry.
async fn wait_after(reply: Reply) -> Duration {
    let fake = Fake::script([reply, ok()]);
    fake.client().get().await.unwrap();
    fake.gaps()[0]
}

#[tokio::test(start_paused = true)]
async fn retry_after_date_is_relative_to_the_date_header() {
    // The clock of the server is years off.
    for years in [-50, -1, 0, 1, 500_i64] {
        let now = jiff::Timestamp::from_second(1_780_477_200 + years * 31_556_952).unwrap();
        let written = |seconds: i64| {
            let at = now + jiff::SignedDuration::from_secs(seconds);
            at.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
        };
        let reply = |wait| status(503).header("date", &written(0)).header("retry-after", &written(wait));
        let wait = wait_after(reply(9)).await;
        assert!(wait >= Duration::from_secs(9) && wait <= Duration::from_secs(10), "{years}: {wait:?}");
        for no_wait in [0, -1, -3_600] {
            let wait = wait_after(reply(no_wait)).await;
            assert!(wait <= Duration::from_millis(500), "{years}: a date in the past causes no wait: {wait:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn unusual_retry_after_values_are_parsed() {
    let digits = "9".repeat(35);
    let table: [(&[&str], Option<Duration>); 22] = [
        (&["2"], Some(Duration::from_secs(2))),
        (&["1.5"], Some(Duration::from_millis(1_500))),
        (&[" 2 "], Some(Duration::from_secs(2))),
        (&["+2"], Some(Duration::from_secs(2))),
        (&["1e3"], Some(Duration::from_secs(1_000))),
        (&[&digits], Some(Duration::MAX)),
        (&["0"], None),
        (&["-0"], None),
        (&["-1"], None),
        (&["-10"], None),
        (&["inf"], None),
        (&["-inf"], None),
        (&["nan"], None),
        (&[""], None),
        (&["soon"], None),
        (&["2 seconds"], None),
        (&["0x10"], None),
        (&["Foo, 03 Jun 2026 09:00:09 GMT"], None),
        (&["Wed, 03 Jun 100000 09:00:09 GMT"], None),
        (&["2", "7"], Some(Duration::from_secs(7))),
        (&["7", "2"], Some(Duration::from_secs(7))),
        (&["soon", "2"], Some(Duration::from_secs(2))),
    ];
    for (values, expected) in table {
        assert_eq!(retry_after_of(values).await, expected, "{values:?}");
    }
}

/// `X-RateLimit-Limit`, `-Remaining`, `-Reset`.
fn headers(limit: &str, remaining: &str, reset: &str) -> HeaderMap {
    let values = [
        ("x-ratelimit-limit", limit),
        ("x-ratelimit-remaining", remaining),
        ("x-ratelimit-reset", reset),
        ("date", &date(Duration::ZERO)),
    ];
    values
        .into_iter()
        .map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_bytes(value.as_bytes()).unwrap()))
        .collect()
}

#[test]
fn reset_is_a_timestamp_or_seconds_from_now() {
    let reset = |text| RateLimit::from_headers(&headers("60", "1", text)).unwrap().reset;
    let at = |seconds| Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
    assert_eq!(reset("30"), at(EPOCH + 30));
    assert_eq!(reset("0"), at(EPOCH));
    assert_eq!(reset("999999999"), at(EPOCH + 999_999_999));
    assert_eq!(reset("1000000000"), at(1_000_000_000));
    assert_eq!(reset("1780477230"), at(EPOCH + 30));
    assert_eq!(reset("999999999999"), None, "after the year 9999");
    assert_eq!(reset("1780477230000"), at(EPOCH + 30));
}

/// Numbers, and texts that resemble numbers.
fn odd_number() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<u64>().prop_map(|number| number.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        (0_u64..100).prop_map(|number| number.to_string()),
        Just("0".to_owned()),
        (0_u64..10_000).prop_map(|offset| (EPOCH + offset).to_string()),
        "[ -~]{0,12}",
        "[0-9]{15,40}",
        "[é-ÿ]{1,3}",
    ]
}

proptest! {
    #[test]
    fn any_retry_after_is_parsed(
        values in prop::collection::vec("[ -~]{0,30}|[0-9.e+-]{0,12}", 0..4),
    ) {
        let values: Vec<&str> = values.iter().map(String::as_str).collect();
        let wait = run_paused(retry_after_of(&values));
        prop_assert!(wait.is_none_or(|wait| !wait.is_zero()));
    }

    #[test]
    fn no_rate_limit_header_causes_a_long_wait(
        limit in odd_number(),
        remaining in odd_number(),
        reset in odd_number(),
    ) {
        let read = RateLimit::from_headers(&headers(&limit, &remaining, &reset));
        let number = |text: &str| text.trim().parse::<u64>();
        // Otherwise it can be a list such as `,0`, each member of which is a limit.
        if let Ok(remaining) = number(&remaining) {
            let read = read.unwrap();
            prop_assert_eq!(read.remaining, remaining);
            if let Ok(limit) = number(&limit) {
                prop_assert_eq!(read.limit, Some(limit));
            }
        }
        // The next call waits a minute at most, and not at all if units remain or the headers are malformed.
        let waits = run_paused(async {
            let fake = Fake::new(move |sent| {
                let reply = ok().header("date", &date(sent.at)).header("x-ratelimit-limit", &limit);
                reply.header("x-ratelimit-remaining", &remaining).header("x-ratelimit-reset", &reset)
            });
            let client = fake.builder().timeout(Duration::from_secs(600)).build().unwrap();
            client.get().await.unwrap();
            client.get().await.unwrap();
            fake.gaps()
        });
        prop_assert_eq!(waits.len(), 1);
        prop_assert!(waits[0] <= Duration::from_secs(60));
        prop_assert!(read.is_some_and(|read| read.remaining == 0) || waits[0].is_zero(), "{:?}", waits);
    }
}

#[tokio::test(start_paused = true)]
async fn wrong_server_clock_does_not_change_the_wait() {
    let hour = 3_600;
    for (first, later) in [(0, 0), (hour, hour), (0, hour), (hour, 0)] {
        let fake = Fake::new(move |sent| {
            let clock = sent.at + Duration::from_secs(if sent.number == 0 { first } else { later });
            with_limit(ok(), clock, 60, 0, EPOCH + clock.as_secs() + 20)
        });
        let client = fake.client();
        for _ in 0..3 {
            client.get().await.unwrap();
        }
        assert_eq!(fake.gaps(), [Duration::from_secs(20); 2], "{first} {later}");
    }
}
