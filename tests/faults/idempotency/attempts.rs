//! Rows 85, 86, 88, 90, 94, 94a and 94b: what is sent again, and what the server makes of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{CallOptions, Error, Response, Transport, endpoint};
use proptest::prelude::*;
use serde::{Serialize, Serializer};

use crate::fake::api::Api;
use crate::fake::reply::{Reply, api_error, broken, ok, refused, silence, status};
use crate::fake::servers::KeyStore;
use crate::fake::{Fake, on_a_clock};

#[tokio::test(start_paused = true)]
async fn row_085_work_whose_answer_was_lost_is_done_once() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| {
        let answer = server.answer(sent, Duration::ZERO, status(201));
        // The work is done, but the first caller never hears of it.
        if sent.number == 0 { broken() } else { answer }
    });
    let response = fake.client().post(1).await.unwrap();
    assert_eq!((response.status().as_u16(), response.attempts()), (201, 2));
    assert_eq!((fake.count(), store.works()), (2, 1));
    // Another call is other work, even with the same body.
    fake.client().post(1).await.unwrap();
    assert_eq!(store.works(), 2);
}

proptest! {
    #[test]
    fn row_086_a_call_keeps_its_key_and_shares_it_with_no_other(pattern in prop::collection::vec(0..5_usize, 0..5)) {
        let (first, second) = on_a_clock(async {
            let length = pattern.len();
            let fake = Fake::new(move |sent| {
                let failures = [broken(), refused(), status(503), status(429), ok().cut()];
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

/// Is written as another number each time.
struct Restless(Arc<AtomicU32>);

impl Serialize for Restless {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

trait Numbers: Transport {
    #[endpoint(POST, "/numbers", body = number)]
    async fn number(&self, number: &Restless) -> Result<Response<u8>, Error>;
}
impl<T: Transport> Numbers for T {}

#[tokio::test(start_paused = true)]
async fn row_088_the_body_is_written_once_for_all_attempts() {
    let fake = Fake::script([broken(), status(503), ok()]);
    let written = Arc::new(AtomicU32::new(41));
    fake.client().number(&Restless(Arc::clone(&written))).await.unwrap();
    let bodies: Vec<_> = fake.sent().into_iter().map(|sent| sent.body).collect();
    assert_eq!(bodies, [b"41"; 3]);
    assert_eq!(written.load(Ordering::Relaxed), 42);
}

#[tokio::test(start_paused = true)]
async fn row_090_a_conflict_with_an_own_attempt_that_is_still_running_is_waited_for() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| server.answer(sent, Duration::from_secs(5), status(201)));
    let client = fake.builder().attempt_timeout(Duration::from_secs(3)).max_attempts(20).build().unwrap();
    let response = client.post(1).await.unwrap();
    assert_eq!(response.status(), 201);
    assert!(response.attempts() >= 3, "the work took 5 s: {:?}", fake.instants());
    assert_eq!(store.works(), 1);
    assert!(fake.sent().iter().all(|sent| sent.key() == fake.sent()[0].key()));
}

#[tokio::test(start_paused = true)]
async fn row_090_it_is_not_waited_for_without_end() {
    let store = KeyStore::default();
    let fake = Fake::new(move |sent| store.answer(sent, Duration::from_secs(3_600), status(201)));
    let client = fake.builder().attempt_timeout(Duration::from_secs(3)).build().unwrap();
    let error = client.post(1).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!((fake.count(), error.attempts(), error.code()), (3, 3, Some("idempotency_in_progress")));
    assert_eq!(error.idempotency_key(), Some(fake.sent()[0].key()));
}

#[tokio::test(start_paused = true)]
async fn row_094_a_patch_that_may_not_be_repeated_is_sent_once() {
    let failures: [fn() -> Reply; 3] = [|| status(503), broken, silence];
    for failure in failures {
        let fake = Fake::new(move |_| failure());
        // The API keeps keys for POST alone, so one makes no difference here.
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
async fn row_094_a_patch_with_a_header_of_that_name_is_sent_once_as_well() {
    let failures: [fn() -> Reply; 3] = [|| status(503), broken, || status(409)];
    for failure in failures {
        let fake = Fake::new(move |_| failure());
        let header = (HeaderName::from_static("idempotency-key"), HeaderValue::from_static("mine"));
        let options = CallOptions::new().header(header.0, header.1);
        let error = fake.client().with(options).patch(1).await.unwrap_err();
        assert_eq!((error.attempts(), fake.count()), (1, 1));
    }
}

#[tokio::test(start_paused = true)]
async fn row_094a_a_500_that_is_stored_ends_with_the_attempts() {
    let store = KeyStore::default();
    let server = store.clone();
    let fake = Fake::new(move |sent| server.answer(sent, Duration::ZERO, api_error(500, "api_error", "oops")));
    let error = fake.client().post(1).await.unwrap_err();
    assert_eq!((fake.count(), error.attempts(), store.works()), (3, 3, 1));
    assert_eq!((error.status().unwrap().as_u16(), error.code()), (500, Some("oops")));
}

#[tokio::test(start_paused = true)]
async fn row_094b_what_was_refused_for_the_rate_limit_is_repeated_without_a_key() {
    let limited = || status(429).header("retry-after", "3");
    let fake = Fake::script([limited(), limited(), ok()]);
    let client = fake.builder().idempotency_keys(false).build().unwrap();
    assert_eq!(client.post(1).await.unwrap().attempts(), 3);
    assert!(fake.sent().iter().all(|sent| sent.header("idempotency-key").is_none()));
    assert!(fake.gaps().iter().all(|gap| *gap >= Duration::from_secs(3)), "{:?}", fake.gaps());
}

#[tokio::test(start_paused = true)]
async fn row_094_a_post_without_a_key_is_sent_once_and_one_with_a_header_of_that_name_again() {
    let fake = Fake::new(|_| status(503));
    let client = fake.builder().idempotency_keys(false).build().unwrap();
    assert_eq!(client.post(1).await.unwrap_err().attempts(), 1);
    let header = (HeaderName::from_static("idempotency-key"), HeaderValue::from_static("mine"));
    let error = client.with(CallOptions::new().header(header.0, header.1)).post(1).await.unwrap_err();
    assert_eq!((error.attempts(), error.idempotency_key(), fake.count()), (3, Some("mine"), 4));
}
