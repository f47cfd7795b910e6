//! Successful responses, and the types that methods return.

use std::time::{Duration, SystemTime};

use pivotal_runtime::{Error, ErrorKind, Response, Transport, endpoint};

use super::{HTML, ITEM, Item, JSON, item};
use crate::support::server::outcome_of;

trait Items: Transport {
    #[endpoint(GET, "/items/<id>")]
    async fn get(&self, id: u32) -> Result<Item, Error>;

    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn find(&self, id: u32) -> Result<Option<Item>, Error>;

    #[endpoint(GET, "/items/<id>")]
    async fn find_undeclared(&self, id: u32) -> Result<Option<Item>, Error>;

    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn response(&self, id: u32) -> Result<Response<Item>, Error>;

    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn find_response(&self, id: u32) -> Result<Response<Option<Item>>, Error>;

    #[endpoint(POST, "/items", response = Item, success = 201)]
    async fn create(&self) -> Result<Response<Item>, Error>;

    #[endpoint(GET, "/items", response = (), success = [200, 304])]
    async fn changed(&self) -> Result<Response<()>, Error>;

    #[endpoint(GET, "/items", response = (), success = [200, 404])]
    async fn absence_is_fine(&self) -> Result<Option<()>, Error>;

    #[endpoint(DELETE, "/items/<id>", response = ())]
    async fn remove(&self, id: u32);

    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn no_return_type(&self, id: u32);

    #[endpoint(HEAD, "/items/<id>", response = ())]
    async fn exists(&self, id: u32) -> Result<Response<Option<()>>, Error>;

    #[endpoint(GET, "/items/<id>", response = Item)]
    async fn own_error(&self, id: u32) -> Result<Item, Own>;
}
impl<T: Transport> Items for T {}

#[derive(Debug)]
struct Own(Error);

impl From<Error> for Own {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

const ANY_2XX: [u16; 9] = [200, 201, 202, 203, 204, 205, 206, 226, 299];

#[tokio::test]
async fn any_2xx_is_a_success_by_default() {
    for status in ANY_2XX {
        outcome_of(status, &[], "", async |api| api.remove(1).await).await.unwrap();
    }
    for status in [200, 201, 206, 299] {
        assert_eq!(outcome_of(status, &[JSON], ITEM, async |api| api.get(1).await).await.unwrap(), item(), "{status}");
    }
}

#[tokio::test]
async fn declared_status_excludes_other_2xx() {
    let created = outcome_of(201, &[JSON], ITEM, async |api| api.create().await).await.unwrap();
    assert_eq!((created.status().as_u16(), created.into_inner()), (201, item()));
    for status in ANY_2XX.into_iter().filter(|status| *status != 201) {
        let error = outcome_of(status, &[JSON], ITEM, async |api| api.create().await).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, status));
        assert!(!error.is_retryable());
    }
    let not_modified = outcome_of(304, &[("ETag", "\"1\"")], "", async |api| api.changed().await).await.unwrap();
    assert_eq!((not_modified.status().as_u16(), &not_modified.headers()["etag"]), (304, &"\"1\"".parse().unwrap()));
    outcome_of(204, &[], "", async |api| api.changed().await).await.unwrap_err();
}

#[tokio::test]
async fn option_is_none_only_on_404() {
    for body in ["", r#"{"error":{"type":"not_found","code":"item_not_found"}}"#, "<html>"] {
        assert_eq!(outcome_of(404, &[], body, async |api| api.find(1).await).await.unwrap(), None, "{body}");
        assert_eq!(outcome_of(404, &[], body, async |api| api.find_undeclared(1).await).await.unwrap(), None, "{body}");
    }
    assert_eq!(outcome_of(200, &[JSON], ITEM, async |api| api.find(1).await).await.unwrap(), Some(item()));
    assert_eq!(outcome_of(200, &[JSON], ITEM, async |api| api.find_undeclared(1).await).await.unwrap(), Some(item()));
    for status in [400, 401, 403, 405, 409, 410, 429, 500, 503] {
        let error = outcome_of(status, &[], "", async |api| api.find(1).await).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
        let error = outcome_of(status, &[], "", async |api| api.find_undeclared(1).await).await.unwrap_err();
        assert_eq!(error.status().unwrap().as_u16(), status);
    }
}

