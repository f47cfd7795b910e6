//! Error bodies of Pivotal.

use std::time::{Duration, SystemTime};

use pivotal_api::PivotalError;
use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};

use super::{Item, JSON};
use crate::support::server::{Server, outcome_of};

trait Items: Transport {
    #[endpoint(GET, "/items/<id>", operation = "get-item")]
    async fn get(&self, id: u32) -> Result<Item, Error>;
}
impl<T: Transport> Items for T {}

/// `Display` of a 409 without code and message.
const BARE: &str = "GET /items/<id>: returned 409 Conflict (application/json; its start is in `Error::body`)";

fn error_type(error: &Error) -> Option<&str> {
    error.detail::<PivotalError>()?.error_type.as_deref()
}

async fn refusal(status: u16, headers: &[(&str, &str)], body: &str) -> Error {
    outcome_of(status, headers, body, async |api| api.get(1).await).await.unwrap_err()
}

#[tokio::test]
async fn all_fields_of_the_error_body_are_read() {
    let body = r#"{"error":{"type":"invalid_request_error","code":"too_small","message":"Must be 1 or more","field":"limit"}}"#;
    let error = refusal(400, &[JSON, ("X-Request-Id", "req_1")], body).await;
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap().as_u16(), 400);
    assert_eq!(error.code(), Some("too_small"));
    assert_eq!(error.message(), Some("Must be 1 or more"));
    let detail = error.detail::<PivotalError>().unwrap();
    assert_eq!(detail.error_type.as_deref(), Some("invalid_request_error"));
    assert_eq!(detail.field.as_deref(), Some("limit"));
    assert_eq!((detail.code.as_deref(), detail.message.as_deref()), (error.code(), error.message()));
    assert_eq!(error.request_id(), Some("req_1"));
    assert_eq!(error.body(), Some(body.as_bytes()));
    assert_eq!(error.endpoint().unwrap().operation(), "get-item");
    assert_eq!(error.to_string(), "GET /items/<id>: returned 400 Bad Request: Must be 1 or more (code `too_small`)");
}

#[tokio::test]
async fn invalid_fields_of_the_error_body_are_ignored() {
    for odd in ["null", "7", "1.5", "true", "[1]", r#"{"a":1}"#] {
        let body = format!(r#"{{"error":{{"type":"conflict","code":{odd},"message":{odd},"field":{odd}}}}}"#);
        let error = refusal(409, &[JSON], &body).await;
        assert!(error.is_conflict());
        assert_eq!((error_type(&error), error.code()), (Some("conflict"), None), "{odd}");
        assert_eq!((error.message(), error.detail::<PivotalError>().unwrap().field.as_ref()), (None, None), "{odd}");
        assert_eq!(error.to_string(), BARE);
        assert_eq!(error.body(), Some(body.as_bytes()));
    }
    let error = refusal(409, &[JSON], r#"{"error":{}}"#).await;
    assert_eq!(error.to_string(), BARE);
}

#[tokio::test]
async fn request_id_is_limited_to_128_bytes() {
    assert_eq!(refusal(500, &[], "").await.request_id(), None);
    assert_eq!(
        refusal(200, &[("X-Request-Id", "req_2")], "").await.request_id(),
        Some("req_2"),
        "also for a decode error"
    );
    let long = "r".repeat(8000);
    assert_eq!(refusal(500, &[("x-request-id", &long)], "").await.request_id(), Some(&*"r".repeat(128)));
    let server = Server::responding("HTTP/1.1 500 Oh\r\nX-Request-Id: Zoë\r\nContent-Length: 0\r\n\r\n");
    let error = server.client().get(1).await.unwrap_err();
    assert_eq!((error.status().unwrap().as_u16(), error.request_id()), (500, None), "not ASCII");
}

#[tokio::test]
async fn error_contains_retry_after_and_rate_limit() {
    let headers = [
        ("Retry-After", "7"),
        ("X-RateLimit-Limit", "100"),
        ("X-RateLimit-Remaining", "0"),
        ("X-RateLimit-Reset", "1700000000"),
    ];
    let error = refusal(429, &headers, r#"{"error":{"type":"rate_limit_error","code":"rate_limited"}}"#).await;
    assert!(error.is_rate_limited() && error.is_retryable());
    assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    let limit = error.rate_limit().unwrap();
    assert_eq!((limit.limit, limit.remaining), (Some(100), 0));
    assert_eq!(limit.reset, Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)));
    for odd in ["", "-1", "soon"] {
        let error = refusal(429, &[("Retry-After", odd), ("X-RateLimit-Limit", odd)], "").await;
        assert_eq!((error.retry_after(), error.rate_limit()), (None, None), "{odd}");
    }
}
