//! Next pages by URL, whose server can differ from that of the list.

use std::collections::BTreeSet;

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::http::{self, HeaderName, HeaderValue};
use pivotal_runtime::{
    ApiKey, Bearer, Body, CallOptions, ClientBuilder, Error, ErrorKind, Next, Pages, Paginated, Request, Sent,
    Transport, endpoint,
};
use serde::Deserialize;
use serde_json::json;

use crate::support::fake;
use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, ok, status};

#[derive(Deserialize)]
struct Page {
    items: Vec<u32>,
    next: Option<String>,
}

impl Paginated for Page {
    type Item = u32;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::url(self.next.as_deref())
    }

    fn into_items(self) -> Vec<u32> {
        self.items
    }
}

#[derive(Deserialize)]
struct Numbered {
    items: Vec<u32>,
}

impl Paginated for Numbered {
    type Item = u32;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        Next::number(sent, "page", self.items.len() == 1)
    }

    fn into_items(self) -> Vec<u32> {
        self.items
    }
}

trait Items: Transport {
    #[endpoint(GET, "/items?<limit>", header("X-Auth") = auth)]
    fn items(&self, limit: u8, auth: &str) -> Pages<'_, Page>;

    #[endpoint(GET, "<url>")]
    fn followed(&self, url: &str) -> Pages<'_, Page>;

    #[endpoint(GET, "/versions?all")]
    fn versions(&self) -> Pages<'_, Versions>;

    #[endpoint(POST, "/search", body = query)]
    fn searched(&self, query: &serde_json::Value) -> Pages<'_, Searched>;

    #[endpoint(GET, "<url>")]
    fn numbered(&self, url: &str) -> Pages<'_, Numbered>;
}
impl<T: Transport> Items for T {}

fn page(items: &[u32], next: Option<&str>) -> Reply {
    ok().body(json!({ "items": items, "next": next }).to_string())
}

fn client(fake: &Fake) -> ClientBuilder {
    fake.plain().max_redirects(5).wait_for_rate_limit(false)
}

async fn drain<P: Paginated>(mut pages: Pages<'_, P>) -> (Vec<P::Item>, Option<Error>) {
    let mut items = Vec::new();
    loop {
        match pages.next().await {
            Some(Ok(item)) => items.push(item),
            Some(Err(error)) => return (items, Some(error)),
            None => return (items, None),
        }
    }
}

#[tokio::test]
async fn list_does_not_continue_at_the_server_that_a_page_was_redirected_to() {
    let cases: [(&str, &[u32]); 4] = [
        ("?page=2", &[1]),
        ("/items?page=2", &[1]),
        ("https://evil.invalid/items?page=2", &[1]),
        ("https://api.invalid/delete-all", &[]),
    ];
    for (next, expected) in cases {
        let fake = Fake::script([
            status(307).header("location", "https://evil.invalid/items"),
            page(&[1], Some(next)),
            page(&[2], None),
        ]);
        let session = (HeaderName::from_static("x-session"), HeaderValue::from_static("s-12345678"));
        let client = client(&fake).build().unwrap();
        let client = client.with(CallOptions::new().header(session.0, session.1));
        let (items, error) = drain(client.items(1, "Basic eDp5")).await;
        assert_eq!(items, expected, "{next}");
        assert_eq!(error.unwrap().kind(), ErrorKind::Pagination, "{next}");
        let sent = fake.sent();
        assert_eq!(sent.len(), 2, "{next}");
        assert_eq!((sent[1].header("x-auth"), sent[1].header("x-session")), (None, None));
    }
}

#[tokio::test]
async fn list_continues_at_a_redirect_within_its_server() {
    let fake = Fake::script([
        status(308).header("location", "/v2/items?limit=1"),
        page(&[1], Some("?page=2")),
        page(&[2], None),
    ]);
    let api = client(&fake).build().unwrap();
    let (items, error) = drain(api.items(1, "a")).await;
    assert_eq!((items, error.map(|error| error.to_string())), (vec![1, 2], None));
    assert_eq!(fake.sent()[2].uri.to_string(), "https://api.invalid/v2/items?page=2");
}

#[tokio::test]
async fn next_page_has_the_scheme_of_its_page() {
    let fake = Fake::script([page(&[1], Some("//api.invalid/items?page=2")), page(&[2], None)]);
    let api = client(&fake).build().unwrap();
    assert_eq!(drain(api.items(1, "a")).await.0, [1, 2]);
    assert_eq!(fake.sent()[1].uri.to_string(), "https://api.invalid/items?page=2");
}

#[tokio::test]
async fn next_page_over_plain_http_is_an_error_with_a_fix() {
    let fake = Fake::new(|_| page(&[1], Some("http://api.invalid/items?page=2")));
    let api = client(&fake).build().unwrap();
    let error = drain(api.items(1, "a")).await.1.unwrap();
    assert!(error.to_string().contains("replace `http://` by `https://` in `Paginated::next`"), "{error}");
    assert_eq!(fake.count(), 1);
}

#[tokio::test]
async fn key_in_the_query_is_sent_once() {
    // A server that repeats the query of the request, as many do.
    let fake = Fake::new(|sent| {
        let number = sent.number + 2;
        let query = sent.path.split_once('?').unwrap().1.split('&').filter(|pair| !pair.starts_with("page="));
        let query = query.collect::<Vec<_>>().join("&");
        page(&[1], (number < 5).then(|| format!("/items?{query}&page={number}")).as_deref())
    });
    let key = ApiKey::query("api_key", "k-12345678").unwrap();
    let api = client(&fake).credentials(key).build().unwrap();
    assert_eq!(drain(api.items(1, "a")).await.0, [1; 4]);
    for sent in fake.sent() {
        assert_eq!(sent.path.matches("api_key=").count(), 1, "{}", sent.path);
    }
}

