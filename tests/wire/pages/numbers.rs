//! Page numbers and offsets, which are counted up from the sent request.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Next, Pages, Paginated, Sent, Transport, endpoint};
use serde::Deserialize;

use super::{all, failure, ok, query, targets};
use crate::support::request::ReceivedRequest;
use crate::support::server::Server;

#[derive(Deserialize)]
struct Numbered {
    items: Vec<u32>,
    more: bool,
}

impl Paginated for Numbered {
    type Item = u32;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        Next::number(sent, "page[number]", self.more)
    }

    fn into_items(self) -> Vec<u32> {
        self.items
    }
}

#[derive(Deserialize)]
struct Offset(Numbered);

impl Paginated for Offset {
    type Item = u32;

    fn next(&self, _: &Parts, sent: &Sent<'_>) -> Next {
        Next::offset(sent, "offset", self.0.items.len(), self.0.more)
    }

    fn into_items(self) -> Vec<u32> {
        self.0.items
    }
}

trait Items: Transport {
    #[endpoint(GET, "/items?page%5Bnumber%5D=<page>&<tag>")]
    fn numbered(&self, page: Option<&str>, tag: &str) -> Pages<'_, Numbered>;

    #[endpoint(GET, "/items?<offset>&<tag>")]
    fn offset(&self, offset: Option<&str>, tag: &str) -> Pages<'_, Offset>;
}
impl<T: Transport> Items for T {}

/// Returns a server with the items 0 to 4, in pages of two. The first number is that of its first page.
fn server(first: u32) -> Server {
    Server::responding_with(move |request| {
        let start = match (value(request, "page[number]"), value(request, "offset")) {
            (Some(page), _) => (page - first) * 2,
            (None, offset) => offset.unwrap_or(0),
        };
        let items: Vec<_> = (start..5.min(start + 2)).collect();
        ok(&format!(r#"{{"items":{items:?},"more":{}}}"#, start + 2 < 5))
    })
}

/// Returns the number in a query pair.
fn value(request: &ReceivedRequest, key: &str) -> Option<u32> {
    let mut pairs = query(request.target()).into_iter().filter(|(found, _)| found == key);
    let (_, value) = pairs.next()?;
    assert!(pairs.next().is_none(), "the pair is sent once: {}", request.target());
    Some(value.parse().unwrap())
}

#[tokio::test]
async fn page_without_a_number_is_page_1() {
    let server = server(1);
    assert_eq!(all(server.client().numbered(None, "a+b")).await, [0, 1, 2, 3, 4]);
    let page = |number| format!("/items?tag=a%2Bb&page%5Bnumber%5D={number}");
    assert_eq!(targets(&server), ["/items?tag=a%2Bb".to_owned(), page(2), page(3)]);
}

#[tokio::test]
async fn pages_are_counted_from_the_first_number() {
    for (first, start, expected) in [(1, "1", &[0, 1, 2, 3, 4][..]), (0, "0", &[0, 1, 2, 3, 4]), (1, "3", &[4])] {
        assert_eq!(all(server(first).client().numbered(Some(start), "x")).await, expected, "{first} {start}");
    }
}

#[tokio::test]
async fn offset_counts_the_items() {
    let server = server(1);
    let api = server.client();
    assert_eq!(all(api.offset(None, "x")).await, [0, 1, 2, 3, 4]);
    assert_eq!(targets(&server), ["/items?tag=x", "/items?tag=x&offset=2", "/items?tag=x&offset=4"]);
    assert_eq!(all(api.offset(Some("3"), "x")).await, [3, 4]);
    assert_eq!(targets(&server), ["/items?offset=3&tag=x"]);
}

#[tokio::test]
async fn number_is_the_cursor_to_resume_at() {
    let server = server(1);
    let api = server.client();
    let mut pages = api.numbered(None, "x");
    for cursor in [None, Some("2"), Some("2"), Some("3"), None] {
        pages.next().await.unwrap().unwrap();
        assert_eq!(pages.cursor(), cursor);
    }
    let mut pages = api.offset(Some("1"), "x");
    for cursor in [Some("1"), Some("3"), Some("3"), None] {
        pages.next().await.unwrap().unwrap();
        assert_eq!(pages.cursor(), cursor);
    }
}

/// The next position is unknown, so the page is not returned as if it were the last one.
#[tokio::test]
async fn position_that_is_no_number_is_an_error() {
    for start in ["last", "", "-1", "1.5", "18446744073709551615"] {
        let server = Server::responding(ok(r#"{"items":[1],"more":true}"#));
        let api = server.client();
        let error = failure(api.numbered(Some(start), "x"), &[]).await;
        assert!(error.to_string().contains("at a position that is not a number"), "{error}");
        assert_eq!(targets(&server).len(), 1, "{start}");
        failure(api.offset(Some(start), "x"), &[]).await;
        assert_eq!(targets(&server).len(), 1, "{start}");
    }
}

#[tokio::test]
async fn position_of_the_last_page_can_be_any_text() {
    let server = Server::responding(ok(r#"{"items":[1],"more":false}"#));
    let api = server.client();
    assert_eq!(all(api.numbered(Some("last"), "x")).await, [1]);
    assert_eq!(all(api.offset(Some("last"), "x")).await, [1]);
}

#[tokio::test]
async fn offset_after_an_empty_page_is_an_error() {
    let server = Server::responding(ok(r#"{"items":[],"more":true}"#));
    let api = server.client();
    failure(api.offset(Some("4"), "x"), &[]).await;
    assert_eq!(targets(&server), ["/items?offset=4&tag=x"]);
    failure(api.offset(None, "x"), &[]).await;
    assert_eq!(targets(&server), ["/items?tag=x", "/items?tag=x&offset=0"]);
}
