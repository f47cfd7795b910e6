//! Positions of next pages that are missing, repeated, or on another origin, for each kind of position.

use pivotal_runtime::http::response::Parts;
use pivotal_runtime::{Error, ErrorKind, Next, Pages, Paginated, Sent, Transport, endpoint};
use serde::Deserialize;
use serde_json::{Value, json};

use super::drain;
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;

/// A page with one item. `kind` decides which constructor of `Next` it uses.
#[derive(Deserialize)]
struct Page {
    kind: String,
    next: Option<String>,
    more: Option<bool>,
}

impl Paginated for Page {
    type Item = u32;

    fn next(&self, head: &Parts, sent: &Sent<'_>) -> Next {
        let value = self.next.as_deref();
        let next = match &*self.kind {
            "cursor" => Next::cursor("at", value),
            "pairs" => Next::query(value.map(|value| ("at", value))),
            "number" => Next::number(sent, "limit", true),
            "offset" => Next::offset(sent, "limit", 0, true),
            "field" => Next::body_field("at", value),
            "nested field" => Next::body_field("page.at", value),
            "link" => Next::link(head),
            _ => Next::url(value),
        };
        match self.more {
            Some(more) => next.when(more),
            None => next,
        }
    }

    fn into_items(self) -> Vec<u32> {
        vec![7]
    }
}

trait Lists: Transport {
    #[endpoint(POST, "/list?<limit>", body = filter, idempotent)]
    fn list(&self, limit: &str, filter: &Value) -> Pages<'_, Page>;
}
impl<T: Transport> Lists for T {}

/// Returns a server whose pages are all alike.
fn fake(kind: &'static str, next: Option<&'static str>, more: Option<bool>) -> Fake {
    Fake::new(move |_| {
        let reply = ok().body(json!({ "kind": kind, "next": next, "more": more }).to_string());
        let link = next.filter(|_| kind == "link").map(|next| format!("<{next}>; rel=next"));
        link.iter().fold(reply, |reply, link| reply.header("link", link))
    })
}

/// Returns the items and the error of a list, and its number of requests.
async fn outcome(fake: &Fake, limit: &str, prefetch: bool) -> (Vec<u32>, Option<Error>, usize) {
    let before = fake.count();
    let api = fake.client();
    let (items, error) = drain(&mut api.list(limit, &json!({})).prefetch(prefetch)).await;
    (items, error, fake.count() - before)
}

#[tokio::test]
async fn missing_position_of_each_kind_is_an_error() {
    let missing = [
        ("cursor", None),
        ("cursor", Some("")),
        ("pairs", None),
        ("field", None),
        ("field", Some("")),
        ("nested field", None),
        ("link", None),
        ("url", None),
        ("url", Some("")),
    ];
    for (kind, next) in missing {
        for prefetch in [false, true] {
            let (items, error, requests) = outcome(&fake(kind, next, Some(true)), "1", prefetch).await;
            let error = error.unwrap();
            assert_eq!((error.kind(), requests), (ErrorKind::Pagination, 1), "{kind}: {error}");
            assert!(error.to_string().contains("reports that there is more, but returned no position"), "{error}");
            assert!(items.is_empty(), "a page that is returned has a known next page");
        }
        let (items, error, requests) = outcome(&fake(kind, next, None), "1", false).await;
        assert_eq!((items, error.is_none(), requests), (vec![7], true, 1), "{kind}");
    }
}

#[tokio::test]
async fn position_that_cannot_be_counted_up_is_an_error() {
    for (kind, limit) in [("number", "x"), ("offset", "x"), ("number", ""), ("number", "18446744073709551615")] {
        let (items, error, requests) = outcome(&fake(kind, None, None), limit, true).await;
        assert_eq!((items.len(), requests), (0, 1), "{kind} {limit}");
        assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    }
}

#[tokio::test]
async fn page_without_more_ends_the_list_of_each_kind() {
    for kind in ["cursor", "pairs", "number", "offset", "field", "nested field", "link", "url"] {
        for limit in ["1", "not a number"] {
            let (items, error, requests) = outcome(&fake(kind, Some("/next"), Some(false)), limit, true).await;
            assert_eq!((items, error.is_none(), requests), (vec![7], true, 1), "{kind}");
        }
    }
}

#[tokio::test]
async fn repeated_position_of_each_kind_is_an_error() {
    for kind in ["cursor", "pairs", "field", "nested field", "link", "url"] {
        for (next, prefetch) in [("/list", false), ("/list", true), ("?at=s3cr3t", true)] {
            let (items, error, requests) = outcome(&fake(kind, Some(next), None), "1", prefetch).await;
            let error = error.unwrap();
            assert_eq!((items, error.kind(), requests), (vec![7], ErrorKind::Pagination, 2), "{kind}: {error}");
            assert!(error.to_string().contains("the position of a page that it returned before"), "{error}");
            assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
        }
    }
    // The offset of an empty page is that of the page after it.
    let (items, error, requests) = outcome(&fake("offset", None, None), "0", false).await;
    assert_eq!((items.len(), error.unwrap().kind(), requests), (0, ErrorKind::Pagination, 1));
}

#[tokio::test]
async fn next_page_on_a_foreign_origin_is_not_requested() {
    let foreign = [
        "https://evil.invalid/list?key=s3cr3t",
        "//evil.invalid/s3cr3t",
        "/\\evil.invalid/s3cr3t",
        "https://api.invalid.evil.invalid/s3cr3t",
        "https://api.invalid:8443/s3cr3t",
        "http://api.invalid/s3cr3t",
        "https://api.invalid@evil.invalid/s3cr3t",
        "ftp://api.invalid/s3cr3t",
        "data:application/json,s3cr3t",
    ];
    for next in foreign {
        for kind in ["link", "url"] {
            for prefetch in [false, true] {
                let (_, error, requests) = outcome(&fake(kind, Some(next), None), "1", prefetch).await;
                let error = error.unwrap();
                assert_eq!((error.kind(), requests), (ErrorKind::Pagination, 1), "{next}: {error}");
                assert!(!error.is_retryable());
                assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error:?}");
            }
        }
    }
}
