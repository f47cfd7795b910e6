//! Successful responses that cannot be decoded.

use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};

use super::{Item, JSON};
use crate::support::server::outcome_of;

trait Items: Transport {
    #[endpoint(GET, "/items")]
    async fn list(&self) -> Result<Vec<Item>, Error>;

    #[endpoint(GET, "/items/<id>")]
    async fn get(&self, id: u32) -> Result<Item, Error>;
}
impl<T: Transport> Items for T {}

fn check(error: &Error, status: u16, body: &[u8]) {
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.status().unwrap().as_u16(), status);
    assert_eq!(error.body(), Some(body));
    assert!(!error.is_retryable());
    assert_eq!((error.code(), error.message()), (None, None));
}

#[tokio::test]
async fn decode_error_shows_the_json_path_and_keeps_the_body() {
    let body = "[{\"id\":1,\"tags\":[]},\n {\"id\":2,\"tags\":[\"a\",7]}]";
    let error = outcome_of(206, &[JSON], body, async |api| api.list().await).await.unwrap_err();
    check(&error, 206, body.as_bytes());
    assert_eq!(
        error.to_string(),
        "GET /items: returned 206 Partial Content, but the body could not be read: expected a string at `[1].tags[1]`, \
         line 2 column 22 (application/json; its start is in `Error::body`)"
    );
}

#[tokio::test]
async fn invalid_json_is_a_decode_error() {
    let cases: [(&[u8], &str); 8] = [
        (br#"{"id":7,"tags":["a""#, "not JSON (EOF while parsing a list)"),
        (br#"{"id":7,"tags":["a"]} {}"#, "not JSON (trailing characters), line 1 column 23"),
        (br#"{"id":7,"tags":["a"]}]"#, "not JSON (trailing characters), line 1 column 22"),
        (b"<html>", "not JSON (expected value), line 1 column 1"),
        (b"", "the body is empty"),
        (b" \n", "the body is empty"),
        (b"{\"id\":7,\"tags\":[\"\xff\"]}", "expected JSON in UTF-8"),
        (b"\xef\xbb\xbf{}", "missing field `id`, line 1 column 2"),
    ];
    for (body, expected) in cases {
        let error = outcome_of(200, &[JSON], body, async |api| api.get(1).await).await.unwrap_err();
        check(&error, 200, body);
        assert!(error.to_string().contains(expected), "{error}");
    }
}

#[tokio::test]
async fn json_of_another_type_is_a_decode_error() {
    let cases = [
        ("[]", "line 1 column 2"),
        ("null", "line 1 column 4"),
        (r#"{"id":7}"#, "missing field `tags`"),
        (r#"{"id":-7,"tags":[]}"#, "expected u32 at `id`"),
        (r#"{"id":7,"id":8,"tags":[]}"#, "duplicate field `id`"),
        (r#"{"error":{"code":"x"}}"#, "missing field `id`"),
    ];
    for (body, expected) in cases {
        let error = outcome_of(200, &[JSON], body, async |api| api.get(1).await).await.unwrap_err();
        check(&error, 200, body.as_bytes());
        assert!(error.to_string().contains(expected), "{error}");
    }
}
