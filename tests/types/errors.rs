//! Bodies of errors, also malformed ones.

use pivotal_api::{Customers, Error, ErrorKind, PivotalError};
use pivotal_runtime::testing::Fake;

/// Returns the error of a 409 with this body.
async fn error(body: &'static [u8]) -> Error {
    let fake = Fake::new();
    fake.on(|api| api.get_customer(42)).responds(409, body);
    let error = fake.get_customer(42).await.unwrap_err();
    assert_eq!((error.kind(), error.body()), (ErrorKind::Api, Some(body)));
    assert!(error.is_conflict());
    error
}

#[tokio::test]
async fn malformed_parts_do_not_hide_others() {
    let bodies: [&[u8]; 6] = [
        br#"{"error":{"type":"conflict","code":"slug_taken","message":null,"field":7}}"#,
        br#"{"error":{"field":["slug"],"type":"conflict","message":{"en":"taken"},"code":"slug_taken"}}"#,
        br#"{"request":1e999,"error":{"type":"conflict","code":"slug_taken","input":[-1e999],"docs":{}}}"#,
        br#"{"error":"twice","error":{"type":"conflict","code":"slug_taken"}}"#,
        br#"{"error":{"code":"a","type":"b","code":"slug_taken","type":"conflict"}}"#,
        br#" {"error":{"type":"conflict","code":"slug_taken","message":3}} "#,
    ];
    for body in bodies {
        let error = error(body).await;
        let detail = error.detail::<PivotalError>().unwrap();
        assert_eq!((detail.error_type.as_deref(), detail.code.as_deref()), (Some("conflict"), Some("slug_taken")));
        assert_eq!((&detail.message, &detail.field), (&None, &None));
        assert_eq!((error.code(), error.message()), (Some("slug_taken"), None));
        assert_eq!(error.to_string(), "GET /api/v1/customers/<id>: returned 409 Conflict (code `slug_taken`)");
    }
}

#[tokio::test]
async fn invalid_utf8_is_replaced() {
    let error =
        error(b"{\"error\":{\"type\":\"conflict\",\"code\":\"slug_taken\",\"message\":\"caf\xe9 is taken\"}}").await;
    assert_eq!((error.code(), error.message()), (Some("slug_taken"), Some("caf\u{fffd} is taken")));
}

#[tokio::test]
async fn other_bodies_have_no_detail() {
    let bodies: [&[u8]; 8] =
        [b"", b"[]", b"\"x\"", b"{}", b"<html>", br#"{"error":"text"}"#, br#"{"error":["a","b"]}"#, br#"[["a","b"]]"#];
    for body in bodies {
        let error = error(body).await;
        assert!(error.detail::<PivotalError>().is_none(), "{error}");
        assert_eq!((error.code(), error.message()), (None, None));
    }
}
