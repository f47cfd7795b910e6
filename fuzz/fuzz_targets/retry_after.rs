//! Reads any text as `Retry-After`, `Date` and the headers of rate limits.

#![no_main]

mod fake;

use std::time::{Duration, SystemTime};

use libfuzzer_sys::fuzz_target;
use pivotal_runtime::{Body, Error, RateLimit, RateLimitHeaders, Response, Transport, endpoint, http};

use fake::{Fake, outcome, show};

trait Api: Transport {
    #[endpoint(GET, "/", response = ())]
    async fn get(&self) -> Result<Response<()>, Error>;
}
impl<T: Transport> Api for T {}

const NAMES: [&str; 16] = [
    "retry-after",
    "retry-after",
    "retry-after-ms",
    "date",
    "x-ratelimit-limit",
    "x-ratelimit-remaining",
    "x-ratelimit-remaining",
    "x-ratelimit-reset",
    "x-ratelimit-remaining-tokens",
    "x-ratelimit-reset-tokens",
    "ratelimit-remaining",
    "ratelimit",
    "ratelimit",
    "ratelimit-policy",
    "shop-call-limit",
    "shop-reset",
];

/// Names of headers that only one API has.
const SHOP: RateLimitHeaders = RateLimitHeaders::new().usage("Shop-Call-Limit").reset("*-Reset");

fuzz_target!(|values: [Option<&[u8]>; 16]| {
    let mut headers = http::HeaderMap::new();
    for (name, value) in NAMES.into_iter().zip(values) {
        if let Some(Ok(value)) = value.map(http::HeaderValue::from_bytes) {
            headers.append(name, value);
        }
    }
    let call = |status| {
        let mut response = http::Response::new(Body::empty());
        *response.status_mut() = status;
        *response.headers_mut() = headers.clone();
        outcome(Fake::responding(response).get())
    };
    let error = call(http::StatusCode::TOO_MANY_REQUESTS).unwrap_err();
    show(&error);
    assert_ne!(error.retry_after(), Some(Duration::ZERO), "a wait of 0 is `None`");
    if !headers.contains_key("retry-after") && !headers.contains_key("retry-after-ms") {
        assert_eq!(error.retry_after(), None);
    }
    check(error.rate_limit());
    check(SHOP.read(&headers));
    let limit = call(http::StatusCode::OK).unwrap().rate_limit();
    check(limit);
    let tokens = headers.get("x-ratelimit-remaining-tokens").filter(|value| value.len() <= 20);
    if let Some(tokens) = tokens.and_then(|value| value.to_str().ok()?.parse::<u64>().ok()) {
        assert!(limit.unwrap().remaining <= tokens, "the tightest limit counts");
    }
});

/// Checks that a reset is between 1970 and the year 10000.
fn check(limit: Option<RateLimit>) {
    let Some(reset) = limit.and_then(|limit| limit.reset) else { return };
    let since_epoch = reset.duration_since(SystemTime::UNIX_EPOCH).unwrap();
    assert!(since_epoch < Duration::from_secs(253_402_300_800));
}
