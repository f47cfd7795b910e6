//! Custom page types.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Error, ErrorKind, Next, Pages, Paginated, Sent, Transport, endpoint};
use serde::Deserialize;
use serde_json::json;

use super::responding;
use crate::support::server::Server;

#[derive(Debug, Deserialize)]
struct Feed {
    entries: Vec<String>,
    next: Option<String>,
}

impl Paginated for Feed {
    type Item = String;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("after", self.next.as_deref())
    }

    fn into_items(self) -> Vec<String> {
        self.entries
    }
}

/// JSON:API, whose cursor has brackets in its name.
#[derive(Deserialize)]
struct Bracketed {
    data: Vec<u32>,
    next: Option<String>,
}

impl Paginated for Bracketed {
    type Item = u32;

    fn next(&self, _: &Parts, _: &Sent<'_>) -> Next {
        Next::cursor("page[after]", self.next.as_deref())
    }

    fn into_items(self) -> Vec<u32> {
        self.data
    }
}

trait News: Transport {
    #[endpoint(GET, "/news?<topic>&cursor=kept")]
    fn news(&self, topic: &str) -> Pages<'_, Feed>;

    #[endpoint(GET, "/news?<after>", response = Feed)]
    fn declared(&self, after: Option<&str>) -> Pages<'_, Feed>;

    #[endpoint(POST, "/news", body = filter)]
    fn search(&self, filter: &[&str]) -> Pages<'_, Feed>;

    #[endpoint(GET, "/numbers?page%5Bsize%5D=2&page%5Bafter%5D=<start>")]
    fn bracketed(&self, start: Option<&str>) -> Pages<'_, Bracketed>;
}
impl<T: Transport> News for T {}

/// Returns a fake with three pages: without `after`, at `b c` and at `d`.
fn fake() -> Fake {
    responding(|call| {
        let (entries, next) = match call.parameter("after") {
            None => (vec!["1", "2"], Some("b c")),
            Some("b c") => (vec!["3"], Some("d")),
            _ => (vec!["4"], None),
        };
        json!({ "entries": entries, "next": next }).to_string()
    })
}

/// Returns the path and the query of each call.
fn targets(fake: &Fake) -> Vec<String> {
    fake.calls().iter().map(|call| call.path_and_query().to_owned()).collect()
}

async fn all<T, P: Paginated<Item = T>>(mut pages: Pages<'_, P>) -> Result<Vec<T>, Error> {
    let mut items = Vec::new();
    while let Some(item) = pages.next().await {
        items.push(item?);
    }
    Ok(items)
}

#[tokio::test]
async fn custom_page_type_is_iterated_with_its_cursor() {
    let fake = fake();
    assert_eq!(all(fake.news("tea & cake")).await.unwrap(), ["1", "2", "3", "4"]);
    let topic = "/news?topic=tea%20%26%20cake&cursor=kept";
    assert_eq!(targets(&fake), [topic.to_owned(), format!("{topic}&after=b%20c"), format!("{topic}&after=d")]);
}

#[tokio::test]
async fn custom_page_type_can_start_at_a_cursor() {
    let fake = fake();
    assert_eq!(all(fake.declared(None)).await.unwrap(), ["1", "2", "3", "4"]);
    assert_eq!(all(fake.declared(Some("b c"))).await.unwrap(), ["3", "4"]);
    assert_eq!(all(fake.declared(Some("d"))).await.unwrap(), ["4"]);
    let mut pages = fake.declared(Some("b c")).pages();
    let second = pages.next().await.unwrap().unwrap();
    assert_eq!((second.entries, pages.cursor()), (vec!["3".to_owned()], Some("d")));
}

#[tokio::test]
async fn body_is_sent_with_every_page() {
    let server = Server::responding_with(|request| {
        let next = if request.target().contains("after=") { "null" } else { "\"x\"" };
        super::ok(&format!(r#"{{"entries":["1"],"next":{next}}}"#))
    });
    assert_eq!(all(server.client().search(&["tea"])).await.unwrap(), ["1", "1"]);
    for target in ["/news", "/news?after=x"] {
        let request = server.request();
        assert_eq!((request.target(), &*request.body), (target, &br#"["tea"]"#[..]));
    }
}

#[tokio::test]
async fn empty_cursor_is_none() {
    let fake = Fake::new();
    fake.on(|api| api.news("tea")).responds(200, json!({ "entries": ["1"], "next": "" }));
    assert_eq!(all(fake.news("tea")).await.unwrap(), ["1"]);
}

#[tokio::test]
async fn cursor_loop_of_a_custom_page_type_is_an_error() {
    let fake = Fake::new();
    fake.on_operation("news").responds(200, json!({ "entries": ["1"], "next": "x" })).times(2);
    let error = all(fake.news("tea")).await.unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Pagination, "news"));
}

#[tokio::test]
async fn encoded_cursor_name_is_sent_once_per_page() {
    let fake = Fake::new();
    // Servers read the first or the last of two pairs, or reject them.
    for (start, next) in [(None, Some("a")), (Some("a"), Some("b")), (Some("b"), None)] {
        fake.on(|api| api.bracketed(start)).responds(200, json!({ "data": [1, 2], "next": next }));
    }
    assert_eq!(all(fake.bracketed(None)).await.unwrap(), [1, 2, 1, 2, 1, 2]);
    let encoded = ["", "&page%5Bafter%5D=a", "&page%5Bafter%5D=b"];
    assert_eq!(targets(&fake), encoded.map(|pair| format!("/numbers?page%5Bsize%5D=2{pair}")));
}

#[tokio::test]
async fn encoded_cursor_name_is_recognized() {
    let fake = Fake::new();
    fake.on(|api| api.bracketed(Some("a"))).responds(200, json!({ "data": [1, 2], "next": null }));
    let mut pages = fake.bracketed(Some("a"));
    pages.next().await.unwrap().unwrap();
    assert_eq!(pages.cursor(), Some("a"));
}
