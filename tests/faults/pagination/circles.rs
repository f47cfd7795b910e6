//! Rows 112 to 114: pages that do not lead to an end.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};

use pivotal_runtime::ErrorKind;
use proptest::prelude::*;

use super::{Answering, Numbers, asked, client, drain, page};

#[tokio::test]
async fn row_112_an_empty_page_is_not_the_end() {
    let http = Answering::that(|request| match asked(request).as_deref() {
        None => page(&[], true, Some("1")),
        Some("1") => page(&[1], true, Some("2")),
        Some("2") => page(&[], true, Some("3")),
        _ => page(&[2], false, None),
    });
    let api = client(&http).build().unwrap();
    let (items, error) = drain(&mut api.numbers(2, None, None)).await;
    assert_eq!((items, error.is_none()), (vec![1, 2], true));
    assert_eq!(http.asked().len(), 4);
}

#[tokio::test]
async fn row_112_a_hundred_empty_pages_in_a_row_are_an_error() {
    for (empty, is_error) in [(99, false), (100, true)] {
        let asked = AtomicU32::new(0);
        let http = Answering::that(move |_| match asked.fetch_add(1, Ordering::Relaxed) {
            number if number < empty => page(&[], true, Some(&format!("{number}"))),
            _ => page(&[7], false, None),
        });
        let api = client(&http).build().unwrap();
        let (items, error) = drain(&mut api.numbers(2, None, None)).await;
        assert_eq!(error.as_ref().map(pivotal_runtime::Error::kind), is_error.then_some(ErrorKind::Pagination));
        assert_eq!((items.is_empty(), http.asked().len()), (is_error, 100));
    }
}

/// A page for each number, which says where the next one is; `None` is the end.
fn graphs() -> impl Strategy<Value = Vec<Option<usize>>> {
    (1_usize..12).prop_flat_map(|pages| proptest::collection::vec(proptest::option::of(0..pages), pages))
}

proptest! {
    /// Whatever way the cursors lead: each page is asked for once at most, what was whole is delivered, and a walk that
    /// would not end is an error, with the cursor to go on from.
    #[test]
    fn row_113_a_walk_ends_or_says_that_it_would_not(graph in graphs(), prefetch in any::<bool>()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        let pages = graph.clone();
        let http = Answering::that(move |request| {
            let at: usize = asked(request).map_or(0, |cursor| cursor.parse().unwrap());
            let next = pages[at].map(|next| next.to_string());
            page(&[u32::try_from(at).unwrap()], next.is_some(), next.as_deref())
        });
        let api = client(&http).wait_for_rate_limit(false).build().unwrap();
        let mut walk = api.numbers(1, None, None).prefetch(prefetch);
        let (items, error) = runtime.block_on(drain(&mut walk));

        // The walk as it should be. The first page has no cursor, so it may be come by once more under its own.
        let (mut at, mut seen, mut whole) = (0, BTreeSet::new(), Vec::new());
        let circle = loop {
            match graph[at] {
                None => {
                    whole.push(at);
                    break false;
                }
                Some(next) if !seen.insert(next) => break true,
                Some(next) => {
                    whole.push(at);
                    at = next;
                }
            }
        };
        prop_assert_eq!(items.iter().map(|item| *item as usize).collect::<Vec<_>>(), whole);
        prop_assert_eq!(error.map(|error| error.kind()), circle.then_some(ErrorKind::Pagination));
        let stands_at = (circle && http.asked().len() > 1).then(|| at.to_string());
        prop_assert_eq!(walk.cursor(), stands_at.as_deref());
        prop_assert!(http.asked().len() <= graph.len() + 1);
    }
}

#[tokio::test]
async fn row_114_no_more_is_the_end_whatever_the_cursor() {
    let http = Answering::that(|_| page(&[1], false, Some("more")));
    let api = client(&http).build().unwrap();
    let (items, error) = drain(&mut api.numbers(2, None, None)).await;
    assert_eq!((items, error.is_none(), http.asked().len()), (vec![1], true, 1));
}

#[tokio::test]
async fn row_114_more_without_a_cursor_is_an_error_and_no_silent_end() {
    let http = Answering::that(|request| match asked(request) {
        None => page(&[1], true, Some("a")),
        Some(_) => page(&[2], true, None),
    });
    let api = client(&http).build().unwrap();
    let mut walk = api.numbers(2, None, None);
    let (items, error) = drain(&mut walk).await;
    assert_eq!(items, [1]);
    assert_eq!(error.unwrap().kind(), ErrorKind::Pagination);
    assert_eq!((walk.cursor(), http.asked().len()), (Some("a"), 2));
}
