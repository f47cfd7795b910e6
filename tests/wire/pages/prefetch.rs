//! `prefetch(true)`, which requests one page ahead.

use std::time::Duration;

use futures_util::FutureExt;
use pivotal_api::List;
use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{ErrorKind, Pages, Transport, endpoint};

use super::{Numbers, cursor, drain, fake, query, server};

#[tokio::test]
async fn prefetch_requests_one_page_ahead() {
    let fake = fake();
    let mut numbers = fake.numbers(3, None, None).prefetch(true);
    assert_eq!(fake.calls().len(), 0);
    // The number of requested pages after each item. The pages have 3, 3 and 1 items.
    for (item, requested) in [(0, 2), (1, 2), (2, 2), (3, 3), (4, 3), (5, 3), (6, 3)] {
        assert_eq!(numbers.next().await.unwrap().unwrap(), item);
        assert_eq!(fake.calls().len(), requested, "after {item}");
    }
    assert!(numbers.next().await.is_none());
    assert_eq!(fake.calls().len(), 3);
}

#[tokio::test]
async fn prefetch_is_off_by_default() {
    let fake = fake();
    let mut numbers = fake.numbers(3, None, None).prefetch(true).prefetch(false);
    for requests in [1, 1, 1, 2, 2, 2, 3] {
        numbers.next().await.unwrap().unwrap();
        assert_eq!(fake.calls().len(), requests);
    }
}

#[tokio::test]
async fn prefetch_applies_to_complete_pages() {
    let fake = fake();
    let mut pages = fake.numbers(3, None, None).prefetch(true).pages();
    for (len, requests) in [(3, 2), (3, 3), (1, 3)] {
        assert_eq!(pages.next().await.unwrap().unwrap().data.len(), len);
        assert_eq!(fake.calls().len(), requests);
    }
    assert!(pages.next().await.is_none());
}

#[tokio::test(start_paused = true)]
async fn items_do_not_wait_for_the_prefetched_page() {
    let at_4 = cursor(4);
    let fake = Fake::new();
    fake.on(|api| api.numbers(4, None, None)).returns(&[List::new(vec![0, 1, 2, 3], Some(at_4.clone()))]);
    let last = fake.on(|api| api.numbers(4, None, Some(&at_4))).returns(&[List::new(vec![4, 5, 6], None)]);
    last.latency(Duration::from_secs(5));
    let mut numbers = fake.numbers(4, None, None).prefetch(true);
    for item in 0..4 {
        assert_eq!(numbers.next().now_or_never().expect("is here").unwrap().unwrap(), item);
        assert_eq!(fake.calls().len(), 2);
    }
    for _ in 0..3 {
        assert!(numbers.next().now_or_never().is_none(), "has to wait");
    }
    assert_eq!(drain(&mut numbers).await.0, [4, 5, 6]);
    assert_eq!(fake.calls().len(), 2, "requested once");
}

#[tokio::test]
async fn prefetch_sends_the_same_requests() {
    let server = server();
    assert_eq!(drain(&mut server.client().numbers(3, None, None).prefetch(true)).await.0, [0, 1, 2, 3, 4, 5, 6]);
    let cursors = [(); 3].map(|()| query(server.request().target()).into_iter().find(|(key, _)| key == "cursor"));
    assert_eq!(cursors.map(|pair| pair.map(|(_, value)| value)), [None, Some(cursor(3)), Some(cursor(6))]);
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn failed_prefetch_loses_no_item() {
    let fake = Fake::new();
    fake.on(|api| api.numbers(3, None, None)).returns(&[first_page()]);
    fake.on(|api| api.numbers(3, None, Some(&cursor(3)))).responds(500, "");
    let mut numbers = fake.numbers(3, None, None).prefetch(true);
    for item in 0..3 {
        assert_eq!(numbers.next().await.unwrap().unwrap(), item);
        assert_eq!(fake.calls().len(), 2, "the failure is known, and waits for its turn");
    }
    assert_eq!(numbers.cursor(), Some(&*cursor(3)));
    let (items, error) = drain(&mut numbers).await;
    assert!(items.is_empty());
    assert_eq!(error.unwrap().status().unwrap().as_u16(), 500);
    assert_eq!(fake.calls().len(), 2, "requested once");
    assert_eq!(numbers.cursor(), Some(&*cursor(3)));
}

fn first_page() -> List<u32> {
    List::new(vec![0, 1, 2], Some(cursor(3)))
}

/// A prefetched page can time out while the caller processes an item. The list must not end then.
#[tokio::test]
async fn lost_prefetch_is_requested_again() {
    for more in [0, 1] {
        let fake = fake();
        fake.on(|api| api.numbers(3, None, Some(&cursor(3)))).fails(Fault::ResetAfterSending).times(1 + more);
        let mut numbers = fake.numbers(3, None, None).prefetch(true);
        for item in 0..3 {
            assert_eq!(numbers.next().await.unwrap().unwrap(), item);
            assert_eq!(fake.calls().len(), 2, "not before that");
        }
        let (items, error) = drain(&mut numbers).await;
        let requests = fake.calls().len();
        match error {
            None => assert_eq!((items, requests, more), (vec![3, 4, 5, 6], 4, 0)),
            // Once, so that the loop ends.
            Some(error) => assert_eq!((items, requests, more, error.kind()), (vec![], 3, 1, ErrorKind::Transport)),
        }
    }
}

/// A list whose requests may do work.
trait Search: Transport {
    #[endpoint(POST, "/numbers?<limit>&<cursor>")]
    fn search(&self, limit: u32, cursor: Option<&str>) -> Pages<'_, List<u32>>;
}
impl<T: Transport> Search for T {}

#[tokio::test]
async fn lost_prefetch_of_a_post_is_not_requested_again() {
    let fake = Fake::new();
    fake.on(|api| api.search(3, None)).returns(&[first_page()]);
    fake.on(|api| api.search(3, Some(&cursor(3)))).fails(Fault::ResetAfterSending);
    let mut numbers = fake.search(3, None).prefetch(true);
    let (items, error) = drain(&mut numbers).await;
    assert_eq!((items, error.unwrap().kind()), (vec![0, 1, 2], ErrorKind::Transport));
    assert_eq!(fake.calls().len(), 2);
}

#[tokio::test]
async fn cursor_ignores_the_prefetched_page() {
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
