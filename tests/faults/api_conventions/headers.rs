//! Headers that an API adds to every call.

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{Api, CallOptions, Error, Transport, endpoint};

use crate::support::fake::reply::{ok, status};
use crate::support::fake::{Fake, Sent};

static VERSIONED: Api =
    Api::new().header("X-Version", "api").header("X-Product", "tests").header("Accept", "text/json");

trait Things: Transport {
    #[endpoint(GET, "/things")]
    async fn list(&self) -> Result<u8, Error>;

    #[endpoint(POST, "/things", auth = none)]
    async fn create(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/things", header("X-Version") = "declared", header("Accept") = "text/plain")]
    async fn declared(&self) -> Result<u8, Error>;
}
impl<T: Transport> Things for T {}

const VERSION: HeaderName = HeaderName::from_static("x-version");

fn value(text: &'static str) -> HeaderValue {
    HeaderValue::from_static(text)
}

/// Returns the values of three headers, each of which is sent once.
fn headers(sent: &Sent) -> [&str; 3] {
    ["x-version", "x-product", "accept"].map(|name| sent.header(name).unwrap())
}

#[tokio::test(start_paused = true)]
async fn headers_of_the_api_are_sent_with_every_call_and_attempt() {
    let fake = Fake::script([status(503), ok(), ok()]);
    let client = fake.plain().api(&VERSIONED).build().unwrap();
    client.list().await.unwrap();
    client.create().await.unwrap();
    let sent = fake.sent();
    assert_eq!(sent.len(), 3);
    assert!(sent.iter().all(|sent| headers(sent) == ["api", "tests", "text/json"]));
}

#[tokio::test(start_paused = true)]
async fn header_of_the_builder_or_the_call_wins() {
    let fake = Fake::new(|_| ok());
    let builder = || fake.plain().default_header(VERSION, value("builder"));
    // In both orders.
    for client in [builder().api(&VERSIONED).build().unwrap(), {
        fake.plain().api(&VERSIONED).default_header(VERSION, value("builder")).build().unwrap()
    }] {
        client.list().await.unwrap();
        client.declared().await.unwrap();
        let options = CallOptions::new().header(VERSION, value("call"));
        client.with(options.clone()).list().await.unwrap();
        client.with(options).declared().await.unwrap();
    }
    let plain = fake.plain().api(&VERSIONED).build().unwrap();
    plain.declared().await.unwrap();
    plain.with(CallOptions::new().header(VERSION, value("call"))).list().await.unwrap();
    let sent = fake.sent();
    let expected = ["builder", "declared", "call", "call"];
    let expected = [&expected[..], &expected[..], &["declared", "call"]].concat();
    assert_eq!(sent.iter().map(|sent| headers(sent)[0]).collect::<Vec<_>>(), expected);
    assert!(sent.iter().all(|sent| headers(sent)[1] == "tests"), "other headers of the API are kept");
    assert_eq!(headers(&sent[1])[2], "text/plain");
    assert_eq!(headers(&sent[0])[2], "text/json");
}
