//! Error bodies of other formats: HTML, empty, invalid.

use pivotal_api::PivotalError;
use pivotal_runtime::{Error, ErrorKind, Transport, endpoint};

use super::{HTML, Item, JSON};
use crate::support::server::outcome_of;

trait Items: Transport {
    #[endpoint(GET, "/items/<id>")]
    async fn get(&self, id: u32) -> Result<Item, Error>;
}
impl<T: Transport> Items for T {}

async fn refusal(status: u16, headers: &[(&str, &str)], body: impl AsRef<[u8]>) -> Error {
    let error = outcome_of(status, headers, body, async |api| api.get(1).await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Api);
    assert_eq!(error.status().unwrap().as_u16(), status);
    assert_eq!((error.code(), error.message(), error.detail::<PivotalError>()), (None, None, None));
    error
}

#[tokio::test]
async fn html_error_page_is_kept_and_not_shown() {
    let page = "<html><h1>502 Bad Gateway</h1>nginx</html>";
    let error = refusal(502, &[HTML], page).await;
    assert!(error.is_retryable());
    assert_eq!(error.body(), Some(page.as_bytes()));
    assert_eq!(
        error.to_string(),
        "GET /items/<id>: returned 502 Bad Gateway (text/html; charset=utf-8; its start is in `Error::body`)"
    );
    assert!(!format!("{error:?}{error:#?}").contains("nginx"));
}

#[tokio::test]
async fn any_error_body_keeps_the_status() {
    let bodies =
        ["", " ", "{", "[]", "\"x\"", "null", "{}", r#"{"error":"text"}"#, r#"{"error":{"code":"#, "\u{feff}{}"];
    for body in bodies {
        let error = refusal(400, &[JSON], body).await;
        assert_eq!(error.body(), Some(body.as_bytes()), "{body}");
        let described =
            if body.is_empty() { "the body is empty" } else { "application/json; its start is in `Error::body`" };
        assert_eq!(error.to_string(), format!("GET /items/<id>: returned 400 Bad Request ({described})"));
    }
    let error = refusal(503, &[], b"\xff\xfe{\"error\":{\"code\":\"x\"}}\0").await;
    assert_eq!(error.body().unwrap().len(), 25);
    assert!(error.to_string().contains("(no content type; its start is in `Error::body`)"), "{error}");
}

#[tokio::test]
async fn error_body_is_truncated_to_64_kib() {
    const KEPT: usize = 64 * 1024;
    let body: Vec<u8> = (0..200_000_u32).map(|at| b'a' + u8::try_from(at % 26).unwrap()).collect();
    let error = refusal(500, &[], &body).await;
    assert_eq!(error.body(), body.get(..KEPT));
    assert!(error.is_body_truncated());
    let error = refusal(500, &[], &body[..KEPT]).await;
    assert_eq!((error.body(), error.is_body_truncated()), (body.get(..KEPT), false));
    let error = outcome_of(200, &[], &body, async |api| api.get(1).await).await.unwrap_err();
    assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, body.get(..KEPT)));
}

#[tokio::test]
async fn truncated_error_body_has_no_code() {
    let body = format!(r#"{{"padding":"{}","error":{{"code":"at_the_end"}}}}"#, "x".repeat(100_000));
    let error = outcome_of(400, &[JSON], &body, async |api| api.get(1).await).await.unwrap_err();
    assert_eq!((error.status().map(|status| status.as_u16()), error.code()), (Some(400), None));
    assert!(error.is_body_truncated());
}