/// Passes status, headers and body on, and nothing else.
struct Rebuilding<T>(T);

impl<T: Transport> Transport for Rebuilding<T> {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let (head, body) = self.0.send(request).await?.into_parts();
        let mut response = http::Response::new(body);
        (*response.status_mut(), *response.headers_mut()) = (head.status, head.headers);
        Ok(response)
    }
}

#[tokio::test]
async fn relative_next_page_follows_the_path_of_the_base_url_in_a_wrapper() {
    let next = ["?page=2", "items?page=3", "/v1/items?page=4"];
    let fake = Fake::new(move |sent| page(&[1], next.get(sent.number).copied()));
    let api = Rebuilding(client(&fake).base_url("https://api.invalid/v1").build().unwrap());
    let (items, error) = drain(api.items(1, "a")).await;
    assert_eq!((items, error.map(|error| error.to_string())), (vec![1; 4], None));
    let paths: Vec<_> = fake.sent().iter().map(|sent| sent.path.clone()).collect();
    assert_eq!(paths, ["/v1/items?limit=1", "/v1/items?page=2", "/v1/items?page=3", "/v1/items?page=4"]);
}

#[tokio::test]
async fn list_that_starts_at_a_url_changes_its_query() {
    let fake = Fake::new(|sent| page(&[1, 2][..2 - usize::from(sent.number < 2)], None));
    let api = client(&fake).build().unwrap();
    let mut pages = api.numbered("https://api.invalid/items?page=0&limit=1");
    assert_eq!(pages.cursor(), Some("https://api.invalid/items?page=0&limit=1"));
    while let Some(item) = pages.next().await {
        item.unwrap();
    }
    let urls: Vec<_> = fake.sent().iter().map(|sent| sent.uri.to_string()).collect();
    let expected = ["page=0&limit=1", "limit=1&page=1", "limit=1&page=2"];
    assert_eq!(urls, expected.map(|query| format!("https://api.invalid/items?{query}")));
}

#[tokio::test]
async fn list_that_starts_elsewhere_does_not_lead_back_with_credentials() {
    let fake = Fake::script([page(&[1], Some("https://api.invalid/delete-all")), page(&[2], None)]);
    let api = client(&fake).credentials(Bearer::new("t-0123456789").unwrap()).build().unwrap();
    let (items, error) = drain(api.followed("https://evil.invalid/items")).await;
    let error = error.unwrap();
    assert_eq!((items, error.kind(), fake.count()), (vec![], ErrorKind::Pagination, 1));
    assert!(error.to_string().contains("leads from an unknown server to another one"), "{error}");
}

#[tokio::test]
async fn path_of_a_next_page_does_not_become_a_server() {
    for next in ["/.//evil.invalid/x", "/a/..//evil.invalid/x", "http://unknown.invalid//evil.invalid/x"] {
        let fake = Fake::script([page(&[1], Some(next)), page(&[2], None)]);
        let api = client(&fake).build().unwrap();
        assert_eq!(drain(api.items(1, "a")).await.0, [1, 2]);
        assert_eq!(fake.sent()[1].uri.to_string(), "https://api.invalid//evil.invalid/x", "{next}");
    }
}

#[derive(Deserialize)]
struct Versions {
    items: Vec<u32>,
    key: Option<String>,
    version: Option<String>,
}

impl Paginated for Versions {
    type Item = u32;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        let key = self.key.iter().map(|key| ("key", key));
        Next::query(key.chain(self.version.iter().map(|version| ("version", version))))
    }

    fn into_items(self) -> Vec<u32> {
        self.items
    }
}

#[tokio::test]
async fn pair_that_a_page_lacks_is_not_sent_again() {
    let pages = [
        json!({ "items": [1], "key": "a", "version": "1" }),
        json!({ "items": [2], "key": "b" }),
        json!({ "items": [3], "key": "c", "version": "" }),
        json!({ "items": [4] }),
    ];
    let fake = Fake::new(move |sent| ok().body(pages[sent.number].to_string()));
    let api = client(&fake).build().unwrap();
    assert_eq!(drain(api.versions()).await.0, [1, 2, 3, 4]);
    let paths: Vec<_> = fake.sent().iter().map(|sent| sent.path.clone()).collect();
    assert_eq!(paths, ["/versions?all", "/versions?all&key=a&version=1", "/versions?all&key=b", "/versions?all&key=c"]);
}

#[tokio::test]
async fn idempotency_key_of_a_caller_belongs_to_the_first_page() {
    let fake = Fake::new(|sent| {
        let more = (sent.number < 2).then_some(sent.number + 1);
        ok().body(json!({ "items": [sent.number], "after": more }).to_string())
    });
    let api = fake.builder().wait_for_rate_limit(false).build().unwrap();
    let api = api.with(CallOptions::new().idempotency_key("k-1"));
    assert_eq!(drain(api.searched(&json!({}))).await.0, [0, 1, 2]);
    let sent = fake.sent();
    let keys: BTreeSet<_> = sent.iter().map(fake::Sent::key).collect();
    assert_eq!((sent[0].key(), keys.len()), ("k-1", 3));
}

#[derive(Deserialize)]
struct Searched {
    items: Vec<u32>,
    after: Option<u32>,
}

impl Paginated for Searched {
    type Item = u32;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::body_field("after", self.after)
    }

    fn into_items(self) -> Vec<u32> {
        self.items
    }
}
