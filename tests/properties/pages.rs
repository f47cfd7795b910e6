//! Lists with any kind of next page: they end or fail, and return each item once.

mod list;
mod server;

use std::collections::BTreeSet;

use pivotal_runtime::{BlockingTransport, DynTransport, Error, ErrorKind, LinkPage, Pages, blocking, endpoint};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use self::list::{Kind, List, Page};
use self::server::server;
use crate::fake::outcome;
use crate::support::fake::Fake;
use crate::support::fake::reply::ok;
use crate::support::run;

trait Lists: DynTransport {
    #[endpoint(GET, "/list?<start..>&kept=a%2Bb")]
    fn list(&self, start: &[(&str, &str)]) -> Pages<'_, Page>;

    #[endpoint(GET, "/list?<start..>&kept=a%2Bb")]
    fn links(&self, start: &[(&str, &str)]) -> Pages<'_, LinkPage<usize>>;

    #[endpoint(POST, "/search", body = start, idempotent)]
    fn search(&self, start: &Value) -> Pages<'_, Page>;
}
impl<T: DynTransport> Lists for T {}

trait BlockingLists: BlockingTransport {
    #[endpoint(GET, "/list?<start..>&kept=a%2Bb")]
    fn list(&self, start: &[(&str, &str)]) -> blocking::Pages<'_, Page>;

    #[endpoint(GET, "/list?<start..>&kept=a%2Bb")]
    fn links(&self, start: &[(&str, &str)]) -> blocking::Pages<'_, LinkPage<usize>>;

    #[endpoint(POST, "/search", body = start)]
    fn search(&self, start: &Value) -> blocking::Pages<'_, Page>;
}
impl<T: BlockingTransport> BlockingLists for T {}

/// The outcome of a list: its items, the kind of its error, and its cursor at the end.
#[derive(Debug, PartialEq)]
struct Outcome {
    items: Vec<usize>,
    error: Option<ErrorKind>,
    cursor: Option<String>,
}

/// Takes the items up to this number, the end, or an error. Nothing follows an error.
macro_rules! take {
    ($pages:ident, $next:expr, $count:expr) => {{
        let mut items = Vec::new();
        let mut error = None;
        while items.len() < $count {
            match $next {
                Some(Ok(item)) => items.push(item),
                Some(Err(found)) => error = Some(Error::kind(&found)),
                None => break,
            }
            assert!(items.len() < 1000, "the list does not end");
        }
        assert!(items.len() >= $count || $next.is_none(), "the end stays the end");
        Outcome { items, error, cursor: $pages.cursor().map(str::to_owned) }
    }};
}

/// Requests a list from its start or a cursor on, and takes this number of items.
async fn items(api: &dyn DynTransport, kind: Kind, start: Option<&str>, prefetch: bool, count: usize) -> Outcome {
    macro_rules! taken {
        ($pages:expr) => {{
            let mut pages = $pages.prefetch(prefetch);
            take!(pages, pages.next().await, count)
        }};
    }
    match kind {
        Kind::Field | Kind::NestedField => taken!(api.search(&kind.body(start))),
        Kind::LinkAbsolute | Kind::LinkRelative => taken!(api.links(&[])),
        _ => taken!(api.list(&kind.pairs(start))),
    }
}

/// The same on a blocking transport.
fn blocking_items(api: &dyn BlockingTransport, kind: Kind) -> Outcome {
    macro_rules! taken {
        ($pages:expr) => {{
            let mut pages = $pages;
            take!(pages, pages.next(), usize::MAX)
        }};
    }
    match kind {
        Kind::Field | Kind::NestedField => taken!(api.search(&kind.body(None))),
        Kind::LinkAbsolute | Kind::LinkRelative => taken!(api.links(&[])),
        _ => taken!(api.list(&kind.pairs(None))),
    }
}

