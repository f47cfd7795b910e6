//! `next()` futures that are dropped before they are ready.

use futures_util::{FutureExt, StreamExt};

use super::{Numbers, TOTAL, cursor, ok, page, server};
use crate::support::gate::gate;
use crate::support::staged::StagedServer;

#[tokio::test]
async fn dropped_next_loses_and_repeats_nothing() {
    let server = server();
    let api = server.client();
    let mut numbers = api.numbers(2, None, None);
    let mut items = Vec::new();
    loop {
        // Polled once, when the response to a new page has not arrived.
        let polled_once = numbers.next().now_or_never();
        let starts_a_page = items.len().is_multiple_of(2);
        assert_eq!(polled_once.is_none(), starts_a_page && items.len() < TOTAL as usize, "{items:?}");
        let item = match polled_once {
            Some(item) => item,
            None => numbers.next().await,
        };
        match item {
            Some(item) => items.push(item.unwrap()),
            None => break,
        }
    }
    assert_eq!(items, [0, 1, 2, 3, 4, 5, 6]);
    for _ in 0..4 {
        server.request();
    }
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn request_in_flight_is_kept_for_the_next_call() {
    let (key, polled) = gate();
    let server = StagedServer::start(move |connection| {
        let request = connection.read_head();
        polled.wait();
        connection.send(ok(&page(request.target())));
        String::from_utf8(connection.read_to_end()).unwrap()
    });
    let api = server.client();
    let mut numbers = api.numbers(7, None, None);
    for _ in 0..5 {
        assert!(numbers.next().now_or_never().is_none());
        assert_eq!(numbers.cursor(), None);
        tokio::task::yield_now().await;
    }
    key.open();
    assert_eq!(numbers.next().await.unwrap().unwrap(), 0);
    assert_eq!(numbers.by_ref().take(2).count().await, 2);
    drop(numbers);
    drop(api);
    let more = tokio::task::spawn_blocking(|| server.finish()).await.unwrap();
    assert_eq!(more, "", "one request, on one connection");
}

#[tokio::test]
async fn dropped_next_loses_no_complete_page() {
    let server = server();
    let api = server.client();
    let mut pages = api.numbers(3, None, None).prefetch(true).pages();
    assert!(pages.next().now_or_never().is_none());
    assert_eq!(pages.next().await.unwrap().unwrap().data, [0, 1, 2]);
    assert!(pages.next().now_or_never().is_none());
    assert_eq!(pages.cursor(), Some(&*cursor(3)));
    assert_eq!(pages.next().await.unwrap().unwrap().data, [3, 4, 5]);
    assert_eq!(pages.next().await.unwrap().unwrap().data, [6]);
    assert!(pages.next().await.is_none());
    for _ in 0..3 {
        server.request();
    }
    assert_eq!(server.requests(), 0);
}
