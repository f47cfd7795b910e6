//! URLs of next pages in the body.

use std::sync::atomic::{AtomicUsize, Ordering};

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{ErrorKind, Next, Pages, Paginated, Sent, Transport, endpoint};
use serde::Deserialize;
use serde_json::json;

use super::{all, drain, failure, ok, targets};
use crate::support::server::{Server, client};
use crate::support::{KEY, builder_for};

#[derive(Deserialize)]
struct Feed {
    items: Vec<u32>,
    next: Option<String>,
}

impl Paginated for Feed {
    type Item = u32;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::url(self.next.as_deref())
    }

    fn into_items(self) -> Vec<u32> {
        self.items
    }
}

trait Feeds: Transport {
    #[endpoint(GET, "/items?<limit>")]
    fn items(&self, limit: u8) -> Pages<'_, Feed>;
}
impl<T: Transport> Feeds for T {}

/// Returns a server with a list whose first page leads to this URL, where `{url}` is the URL of the server, and to the others
/// after that. `{port}` is the port of that URL.
fn server(urls: &[&str]) -> Server {
    let urls: Vec<String> = urls.iter().map(|&url| url.to_owned()).collect();
    let number = AtomicUsize::new(0);
    Server::responding_with(move |request| {
        let at = number.fetch_add(1, Ordering::Relaxed);
        let host = request.header("host").unwrap();
        let (_, port) = host.split_once(':').unwrap();
        let next = urls.get(at).map(|next| next.replace("{url}", &format!("http://{host}")).replace("{port}", port));
        ok(&json!({ "items": [at], "next": next }).to_string())
    })
}

/// Checks that the requests after the first have these paths and queries, with the base URL `/api/v1`.
async fn assert_requested(urls: &[&str], expected: &[&str]) {
    let server = server(urls);
    let items = all(client(&format!("{}/api/v1", server.url())).items(5)).await;
    assert_eq!(items.len(), urls.len() + 1, "{urls:?}");
    assert_eq!(targets(&server), [&["/api/v1/items?limit=5"], expected].concat(), "{urls:?}");
}

/// Checks that the URL of the second page is an error, and that only the first page is requested.
async fn assert_refused(next: &str, expected: &str) {
    let server = server(&[next]);
    let api = server.client();
    let mut first = api.items(5);
    let (items, error) = drain(&mut first).await;
    let error = error.expect(next);
    assert_eq!(error.kind(), ErrorKind::Pagination, "{next}: {error}");
    assert!(error.to_string().starts_with("GET /items: ") && error.to_string().contains(expected), "{error}");
    assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
    assert!(items.len() <= 1 && !error.is_retryable());
    assert_eq!((server.connections(), targets(&server).len()), (1, 1), "{next}");
}

#[tokio::test]
async fn absolute_url_replaces_the_base_url() {
    assert_requested(
        &["{url}/api/v1/items?page=2", "{url}/api/v2/items?page=3"],
        &["/api/v1/items?page=2", "/api/v2/items?page=3"],
    )
    .await;
}

#[tokio::test]
async fn absolute_path_replaces_the_path_of_the_base_url() {
    assert_requested(&["/api/v1/items?page=2", "/other"], &["/api/v1/items?page=2", "/other"]).await;
}

#[tokio::test]
async fn relative_url_is_relative_to_its_page() {
    assert_requested(
        &["?page=2", "items?page=3", "../v2/items", "?page=5", "./a/b", "c"],
        &[
            "/api/v1/items?page=2",
            "/api/v1/items?page=3",
            "/api/v2/items",
            "/api/v2/items?page=5",
            "/api/v2/a/b",
            "/api/v2/a/c",
        ],
    )
    .await;
}

#[tokio::test]
async fn encoded_url_is_sent_unchanged() {
    let encoded = "/a%2Fb%20c/%e2%82%ac+d?x=%20&y=a+b%2B&z=%25&e==";
    assert_requested(&[encoded, "{url}/a%2Fb?q=%2F%20+", "?q=%252F"], &[encoded, "/a%2Fb?q=%2F%20+", "/a%2Fb?q=%252F"])
        .await;
}

#[tokio::test]
async fn unencoded_characters_are_encoded_and_fragments_are_not_sent() {
    assert_requested(&["/é x?q=ü y#top", " ?page=3 "], &["/%C3%A9%20x?q=%C3%BC%20y", "/%C3%A9%20x?page=3"]).await;
}

