//! Settings of the client that reject a call, or change its request.

use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::http::HeaderValue;
use pivotal_runtime::http::header::{AUTHORIZATION, HeaderName, USER_AGENT};
use pivotal_runtime::{CallOptions, Delivery, Error, ErrorKind, Timeout, Transport, endpoint};

use super::fake;
use crate::support::{KEY, builder_for};
use crate::transport::builder;

#[test]
fn plain_http_with_credentials_is_rejected() {
    let elsewhere = [
        "http://my.pivotal.app",
        "HTTP://my.pivotal.app:80/api/v1",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://[2001:db8::1]",
        "http://localhost.test",
        "http://127.0.0.1.test",
        "http://host@127.0.0.1",
    ];
    for url in elsewhere {
        let error = builder_for(url).build().unwrap_err();
        assert_eq!(
            (error.kind(), error.delivery(), error.attempts()),
            (ErrorKind::Config, None, 0),
            "{url}: {error:?}"
        );
        assert!(!format!("{error:?} {error}").contains("K8s9v"), "{error:?}");
        assert!(url.contains('@') || error.to_string().contains("`allow_http`"), "{error}");
        let error = fake().builder().base_url(url).build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config, "with another HTTP client");
    }
    for url in ["http://127.0.0.1:8080", "http://127.1.2.3", "http://localhost", "http://LOCALHOST:1", "http://[::1]"] {
        builder_for(url).build().unwrap();
    }
    builder_for("http://10.0.0.1").allow_http().build().unwrap();
    // A client without credentials sends nothing secret.
    builder().base_url("http://10.0.0.1").build().unwrap();
}

#[tokio::test]
async fn key_with_whitespace_around_it_is_trimmed() {
    for key in [format!("{KEY}\n"), format!("{KEY}\r\n"), format!("\t{KEY} ")] {
        let fake = fake();
        let key = PivotalKey::new(key).unwrap();
        assert_eq!(format!("{key:?}"), "PivotalKey(pivotal_test_K8s9…)");
        let builder = fake.builder().credentials(key);
        assert!(!format!("{builder:?}").contains("K8s9"), "{builder:?}");
        let client = builder.build().unwrap();
        client.delete("a").await.unwrap();
        let request = fake.sent().remove(0);
        assert_eq!(request.headers[AUTHORIZATION], format!("Bearer {KEY}"));
        assert!(request.headers[AUTHORIZATION].is_sensitive());
        for shown in [format!("{client:?}"), format!("{:?}", request.headers)] {
            assert!(!shown.contains("K8s9"), "{shown}");
        }
    }
    for key in ["pivotal_test_K8s9\nvQ2mXw7b", "pivotal_test_K8s9vQ2mXw7b\n\u{0}"] {
        let error = PivotalKey::new(key).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        let error_of_builder = pivotal_api::builder(key).unwrap_err();
        assert_eq!(error_of_builder.to_string(), error.to_string());
        assert!(!format!("{error:?} {error}").contains("K8s9"), "{error:?}");
    }
}

trait Deletes: Transport {
    #[endpoint(DELETE, "/items/<id>")]
    async fn delete(&self, id: &str) -> Result<(), Error>;

    #[endpoint(POST, "/items", header("Idempotency-Key") = key, header("User-Agent") = agent)]
    async fn create(&self, key: Option<&str>, agent: Option<&str>) -> Result<(), Error>;
}
impl<T: Transport> Deletes for T {}

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

fn value(text: &'static str) -> HeaderValue {
    HeaderValue::from_static(text)
}

#[tokio::test]
async fn authorization_header_does_not_replace_the_key() {
    let fake = fake();
    let client = fake.builder().default_header(AUTHORIZATION, value("Bearer other")).build().unwrap();
    let options = CallOptions::new().header(AUTHORIZATION, value("Bearer another"));
    client.delete("a").await.unwrap();
    let with = client.with(options);
    with.clone().delete("a").await.unwrap();
    for request in fake.sent() {
        let sent: Vec<_> = request.headers.get_all(AUTHORIZATION).iter().collect();
        assert_eq!(sent, [&format!("Bearer {KEY}")]);
    }
}

#[tokio::test]
async fn idempotency_key_and_user_agent_can_be_set() {
    let fake = fake();
    let client = fake.builder().user_agent("client/1").build().unwrap();
    client.create(None, None).await.unwrap();
    client.create(Some("declared"), Some("declared/1")).await.unwrap();
    let options = CallOptions::new().header(IDEMPOTENCY_KEY, value("header")).header(USER_AGENT, value("header/1"));
    client.with(options.clone()).create(Some("declared"), Some("declared/1")).await.unwrap();
    client.with(options.idempotency_key("option")).create(Some("declared"), None).await.unwrap();
    let sent = fake.sent().into_iter().map(|request| {
        let [key, agent] = [IDEMPOTENCY_KEY, USER_AGENT].map(|name| {
            let values: Vec<_> = request.headers.get_all(&name).iter().collect();
            assert_eq!(values.len(), 1, "`{name}` is sent once");
            values[0].to_str().unwrap().to_owned()
        });
        (key, agent)
    });
    let sent: Vec<_> = sent.collect();
    assert_eq!((sent[0].0.len(), sent[0].1.as_str()), (36, "client/1"), "{sent:?}");
    let pair = |key: &str, agent: &str| (key.to_owned(), agent.to_owned());
    assert_eq!(sent[1..], [pair("declared", "declared/1"), pair("header", "header/1"), pair("option", "header/1")]);
}

#[tokio::test(start_paused = true)]
async fn zero_timeout_sends_nothing() {
    let fake = fake();
    let client = fake.builder().timeout(Duration::ZERO).build().unwrap();
    let other = fake.client();
    let by_option = other.with(CallOptions::new().timeout(Duration::ZERO));
    for error in [client.delete("a").await.unwrap_err(), by_option.delete("a").await.unwrap_err()] {
        assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Total)), "{error:?}");
        assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::NotSent), 0), "{error:?}");
    }
    assert_eq!(fake.count(), 0);
}
