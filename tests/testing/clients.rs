//! The policies of a client on a fake, on a paused clock.

use std::time::Duration;

use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{Api, Bearer, CallOptions, Client, ErrorKind, ProblemDetails, Transport};
use serde_json::json;
use tokio::time::Instant;

use super::notes::{Notes, client, note};

static STORE: Api = Api::new().base_url("https://store.example.com").error::<ProblemDetails>();

#[tokio::test(start_paused = true)]
async fn retries_stop_after_the_third_attempt() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).responds(503, "").times(3);
    let error = client(&fake).note(1).await.unwrap_err();
    assert_eq!((error.attempts(), error.status().unwrap().as_u16()), (3, 503));
}

#[tokio::test(start_paused = true)]
async fn unsafe_call_is_sent_once() {
    let fake = Fake::new();
    fake.on(|api| api.login("ada")).fails(Fault::ResetAfterSending);
    assert_eq!(client(&fake).login("ada").await.unwrap_err().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn rate_limit_of_a_response_delays_the_next_call() {
    let fake = Fake::new();
    let limited = fake.on(|api| api.note(1)).returns(&note(1)).times(2);
    limited.header("X-RateLimit-Limit", "10").header("X-RateLimit-Remaining", "0").header("X-RateLimit-Reset", "30");
    let (client, start) = (client(&fake), Instant::now());
    client.note(1).await.unwrap();
    client.note(1).await.unwrap();
    assert!(start.elapsed() >= Duration::from_secs(30), "{:?}", start.elapsed());
}

#[tokio::test]
async fn redirect_is_followed_to_the_reply_of_the_same_stub() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).responds(307, "").header("Location", "/v2/notes/one");
    fake.on(|api| api.note(1)).returns(&note(1));
    let client = Client::builder().base_url("https://api.example.com/v2").max_redirects(1);
    let client = client.http_client(fake.http_client()).build().unwrap();
    assert_eq!(client.note(1).await.unwrap(), note(1));
    assert_eq!(fake.last_call().url(), "https://api.example.com/v2/notes/one");
}

#[tokio::test]
async fn conventions_of_an_api_apply() {
    let client_fake = Fake::new();
    let client = Client::builder().api(&STORE).http_client(client_fake.http_client()).build().unwrap();
    let alone = Fake::with_api(&STORE);
    for fake in [&client_fake, &alone] {
        fake.on(|api| api.title(1)).responds(409, json!({ "title": "sold out" }));
    }
    for error in [client.title(1).await.unwrap_err(), alone.title(1).await.unwrap_err()] {
        assert_eq!(error.message(), Some("sold out"));
    }
}

#[tokio::test]
async fn wrappers_and_options_pass_calls_on() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).returns(&note(1)).times(2);
    fake.with_options().note(1).await.unwrap();
    let client = client(&fake).at("https://other.example.com").unwrap();
    client.note(1).await.unwrap();
    assert_eq!(fake.last_call().url(), "https://other.example.com/notes/1");
}

/// Adds options to calls of any transport.
trait WithOptions: Transport + Sized {
    fn with_options(&self) -> pivotal_runtime::WithOptions<'_, Self> {
        Transport::with(self, CallOptions::new().max_attempts(1))
    }
}
impl<T: Transport> WithOptions for T {}

#[tokio::test]
async fn one_fake_serves_several_clients() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).returns(&note(1)).times(2);
    for token in ["t-12345678", "t-87654321"] {
        let client = Client::builder()
            .base_url("https://api.example.com")
            .credentials(Bearer::new(token).unwrap())
            .http_client(fake.http_client())
            .build()
            .unwrap();
        client.note(1).await.unwrap();
        assert_eq!(fake.last_call().header("authorization"), Some(&*format!("Bearer {token}")));
    }
}

#[cfg(feature = "tower")]
#[tokio::test]
async fn fake_is_within_layers() {
    use pivotal_runtime::http::{HeaderValue, Request};
    use tower::util::MapRequestLayer;

    let fake = Fake::new();
    fake.on(|api| api.note(1)).returns(&note(1));
    let layer = MapRequestLayer::new(|mut request: Request<pivotal_runtime::Body>| {
        request.headers_mut().insert("x-layer", HeaderValue::from_static("1"));
        request
    });
    let client = Client::builder().base_url("https://api.example.com/v2").http_client(fake.http_client()).layer(layer);
    assert_eq!(client.build().unwrap().note(1).await.unwrap(), note(1));
    assert_eq!(fake.last_call().header("x-layer"), Some("1"));
}

#[tokio::test]
async fn dropped_client_leaves_the_fake_to_be_verified() {
    let fake = Fake::new();
    let client = client(&fake);
    fake.on(|api| api.note(1)).responds(404, "");
    assert_eq!(client.note(1).await.unwrap_err().kind(), ErrorKind::Api);
    drop(client);
    fake.verify();
}