#[tokio::test]
async fn optional_response_must_be_decodable() {
    let error = outcome_of(200, &[JSON], "null", async |api| api.find(1).await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode, "`null` is not an `Item`");
    assert_eq!(outcome_of(200, &[JSON], "null", async |api| api.find_undeclared(1).await).await.unwrap(), None);
}

#[tokio::test]
async fn declared_404_is_a_success() {
    assert_eq!(outcome_of(404, &[], "", async |api| api.absence_is_fine().await).await.unwrap(), Some(()));
}

#[tokio::test]
async fn status_404_is_an_error_without_an_option() {
    let error = outcome_of(404, &[], "", async |api| api.get(1).await).await.unwrap_err();
    assert!(error.is_not_found());
    assert!(outcome_of(404, &[], "", async |api| api.remove(1).await).await.unwrap_err().is_not_found());
}

#[tokio::test]
async fn response_has_status_headers_and_rate_limit() {
    let headers = [
        JSON,
        ("X-RateLimit-Limit", "100"),
        ("X-RateLimit-Remaining", "99"),
        ("X-RateLimit-Reset", "1700000000"),
        ("Set-Cookie", "a=1"),
        ("Set-Cookie", "b=2"),
    ];
    let response = outcome_of(203, &headers, ITEM, async |api| api.response(1).await).await.unwrap();
    assert_eq!(response.status().as_u16(), 203);
    assert_eq!(response.headers().get_all("set-cookie").iter().collect::<Vec<_>>(), ["a=1", "b=2"]);
    let limit = response.rate_limit().unwrap();
    assert_eq!((limit.limit, limit.remaining), (Some(100), 99));
    assert_eq!(limit.reset, Some(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000)));
    assert_eq!(response.get_ref(), &item());
    assert_eq!(response.map(|item| item.id).into_inner(), 7);
    let without = outcome_of(200, &[JSON], ITEM, async |api| api.response(1).await).await.unwrap();
    assert_eq!(without.rate_limit(), None);
}

#[tokio::test]
async fn response_of_an_option_has_the_status_404() {
    let found = outcome_of(200, &[JSON], ITEM, async |api| api.find_response(1).await).await.unwrap();
    assert_eq!((found.status().as_u16(), found.into_inner()), (200, Some(item())));
    let absent = outcome_of(404, &[("X-Why", "gone")], "", async |api| api.find_response(1).await).await.unwrap();
    assert_eq!((absent.status().as_u16(), &absent.headers()["x-why"]), (404, &"gone".parse().unwrap()));
    assert_eq!(absent.into_inner(), None);
    outcome_of(500, &[], "", async |api| api.find_response(1).await).await.unwrap_err();
}

#[tokio::test]
async fn unit_accepts_any_body() {
    for (headers, body) in [(vec![], ""), (vec![JSON], ITEM), (vec![JSON], "null"), (vec![HTML], "<html>")] {
        outcome_of(200, &headers, body, async |api| api.remove(1).await).await.unwrap();
    }
    outcome_of(200, &[], b"\xff\0", async |api| api.remove(1).await).await.unwrap();
}

#[tokio::test]
async fn head_response_has_headers_and_no_body() {
    let headers = [("ETag", "\"1\""), JSON];
    let exists = outcome_of(200, &headers, "", async |api| api.exists(1).await).await.unwrap();
    assert_eq!(exists.headers()["etag"], "\"1\"");
    assert_eq!(exists.into_inner(), Some(()));
    let absent = outcome_of(404, &headers, "", async |api| api.exists(1).await).await.unwrap();
    assert_eq!(absent.into_inner(), None);
    let error = outcome_of(403, &headers, "", async |api| api.exists(1).await).await.unwrap_err();
    assert_eq!(error.to_string(), "HEAD /items/<id>: returned 403 Forbidden (the body is empty)");
}

#[tokio::test]
async fn method_without_return_type_returns_the_declared_response() {
    let got: Result<Item, Error> = outcome_of(200, &[JSON], ITEM, async |api| api.no_return_type(1).await).await;
    assert_eq!(got.unwrap(), item());
}

#[tokio::test]
async fn error_can_be_a_custom_type() {
    assert_eq!(outcome_of(200, &[JSON], ITEM, async |api| api.own_error(1).await).await.unwrap(), item());
    let Own(error) = outcome_of(409, &[], "", async |api| api.own_error(1).await).await.unwrap_err();
    assert!(error.is_conflict());
    let Own(error) = outcome_of(200, &[], "<", async |api| api.own_error(1).await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
}
