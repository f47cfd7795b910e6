//! What one call does otherwise than the client, and what it shares.

use std::time::Duration;

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{CallOptions, ErrorKind, Timeout};

use crate::fake::Fake;
use crate::fake::api::Api;
use crate::fake::reply::{ok, silence, status};

const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[tokio::test(start_paused = true)]
async fn row_103_each_limit_of_time_can_be_set_for_one_call() {
    let cases = [
        (CallOptions::new().timeout(seconds(7)), 7, Timeout::Total),
        (CallOptions::new().attempt_timeout(seconds(3)), 3, Timeout::Attempt),
        (CallOptions::new().attempt_timeout(seconds(9)).timeout(seconds(4)), 4, Timeout::Total),
    ];
    for (options, after, limit) in cases {
        let fake = Fake::new(|_| silence());
        let error = fake.client().with(options.max_attempts(1)).get().await.unwrap_err();
        assert_eq!((fake.elapsed(), error.elapsed_timeout(), error.attempts()), (seconds(after), Some(limit), 1));
    }
    let fake = Fake::new(|_| ok().then_byte(seconds(10), b' '));
    let client = fake.client();
    let error = client.with(CallOptions::new().read_timeout(seconds(2)).max_attempts(1)).get().await.unwrap_err();
    assert_eq!((fake.elapsed(), error.elapsed_timeout()), (seconds(2), Some(Timeout::Read)));
    assert_eq!(*client.get().await.unwrap().get_ref(), 7, "the client itself is as patient as before");
    // Longer than the client's, too.
    let fake = Fake::new(|_| ok().after(seconds(200)));
    let patient = CallOptions::new().timeout(seconds(300)).attempt_timeout(seconds(300));
    fake.client().with(patient).get().await.unwrap();
    assert_eq!(fake.elapsed(), seconds(200));
}

#[tokio::test(start_paused = true)]
async fn row_103_headers_attempts_and_sizes_can_be_set_for_one_call() {
    let fake = Fake::new(|_| status(503));
    let tag = HeaderName::from_static("x-tag");
    let client = fake.builder().default_header(tag.clone(), HeaderValue::from_static("client's")).build().unwrap();
    let options = CallOptions::new().header(tag, HeaderValue::from_static("call's")).max_attempts(2);
    assert_eq!(client.with(options).get().await.unwrap_err().attempts(), 2);
    assert_eq!(client.get().await.unwrap_err().attempts(), 3);
    let tags: Vec<_> = fake.sent().iter().map(|sent| sent.header("x-tag").unwrap().to_owned()).collect();
    assert_eq!(tags, ["call's", "call's", "client's", "client's", "client's"]);

    let fake = Fake::new(|_| ok().body("7        "));
    let client = fake.client();
    let small = client.with(CallOptions::new().max_response_bytes(4));
    assert_eq!(small.get().await.unwrap_err().kind(), ErrorKind::TooLarge);
    assert_eq!(*client.get().await.unwrap().get_ref(), 7);
    let none = client.with(CallOptions::new().max_attempts(0));
    assert_eq!(none.get().await.unwrap().attempts(), 1);
}
