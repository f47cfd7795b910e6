//! Pages of other APIs.

use pivotal_runtime::{Error, ErrorKind, Next, Pages, Paginated, Transport, endpoint};
use serde::Deserialize;
use serde_json::json;

use super::query;
use crate::support::recorder::Recorder;
use crate::support::server::Server;

#[derive(Debug, Deserialize)]
struct Feed {
    entries: Vec<String>,
    next: Option<String>,
}

impl Paginated for Feed {
    type Item = String;
    const CURSOR: &'static str = "after";

    fn next(&self) -> Next {
        Next::cursor(self.next.as_deref())
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
    const CURSOR: &'static str = "page[after]";

    fn next(&self) -> Next {
        Next::cursor(self.next.as_deref())
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

/// The first page without `after`, the second at `b c`, the third and last at `d`.
fn fake() -> Recorder {
    Recorder::responding(|request| {
        let after = query(request.path_and_query()).into_iter().find(|(key, _)| key == "after");
        let (entries, next) = match after.as_ref().map(|(_, after)| after.as_str()) {
            None => (vec!["1", "2"], Some("b c")),
            Some("b c") => (vec!["3"], Some("d")),
            _ => (vec!["4"], None),
        };
        (200, json!({ "entries": entries, "next": next }).to_string())
    })
}

async fn all<T, P: Paginated<Item = T>>(mut pages: Pages<'_, P>) -> Result<Vec<T>, Error> {
    let mut items = Vec::new();
    while let Some(item) = pages.next().await {
        items.push(item?);
    }
    Ok(items)
}

#[tokio::test]
async fn a_page_type_of_ones_own_is_walked_with_its_cursor() {
    let fake = fake();
    assert_eq!(all(fake.news("tea & cake")).await.unwrap(), ["1", "2", "3", "4"]);
    let topic = "/news?topic=tea+%26+cake&cursor=kept";
    assert_eq!(fake.targets(), [topic.to_owned(), format!("{topic}&after=b+c"), format!("{topic}&after=d")]);
}

#[tokio::test]
async fn it_may_be_declared_as_the_response_and_start_anywhere() {
    let fake = fake();
    assert_eq!(all(fake.declared(None)).await.unwrap(), ["1", "2", "3", "4"]);
    assert_eq!(all(fake.declared(Some("b c"))).await.unwrap(), ["3", "4"]);
    assert_eq!(all(fake.declared(Some("d"))).await.unwrap(), ["4"]);
    let mut pages = fake.declared(Some("b c")).pages();
    let second = pages.next().await.unwrap().unwrap();
    assert_eq!((second.entries, pages.cursor()), (vec!["3".to_owned()], Some("d")));
}

#[tokio::test]
async fn a_list_that_is_asked_for_with_a_body_sends_it_with_every_page() {
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
async fn an_empty_cursor_is_none() {
    let fake = Recorder::responding(|_| (200, r#"{"entries":["1"],"next":""}"#.to_owned()));
    assert_eq!(all(fake.news("tea")).await.unwrap(), ["1"]);
}

#[tokio::test]
async fn it_does_not_go_in_circles_either() {
    let fake = Recorder::responding(|_| (200, r#"{"entries":["1"],"next":"x"}"#.to_owned()));
    let error = all(fake.news("tea")).await.unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Pagination, "news"));
}

#[tokio::test]
async fn a_cursor_whose_name_must_be_encoded_is_sent_once_a_page() {
    let fake = Recorder::responding(|request| {
        let cursors: Vec<_> =
            query(request.path_and_query()).into_iter().filter(|(key, _)| key == "page[after]").collect();
        // A server takes the first, or the last, or refuses.
        let next = match &*cursors {
            [] => json!("a"),
            [(_, at)] if at == "a" => json!("b"),
            [(_, at)] if at == "b" => json!(null),
            _ => return (400, String::new()),
        };
        (200, json!({ "data": [1, 2], "next": next }).to_string())
    });
    assert_eq!(all(fake.bracketed(None)).await.unwrap(), [1, 2, 1, 2, 1, 2]);
    let encoded = ["", "&page%5Bafter%5D=a", "&page%5Bafter%5D=b"];
    assert_eq!(fake.targets(), encoded.map(|pair| format!("/numbers?page%5Bsize%5D=2{pair}")));
}

#[tokio::test]
async fn a_cursor_whose_name_must_be_encoded_is_known_where_a_walk_starts() {
    let fake = Recorder::responding(|_| (200, r#"{"data":[1],"next":null}"#.to_owned()));
    let pages = fake.bracketed(Some("a"));
    assert_eq!(pages.cursor(), Some("a"));
}
