//! Any text as the headers that say when to come back.

#![no_main]

mod fake;

use std::time::{Duration, SystemTime};

use libfuzzer_sys::fuzz_target;
use pivotal_runtime::{Body, Error, RateLimit, Response, Transport, endpoint, http};

use fake::{Fake, outcome, show};

trait Api: Transport {
    #[endpoint(GET, "/", response = ())]
    async fn get(&self) -> Result<Response<()>, Error>;
}
impl<T: Transport> Api for T {}

const NAMES: [&str; 6] =
    ["retry-after", "retry-after", "date", "x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"];

fuzz_target!(|values: [Option<&[u8]>; 6]| {
    let mut headers = http::HeaderMap::new();
    for (name, value) in NAMES.into_iter().zip(values) {
        if let Some(Ok(value)) = value.map(http::HeaderValue::from_bytes) {
            headers.append(name, value);
        }
    }
    let answer = |status| {
        let mut response = http::Response::new(Body::empty());
        *response.status_mut() = status;
        *response.headers_mut() = headers.clone();
        outcome(Fake::that_answers(response).get())
    };
    let error = answer(http::StatusCode::TOO_MANY_REQUESTS).unwrap_err();
    show(&error);
    assert_ne!(error.retry_after(), Some(Duration::ZERO), "no wait is none");
    if !headers.contains_key("retry-after") {
        assert_eq!(error.retry_after(), None);
    }
    sane(error.rate_limit(), &headers);
    let response = answer(http::StatusCode::OK).unwrap();
    sane(response.rate_limit(), &headers);
});

fn sane(limit: Option<RateLimit>, headers: &http::HeaderMap) {
    let Some(limit) = limit else { return };
    let number = |name| headers[name].to_str().unwrap().trim().parse::<u64>();
    assert_eq!((Ok(limit.limit), Ok(limit.remaining)), (number(NAMES[3]), number(NAMES[4])));
    assert!(limit.reset >= SystemTime::UNIX_EPOCH);
}
