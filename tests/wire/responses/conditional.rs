//! Conditional requests.

use pivotal_runtime::{Conditional, Error, ErrorKind, Response, Transport, endpoint};

use super::{ITEM, Item, JSON, item};
use crate::support::server::{Server, outcome_of};

trait Items: Transport {
    #[endpoint(GET, "/items/<id>", header("If-None-Match") = etag)]
    async fn item(&self, id: u32, etag: Option<&str>) -> Result<Conditional<Item>, Error>;

    #[endpoint(GET, "/items/<id>", response = Item, header("If-None-Match") = etag)]
    async fn with_head(&self, id: u32, etag: Option<&str>) -> Result<Response<Conditional<Item>>, Error>;

    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn optional(&self, id: u32) -> Result<Conditional<Option<Item>>, Error>;

    #[endpoint(GET, "/items/<id>")]
    async fn inferred_option(&self, id: u32) -> Result<Response<Conditional<Option<Item>>>, Error>;

    #[endpoint(GET, "/items/<id>", success = 200)]
    async fn only_200(&self, id: u32) -> Result<Conditional<Item>, Error>;

    #[endpoint(GET, "/items/<id>")]
    async fn unconditional(&self, id: u32) -> Result<Option<Item>, Error>;
}
impl<T: Transport> Items for T {}

#[tokio::test]
async fn not_modified_differs_from_missing_and_empty() {
    let get = |status, body: &'static str| outcome_of(status, &[JSON], body, async |api| api.item(1, None).await);
    assert_eq!(get(200, ITEM).await.unwrap(), Conditional::Modified(item()));
    assert_eq!(get(304, "").await.unwrap(), Conditional::NotModified);
    assert!(get(404, "").await.unwrap_err().is_not_found());
    assert_eq!(get(200, "").await.unwrap_err().kind(), ErrorKind::Decode);

    let get = |status, body: &'static str| outcome_of(status, &[JSON], body, async |api| api.optional(1).await);
    assert_eq!(get(200, ITEM).await.unwrap(), Conditional::Modified(Some(item())));
    assert_eq!(get(304, "").await.unwrap(), Conditional::NotModified);
    assert_eq!(get(404, "").await.unwrap(), Conditional::Modified(None));
    assert_eq!(get(200, "").await.unwrap_err().kind(), ErrorKind::Decode);

    let get = |status, body: &'static str| outcome_of(status, &[JSON], body, async |api| api.inferred_option(1).await);
    assert_eq!(get(304, "").await.unwrap().into_inner(), Conditional::NotModified);
    assert_eq!(get(404, "").await.unwrap().into_inner(), Conditional::Modified(None));
    assert_eq!(get(200, "").await.unwrap().into_inner(), Conditional::Modified(None));
}

#[tokio::test]
async fn response_has_the_headers_of_both() {
    for (status, body, is_not_modified) in [(200, ITEM, false), (304, "", true)] {
        let call =
            outcome_of(status, &[JSON, ("ETag", "\"2\"")], body, async |api| api.with_head(1, Some("\"1\"")).await);
        let response = call.await.unwrap();
        assert_eq!((response.status().as_u16(), &response.headers()["etag"]), (status, &"\"2\"".parse().unwrap()));
        assert_eq!(response.get_ref().is_not_modified(), is_not_modified);
        assert_eq!(response.into_inner().modified(), (!is_not_modified).then(item));
    }
}

#[tokio::test]
async fn condition_is_sent() {
    let server = Server::responding("HTTP/1.1 304 X\r\n\r\n");
    let client = server.client();
    assert_eq!(client.item(1, Some("\"1\"")).await.unwrap(), Conditional::NotModified);
    assert_eq!(server.request().header("if-none-match"), Some("\"1\""));
    client.item(1, None).await.unwrap();
    assert_eq!(server.request().header("if-none-match"), None);
}

#[tokio::test]
async fn not_modified_is_a_success_of_this_return_type_only() {
    let listed = outcome_of(304, &[], "", async |api| api.only_200(1).await).await.unwrap();
    assert_eq!(listed, Conditional::NotModified);
    let error = outcome_of(304, &[], "", async |api| api.unconditional(1).await).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 304));
}
