//! `Retry-After` and rate-limit headers: any text is a valid value or `None`.

use std::time::{Duration, SystemTime};

use pivotal_runtime::{Error, RateLimit, RateLimitHeaders, Response, Transport, endpoint, http};
use proptest::prelude::*;

use crate::fake::{Fake, outcome};

trait Api: Transport {
    #[endpoint(GET, "/", response = ())]
    async fn get(&self) -> Result<Response<()>, Error>;
}
impl<T: Transport> Api for T {}

fn numbers() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<u64>().prop_map(|number| number.to_string()),
        any::<i128>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| format!("{number:e}")),
        (0_u64..100_000).prop_map(|number| number.to_string()),
        "[ +-]?[0-9]{0,40}(\\.[0-9]{0,40})?(e[+-]?[0-9]{1,4})? ?",
        "(inf|nan|infinity|0x10|soon|1,000)",
    ]
}

fn dates() -> impl Strategy<Value = String> {
    prop_oneof![
        "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), [0-3][0-9] (Jan|Feb|Jun|Dec) [0-9]{4} [0-2][0-9]:[0-6][0-9]:[0-6][0-9] GMT",
        "(Sunday|Monday), [0-3][0-9]-(Jan|Feb|Dec)-[0-9]{2} [0-2][0-9]:[0-6][0-9]:[0-6][0-9] GMT",
        "(Sun|Mon) (Jan|Feb|Dec) [ 0-3][0-9] [0-2][0-9]:[0-6][0-9]:[0-6][0-9] [0-9]{4}",
        "[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-6][0-9]:[0-6][0-9](\\.[0-9]{0,12})?(Z|[+-][0-2][0-9]:[0-6][0-9])?",
    ]
}

/// Durations, lists, fractions and structured fields, valid and almost valid.
fn dialects() -> impl Strategy<Value = String> {
    prop_oneof![
        "([0-9.]{0,20}(h|m|s|ms|us|ns)){0,4}",
        "[0-9]{1,20}(, ?[0-9]{1,20}){0,3}",
        "[0-9]{0,20}/[0-9]{0,20}",
        "(\"?[ab,;\\\\]{0,3}\"?(;(r|t|q|qu|w)=?\"?[0-9-]{0,20}\"?){0,4},? ?){0,3}",
        "((limit|remaining|reset)=?[0-9-]{0,20},? ?){0,4}",
    ]
}

fn values() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        numbers().prop_map(String::into_bytes),
        dates().prop_map(String::into_bytes),
        dialects().prop_map(String::into_bytes),
        proptest::collection::vec(any::<u8>(), 0..24),
    ]
}

type Pairs = Vec<(&'static str, Vec<u8>)>;

fn headers(pairs: &Pairs) -> http::HeaderMap {
    let pairs = pairs.iter().filter_map(|(name, value)| Some((*name, http::HeaderValue::from_bytes(value).ok()?)));
    let mut headers = http::HeaderMap::new();
    for (name, value) in pairs {
        headers.append(name, value);
    }
    headers
}

/// Headers of the standard dialects, and of an API.
const NAMES: [&str; 15] = [
    "x-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "x-ratelimit-limit-tokens",
    "x-ratelimit-remaining-tokens",
    "x-ratelimit-reset-tokens",
    "ratelimit-limit",
    "ratelimit-remaining",
    "ratelimit-reset",
    "ratelimit",
    "ratelimit-policy",
    "shop-call-limit",
    "retry-after",
    "retry-after-ms",
    "date",
];

const SHOP: RateLimitHeaders =
    RateLimitHeaders::new().usage("Shop-Call-Limit").limit("*-limit").remaining("*-remaining").reset("*-reset");

/// The end of the year 9999.
fn end_of_time() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(253_402_300_800)
}

fn failed(headers: &http::HeaderMap) -> Error {
    outcome(Fake::responding(429, headers, "").get()).unwrap_err()
}

fn retry_after(value: &str) -> Option<Duration> {
    failed(&headers(&vec![("retry-after", value.as_bytes().to_vec())])).retry_after()
}

