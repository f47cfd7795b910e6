//! Pagination.

mod failures;
mod loops;
mod next_urls;
mod positions;

use std::collections::BTreeMap;

use pivotal_api::List;
use pivotal_runtime::{Error, Pages, Paginated, Transport, endpoint};

use crate::support::fake::reply::{Reply, ok};
use crate::support::fake::{Fake, Sent};

trait Numbers: Transport {
    #[endpoint(GET, "/numbers?<limit>&<tag>&<cursor>&sort=up")]
    fn numbers(&self, limit: u32, tag: Option<&str>, cursor: Option<&str>) -> Pages<'_, List<u32>>;
}
impl<T: Transport> Numbers for T {}

/// Returns the pairs of a query, decoded by the `url` crate.
fn query(target: &str) -> BTreeMap<String, String> {
    let url = reqwest::Url::parse("https://host").and_then(|url| url.join(target)).unwrap();
    let pairs: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    let query: BTreeMap<_, _> = pairs.iter().cloned().collect();
    assert_eq!(query.len(), pairs.len(), "each name occurs once: {target}");
    query
}

/// Returns the cursor of a request.
fn cursor(sent: &Sent) -> Option<String> {
    query(&sent.path).remove("cursor")
}

fn page(data: &[u32], has_more: bool, next: Option<&str>) -> Reply {
    let next = next.map_or("null".to_owned(), |next| format!("{next:?}"));
    ok().body(format!(r#"{{"object":"list","data":{data:?},"has_more":{has_more},"next_cursor":{next}}}"#))
}

/// Returns a page of the numbers below `total`. Its cursors need encoding.
fn list(total: u32, size: u32, sent: &Sent) -> Reply {
    let start = cursor(sent).map_or(0, |cursor| cursor.strip_prefix("at &+/%2B ").unwrap().parse().unwrap());
    let end = total.min(start + size);
    let data: Vec<u32> = (start..end).collect();
    page(&data, end < total, (end < total).then(|| format!("at &+/%2B {end}")).as_deref())
}

/// Returns the items up to the end or an error, and checks that nothing follows.
async fn drain<P: Paginated<Item = u32>>(pages: &mut Pages<'_, P>) -> (Vec<u32>, Option<Error>) {
    let mut items = Vec::new();
    let error = loop {
        match pages.next().await {
            Some(Ok(item)) => items.push(item),
            Some(Err(error)) => break Some(error),
            None => break None,
        }
    };
    for _ in 0..2 {
        assert!(pages.next().await.is_none(), "nothing follows the end");
    }
    (items, error)
}

#[tokio::test]
async fn every_page_is_requested_with_the_same_filters() {
    let fake = Fake::new(|request| list(5, 2, request));
    let api = fake.client();
    let (items, error) = drain(&mut api.numbers(2, Some("a&b=c +%20"), None)).await;
    assert_eq!((items, error.is_none()), (vec![0, 1, 2, 3, 4], true));
    let mut cursors = Vec::new();
    for target in fake.sent().into_iter().map(|sent| sent.path) {
        let mut query = query(&target);
        cursors.push(query.remove("cursor"));
        let rest: Vec<_> = query.iter().map(|(key, value)| (&**key, &**value)).collect();
        assert_eq!(rest, [("limit", "2"), ("sort", "up"), ("tag", "a&b=c +%20")], "{target}");
    }
    assert_eq!(cursors, [None, Some("at &+/%2B 2".to_owned()), Some("at &+/%2B 4".to_owned())], "encoded once");
}

/// An item that moves to the next page during the iteration is returned again.
#[tokio::test]
async fn items_are_returned_as_the_server_sends_them() {
    let fake = Fake::new(|sent| match cursor(sent).as_deref() {
        None => page(&[3, 2], true, Some("a")),
        Some("a") => page(&[2, 1], true, Some("b")),
        _ => page(&[1, 1], false, None),
    });
    let api = fake.client();
    let (items, error) = drain(&mut api.numbers(2, None, None)).await;
    assert_eq!((items, error.is_none()), (vec![3, 2, 2, 1, 1, 1], true));
}

#[tokio::test]
async fn dropped_pages_request_nothing_more() {
    let fake = Fake::new(|request| list(9, 3, request));
    let api = fake.client();
    for prefetch in [false, true] {
        let before = fake.count();
        let mut pages = api.numbers(3, None, None).prefetch(prefetch);
        assert_eq!(pages.next().await.unwrap().unwrap(), 0);
        drop(pages);
        tokio::task::yield_now().await;
        assert_eq!(fake.count(), before + 1 + usize::from(prefetch));
    }
}

#[tokio::test]
async fn pages_send_nothing_before_the_first_poll() {
    let fake = Fake::new(|request| list(1, 3, request));
    let api = fake.client();
    let pages = api.numbers(3, None, None).prefetch(true);
    let mut next = pages.pages();
    {
        let unpolled = next.next();
        tokio::task::yield_now().await;
        drop(unpolled);
    }
    assert_eq!(fake.count(), 0);
    assert_eq!(next.next().await.unwrap().unwrap().data, [0]);
    assert_eq!(fake.count(), 1);
}
