//! `Retry-After` and `X-RateLimit-*`: any text is a sane value or none.

use std::time::{Duration, SystemTime};

use pivotal_runtime::{Error, Response, Transport, endpoint, http};
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
    ]
}

fn values() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        numbers().prop_map(String::into_bytes),
        dates().prop_map(String::into_bytes),
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

fn failed(headers: &http::HeaderMap) -> Error {
    outcome(Fake::that_answers(429, headers, "").get()).unwrap_err()
}

fn retry_after(value: &str) -> Option<Duration> {
    failed(&headers(&vec![("retry-after", value.as_bytes().to_vec())])).retry_after()
}

proptest! {
    #[test]
    fn any_wait_is_a_wait_or_none(waits in proptest::collection::vec(values(), 0..3), date in proptest::option::of(values())) {
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
    fn seconds_are_read_as_they_are_written(seconds in 1_u32.., millis in 0_u32..1000) {
        prop_assert_eq!(retry_after(&seconds.to_string()), Some(Duration::from_secs(seconds.into())));
        let exact = Duration::from_secs(seconds.into()) + Duration::from_millis(millis.into());
        let read = retry_after(&format!("{seconds}.{millis:03}")).unwrap();
        prop_assert!(read.abs_diff(exact) < Duration::from_micros(1), "{:?} for {:?}", read, exact);
        prop_assert_eq!(retry_after(&format!("-{seconds}")), None);
    }

    #[test]
    fn of_several_waits_the_longest_counts(seconds in proptest::collection::vec(1_u64..1_000_000, 1..5)) {
        let pairs = seconds.iter().map(|seconds| ("retry-after", seconds.to_string().into_bytes())).collect();
        prop_assert_eq!(failed(&headers(&pairs)).retry_after(), seconds.iter().max().copied().map(Duration::from_secs));
    }

    #[test]
    fn any_limit_is_what_it_says_or_none(
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
        let response = outcome(Fake::that_answers(200, &headers, "").get()).unwrap();
        let found = response.rate_limit();
        if let Some(found) = found {
            let number = |name| headers[name].to_str().unwrap().trim().parse::<u64>().unwrap();
            prop_assert_eq!(found.limit, number("x-ratelimit-limit"));
            prop_assert_eq!(found.remaining, number("x-ratelimit-remaining"));
            prop_assert!(found.reset >= SystemTime::UNIX_EPOCH);
        }
        // A date that is no date leaves the reset to the clock of this machine, which goes on.
        let again = failed(&headers).rate_limit();
        prop_assert_eq!(found.map(|found| (found.limit, found.remaining)), again.map(|again| (again.limit, again.remaining)));
    }

    #[test]
    fn whole_numbers_are_read(limit: u64, remaining: u64, reset in 1_000_000_000_u64..253_402_300_800) {
        let pairs = [("x-ratelimit-limit", limit), ("x-ratelimit-remaining", remaining), ("x-ratelimit-reset", reset)];
        let pairs = pairs.into_iter().map(|(name, number)| (name, number.to_string().into_bytes())).collect();
        let found = failed(&headers(&pairs)).rate_limit().unwrap();
        prop_assert_eq!((found.limit, found.remaining), (limit, remaining));
        prop_assert_eq!(found.reset.duration_since(SystemTime::UNIX_EPOCH).unwrap().as_secs(), reset);
    }
}