proptest! {
    #[test]
    fn any_retry_after_is_a_wait_or_none(waits in proptest::collection::vec(values(), 0..3), date in proptest::option::of(values())) {
        let mut pairs: Pairs = waits.into_iter().map(|wait| ("retry-after", wait)).collect();
        pairs.extend(date.map(|date| ("date", date)));
        let headers = headers(&pairs);
        let error = failed(&headers);
        prop_assert_ne!(error.retry_after(), Some(Duration::ZERO));
        if !headers.contains_key("retry-after") {
            prop_assert_eq!(error.retry_after(), None);
        }
        let shown = format!("{error} {error:?}");
        prop_assert!(!shown.is_empty());
    }

    #[test]
    fn seconds_are_parsed(seconds in 1_u32.., millis in 0_u32..1000) {
        prop_assert_eq!(retry_after(&seconds.to_string()), Some(Duration::from_secs(seconds.into())));
        let exact = Duration::from_secs(seconds.into()) + Duration::from_millis(millis.into());
        let read = retry_after(&format!("{seconds}.{millis:03}")).unwrap();
        prop_assert!(read.abs_diff(exact) < Duration::from_micros(1), "{:?} for {:?}", read, exact);
        prop_assert_eq!(retry_after(&format!("-{seconds}")), None);
    }

    #[test]
    fn longest_of_several_waits_counts(seconds in proptest::collection::vec(1_u64..1_000_000, 1..5)) {
        let pairs = seconds.iter().map(|seconds| ("retry-after", seconds.to_string().into_bytes())).collect();
        prop_assert_eq!(failed(&headers(&pairs)).retry_after(), seconds.iter().max().copied().map(Duration::from_secs));
    }

    #[test]
    fn any_rate_limit_is_parsed_or_none(
        limit in proptest::option::of(values()),
        remaining in proptest::option::of(values()),
        reset in proptest::option::of(values()),
        date in proptest::option::of(values()),
    ) {
        let pairs = [
            ("x-ratelimit-limit", limit), ("x-ratelimit-remaining", remaining), ("x-ratelimit-reset", reset),
            ("date", date),
        ];
        let headers = headers(&pairs.into_iter().filter_map(|(name, value)| Some((name, value?))).collect());
        let response = outcome(Fake::responding(200, &headers, "").get()).unwrap();
        let found = response.rate_limit();
        let number = |name| headers.get(name)?.to_str().ok()?.trim().parse::<u64>().ok();
        if let Some(remaining) = number("x-ratelimit-remaining") {
            prop_assert_eq!(found.unwrap().remaining, remaining);
            if let Some(limit) = number("x-ratelimit-limit") {
                prop_assert_eq!(found.unwrap().limit, Some(limit));
            }
        }
        // With an invalid date, the reset depends on the local clock.
        let again = failed(&headers).rate_limit();
        prop_assert_eq!(found.map(|found| (found.limit, found.remaining)), again.map(|again| (again.limit, again.remaining)));
    }

    #[test]
    fn integers_are_parsed(limit: u64, remaining: u64, reset in 1_000_000_000_u64..253_402_300_800) {
        let pairs = [("x-ratelimit-limit", limit), ("x-ratelimit-remaining", remaining), ("x-ratelimit-reset", reset)];
        let pairs = pairs.into_iter().map(|(name, number)| (name, number.to_string().into_bytes())).collect();
        let found = failed(&headers(&pairs)).rate_limit().unwrap();
        prop_assert_eq!((found.limit, found.remaining), (Some(limit), remaining));
        prop_assert_eq!(found.reset, Some(SystemTime::UNIX_EPOCH + Duration::from_secs(reset)));
    }

    #[test]
    fn any_rate_limit_header_is_parsed_without_panic(
        pairs in proptest::collection::vec((prop::sample::select(NAMES.to_vec()), values()), 0..12),
    ) {
        let headers = headers(&pairs);
        for limit in [RateLimit::from_headers(&headers), SHOP.read(&headers)].into_iter().flatten() {
            let reset = limit.reset.unwrap_or(SystemTime::UNIX_EPOCH);
            prop_assert!(reset >= SystemTime::UNIX_EPOCH && reset < end_of_time(), "{:?}", limit);
        }
        let error = failed(&headers);
        prop_assert_eq!(error.rate_limit().is_some(), RateLimit::from_headers(&headers).is_some());
        prop_assert_ne!(error.retry_after(), Some(Duration::ZERO));
    }

    #[test]
    fn limit_with_the_fewest_units_is_the_tightest(
        limits in proptest::collection::vec((1_u64.., 0_u64..4, 0_u64..1_000), 1..=5),
        form in 0..4,
    ) {
        let mut pairs: Pairs = vec![("date", b"Wed, 03 Jun 2026 09:00:00 GMT".to_vec())];
        let all = |of: fn((u64, u64, u64)) -> u64| limits.iter().map(move |limit| of(*limit).to_string());
        let columns = [all(|limit| limit.0), all(|limit| limit.1), all(|limit| limit.2)];
        match form {
            0 => {
                for (name, column) in NAMES.into_iter().zip(columns) {
                    pairs.push((name, column.collect::<Vec<_>>().join(", ").into_bytes()));
                }
            }
            1 => {
                for (name, column) in NAMES.into_iter().zip(columns) {
                    pairs.extend(column.map(|value| (name, value.into_bytes())));
                }
            }
            2 => {
                for (name, (limit, remaining, reset)) in limits.iter().enumerate() {
                    pairs.push(("ratelimit", format!("\"{name}\";r={remaining};t={reset}").into_bytes()));
                    pairs.push(("ratelimit-policy", format!("\"{name}\";w=60;q={limit}").into_bytes()));
                }
            }
            _ => {
                for (limit, remaining, reset) in &limits {
                    let value = format!("limit={limit}, remaining={remaining}, reset={reset}");
                    pairs.push(("ratelimit", value.into_bytes()));
                }
            }
        }
        let found = RateLimit::from_headers(&headers(&pairs)).unwrap();
        let fewest = limits.iter().map(|limit| limit.1).min();
        let tight = limits.iter().filter(|limit| Some(limit.1) == fewest);
        let last = tight.clone().map(|limit| limit.2).max().unwrap();
        prop_assert_eq!(Some(found.remaining), fewest);
        prop_assert_eq!(found.reset, Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_780_477_200 + last)));
        prop_assert!(tight.clone().any(|limit| Some(limit.0) == found.limit), "{:?}", found);
    }

    #[test]
    fn durations_are_parsed(hours in 0_u64..9, minutes in 0_u64..60, millis in 0_u64..60_000) {
        let date = b"Wed, 03 Jun 2026 09:00:00 GMT".to_vec();
        let exact = Duration::from_millis((hours * 60 + minutes) * 60_000 + millis);
        let seconds = format!("{hours}h{minutes}m{}.{:03}s", millis / 1_000, millis % 1_000);
        for text in [seconds, format!("{hours}h{minutes}m{millis}ms"), format!("{minutes}m{hours}h{millis}000us")] {
            let pairs = vec![("date", date.clone()), (NAMES[1], b"1".to_vec()), (NAMES[2], text.clone().into_bytes())];
            let reset = RateLimit::from_headers(&headers(&pairs)).unwrap().reset.unwrap();
            let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_780_477_200);
            let wait = reset.duration_since(now).unwrap();
            prop_assert!(wait.abs_diff(exact) < Duration::from_micros(1), "{}: {:?}", text, wait);
        }
    }

    #[test]
    fn timestamps_are_parsed(
        seconds in 0_i64..253_402_300_800,
        millis in 0_u64..1_000,
        offset in -86_399_i32..86_400,
    ) {
        let offset = jiff::tz::Offset::from_seconds(offset / 60 * 60).unwrap();
        let instant = jiff::Timestamp::new(seconds, 0).unwrap();
        let local = offset.to_datetime(instant);
        prop_assume!(local.year() >= 1970 && local.year() <= 9999);
        let sign = if offset.is_negative() { '-' } else { '+' };
        let minutes = offset.seconds().abs() / 60;
        let text = format!("{}.{millis:03}{sign}{:02}:{:02}", local.strftime("%Y-%m-%dT%H:%M:%S"), minutes / 60, minutes % 60);
        let pairs = vec![(NAMES[1], b"1".to_vec()), (NAMES[2], text.clone().into_bytes())];
        let found = RateLimit::from_headers(&headers(&pairs)).unwrap().reset;
        let exact = Duration::from_secs(seconds.cast_unsigned()) + Duration::from_millis(millis);
        let found = found.map(|found| found.duration_since(SystemTime::UNIX_EPOCH).unwrap());
        prop_assert!(found.is_some_and(|found| found.abs_diff(exact) < Duration::from_micros(1)), "{}: {:?}", text, found);
    }
}