/// Returns the expected outcome, and the maximum number of requests.
fn expected(list: &List) -> (Outcome, usize) {
    let (mut at, mut seen, mut returned) = (0, BTreeSet::new(), BTreeSet::new());
    let mut outcome = Outcome { items: Vec::new(), error: None, cursor: None };
    loop {
        let next = list.next(at);
        if next.is_some_and(|next| !seen.insert(next)) {
            outcome.error = Some(ErrorKind::Pagination);
            // The first request has no position, unless the kind counts from 0.
            outcome.cursor = Some(list.cursor(at)).filter(|_| seen.contains(&at));
            break;
        }
        assert!(returned.insert(at), "the model returns each page once");
        outcome.items.extend(list.items(at));
        match next {
            Some(next) => at = next,
            None => break,
        }
    }
    // The first page can be requested twice: once without a position, and once with it.
    (outcome, list.pages() + 1)
}

/// The next page and the number of items of each page.
fn graphs() -> impl Strategy<Value = Vec<(Option<usize>, usize)>> {
    (1_usize..10).prop_flat_map(|pages| vec((proptest::option::weighted(0.9, 0..pages), 0_usize..4), pages))
}

/// The number of items of each page.
fn chains() -> impl Strategy<Value = Vec<usize>> {
    vec(1_usize..4, 1..8)
}

/// Compares the outcome with that of the model, except for the text of a URL.
fn check(list: &List, outcome: &Outcome, requests: usize) -> Result<(), TestCaseError> {
    let (mut expected, most) = expected(list);
    if list.kind.is_url() {
        prop_assert_eq!(outcome.cursor.is_some(), expected.cursor.is_some(), "{:?}", list);
        expected.cursor.clone_from(&outcome.cursor);
    }
    prop_assert_eq!(outcome, &expected, "{:?}", list);
    prop_assert!(requests <= most, "{} requests for {:?}", requests, list);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn list_of_any_kind_ends_or_fails(graph in graphs()) {
        for kind in Kind::ALL {
            let list = List::new(kind, &graph, "http://host");
            for prefetch in [false, true] {
                let server = server(list.clone());
                let found = outcome(items(&server, kind, None, prefetch, usize::MAX));
                check(&list, &found, server.calls().len())?;
            }
        }
    }

    #[test]
    fn blocking_list_of_any_kind_ends_or_fails(graph in graphs()) {
        for kind in Kind::ALL {
            let list = List::new(kind, &graph, "http://host");
            let server = server(list.clone());
            check(&list, &blocking_items(&server, kind), server.calls().len())?;
        }
    }

    #[test]
    fn list_resumes_at_its_cursor(sizes in chains(), taken in 0_usize..30, prefetch: bool) {
        let taken = taken % sizes.iter().sum::<usize>();
        for kind in Kind::ALL.into_iter().filter(|kind| kind.resumes()) {
            let list = List::chain(kind, &sizes, "http://host");
            let all = expected(&list).0.items;
            let server = server(list.clone());
            let start = outcome(items(&server, kind, None, prefetch, taken));
            prop_assert_eq!(&start.items, &all[..taken]);
            let rest = outcome(items(&server, kind, start.cursor.as_deref(), prefetch, usize::MAX));
            prop_assert!(rest.error.is_none(), "{:?}: {:?}", list, rest);
            let first = all.len() - rest.items.len();
            prop_assert_eq!(&rest.items, &all[first..], "{:?}", &list);
            // The items of at most one page are returned again.
            let size = sizes[all[first] / 10];
            prop_assert!(first <= taken && taken <= first + size, "{:?}: {} after {}", list, first, taken);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The path of the base URL, and links that are absolute on some pages and relative on others.
    #[test]
    fn list_of_a_client_ends_or_fails(graph in graphs(), prefetch: bool) {
        for kind in Kind::ALL.into_iter().chain([Kind::UrlMixed]) {
            let list = List::new(kind, &graph, "https://api.invalid/v1");
            let served = list.clone();
            let fake = Fake::new(move |sent| {
                let (link, body) = served.respond(&sent.path, &sent.body);
                let reply = ok().body(body);
                link.iter().fold(reply, |reply, link| reply.header("link", link))
            });
            let api = fake.plain().base_url("https://api.invalid/v1").build().unwrap();
            let found = run(items(&api, kind, None, prefetch, usize::MAX));
            check(&list, &found, fake.count())?;
        }
    }
}
