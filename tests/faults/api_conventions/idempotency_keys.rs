//! Idempotency keys, which are created only for servers that honour them.

use pivotal_runtime::{Api, Bearer, CallOptions, Error};

use crate::support::fake::Fake;
use crate::support::fake::reply::status;
use crate::thing_api::Call;

/// An API with keys in the usual header.
static KEYED: Api = Api::new().idempotency_key_header("Idempotency-Key");

/// An API with keys in another header.
static OWN: Api = Api::new().idempotency_key_header("Payment-Request-Id");

/// Returns the error of a call to an unavailable server, after this number of requests.
async fn error_after(fake: &Fake, call: impl Future<Output = Result<u32, Error>>, requests: usize) -> Error {
    let before = fake.count();
    let error = call.await.unwrap_err();
    assert_eq!((error.attempts() as usize, fake.count() - before), (requests, requests), "{error:?}");
    error
}

fn unavailable() -> Fake {
    Fake::new(|_| status(503))
}

#[tokio::test(start_paused = true)]
async fn post_without_an_api_is_sent_once_and_gets_no_key() {
    static KEYLESS: Api = Api::new();
    let fake = unavailable();
    let with_credentials = fake.plain().credentials(Bearer::new("t-12345678").unwrap());
    for builder in [fake.plain(), with_credentials, fake.plain().idempotency_keys(true), fake.plain().api(&KEYLESS)] {
        let client = builder.build().unwrap();
        for call in [Call::KeyedPost, Call::PublicPost] {
            let error = error_after(&fake, call.on(&client), 1).await;
            assert_eq!(error.idempotency_key(), None);
        }
        // Idempotent calls are retried without a key.
        error_after(&fake, Call::Get.on(&client), 3).await;
        error_after(&fake, Call::Search.on(&client), 3).await;
    }
    assert!(fake.sent().iter().all(|sent| sent.header("idempotency-key").is_none()));
}

#[tokio::test(start_paused = true)]
async fn post_is_retried_under_one_key_in_the_header_that_the_api_names() {
    let [usual, own] = ["idempotency-key", "payment-request-id"];
    for (api, header, other) in [(&KEYED, usual, own), (&OWN, own, usual)] {
        let fake = unavailable();
        let client = fake.plain().api(api).credentials(Bearer::new("t-12345678").unwrap()).build().unwrap();
        let mut keys = Vec::new();
        // With and without `auth = none`.
        for call in [Call::KeyedPost, Call::PublicPost] {
            let error = error_after(&fake, call.on(&client), 3).await;
            let sent = fake.sent().split_off(keys.len() * 3);
            let key = sent[0].header(header).unwrap().to_owned();
            assert_eq!(error.idempotency_key(), Some(&*key));
            assert!(sent.iter().all(|sent| sent.header(header) == Some(&key)), "{call:?}");
            assert!(sent.iter().all(|sent| sent.header("authorization").is_some() == (call == Call::KeyedPost)));
            keys.push(key);
        }
        assert_ne!(keys[0], keys[1]);
        assert!(fake.sent().iter().all(|sent| sent.header(other).is_none()), "{other}");
    }
}

#[tokio::test(start_paused = true)]
async fn only_post_gets_a_key() {
    let fake = unavailable();
    let client = fake.plain().api(&OWN).build().unwrap();
    for (call, requests) in [(Call::Get, 3), (Call::Put, 3), (Call::Delete, 3), (Call::Patch, 1)] {
        assert_eq!(error_after(&fake, call.on(&client), requests).await.idempotency_key(), None, "{call:?}");
    }
    assert!(fake.sent().iter().all(|sent| sent.header("payment-request-id").is_none()));
}

#[tokio::test(start_paused = true)]
async fn client_can_switch_keys_off() {
    let fake = unavailable();
    let client = fake.plain().api(&KEYED).idempotency_keys(false).build().unwrap();
    error_after(&fake, Call::KeyedPost.on(&client), 1).await;
    let options = CallOptions::new().idempotency_key("mine");
    let error = error_after(&fake, Call::KeyedPost.on(&client.with(options)), 3).await;
    assert_eq!(error.idempotency_key(), Some("mine"), "a key of the caller is sent anyway");
}

#[tokio::test(start_paused = true)]
async fn key_of_the_caller_makes_a_post_without_an_api_safe_to_repeat() {
    let fake = unavailable();
    let client = fake.plain().build().unwrap();
    let options = CallOptions::new().idempotency_key("mine");
    for call in [Call::KeyedPost, Call::PublicPost] {
        let error = error_after(&fake, call.on(&client.with(options.clone())), 3).await;
        assert_eq!(error.idempotency_key(), Some("mine"));
    }
    assert!(fake.sent().iter().all(|sent| sent.key() == "mine"));
    error_after(&fake, Call::Patch.on(&client.with(options)), 1).await;
}

#[tokio::test(start_paused = true)]
async fn key_of_the_caller_is_sent_in_the_header_of_the_api() {
    let fake = unavailable();
    let client = fake.plain().api(&OWN).build().unwrap();
    let options = CallOptions::new().idempotency_key("mine");
    error_after(&fake, Call::KeyedPost.on(&client.with(options)), 3).await;
    for sent in fake.sent() {
        assert_eq!((sent.header("payment-request-id"), sent.header("idempotency-key")), (Some("mine"), None));
    }
}

#[tokio::test(start_paused = true)]
async fn header_of_the_caller_is_a_key_if_the_api_names_it() {
    use crate::thing_api::Api as _;
    use pivotal_runtime::http::{HeaderName, HeaderValue};

    let header = |name| CallOptions::new().header(HeaderName::from_static(name), HeaderValue::from_static("mine"));
    let fake = unavailable();
    let client = fake.plain().api(&OWN).idempotency_keys(false).build().unwrap();
    let error = client.with(header("payment-request-id")).post(1).await.unwrap_err();
    assert_eq!((error.attempts(), error.idempotency_key()), (3, Some("mine")));
    let error = client.with(header("idempotency-key")).post(1).await.unwrap_err();
    assert_eq!((error.attempts(), error.idempotency_key()), (1, None), "the header is not that of the API");
    let error = fake.plain().build().unwrap().with(header("idempotency-key")).post(1).await.unwrap_err();
    assert_eq!((error.attempts(), error.idempotency_key()), (1, None));
}
