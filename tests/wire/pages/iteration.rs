//! Iteration from the first item to the last.

use futures_util::{StreamExt, TryStreamExt};
use pivotal_api::Lists;
use pivotal_runtime::{ErrorKind, Transport, endpoint};

use super::{Numbers, TOTAL, cursor, drain, fake, ok, query, server};
use crate::support::KEY;
use crate::support::server::{Server, rejection_of};

fn pair(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

#[tokio::test]
async fn each_page_is_requested_with_the_same_parameters() {
    let server = server();
    let api = server.client();
    let mut numbers = api.numbers(3, Some("a&b c"), None);
    assert_eq!(drain(&mut numbers).await.0, [0, 1, 2, 3, 4, 5, 6]);
    for cursor in [None, Some(cursor(3)), Some(cursor(6))] {
        let request = server.request();
        assert_eq!(request.headers("authorization"), [format!("Bearer {KEY}")]);
        let mut expected = vec![pair("limit", "3"), pair("tag", "a&b c"), pair("sort", "up")];
        expected.extend(cursor.iter().map(|cursor| pair("cursor", cursor)));
        let mut found = query(request.target());
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "each pair is sent once");
    }
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn cursor_is_encoded_once() {
    let server = server();
    drain(&mut server.client().numbers(4, None, None)).await;
    assert_eq!(server.request().target(), "/numbers?limit=4&sort=up");
    let second = server.request();
    assert!(second.target().ends_with("cursor=at%204%2F%2B%2526%3D%26%C3%A9%3D%3D"), "{}", second.target());
}

#[tokio::test]
async fn number_of_items_does_not_end_the_list() {
    for (limit, requests) in [(1, 7), (2, 4), (6, 2), (7, 1), (100, 1)] {
        let fake = fake();
        assert_eq!(drain(&mut fake.numbers(limit, None, None)).await.0.len(), TOTAL as usize);
        assert_eq!(fake.calls().len(), requests, "pages of {limit}");
    }
}

#[tokio::test]
async fn cursor_of_the_last_page_is_ignored() {
    let server = Server::responding_with(|_| ok(r#"{"object":"list","data":[1],"has_more":false,"next_cursor":"c"}"#));
    assert_eq!(drain(&mut server.client().numbers(3, None, None)).await.0, [1]);
    server.request();
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn unpolled_pages_send_nothing() {
    let server = server();
    let api = server.client();
    let numbers = api.numbers(3, None, None);
    assert_eq!(format!("{numbers:?}"), "Pages { remaining_items_of_page: 0, .. }");
    drop(numbers);
    drop(api.numbers(3, None, None).prefetch(true));
    drop(api.numbers(3, None, None).pages());
    let first = api.numbers(3, None, None);
    drop(first.next_future_is_lazy());
    assert_eq!(server.connections(), 0);
}

trait Lazy {
    /// Creates a future that is never polled.
    fn next_future_is_lazy(self) -> impl Sized;
}

impl Lazy for Lists<'_, u32> {
    fn next_future_is_lazy(mut self) -> impl Sized {
        drop(self.next());
        self
    }
}

#[tokio::test]
async fn dropped_pages_send_no_more_requests() {
    let server = server();
    let api = server.client();
    let mut numbers = api.numbers(3, None, None);
    assert_eq!(numbers.next().await.unwrap().unwrap(), 0);
    drop(numbers);
    server.request();
    assert_eq!(server.requests(), 0);
    assert_eq!(server.connections(), 1);
    let fake = fake();
    let mut numbers = fake.numbers(3, None, None);
    for _ in 0..3 {
        numbers.next().await.unwrap().unwrap();
        assert_eq!(fake.calls().len(), 1, "the next page is requested when its items are polled");
    }
    numbers.next().await.unwrap().unwrap();
    assert_eq!(fake.calls().len(), 2);
}

#[tokio::test]
async fn pages_can_start_at_a_cursor() {
    let fake = fake();
    assert_eq!(drain(&mut fake.numbers(2, Some("x"), Some(&cursor(3)))).await.0, [3, 4, 5, 6]);
    let cursors: Vec<_> = fake
        .calls()
        .iter()
        .map(|call| query(call.path_and_query()).into_iter().filter(|(key, _)| key == "cursor").collect::<Vec<_>>())
        .collect();
    assert_eq!(cursors, [[pair("cursor", &cursor(3))], [pair("cursor", &cursor(5))]]);
}

#[tokio::test]
async fn complete_pages_are_returned_unchanged() {
    let server = server();
    let api = server.client();
    let mut pages = api.numbers(3, None, None).pages();
    assert_eq!(pages.cursor(), None);
    let first = pages.next().await.unwrap().unwrap();
    assert_eq!((first.data, first.has_more, first.next_cursor), (vec![0, 1, 2], true, Some(cursor(3))));
    assert_eq!(pages.cursor(), Some(&*cursor(3)));
    server.request();
    assert_eq!(server.requests(), 0);
    let rest: Vec<_> = pages.by_ref().map_ok(|page| page.data).try_collect().await.unwrap();
    assert_eq!(rest, [vec![3, 4, 5], vec![6]]);
    assert_eq!(pages.cursor(), None);
    assert!(pages.next().await.is_none() && pages.next().await.is_none());
}

#[tokio::test]
async fn pages_are_a_stream() {
    let fake = fake();
    let all: Vec<u32> = fake.numbers(2, None, None).try_collect().await.unwrap();
    assert_eq!(all, [0, 1, 2, 3, 4, 5, 6]);
    let even = fake.numbers(2, None, None).try_filter(|number| std::future::ready(number % 2 == 0));
    let even: Vec<u32> = even.take(2).try_collect().await.unwrap();
    assert_eq!(even, [0, 2]);
    assert_eq!(fake.calls().len(), 4 + 2);
}

#[tokio::test]
async fn invalid_parameter_is_the_first_and_only_item() {
    trait Rooms: Transport {
        #[endpoint(GET, "/rooms/<room>/numbers")]
        fn in_room(&self, room: &str) -> Lists<'_, u32>;
    }
    impl<T: Transport> Rooms for T {}

    let error = rejection_of(async |api| {
        let (items, error) = drain(&mut api.in_room("..")).await;
        assert!(items.is_empty());
        error.map_or(Ok(()), Err)
    });
    let error = error.await;
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("room")));
    assert_eq!(error.endpoint().unwrap().to_string(), "GET /rooms/<room>/numbers");
}
