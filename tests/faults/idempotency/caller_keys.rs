//! Keys of the caller.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Delivery, ErrorKind};

use crate::support::fake::Fake;
use crate::support::fake::reply::{connection_lost, ok, status};
use crate::support::fake::servers::KeyStore;
use crate::thing_api::Api;

fn keyed(key: &str) -> CallOptions {
    CallOptions::new().idempotency_key(key)
}

#[tokio::test(start_paused = true)]
async fn key_of_the_caller_is_sent_unchanged() {
    let longest = "k".repeat(255);
    for key in ["k", "import-2026-06-03-row-17", "with space", &longest] {
        let fake = Fake::script([status(503), ok()]);
        fake.client().with(keyed(key)).post(1).await.unwrap();
        assert!(fake.sent().iter().all(|sent| sent.key() == key));
        assert_eq!(fake.count(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn error_contains_the_key_of_the_caller() {
    for key in ["k", "with space", "Zoë 7 €"] {
        let error = Fake::script([status(400)]).client().with(keyed(key)).post(1).await.unwrap_err();
        assert_eq!(error.idempotency_key(), Some(key));
    }
}

#[tokio::test(start_paused = true)]
async fn invalid_key_is_rejected() {
    let (visible, short) = ("use visible ASCII characters", "of more than 255 bytes; shorten it");
    for (key, expected) in [
        ("", "an empty idempotency key; leave it out"),
        ("two\nlines", visible),
        ("a\r\nx-evil: 1", visible),
        ("nul\0", visible),
        (&"k".repeat(256), short),
        (&"k".repeat(100_000), short),
    ] {
        let fake = Fake::script([]);
        let error = fake.client().with(keyed(key)).post(1).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), fake.count()), (ErrorKind::Request, 0, 0), "{error}");
        assert!(error.to_string().contains("idempotency key") && error.to_string().contains(expected), "{error}");
        assert!(!error.is_retryable());
    }
}

#[tokio::test(start_paused = true)]
async fn reused_key_with_another_body_is_a_conflict() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| server.reply(sent, Duration::ZERO, status(201)));
    let client = fake.client();
    client.with(keyed("mine")).post(1).await.unwrap();
    let error = client.with(keyed("mine")).post(2).await.unwrap_err();
    assert!(error.is_conflict() && !error.is_retryable());
    assert_eq!(
        (error.attempts(), error.code(), error.idempotency_key()),
        (1, Some("idempotency_key_reused"), Some("mine"))
    );
    assert_eq!((fake.count(), store.works()), (2, 1), "the call is not retried, with or without this key");
}

#[tokio::test(start_paused = true)]
async fn call_can_be_repeated_with_its_key() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| {
        let reply = server.reply(sent, Duration::ZERO, status(201));
        if sent.number < 3 { connection_lost() } else { reply }
    });
    let client = fake.client();
    let error = client.post(1).await.unwrap_err();
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 3));
    let key = error.idempotency_key().unwrap().to_owned();
    // The second call can be made later, and by another process.
    let response = client.with(keyed(&key)).post(1).await.unwrap();
    assert_eq!((response.status().as_u16(), fake.count(), store.works()), (201, 4, 1));
}

#[tokio::test(start_paused = true)]
async fn concurrent_call_with_the_same_key_is_a_conflict() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| server.reply(sent, Duration::from_secs(2), status(201)));
    let client = fake.client();
    let (first, second) = (client.with(keyed("shared")), client.with(keyed("shared")));
    let (first, second) = tokio::join!(first.post(1), second.post(1));
    assert_eq!(first.unwrap().status(), 201);
    // A conflict at the first attempt is not retried.
    let error = second.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!((error.attempts(), error.code()), (1, Some("idempotency_in_progress")));
    assert_eq!(store.works(), 1);
    let later = client.with(keyed("shared")).post(1).await.unwrap();
    assert_eq!((later.status().as_u16(), store.works()), (201, 1));
}