#[tokio::test]
async fn credentials_are_sent_to_the_own_origin() {
    let server = server(&["{url}/2", "/3"]);
    assert_eq!(all(server.client().items(5)).await, [0, 1, 2]);
    for _ in 0..3 {
        assert_eq!(server.request().header("authorization"), Some(&*format!("Bearer {KEY}")));
    }
}

#[tokio::test]
async fn foreign_origin_is_an_error_and_receives_nothing() {
    let other = Server::responding(ok(r#"{"items":[9],"next":null}"#));
    let address = other.url().replace("http:", "");
    let backslashes = address.replace('/', "\\");
    for next in [other.url(), other.url() + "/items?key=s3cr3t", address.clone(), backslashes] {
        assert_refused(&next, "on another origin; if it belongs to the API, list it as a credential origin").await;
    }
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn other_scheme_host_and_port_are_foreign() {
    for next in ["https://127.0.0.1:{port}/x", "http://localhost:{port}/x", "http://127.0.0.1/x"] {
        assert_refused(next, "on another origin").await;
    }
}

#[tokio::test]
async fn second_page_cannot_lead_to_a_foreign_origin() {
    let other = Server::responding(ok(r#"{"items":[9],"next":null}"#));
    let server = server(&["/2", &other.url()]);
    failure(server.client().items(5), &[0, 1]).await;
    assert_eq!(targets(&server), ["/items?limit=5", "/2"]);
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn credential_origin_receives_the_next_page_and_the_credentials() {
    let other = server(&["?page=3"]);
    let server = server(&[&format!("{}/items?page=2", other.url())]);
    let api = builder_for(server.url()).credential_origin(other.url()).build().unwrap();
    // The third page is relative to the second one. Both servers count their pages from 0.
    assert_eq!(all(api.items(5)).await, [0, 0, 1]);
    assert_eq!(targets(&server), ["/items?limit=5"]);
    for target in ["/items?page=2", "/items?page=3"] {
        let request = other.request();
        assert_eq!((request.target(), request.header("authorization")), (target, Some(&*format!("Bearer {KEY}"))));
    }
}

#[tokio::test]
async fn credential_origin_can_lead_back() {
    let server = server(&["", "/end"]);
    let back = format!("{}/back", server.url());
    let other = Server::responding(ok(&json!({ "items": [9], "next": back }).to_string()));
    let first = format!("{}/first", other.url());
    let api = builder_for(&first).credential_origin(server.url()).build().unwrap();
    assert_eq!(all(api.items(5)).await, [9, 0]);
    assert_eq!(targets(&server), ["/back"]);
}

#[tokio::test]
async fn url_with_a_user_name_is_refused() {
    for next in ["http://user:s3cr3t@127.0.0.1/", "//s3cr3t@127.0.0.1/items"] {
        assert_refused(next, "contains a user name or password").await;
    }
}

#[tokio::test]
async fn url_that_http_cannot_request_is_refused() {
    for next in ["ftp://127.0.0.1/s3cr3t", "mailto:s3cr3t@example.com", "javascript:s3cr3t", "http://:1/s3cr3t"] {
        assert_refused(next, "the URL of a next page that is not a URL").await;
    }
}

/// The first page can be returned under its URL. It leads to a page that was returned before.
#[tokio::test]
async fn repeated_url_is_an_error_in_each_form() {
    for next in [["?page=1"; 3], ["/items?page=1", "?page=1", "/items?page=1"], ["{url}/items?page=1", "?page=1", ""]] {
        let server = server(&next);
        failure(server.client().items(5), &[0]).await;
        assert_eq!(targets(&server), ["/items?limit=5", "/items?page=1"], "{next:?}");
    }
}

#[tokio::test]
async fn url_is_the_cursor_to_resume_at() {
    let server = server(&["?page=2", "{url}/items?page=3"]);
    let api = server.client();
    let mut pages = api.items(5);
    let third = format!("{}/items?page=3", server.url());
    for cursor in [Some("/items?page=2"), Some(&*third), None] {
        pages.next().await.unwrap().unwrap();
        assert_eq!(pages.cursor(), cursor);
    }
}
