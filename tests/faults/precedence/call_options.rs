//! Options of one call, which do not change other calls.

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{CallOptions, ErrorKind};

use crate::support::fake::Fake;
use crate::support::fake::reply::{ok, status};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn headers_attempts_and_sizes_can_be_set_for_one_call() {
    let fake = Fake::new(|_| status(503));
    let tag = HeaderName::from_static("x-tag");
    let client = fake.builder().default_header(tag.clone(), HeaderValue::from_static("client")).build().unwrap();
    let options = CallOptions::new().header(tag, HeaderValue::from_static("call")).max_attempts(2);
    assert_eq!(client.with(options).get().await.unwrap_err().attempts(), 2);
    assert_eq!(client.get().await.unwrap_err().attempts(), 3);
    let tags: Vec<_> = fake.sent().iter().map(|sent| sent.header("x-tag").unwrap().to_owned()).collect();
    assert_eq!(tags, ["call", "call", "client", "client", "client"]);

    let fake = Fake::new(|_| ok().body("7        "));
    let client = fake.client();
    let small = client.with(CallOptions::new().max_response_bytes(4));
    assert_eq!(small.get().await.unwrap_err().kind(), ErrorKind::TooLarge);
    assert_eq!(*client.get().await.unwrap().get_ref(), 7);
    let none = client.with(CallOptions::new().max_attempts(0));
    assert_eq!(none.get().await.unwrap().attempts(), 1);
}
