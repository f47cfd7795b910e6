//! Bodies that cannot be decoded.

use pivotal_runtime::{Delivery, Error, ErrorKind, Transport, endpoint};
use proptest::prelude::*;
use serde::Deserialize;

use super::{JSON, client_with_response, error_of_one_request, response};
use crate::number_api::Api;
use crate::support::run;
use crate::support::scripted::{ScriptedServer, respond};

/// Checks a decode error of a call that was not retried.
fn is_unreadable(error: &Error, message: &str) {
    assert_eq!(error.kind(), ErrorKind::Decode, "{error:?}");
    assert_eq!((error.delivery(), error.attempts()), (Some(Delivery::Responded), 1));
    assert!(!error.is_retryable());
    let expected = format!("GET /number: returned 200 OK, but the body could not be read: {message}");
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn html_page_is_a_decode_error() {
    let page = format!("<!doctype html><title>Sign in</title>{}", "x".repeat(5000));
    let (error, _) = error_of_one_request(response("200 OK", "Content-Type: text/html\r\n", &page)).await;
    let place = "not JSON (expected value), line 1 column 1";
    is_unreadable(&error, &format!("{place} (text/html; its start is in `Error::body`)"));
    assert_eq!(error.status().unwrap().as_u16(), 200);
    assert_eq!(error.body(), Some(page.as_bytes()));
    assert!(!format!("{error:?}").contains("Sign in"), "{error:?}");
}

#[derive(Debug, Deserialize)]
struct Order {
    #[expect(dead_code, reason = "only decoded")]
    lines: Vec<Line>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "only decoded")]
struct Line {
    amount: u32,
}

trait Orders: Transport {
    #[endpoint(GET, "/order")]
    async fn order(&self) -> Result<Order, Error>;
}
impl<T: Transport> Orders for T {}

#[tokio::test]
async fn decode_error_contains_the_json_path() {
    let cases = [
        (r#"{"lines":[{"amount":1},{"amount":"two"}]}"#, "expected u32 at `lines[1].amount`, line 1 column 38"),
        (r#"{"lines":{"amount":1}}"#, "expected a sequence at `lines`, line 1 column 9"),
        (r#"{"line":[]}"#, "missing field `lines`, line 1 column 11"),
    ];
    for (body, place) in cases {
        let server = ScriptedServer::new([respond(response("200 OK", JSON, body))]);
        let error = server.client().order().await.unwrap_err();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Decode, 1), "{error:?}");
        assert!(error.to_string().contains(&format!("could not be read: {place}")), "{body}: {error}");
        assert_eq!(server.finish().await.requests.len(), 1);
    }
}

proptest! {
    #[test]
    fn decode_error_contains_the_index_of_an_item(at in 0_usize..20, after in 0_usize..5) {
        let mut amounts = vec![r#"{"amount":1}"#; at];
        amounts.push(r#"{"amount":null}"#);
        amounts.extend(vec![r#"{"amount":2}"#; after]);
        let body = format!(r#"{{"lines":[{}]}}"#, amounts.join(","));
        let error = run(client_with_response(200, body.into_bytes()).order()).unwrap_err();
        let place = format!("expected u32 at `lines[{at}].amount`");
        prop_assert!(error.to_string().contains(&place), "{}", error);
    }
}

#[tokio::test]
async fn empty_body_is_a_decode_error() {
    for body in ["", " ", "\r\n"] {
        let (error, _) = error_of_one_request(response("200 OK", JSON, body)).await;
        let about = if body.is_empty() { "" } else { " (application/json; its start is in `Error::body`)" };
        is_unreadable(&error, &format!("the body is empty{about}"));
    }
}

#[tokio::test]
async fn trailing_characters_are_a_decode_error() {
    for body in ["7 7", "7,", "7\n{}", "7}", "7\0"] {
        let (error, _) = error_of_one_request(response("200 OK", JSON, body)).await;
        let about = "(application/json; its start is in `Error::body`)";
        let column = if body.starts_with("7 ") { 3 } else { 2 };
        let (line, column) = if body.contains('\n') { (2, 1) } else { (1, column) };
        is_unreadable(&error, &format!("not JSON (trailing characters), line {line} column {column} {about}"));
    }
    let server = ScriptedServer::new([respond(response("200 OK", JSON, " 7\r\n\t"))]);
    assert_eq!(server.client().get().await.unwrap(), 7, "white space is ignored");
    server.finish().await;
}

#[tokio::test]
async fn post_with_unreadable_response_is_not_retried() {
    let server = ScriptedServer::new([respond(response("201 Created", JSON, r#"{"seven":7}"#))]);
    let error = server.client().post(7).await.unwrap_err();
    let seen = server.finish().await;
    assert_eq!((error.kind(), error.delivery()), (ErrorKind::Decode, Some(Delivery::Responded)), "{error:?}");
    assert_eq!((seen.requests.len(), error.attempts()), (1, 1));
    assert!(error.idempotency_key().is_some());
    assert_eq!(error.idempotency_key(), seen.requests[0].header("idempotency-key"));
}
