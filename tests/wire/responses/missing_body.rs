//! Responses without a body, HEAD, and several successful statuses.

use pivotal_runtime::{Body, Error, ErrorKind, Response, Transport, endpoint};

use super::{ITEM, Item, JSON, item};
use crate::support::server::{Server, outcome_of};

trait Items: Transport {
    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn item(&self, id: u32) -> Result<Response<Item>, Error>;

    #[endpoint(GET, "/items/<id>")]
    async fn item_or_none(&self, id: u32) -> Result<Option<Item>, Error>;

    #[endpoint(GET, "/items/<id>", response = Option<Item>)]
    async fn response_or_none(&self, id: u32) -> Result<Response<Option<Item>>, Error>;

    #[endpoint(GET, "/items/<id>", response = Option<Item>)]
    async fn option_of_the_body(&self, id: u32) -> Result<Option<Item>, Error>;

    #[endpoint(GET, "/items/<id>", response = Option<Item>)]
    async fn declared_alone(&self, id: u32);

    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn option_of_the_status(&self, id: u32) -> Result<Option<Item>, Error>;

    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn response_option_of_the_status(&self, id: u32) -> Result<Response<Option<Item>>, Error>;

    #[endpoint(GET, "/items/<id>")]
    async fn undeclared_response(&self, id: u32) -> Result<Response<Option<Item>>, Error>;

    #[endpoint(GET, "/items/<id>", response = Option<Item>)]
    async fn both_options(&self, id: u32) -> Result<Option<Option<Item>>, Error>;

    #[endpoint(GET, "/items")]
    async fn list(&self) -> Result<Vec<Item>, Error>;

    #[endpoint(PUT, "/items", response = Option<Item>, success = [200, 201, 204, 404])]
    async fn put(&self) -> Result<Response<Option<Item>>, Error>;

    #[endpoint(POST, "/items", response = Item, success = [200, 201])]
    async fn create(&self) -> Result<Response<Item>, Error>;

    #[endpoint(HEAD, "/items/<id>", response = ())]
    async fn head(&self, id: u32) -> Result<Response<()>, Error>;

    #[endpoint(HEAD, "/items/<id>")]
    async fn head_undeclared(&self, id: u32) -> Result<Response<()>, Error>;

    #[endpoint(HEAD, "/items/<id>")]
    async fn head_body(&self, id: u32) -> Result<Response<Body>, Error>;
}
impl<T: Transport> Items for T {}

#[tokio::test]
async fn missing_body_is_none_for_an_option() {
    for (status, body) in [(204, ""), (200, ""), (200, " \r\n"), (200, "null"), (202, "")] {
        let get = outcome_of(status, &[JSON], body, async |api| api.item_or_none(1).await).await;
        assert_eq!(get.unwrap(), None, "{status} {body:?}");
        let response = outcome_of(status, &[JSON], body, async |api| api.response_or_none(1).await).await.unwrap();
        assert_eq!((response.status().as_u16(), response.into_inner()), (status, None));
    }
}

const NOT_FOUND: &str = r#"{"error":{"type":"not_found","code":"item_not_found","message":"No such item"}}"#;

#[tokio::test]
async fn option_in_response_belongs_to_the_body_and_404_is_an_error() {
    let not_found = |error: Error| {
        assert!(error.is_not_found(), "{error:?}");
        assert_eq!(error.code(), Some("item_not_found"));
    };
    let call = async |body| outcome_of(404, &[JSON], body, async |api| api.option_of_the_body(1).await).await;
    not_found(call(NOT_FOUND).await.unwrap_err());
    let alone = outcome_of(404, &[JSON], NOT_FOUND, async |api| api.declared_alone(1).await).await;
    not_found(alone.unwrap_err());
    let response = outcome_of(404, &[JSON], NOT_FOUND, async |api| api.response_or_none(1).await).await;
    not_found(response.unwrap_err());
    for body in ["", "null"] {
        assert!(call(body).await.unwrap_err().is_not_found());
        let found = outcome_of(200, &[JSON], body, async |api| api.option_of_the_body(1).await).await;
        assert_eq!(found.unwrap(), None);
    }
}

