//! The statuses 401 to 422.

use pivotal_api::PivotalError;
use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};
use serde::Deserialize;

use crate::support::fake::Fake;
use crate::support::fake::reply::{api_error, connection_lost, ok, status};
use crate::thing_api::Api;

/// Returns the error of a call that is not retried.
async fn final_error(code: u16, error_type: &str, error_code: &str) -> Error {
    let fake = Fake::script([api_error(code, error_type, error_code)]);
    let error = fake.client().put(1).await.unwrap_err();
    assert_eq!((fake.count(), error.attempts(), error.kind()), (1, 1, ErrorKind::Api));
    let detail: &PivotalError = error.detail().unwrap();
    assert_eq!((detail.error_type.as_deref(), error.code()), (Some(error_type), Some(error_code)));
    assert!(!error.is_retryable());
    error
}

#[tokio::test(start_paused = true)]
async fn rejected_key_is_not_retried() {
    let error = final_error(401, "authentication_error", "invalid_api_key").await;
    assert_eq!(error.status().unwrap(), 401);
}

#[tokio::test(start_paused = true)]
async fn forbidden_call_is_not_retried() {
    let error = final_error(403, "permission_error", "insufficient_scope").await;
    assert_eq!(error.status().unwrap(), 403);
}

#[derive(Debug, Deserialize)]
struct Thing {
    deleted_at: Option<String>,
}

trait Things: Transport {
    #[endpoint(GET, "/things/<id>")]
    async fn thing(&self, id: u8) -> Result<Thing, Error>;

    #[endpoint(GET, "/things/<id>", response = Thing)]
    async fn thing_if_any(&self, id: u8) -> Result<Option<Thing>, Error>;
}
impl<T: Transport> Things for T {}

#[tokio::test(start_paused = true)]
async fn missing_gone_and_deleted_are_distinct() {
    let absent = Fake::new(|_| api_error(404, "not_found_error", "not_found"));
    let error = absent.client().thing(1).await.unwrap_err();
    assert!(error.is_not_found() && !error.is_retryable());
    assert!(absent.client().thing_if_any(1).await.unwrap().is_none());

    let gone = Fake::new(|_| api_error(410, "not_found_error", "gone"));
    for error in [gone.client().thing(1).await.unwrap_err(), gone.client().thing_if_any(1).await.unwrap_err()] {
        assert!(!error.is_not_found() && !error.is_retryable());
        assert_eq!(error.status().unwrap(), 410);
    }

    let deleted = Fake::new(|_| ok().body(r#"{"id":1,"deleted_at":"2026-06-03T09:00:00Z"}"#));
    assert_eq!(deleted.client().thing(1).await.unwrap().deleted_at.as_deref(), Some("2026-06-03T09:00:00Z"));
    assert!(deleted.client().thing_if_any(1).await.unwrap().is_some());
    assert_eq!((absent.count(), gone.count(), deleted.count()), (2, 2, 2));
}

#[tokio::test(start_paused = true)]
async fn delete_with_404_reports_its_attempts() {
    let fake = Fake::script([connection_lost(), api_error(404, "not_found_error", "not_found")]);
    let error = fake.client().delete().await.unwrap_err();
    assert!(error.is_not_found());
    assert_eq!(
        (fake.count(), error.attempts()),
        (2, 2),
        "only the caller can tell whether the first attempt deleted it"
    );
}

#[tokio::test(start_paused = true)]
async fn conflict_is_not_retried() {
    let error = final_error(409, "conflict", "slug_taken").await;
    assert!(error.is_conflict());
    let fake = Fake::script([api_error(409, "conflict", "slug_taken")]);
    let error = fake.client().post(1).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!((fake.count(), error.attempts(), error.code()), (1, 1, Some("slug_taken")));
}

#[tokio::test(start_paused = true)]
async fn invalid_field_is_reported() {
    for code in [400, 422] {
        let body = r#"{"error":{"type":"invalid_request_error","code":"invalid","message":"No.","field":"email"}}"#;
        let fake = Fake::script([status(code).body(body)]);
        let error = fake.client().post(1).await.unwrap_err();
        let field = error.detail::<PivotalError>().unwrap().field.as_deref();
        assert_eq!((error.status().unwrap().as_u16(), field), (code, Some("email")));
        assert_eq!((fake.count(), error.attempts()), (1, 1));
    }
}
