//! Rows 112 to 121: lists that are walked page after page.

mod circles;
mod failures;

use std::collections::BTreeMap;

use pivotal_api::List;
use pivotal_runtime::{Body, Error, Pages, Transport, endpoint, http};

use crate::redirects_secrets::{Answering, client, json};

trait Numbers: Transport {
    #[endpoint(GET, "/numbers?<limit>&<tag>&<cursor>&sort=up")]
    fn numbers(&self, limit: u32, tag: Option<&str>, cursor: Option<&str>) -> Pages<'_, List<u32>>;
}
impl<T: Transport> Numbers for T {}

/// The pairs of a query, read by another than its writer.
fn query(target: &str) -> BTreeMap<String, String> {
    let url = reqwest::Url::parse("https://host").and_then(|url| url.join(target)).unwrap();
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let query: BTreeMap<_, _> = pairs.iter().cloned().collect();
    assert_eq!(query.len(), pairs.len(), "a key stands there once: {target}");
    query
}

/// The cursor that a request asks with.
fn asked(request: &http::Request<Body>) -> Option<String> {
    query(request.uri().path_and_query().unwrap().as_str()).remove("cursor")
}

fn page(data: &[u32], has_more: bool, next: Option<&str>) -> Result<http::Response<Body>, Error> {
    let next = next.map_or("null".to_owned(), |next| format!("{next:?}"));
    json(200, format!(r#"{{"object":"list","data":{data:?},"has_more":{has_more},"next_cursor":{next}}}"#))
}

/// The list of the numbers below `total`, so many a page, with cursors that need encoding.
fn list(total: u32, size: u32, request: &http::Request<Body>) -> Result<http::Response<Body>, Error> {
    let start = asked(request).map_or(0, |cursor| cursor.strip_prefix("at &+/%2B ").unwrap().parse().unwrap());
    let end = total.min(start + size);
    let data: Vec<u32> = (start..end).collect();
    page(&data, end < total, (end < total).then(|| format!("at &+/%2B {end}")).as_deref())
}

/// The items up to the end or an error, after which nothing more comes.
async fn drain(pages: &mut Pages<'_, List<u32>>) -> (Vec<u32>, Option<Error>) {
    let mut items = Vec::new();
    let error = loop {
        match pages.next().await {
            Some(Ok(item)) => items.push(item),
            Some(Err(error)) => break Some(error),
            None => break None,
        }
    };
    for _ in 0..2 {
        assert!(pages.next().await.is_none(), "the end is the end");
    }
    (items, error)
}

#[tokio::test]
async fn row_117_every_page_is_asked_for_with_the_same_filters() {
    let http = Answering::that(|request| list(5, 2, request));
    let api = client(&http).build().unwrap();
    let (items, error) = drain(&mut api.numbers(2, Some("a&b=c +%20"), None)).await;
    assert_eq!((items, error.is_none()), (vec![0, 1, 2, 3, 4], true));
    let mut cursors = Vec::new();
    for target in http.targets() {
        let mut query = query(&target);
        cursors.push(query.remove("cursor"));
        let rest: Vec<_> = query.iter().map(|(key, value)| (&**key, &**value)).collect();
        assert_eq!(rest, [("limit", "2"), ("sort", "up"), ("tag", "a&b=c +%20")], "{target}");
    }
    assert_eq!(cursors, [None, Some("at &+/%2B 2".to_owned()), Some("at &+/%2B 4".to_owned())], "encoded once");
}

/// The server's pages are the truth: an item that moved to the next page while the list was walked comes again.
#[tokio::test]
async fn row_118_items_come_as_they_are_served() {
    let http = Answering::that(|request| match asked(request).as_deref() {
        None => page(&[3, 2], true, Some("a")),
        Some("a") => page(&[2, 1], true, Some("b")),
        _ => page(&[1, 1], false, None),
    });
    let api = client(&http).build().unwrap();
    let (items, error) = drain(&mut api.numbers(2, None, None)).await;
    assert_eq!((items, error.is_none()), (vec![3, 2, 2, 1, 1, 1], true));
}

#[tokio::test]
async fn row_120_a_walk_that_is_dropped_asks_for_nothing_more() {
    let http = Answering::that(|request| list(9, 3, request));
    let api = client(&http).build().unwrap();
    for prefetch in [false, true] {
        let before = http.asked().len();
        let mut pages = api.numbers(3, None, None).prefetch(prefetch);
        assert_eq!(pages.next().await.unwrap().unwrap(), 0);
        drop(pages);
        tokio::task::yield_now().await;
        assert_eq!(http.asked().len(), before + 1 + usize::from(prefetch));
    }
}

#[tokio::test]
async fn row_121_nothing_is_sent_before_the_first_item_is_asked_for() {
    let http = Answering::that(|request| list(1, 3, request));
    let api = client(&http).build().unwrap();
    let pages = api.numbers(3, None, None).prefetch(true);
    let mut next = pages.pages();
    {
        let unpolled = next.next();
        tokio::task::yield_now().await;
        drop(unpolled);
    }
    assert_eq!(http.asked().len(), 0);
    assert_eq!(next.next().await.unwrap().unwrap().data, [0]);
    assert_eq!(http.asked().len(), 1);
}
