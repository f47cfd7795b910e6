//! The attempts of one call.

use std::error::Error as _;

use pivotal_runtime::{Delivery, ErrorKind};

use crate::support::fake::Fake;
use crate::support::fake::reply::{api_error, connection_lost, connection_refused, ok, status};
use crate::thing_api::Api;

#[tokio::test(start_paused = true)]
async fn each_attempt_sends_the_same_request() {
    let fake = Fake::script([status(503), status(503), ok()]);
    let response = fake.client().post(42).await.unwrap();
    assert_eq!((response.attempts(), *response.get_ref()), (3, 7));
    let sent = fake.sent();
    assert_eq!(sent.len(), 3);
    for attempt in &sent {
        assert_eq!(
            (attempt.method.as_str(), attempt.path.as_str(), attempt.body.as_slice()),
            ("POST", "/things", &b"42"[..])
        );
        assert_eq!(attempt.header("authorization"), Some("Bearer pivotal_test_K8s9vQ2mXw7b"));
        assert_eq!(attempt.header("content-type"), Some("application/json"));
        assert_eq!(attempt.key(), sent[0].key());
    }
}

#[tokio::test(start_paused = true)]
async fn error_is_that_of_the_last_response() {
    let fake = Fake::new(|sent| {
        api_error(503, "api_error", &format!("down_{}", sent.number))
            .header("x-request-id", &format!("req_{}", sent.number))
    });
    let error = fake.client().get().await.unwrap_err();
    assert_eq!((fake.count(), error.attempts()), (3, 3));
    assert_eq!(error.status().unwrap(), 503);
    assert_eq!((error.code(), error.request_id()), (Some("down_2"), Some("req_2")));
    assert!(error.to_string().ends_with(", after 3 attempts"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn final_response_ends_the_attempts() {
    let fake = Fake::script([status(503), api_error(400, "invalid_request_error", "bad")]);
    let error = fake.client().get().await.unwrap_err();
    assert_eq!((fake.count(), error.attempts()), (2, 2));
    assert_eq!((error.status().unwrap().as_u16(), error.code()), (400, Some("bad")));
}

#[tokio::test(start_paused = true)]
async fn error_is_that_of_the_last_attempt() {
    let fake = Fake::script([status(503), status(503), connection_lost()]);
    let error = fake.client().get().await.unwrap_err();
    assert_eq!((fake.count(), error.attempts()), (3, 3));
    assert_eq!((error.kind(), error.delivery(), error.status()), (ErrorKind::Transport, Some(Delivery::Unknown), None));
    assert_eq!(error.source().unwrap().to_string(), "the connection was reset");
}

#[tokio::test(start_paused = true)]
async fn earlier_attempt_makes_delivery_unknown() {
    for first in [connection_lost(), status(503), ok().incomplete()] {
        let fake = Fake::script([first, connection_refused(), connection_refused()]);
        let error = fake.client().post(1).await.unwrap_err();
        assert_eq!((fake.count(), error.attempts(), error.kind()), (3, 3, ErrorKind::Connect));
        assert_eq!(error.delivery(), Some(Delivery::Unknown), "the server may have seen the first attempt");
    }
}
