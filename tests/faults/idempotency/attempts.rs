//! Keys of retried attempts.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{CallOptions, Error, Response, Transport, endpoint};
use proptest::prelude::*;
use serde::{Serialize, Serializer};

use crate::support::fake::reply::{Reply, api_error, connection_lost, connection_refused, no_response, ok, status};
use crate::support::fake::servers::KeyStore;
use crate::support::fake::{Fake, run_paused};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn work_with_a_lost_response_is_done_once() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| {
        let reply = server.reply(sent, Duration::ZERO, status(201));
        // The work is done, but the first response is lost.
        if sent.number == 0 { connection_lost() } else { reply }
    });
    let response = fake.client().post(1).await.unwrap();
    assert_eq!((response.status().as_u16(), response.attempts()), (201, 2));
    assert_eq!((fake.count(), store.works()), (2, 1));
    // Another call with the same body does more work.
    fake.client().post(1).await.unwrap();
    assert_eq!(store.works(), 2);
}

proptest! {
    #[test]
    fn attempts_of_a_call_share_a_unique_key(pattern in prop::collection::vec(0..5_usize, 0..5)) {
        let (first, second) = run_paused(async {
            let length = pattern.len();
            let fake = Fake::new(move |sent| {
                let failures = [connection_lost(), connection_refused(), status(503), status(429), ok().incomplete()];
                pattern.get(sent.number % (length + 1)).map_or_else(ok, |failure| failures[*failure].clone())
            });
            let client = fake.builder().max_attempts(10).build().unwrap();
            for _ in 0..2 {
                assert_eq!(client.post(1).await.unwrap().attempts() as usize, length + 1);
            }
            let mut sent = fake.sent();
            let second = sent.split_off(length + 1);
            (sent, second)
        });
        for call in [&first, &second] {
            prop_assert!(call.iter().all(|attempt| attempt.key() == call[0].key()));
        }
        prop_assert_ne!(first[0].key(), second[0].key());
        // RFC 9562, section 5.4
        let key = first[0].key();
        prop_assert!(key.len() == 36 && key.as_bytes()[14] == b'4' && b"89ab".contains(&key.as_bytes()[19]), "{}", key);
    }
}

/// A value that serializes as another number each time.
struct Changing(Arc<AtomicU32>);

impl Serialize for Changing {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

trait Numbers: Transport {
    #[endpoint(POST, "/numbers", body = number)]
    async fn number(&self, number: &Changing) -> Result<Response<u8>, Error>;
}
impl<T: Transport> Numbers for T {}

#[tokio::test(start_paused = true)]
async fn body_is_serialized_once_for_all_attempts() {
    let fake = Fake::script([connection_lost(), status(503), ok()]);
    let written = Arc::new(AtomicU32::new(41));
    fake.client().number(&Changing(Arc::clone(&written))).await.unwrap();
    let bodies: Vec<_> = fake.sent().into_iter().map(|sent| sent.body).collect();
    assert_eq!(bodies, [b"41"; 3]);
    assert_eq!(written.load(Ordering::Relaxed), 42);
}

#[tokio::test(start_paused = true)]
async fn conflict_with_a_running_attempt_is_retried() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| server.reply(sent, Duration::from_secs(5), status(201)));
    let client = fake.builder().attempt_timeout(Duration::from_secs(3)).max_attempts(20).build().unwrap();
    let response = client.post(1).await.unwrap();
    assert_eq!(response.status(), 201);
    assert!(response.attempts() >= 3, "the work took 5 s: {:?}", fake.instants());
    assert_eq!(store.works(), 1);
    assert!(fake.sent().iter().all(|sent| sent.key() == fake.sent()[0].key()));
}

#[tokio::test(start_paused = true)]
async fn conflict_with_a_running_attempt_ends_with_the_attempts() {
    let store = KeyStore::default();
    let fake = Fake::new(move |sent| store.reply(sent, Duration::from_secs(3_600), status(201)));
    let client = fake.builder().attempt_timeout(Duration::from_secs(3)).build().unwrap();
    let error = client.post(1).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!((fake.count(), error.attempts(), error.code()), (3, 3, Some("idempotency_in_progress")));
    assert_eq!(error.idempotency_key(), Some(fake.sent()[0].key()));
}

#[tokio::test(start_paused = true)]
async fn patch_is_sent_once() {
    let failures: [fn() -> Reply; 3] = [|| status(503), connection_lost, no_response];
    for failure in failures {
        let fake = Fake::new(move |_| failure());
        // A key makes no difference, because the API honours keys of POST requests only.
        let client = fake.client();
        let with_key = client.with(CallOptions::new().idempotency_key("mine"));
        for error in [client.patch(1).await.unwrap_err(), with_key.patch(1).await.unwrap_err()] {
            assert_eq!((error.attempts(), error.idempotency_key()), (1, None));
        }
        assert_eq!(fake.count(), 2);
        assert!(fake.sent().iter().all(|sent| sent.header("idempotency-key").is_none()));
    }
}

#[tokio::test(start_paused = true)]
async fn patch_with_a_key_header_is_sent_once() {
    let failures: [fn() -> Reply; 3] = [|| status(503), connection_lost, || status(409)];
    for failure in failures {
        let fake = Fake::new(move |_| failure());
        let header = (HeaderName::from_static("idempotency-key"), HeaderValue::from_static("mine"));
        let options = CallOptions::new().header(header.0, header.1);
        let error = fake.client().with(options).patch(1).await.unwrap_err();
        assert_eq!((error.attempts(), fake.count()), (1, 1));
    }
}

#[tokio::test(start_paused = true)]
async fn stored_status_500_ends_with_the_attempts() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| server.reply(sent, Duration::ZERO, api_error(500, "api_error", "oops")));
    let error = fake.client().post(1).await.unwrap_err();
    assert_eq!((fake.count(), error.attempts(), store.works()), (3, 3, 1));
    assert_eq!((error.status().unwrap().as_u16(), error.code()), (500, Some("oops")));
}

#[tokio::test(start_paused = true)]
async fn rate_limited_post_is_retried_without_a_key() {
    let limited = || status(429).header("retry-after", "3");
    let fake = Fake::script([limited(), limited(), ok()]);
    let client = fake.builder().idempotency_keys(false).build().unwrap();
    assert_eq!(client.post(1).await.unwrap().attempts(), 3);
    assert!(fake.sent().iter().all(|sent| sent.header("idempotency-key").is_none()));
    assert!(fake.gaps().iter().all(|gap| *gap >= Duration::from_secs(3)), "{:?}", fake.gaps());
}

#[tokio::test(start_paused = true)]
async fn post_is_retried_only_with_a_key_header() {
    let fake = Fake::new(|_| status(503));
    let client = fake.builder().idempotency_keys(false).build().unwrap();
    assert_eq!(client.post(1).await.unwrap_err().attempts(), 1);
    let header = (HeaderName::from_static("idempotency-key"), HeaderValue::from_static("mine"));
    let error = client.with(CallOptions::new().header(header.0, header.1)).post(1).await.unwrap_err();
    assert_eq!((error.attempts(), error.idempotency_key(), fake.count()), (3, Some("mine"), 4));
}
