//! `prefetch(true)`: one page ahead, and no more.

use std::future::poll_fn;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::task::Poll;

use futures_util::FutureExt;
use pivotal_runtime::{Body, Error, ErrorKind, Request, Transport, http};

use super::{Numbers, cursor, drain, fake, page, query, server};
use crate::support::recorder::Recorder;

#[tokio::test]
async fn one_page_is_asked_for_ahead_and_no_more() {
    let fake = fake();
    let mut numbers = fake.numbers(3, None, None).prefetch(true);
    assert_eq!(fake.targets().len(), 0);
    // After each item, how many pages were requested: page by page 3, 3 and 1 items.
    for (item, requested) in [(0, 2), (1, 2), (2, 2), (3, 3), (4, 3), (5, 3), (6, 3)] {
        assert_eq!(numbers.next().await.unwrap().unwrap(), item);
        assert_eq!(fake.targets().len(), requested, "after {item}");
    }
    assert!(numbers.next().await.is_none());
    assert_eq!(fake.targets().len(), 3);
}

#[tokio::test]
async fn no_page_ahead_is_the_default() {
    let fake = fake();
    let mut numbers = fake.numbers(3, None, None).prefetch(true).prefetch(false);
    for asked in [1, 1, 1, 2, 2, 2, 3] {
        numbers.next().await.unwrap().unwrap();
        assert_eq!(fake.targets().len(), asked);
    }
}

#[tokio::test]
async fn whole_pages_are_asked_for_ahead_too() {
    let fake = fake();
    let mut pages = fake.numbers(3, None, None).prefetch(true).pages();
    for (len, asked) in [(3, 2), (3, 3), (1, 3)] {
        assert_eq!(pages.next().await.unwrap().unwrap().data.len(), len);
        assert_eq!(fake.targets().len(), asked);
    }
    assert!(pages.next().await.is_none());
}

/// Holds back every page but the first until it may go on.
#[derive(Default)]
struct Held {
    asked: AtomicUsize,
    open: AtomicBool,
}

impl Transport for Held {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let is_first = self.asked.fetch_add(1, Ordering::Relaxed) == 0;
        poll_fn(|_| if is_first || self.open.load(Ordering::Relaxed) { Poll::Ready(()) } else { Poll::Pending }).await;
        Ok(http::Response::new(Body::from(page(request.path_and_query()))))
    }
}

/// The page ahead is on its way while the items of the one before it are taken.
#[tokio::test]
async fn the_items_at_hand_do_not_wait_for_the_page_ahead() {
    let held = Held::default();
    let mut numbers = held.numbers(4, None, None).prefetch(true);
    for item in 0..4 {
        assert_eq!(numbers.next().now_or_never().expect("is here").unwrap().unwrap(), item);
        assert_eq!(held.asked.load(Ordering::Relaxed), 2);
    }
    for _ in 0..3 {
        assert!(numbers.next().now_or_never().is_none(), "has to wait");
    }
    held.open.store(true, Ordering::Relaxed);
    assert_eq!(drain(&mut numbers).await.0, [4, 5, 6]);
    assert_eq!(held.asked.load(Ordering::Relaxed), 2, "and asked for once");
}

#[tokio::test]
async fn a_server_sees_the_same_requests() {
    let server = server();
    assert_eq!(drain(&mut server.client().numbers(3, None, None).prefetch(true)).await.0, [0, 1, 2, 3, 4, 5, 6]);
    let cursors = [(); 3].map(|()| query(server.request().target()).into_iter().find(|(key, _)| key == "cursor"));
    assert_eq!(cursors.map(|pair| pair.map(|(_, value)| value)), [None, Some(cursor(3)), Some(cursor(6))]);
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn a_page_ahead_that_fails_takes_no_item_away() {
    let fake = Recorder::responding(|request| match request.path_and_query() {
        target if target.contains("cursor=") => (500, String::new()),
        target => (200, page(target)),
    });
    let mut numbers = fake.numbers(3, None, None).prefetch(true);
    for item in 0..3 {
        assert_eq!(numbers.next().await.unwrap().unwrap(), item);
        assert_eq!(fake.targets().len(), 2, "the failure is known, and waits for its turn");
    }
    assert_eq!(numbers.cursor(), Some(&*cursor(3)));
    let (items, error) = drain(&mut numbers).await;
    assert!(items.is_empty());
    assert_eq!(error.unwrap().status().unwrap().as_u16(), 500);
    assert_eq!(fake.targets().len(), 2, "asked for once");
    assert_eq!(numbers.cursor(), Some(&*cursor(3)));
}

/// Breaks off the second request and so many after it.
struct Breaks {
    asked: AtomicUsize,
    more: usize,
}

impl Transport for Breaks {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        if (1..=1 + self.more).contains(&self.asked.fetch_add(1, Ordering::Relaxed)) {
            return Err(Error::transport("nobody read on in time"));
        }
        Ok(http::Response::new(Body::from(page(request.path_and_query()))))
    }
}

/// Whoever takes long over an item lets the page ahead run out of time, and is not to lose the list for that.
#[tokio::test]
async fn a_page_ahead_that_breaks_off_is_asked_for_again_when_it_is_wanted() {
    for more in [0, 1] {
        let breaks = Breaks { asked: AtomicUsize::new(0), more };
        let mut numbers = breaks.numbers(3, None, None).prefetch(true);
        for item in 0..3 {
            assert_eq!(numbers.next().await.unwrap().unwrap(), item);
            assert_eq!(breaks.asked.load(Ordering::Relaxed), 2, "not before that");
        }
        let (items, error) = drain(&mut numbers).await;
        let asked = breaks.asked.load(Ordering::Relaxed);
        match error {
            None => assert_eq!((items, asked, more), (vec![3, 4, 5, 6], 4, 0)),
            // Once, so that it ends.
            Some(error) => assert_eq!((items, asked, more, error.kind()), (vec![], 3, 1, ErrorKind::Transport)),
        }
    }
}

#[tokio::test]
async fn the_cursor_is_that_of_the_items_and_not_of_the_page_ahead() {
    let fake = fake();
    let mut numbers = fake.numbers(3, None, None).prefetch(true);
    let mut seen = Vec::new();
    while let Some(item) = numbers.next().await {
        seen.push((item.unwrap(), numbers.cursor().map(str::to_owned)));
    }
    let (at_3, at_6) = (Some(cursor(3)), Some(cursor(6)));
    let expected = [(0, None), (1, None), (2, at_3.clone()), (3, at_3.clone()), (4, at_3), (5, at_6), (6, None)];
    assert_eq!(seen, expected);
}
