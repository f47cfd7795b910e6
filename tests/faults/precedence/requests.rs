//! The base URL, headers, pairs of the query, and credentials.

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{Bearer, CallOptions};

use super::{Defaults, Plain, builder, client};
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;

const LEVEL: HeaderName = HeaderName::from_static("x-level");

fn level(value: &'static str) -> HeaderValue {
    HeaderValue::from_static(value)
}

#[tokio::test]
async fn headers_of_the_call_win_over_method_trait_client_and_api() {
    let fake = Fake::new(|_| ok());
    let of_api = client(&fake);
    let of_client = builder(&fake).default_header(LEVEL, level("client")).build().unwrap();
    of_api.plain().await.unwrap();
    of_client.plain().await.unwrap();
    of_client.of_trait().await.unwrap();
    of_client.of_method().await.unwrap_err();
    let options = CallOptions::new().header(LEVEL, level("call")).max_attempts(1);
    of_client.with(options.clone()).of_method().await.unwrap_err();
    of_client.with(options).plain().await.unwrap();
    let levels: Vec<_> = fake.sent().iter().map(|sent| sent.header("x-level").unwrap().to_owned()).collect();
    assert_eq!(levels, ["api", "client", "trait", "method", "call", "call"]);
}

#[tokio::test]
async fn query_pairs_of_the_method_win_over_the_trait() {
    let fake = Fake::new(|_| ok());
    client(&fake).of_trait().await.unwrap();
    client(&fake).of_method().await.unwrap_err();
    let paths: Vec<_> = fake.sent().into_iter().map(|sent| sent.path).collect();
    assert_eq!(paths, ["/v1/items?level=trait", "/v1/items?level=method"]);
}

#[tokio::test]
async fn base_url_of_the_client_wins_over_the_api() {
    let fake = Fake::new(|_| ok());
    let client = client(&fake);
    client.plain().await.unwrap();
    builder(&fake).base_url("https://client.invalid").build().unwrap().plain().await.unwrap();
    client.at("https://at.invalid").unwrap().plain().await.unwrap();
    let hosts: Vec<_> = fake.sent().into_iter().map(|sent| sent.host().to_owned()).collect();
    assert_eq!(hosts, ["shop.invalid", "client.invalid", "at.invalid"]);
}

#[tokio::test]
async fn credentials_of_the_client_are_sent_unless_method_or_trait_declines_them() {
    let fake = Fake::new(|_| ok());
    let client = builder(&fake).credentials(Bearer::new("t-12345678").unwrap()).build().unwrap();
    client.plain().await.unwrap();
    client.of_trait().await.unwrap();
    client.of_method().await.unwrap_err();
    let has_credentials: Vec<_> = fake.sent().iter().map(|sent| sent.header("authorization").is_some()).collect();
    assert_eq!(has_credentials, [true, false, true]);
}
