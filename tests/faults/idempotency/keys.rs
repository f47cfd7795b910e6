//! Rows 87, 89, 92 and 93: keys of the caller's own.

use std::time::Duration;

use pivotal_runtime::{CallOptions, Delivery, ErrorKind};

use crate::fake::Fake;
use crate::fake::api::Api;
use crate::fake::reply::{broken, ok, status};
use crate::fake::servers::KeyStore;

fn keyed(key: &str) -> CallOptions {
    CallOptions::new().idempotency_key(key)
}

#[tokio::test(start_paused = true)]
async fn row_087_a_key_of_the_callers_is_sent_as_it_is() {
    let longest = "k".repeat(255);
    for key in ["k", "import-2026-06-03-row-17", "with space", &longest] {
        let fake = Fake::script([status(503), ok()]);
        fake.client().with(keyed(key)).post(1).await.unwrap();
        assert!(fake.sent().iter().all(|sent| sent.key() == key));
        assert_eq!(fake.count(), 2);
    }
}

#[tokio::test(start_paused = true)]
async fn row_087_an_error_tells_the_key_whatever_it_is() {
    for key in ["k", "with space", "Zoë 7 €"] {
        let error = Fake::script([status(400)]).client().with(keyed(key)).post(1).await.unwrap_err();
        assert_eq!(error.idempotency_key(), Some(key));
    }
}

#[tokio::test(start_paused = true)]
async fn row_087_what_is_no_key_is_refused_before_anything_is_sent() {
    for key in ["", "two\nlines", "a\r\nx-evil: 1", "nul\0", &"k".repeat(256), &"k".repeat(100_000)] {
        let fake = Fake::script([]);
        let error = fake.client().with(keyed(key)).post(1).await.unwrap_err();
        assert_eq!((error.kind(), error.attempts(), fake.count()), (ErrorKind::Request, 0, 0), "{error}");
        assert!(error.to_string().contains("idempotency key"), "{error}");
        assert!(!error.is_retryable());
    }
}

#[tokio::test(start_paused = true)]
async fn row_089_a_key_that_was_used_for_another_body_is_an_error_at_once() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| server.answer(sent, Duration::ZERO, status(201)));
    let client = fake.client();
    client.with(keyed("mine")).post(1).await.unwrap();
    let error = client.with(keyed("mine")).post(2).await.unwrap_err();
    assert!(error.is_conflict() && !error.is_retryable());
    assert_eq!(
        (error.attempts(), error.code(), error.idempotency_key()),
        (1, Some("idempotency_key_reused"), Some("mine"))
    );
    assert_eq!((fake.count(), store.works()), (2, 1), "neither repeated nor sent under another key");
}

#[tokio::test(start_paused = true)]
async fn row_092_a_call_can_be_taken_up_again_with_its_key() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| {
        let answer = server.answer(sent, Duration::ZERO, status(201));
        if sent.number < 3 { broken() } else { answer }
    });
    let client = fake.client();
    let error = client.post(1).await.unwrap_err();
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Unknown), 3));
    let key = error.idempotency_key().unwrap().to_owned();
    // Perhaps in another process, much later.
    let response = client.with(keyed(&key)).post(1).await.unwrap();
    assert_eq!((response.status().as_u16(), fake.count(), store.works()), (201, 4, 1));
}

#[tokio::test(start_paused = true)]
async fn row_093_of_two_tasks_under_one_key_the_second_is_told_of_the_first() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| server.answer(sent, Duration::from_secs(2), status(201)));
    let client = fake.client();
    let (first, second) = (client.with(keyed("shared")), client.with(keyed("shared")));
    let (first, second) = tokio::join!(first.post(1), second.post(1));
    assert_eq!(first.unwrap().status(), 201);
    // A conflict at the first attempt is the caller's to decide on.
    let error = second.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!((error.attempts(), error.code()), (1, Some("idempotency_in_progress")));
    assert_eq!(store.works(), 1);
    let later = client.with(keyed("shared")).post(1).await.unwrap();
    assert_eq!((later.status().as_u16(), store.works()), (201, 1));
}
