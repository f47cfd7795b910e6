//! Responses of text, bytes or nothing.

use bytes::Bytes;
use pivotal_runtime::{Error, ErrorKind, Response, Transport, endpoint};
use serde::Deserialize;

use super::{HTML, ITEM, JSON};
use crate::support::server::outcome_of;

#[derive(Debug, PartialEq, Deserialize)]
struct Token(String);

trait Notes: Transport {
    #[endpoint(GET, "/n")]
    async fn text(&self) -> Result<String, Error>;

    #[endpoint(GET, "/n")]
    async fn token(&self) -> Result<Token, Error>;

    #[endpoint(GET, "/n")]
    async fn text_or_none(&self) -> Result<Option<String>, Error>;

    #[endpoint(GET, "/n")]
    async fn bytes(&self) -> Result<Bytes, Error>;

    #[endpoint(GET, "/n", response = Bytes)]
    async fn found_bytes(&self) -> Result<Response<Option<Bytes>>, Error>;

    #[endpoint(GET, "/n")]
    async fn nothing(&self) -> Result<(), Error>;
}
impl<T: Transport> Notes for T {}

const PLAIN: (&str, &str) = ("Content-Type", "text/plain");

async fn text(headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Result<String, Error> {
    outcome_of(200, headers, body, async |api| api.text().await).await
}

#[tokio::test]
async fn text_response_is_the_unchanged_body() {
    for body in ["", " ", "a\r\nb", "Zoë", "null", "7", "<html>", "\u{feff}bom", "\0"] {
        for headers in [&[][..], &[PLAIN], &[HTML], &[JSON]] {
            assert_eq!(text(headers, body).await.unwrap(), body, "{headers:?}");
        }
    }
    let long = "x".repeat(200_000);
    assert_eq!(text(&[PLAIN], &long).await.unwrap(), long);
}

#[tokio::test]
async fn json_string_is_decoded_as_text() {
    let body = r#" "Zo\u00eb \"x\"\n" "#;
    let types = ["application/json", "Application/JSON; charset=utf-8", "application/vnd.api+json"];
    for content_type in types {
        assert_eq!(text(&[("Content-Type", content_type)], body).await.unwrap(), "Zoë \"x\"\n", "{content_type}");
    }
    assert_eq!(text(&[PLAIN], body).await.unwrap(), body);
    assert_eq!(text(&[], body).await.unwrap(), body);
    assert_eq!(
        outcome_of(200, &[JSON], r#""t1""#, async |api| api.token().await).await.unwrap(),
        Token("t1".to_owned())
    );
}

#[tokio::test]
async fn other_json_is_returned_as_text() {
    for body in [ITEM, "[1, 2]", "true", "1e3", "{ \"a\": \"b\" }\n"] {
        assert_eq!(text(&[JSON], body).await.unwrap(), body);
    }
}

#[tokio::test]
async fn incomplete_json_string_is_a_decode_error() {
    for body in [r#""abc"#, r#""a" "b""#, r#""\x""#] {
        let error = text(&[JSON], body).await.unwrap_err();
        assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, Some(body.as_bytes())));
    }
}

#[tokio::test]
async fn invalid_utf_8_is_a_decode_error() {
    for body in [&b"caf\xe9"[..], b"\xff\xfe", b"ok \xf0\x9f"] {
        let error = outcome_of(203, &[PLAIN], body, async |api| api.text().await).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 203));
        assert_eq!(error.body(), Some(body));
        assert!(error.to_string().contains("text in UTF-8"), "{error}");
    }
}

#[tokio::test]
async fn optional_text_is_none_for_an_empty_body() {
    let get = async |status, body| outcome_of(status, &[PLAIN], body, async |api| api.text_or_none().await).await;
    assert_eq!(get(200, "a").await.unwrap().as_deref(), Some("a"));
    assert_eq!(get(200, "").await.unwrap(), None);
    assert_eq!(get(204, "").await.unwrap(), None);
    assert_eq!(get(404, "gone").await.unwrap(), None);
    assert_eq!(get(410, "gone").await.unwrap_err().body(), Some(&b"gone"[..]));
}

#[tokio::test]
async fn bytes_response_is_the_unchanged_body() {
    for body in [&b""[..], b"\0\xff\r\n", b"null", b"\"a\"", ITEM.as_bytes()] {
        assert_eq!(outcome_of(200, &[JSON], body, async |api| api.bytes().await).await.unwrap(), body);
    }
    assert_eq!(outcome_of(204, &[], "", async |api| api.bytes().await).await.unwrap(), "");
    let long: Vec<u8> = (0..=255).cycle().take(300_000).collect();
    assert_eq!(outcome_of(200, &[], &long, async |api| api.bytes().await).await.unwrap(), long);
    let found = outcome_of(404, &[], "no", async |api| api.found_bytes().await).await.unwrap();
    assert_eq!((found.status().as_u16(), found.into_inner()), (404, None));
    let found = outcome_of(200, &[], "", async |api| api.found_bytes().await).await.unwrap();
    assert_eq!(found.into_inner(), Some(Bytes::new()), "an empty body is `Some`");
    assert_eq!(outcome_of(500, &[], "x", async |api| api.bytes().await).await.unwrap_err().body(), Some(&b"x"[..]));
}

#[tokio::test]
async fn unit_response_ignores_any_body() {
    for (status, body) in [(200, &b"\xff{"[..]), (201, b"[1]"), (204, b"")] {
        outcome_of(status, &[], body, async |api| api.nothing().await).await.unwrap();
    }
    assert!(outcome_of(404, &[], "", async |api| api.nothing().await).await.unwrap_err().is_not_found());
}

trait Optional: Transport {
    #[endpoint(GET, "/n", response = Option<Bytes>)]
    async fn bytes_of_the_body(&self) -> Result<Option<Bytes>, Error>;

    #[endpoint(GET, "/n", response = Option<String>)]
    async fn text_of_the_body(&self) -> Result<Response<Option<String>>, Error>;
}
impl<T: Transport> Optional for T {}

#[tokio::test]
async fn optional_text_and_bytes_are_passed_through_unchanged() {
    for body in ["", " ", "\r\n", "null", " null ", "nul", "Zoë"] {
        for headers in [&[][..], &[PLAIN], &[JSON]] {
            let bytes = outcome_of(200, headers, body, async |api| api.bytes_of_the_body().await).await.unwrap();
            assert_eq!(bytes, (!body.is_empty()).then(|| Bytes::from(body)), "{body:?} {headers:?}");
            let text = outcome_of(200, headers, body, async |api| api.text_of_the_body().await).await.unwrap();
            let is_none = body.is_empty() || (body.trim() == "null" && headers == [JSON]);
            assert_eq!(text.into_inner(), (!is_none).then(|| body.to_owned()), "{body:?} {headers:?}");
            let undeclared = outcome_of(200, headers, body, async |api| api.text_or_none().await).await.unwrap();
            assert_eq!(undeclared, (!is_none).then(|| body.to_owned()), "{body:?} {headers:?}");
        }
    }
}