#[tokio::test]
async fn undeclared_option_is_none_on_404() {
    let status = outcome_of(404, &[JSON], NOT_FOUND, async |api| api.option_of_the_status(1).await).await;
    assert_eq!(status.unwrap(), None);
    let undeclared = outcome_of(404, &[JSON], NOT_FOUND, async |api| api.item_or_none(1).await).await;
    assert_eq!(undeclared.unwrap(), None);
    for response in [
        outcome_of(404, &[JSON], NOT_FOUND, async |api| api.response_option_of_the_status(1).await).await,
        outcome_of(404, &[JSON], NOT_FOUND, async |api| api.undeclared_response(1).await).await,
    ] {
        let response = response.unwrap();
        assert_eq!((response.status().as_u16(), response.into_inner()), (404, None));
    }
    let both = async |status, body| outcome_of(status, &[JSON], body, async |api| api.both_options(1).await).await;
    assert_eq!(both(404, NOT_FOUND).await.unwrap(), None);
    assert_eq!(both(200, "null").await.unwrap(), Some(None));
    assert_eq!(both(200, ITEM).await.unwrap(), Some(Some(item())));
}

#[tokio::test]
async fn missing_body_is_a_decode_error() {
    let shown = |error: &Error| {
        assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, Some(&b""[..])));
        assert!(!error.is_retryable());
        error.to_string()
    };
    let error = outcome_of(204, &[], "", async |api| api.item(1).await).await.unwrap_err();
    let expected = "returned 204 No Content, but the body could not be read: the body is empty";
    assert_eq!(shown(&error), format!("GET /items/<id>: {expected}"));
    let error = outcome_of(204, &[], "", async |api| api.list().await).await.unwrap_err();
    assert_eq!(shown(&error), format!("GET /items: {expected}"));
    let error = outcome_of(201, &[JSON], "", async |api| api.create().await).await.unwrap_err();
    assert_eq!(error.status().unwrap().as_u16(), 201);
    assert_eq!(shown(&error), "POST /items: returned 201 Created, but the body could not be read: the body is empty");
}

#[tokio::test]
async fn only_declared_statuses_are_a_success() {
    for status in [200, 201] {
        let created = outcome_of(status, &[JSON], ITEM, async |api| api.create().await).await.unwrap();
        assert_eq!((created.status().as_u16(), created.into_inner()), (status, item()));
    }
    for (status, body, expected) in [(200, ITEM, Some(item())), (201, "null", None), (204, "", None), (404, "", None)] {
        let put = outcome_of(status, &[], body, async |api| api.put().await).await.unwrap();
        assert_eq!((put.status().as_u16(), put.into_inner()), (status, expected));
    }
    for status in [202, 203, 206, 226, 400, 500] {
        let error = outcome_of(status, &[JSON], ITEM, async |api| api.put().await).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
        assert_eq!(error.body(), Some(ITEM.as_bytes()));
    }
    let error = outcome_of(202, &[JSON], ITEM, async |api| api.create().await).await.unwrap_err();
    assert_eq!(error.to_string(), "POST /items: unexpected status 202; expected 200 or 201");
}

/// RFC 9110, section 9.3.2: the length is the one that a GET would have.
#[tokio::test]
async fn head_response_ends_after_its_headers() {
    let server = Server::responding("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nETag: \"1\"\r\n\r\n");
    let api = server.client();
    let head = api.head(1).await.unwrap();
    assert_eq!(
        (&head.headers()["content-length"], &head.headers()["etag"]),
        (&"1000".parse().unwrap(), &"\"1\"".parse().unwrap())
    );
    assert_eq!(server.request().line, "HEAD /items/1 HTTP/1.1");
    assert_eq!(api.head_undeclared(2).await.unwrap().headers()["etag"], "\"1\"");
    let mut body = api.head_body(3).await.unwrap().into_inner();
    assert_eq!(body.chunk().await.unwrap(), None);
}

#[tokio::test]
async fn head_error_has_its_status() {
    for status in [403, 404, 500] {
        let server = Server::responding(format!("HTTP/1.1 {status} No\r\nContent-Length: 99\r\n\r\n"));
        let error = server.client().head(1).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
        assert_eq!(error.body(), Some(&b""[..]));
    }
}
