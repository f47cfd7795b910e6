//! Pagination.

mod blocking;
mod bodies;
mod cancelled;
mod cursor;
mod iteration;
mod link;
mod loops;
mod numbers;
mod own_page;
mod prefetch;
mod urls;

use std::collections::BTreeMap;

use pivotal_api::List;
use pivotal_runtime::testing::{Fake, RecordedCall};
use pivotal_runtime::{Body, Error, ErrorKind, Pages, Paginated, Transport, endpoint, http};
use reqwest::Url;
use serde_json::json;

use crate::support::server::Server;

trait Numbers: Transport {
    #[endpoint(GET, "/numbers?<limit>&<tag>&<cursor>&sort=up", operation = "list-numbers")]
    fn numbers(&self, limit: u32, tag: Option<&str>, cursor: Option<&str>) -> Pages<'_, List<u32>>;
}
impl<T: Transport> Numbers for T {}

/// The number of items in the list: 0 to 6.
const TOTAL: u32 = 7;

/// Returns the cursor of the page that starts with this number. It needs encoding.
fn cursor(start: u32) -> String {
    format!("at {start}/+%26=&é==")
}

/// Returns the pairs of a query, decoded by the `url` crate.
fn query(target: &str) -> Vec<(String, String)> {
    Url::parse("http://host").and_then(|url| url.join(target)).unwrap().query_pairs().into_owned().collect()
}

/// Returns the requested page.
fn page(target: &str) -> String {
    let query: BTreeMap<_, _> = query(target).into_iter().collect();
    let limit: u32 = query.get("limit").unwrap().parse().unwrap();
    let start = match query.get("cursor") {
        None => 0,
        Some(given) => (0..TOTAL).find(|start| cursor(*start) == *given).expect("a cursor that was given"),
    };
    let end = TOTAL.min(start + limit);
    let next = (end < TOTAL).then(|| cursor(end));
    let data: Vec<_> = (start..end).collect();
    json!({ "object": "list", "data": data, "has_more": next.is_some(), "next_cursor": next }).to_string()
}

fn ok(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
}

/// Returns the paths and queries of all requests to a server.
fn targets(server: &Server) -> Vec<String> {
    server.all_requests().iter().map(|request| request.target().to_owned()).collect()
}

/// Returns the error of a list that fails after these items.
async fn failure<P: Paginated<Item = u32>>(mut pages: Pages<'_, P>, expected: &[u32]) -> Error {
    let (items, error) = drain(&mut pages).await;
    let error = error.expect("the list fails");
    assert_eq!((&*items, error.kind()), (expected, ErrorKind::Pagination), "{error}");
    assert!(error.endpoint().is_some() && !error.is_retryable(), "{error:?}");
    error
}

/// Returns the items of a list that ends.
async fn all<P: Paginated>(mut pages: Pages<'_, P>) -> Vec<P::Item> {
    let (items, error) = drain(&mut pages).await;
    assert!(error.is_none(), "{error:?}");
    items
}

/// Returns a server with the list.
fn server() -> Server {
    Server::responding_with(|request| ok(&page(request.target())))
}

/// Returns a fake with the list.
fn fake() -> Fake {
    responding(|call| page(call.path_and_query()))
}

/// Returns a fake that responds with the page that a function returns for each call.
fn responding(page: impl Fn(&RecordedCall) -> String + Send + Sync + 'static) -> Fake {
    let fake = Fake::new();
    fake.on_any().responds_with(move |call| Ok(http::Response::new(Body::from(page(call))))).always();
    fake
}

/// Returns the remaining items, and the error at the end.
async fn drain<P: Paginated>(pages: &mut Pages<'_, P>) -> (Vec<P::Item>, Option<Error>) {
    let mut items = Vec::new();
    while let Some(item) = pages.next().await {
        assert!(items.len() < 1000, "it goes on for ever");
        match item {
            Ok(item) => items.push(item),
            Err(error) => {
                for _ in 0..3 {
                    assert!(pages.next().await.is_none(), "the first error is the end");
                }
                return (items, Some(error));
            }
        }
    }
    assert!(pages.next().await.is_none(), "the end stays the end");
    (items, None)
}
