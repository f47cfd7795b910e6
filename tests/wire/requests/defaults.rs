//! Defaults of a trait.

use pivotal_runtime::http::{HeaderMap, HeaderName, HeaderValue};
use pivotal_runtime::{Multipart, Pages, endpoints};

use crate::support::server::{rejection_of, request_of};

#[endpoints(
    "/v2/accounts/<account>?api-version=2024-07-01&<lang>",
    header("X-Client") = "shop",
    header("X-Tenant") = tenant,
    header("Content-Type") = "application/vnd.shop+json",
    header("Accept") = "application/vnd.shop+json"
)]
trait Shop {
    #[endpoint(GET, "", response = ())]
    async fn account(&self, account: &str, lang: Option<&str>, tenant: Option<u8>);

    #[endpoint(GET, "/items/<id>?<limit>", response = ())]
    async fn item(&self, account: &str, lang: Option<&str>, tenant: Option<u8>, id: u8, limit: u8);

    #[endpoint(GET, ".json", response = ())]
    async fn as_json(&self, account: &str, lang: Option<&str>, tenant: Option<u8>);

    #[endpoint(GET, "?api-version=2023-01-01&lang=<language>", header("x-tenant") = "9", response = ())]
    async fn replaced(&self, account: &str, language: &[&str]);

    #[endpoint(PUT, "/items", body = item, response = ())]
    async fn put(&self, account: &str, lang: &str, tenant: u8, item: u8);

    #[endpoint(PUT, "/items", body = item, header("content-type") = "application/json", response = ())]
    async fn put_json(&self, account: &str, lang: &str, tenant: u8, item: u8);

    #[endpoint(PUT, "/items", multipart = file, header("Accept") = accept, response = ())]
    async fn upload(&self, account: &str, lang: &str, tenant: u8, file: Multipart, accept: Option<&str>);
}

#[endpoints("?key=7", header(..) = headers)]
trait Mapped {
    #[endpoint(GET, "/mapped?<limit>", header("X-Own") = "own", response = ())]
    async fn mapped(&self, limit: u8, headers: &HeaderMap);
}

#[endpoints("/<shop>/list?<sort>", header("X-Tenant") = tenant)]
trait Listed {
    #[endpoint(GET, "?<cursor>")]
    fn list(&self, shop: &str, sort: &str, tenant: u8, cursor: Option<&str>) -> Pages<'_, pivotal_api::List<u8>>;
}

#[tokio::test]
async fn parameters_fill_the_common_path_and_its_query() {
    let received = request_of(async |api| api.account("a/b c", None, None).await).await;
    assert_eq!(received.target(), "/v2/accounts/a%2Fb%20c?api-version=2024-07-01");
    let received = request_of(async |api| api.account("7", Some("de"), None).await).await;
    assert_eq!(received.target(), "/v2/accounts/7?api-version=2024-07-01&lang=de");
    let received = request_of(async |api| api.item("7", Some("de"), None, 3, 5).await).await;
    assert_eq!(received.target(), "/v2/accounts/7/items/3?api-version=2024-07-01&lang=de&limit=5");
    let received = request_of(async |api| api.mapped(5, &HeaderMap::new()).await).await;
    assert_eq!(received.target(), "/mapped?key=7&limit=5");
}

#[tokio::test]
async fn template_continues_the_last_segment_of_the_common_path() {
    let received = request_of(async |api| api.as_json("a/b", None, None).await).await;
    assert_eq!(received.target(), "/v2/accounts/a%2Fb.json?api-version=2024-07-01");
}

#[tokio::test]
async fn invalid_segment_of_the_common_path_is_rejected() {
    for account in ["", ".", ".."] {
        let error = rejection_of(async |api| api.account(account, None, None).await).await;
        assert_eq!(error.parameter_name(), Some("account"));
    }
}

#[tokio::test]
async fn pairs_of_the_method_replace_those_of_the_trait() {
    let received = request_of(async |api| api.replaced("7", &["de", "fr"]).await).await;
    assert_eq!(received.target(), "/v2/accounts/7?api-version=2023-01-01&lang=de&lang=fr");
    assert_eq!(received.headers("x-tenant"), ["9"]);
}

#[tokio::test]
async fn headers_of_the_trait_are_sent_with_every_method() {
    let received = request_of(async |api| api.account("7", None, Some(3)).await).await;
    assert_eq!((received.headers("x-client"), received.headers("x-tenant")), (vec!["shop"], vec!["3"]));
    assert_eq!(received.headers("accept"), ["application/vnd.shop+json"]);
    let received = request_of(async |api| api.item("7", None, None, 3, 5).await).await;
    assert_eq!((received.headers("x-client"), received.headers("x-tenant")), (vec!["shop"], vec![]));
}

#[tokio::test]
async fn content_type_of_the_trait_is_sent_with_a_body_that_has_no_other() {
    let received = request_of(async |api| api.account("7", None, None).await).await;
    assert!(received.headers("content-type").is_empty());
    let received = request_of(async |api| api.put("7", "de", 3, 1).await).await;
    assert_eq!((received.headers("content-type"), &*received.body), (vec!["application/vnd.shop+json"], &b"1"[..]));
    let received = request_of(async |api| api.put_json("7", "de", 3, 1).await).await;
    assert_eq!(received.headers("content-type"), ["application/json"]);
    let received =
        request_of(async |api| api.upload("7", "de", 3, Multipart::new().text("a", "b"), Some("text/plain")).await)
            .await;
    assert!(received.headers("content-type")[0].starts_with("multipart/form-data; boundary="));
    assert_eq!(received.headers("accept"), ["text/plain"]);
    // A header of the method replaces that of the trait even if it is not sent.
    let received = request_of(async |api| api.upload("7", "de", 3, Multipart::new().text("a", "b"), None).await).await;
    assert_eq!(received.headers("accept"), ["application/json, */*;q=0.1"], "that of the client");
}

#[tokio::test]
async fn map_of_the_trait_comes_before_headers_of_the_method() {
    let mut headers = HeaderMap::new();
    headers.insert(HeaderName::from_static("x-own"), HeaderValue::from_static("map"));
    headers.insert(HeaderName::from_static("x-other"), HeaderValue::from_static("map"));
    let received = request_of(async |api| api.mapped(5, &headers).await).await;
    assert_eq!((received.headers("x-own"), received.headers("x-other")), (vec!["map", "own"], vec!["map"]));
}

#[tokio::test]
async fn pages_use_the_defaults_of_the_trait() {
    let received = request_of(async |api| {
        // The response is not a page.
        api.list("7", "name", 3, Some("c1")).next().await.unwrap().unwrap_err();
        Ok(())
    })
    .await;
    assert_eq!(received.target(), "/7/list?sort=name&cursor=c1");
    assert_eq!(received.headers("x-tenant"), ["3"]);
}
