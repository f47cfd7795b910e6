//! Pages that do not end, or end in an unusual way.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};

use pivotal_runtime::ErrorKind;
use proptest::prelude::*;

use super::{Numbers, cursor, drain, page};
use crate::support::fake::Fake;
use crate::support::run;

#[tokio::test]
async fn empty_page_does_not_end_the_list() {
    let fake = Fake::new(|sent| match cursor(sent).as_deref() {
        None => page(&[], true, Some("1")),
        Some("1") => page(&[1], true, Some("2")),
        Some("2") => page(&[], true, Some("3")),
        _ => page(&[2], false, None),
    });
    let api = fake.client();
    let (items, error) = drain(&mut api.numbers(2, None, None)).await;
    assert_eq!((items, error.is_none()), (vec![1, 2], true));
    assert_eq!(fake.count(), 4);
}

#[tokio::test]
async fn hundred_empty_pages_in_a_row_are_an_error() {
    for (empty, is_error) in [(99, false), (100, true)] {
        let requests = AtomicU32::new(0);
        let fake = Fake::new(move |_| match requests.fetch_add(1, Ordering::Relaxed) {
            number if number < empty => page(&[], true, Some(&format!("{number}"))),
            _ => page(&[7], false, None),
        });
        let api = fake.client();
        let (items, error) = drain(&mut api.numbers(2, None, None)).await;
        assert_eq!(error.as_ref().map(pivotal_runtime::Error::kind), is_error.then_some(ErrorKind::Pagination));
        assert_eq!((items.is_empty(), fake.count()), (is_error, 100));
    }
}

/// Returns the number of the next page for each page; `None` is the end.
fn graphs() -> impl Strategy<Value = Vec<Option<usize>>> {
    (1_usize..12).prop_flat_map(|pages| proptest::collection::vec(proptest::option::of(0..pages), pages))
}

proptest! {
    /// Each page is requested at most once, complete pages are returned, and a loop is an error with a cursor to resume
    /// at.
    #[test]
    fn cursor_loop_is_detected(graph in graphs(), prefetch in any::<bool>()) {
        let pages = graph.clone();
        let fake = Fake::new(move |sent| {
            let at: usize = cursor(sent).map_or(0, |cursor| cursor.parse().unwrap());
            let next = pages[at].map(|next| next.to_string());
            page(&[u32::try_from(at).unwrap()], next.is_some(), next.as_deref())
        });
        let api = fake.builder().wait_for_rate_limit(false).build().unwrap();
        let mut pages = api.numbers(1, None, None).prefetch(prefetch);
        let (items, error) = run(drain(&mut pages));

        // The expected iteration. The first request has no cursor, so the first page may be requested twice.
        let (mut at, mut seen, mut complete) = (0, BTreeSet::new(), Vec::new());
        let loops = loop {
            match graph[at] {
                None => {
                    complete.push(at);
                    break false;
                }
                Some(next) if !seen.insert(next) => break true,
                Some(next) => {
                    complete.push(at);
                    at = next;
                }
            }
        };
        prop_assert_eq!(items.iter().map(|item| *item as usize).collect::<Vec<_>>(), complete);
        prop_assert_eq!(error.map(|error| error.kind()), loops.then_some(ErrorKind::Pagination));
        let resumes_at = (loops && fake.count() > 1).then(|| at.to_string());
        prop_assert_eq!(pages.cursor(), resumes_at.as_deref());
        prop_assert!(fake.count() <= graph.len() + 1);
    }
}

#[tokio::test]
async fn page_without_more_ends_the_list_despite_its_cursor() {
    let fake = Fake::new(|_| page(&[1], false, Some("more")));
    let api = fake.client();
    let (items, error) = drain(&mut api.numbers(2, None, None)).await;
    assert_eq!((items, error.is_none(), fake.count()), (vec![1], true, 1));
}

#[tokio::test]
async fn page_with_more_but_no_cursor_is_an_error() {
    let fake = Fake::new(|sent| match cursor(sent) {
        None => page(&[1], true, Some("a")),
        Some(_) => page(&[2], true, None),
    });
    let api = fake.client();
    let mut pages = api.numbers(2, None, None);
    let (items, error) = drain(&mut pages).await;
    assert_eq!(items, [1]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!((pages.cursor(), fake.count()), (Some("a"), 2));
}
