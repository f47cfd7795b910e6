//! The cursor at which a list can be resumed.

use std::sync::atomic::{AtomicUsize, Ordering};

use pivotal_api::Lists;
use pivotal_runtime::{Error, ErrorKind};

use super::{Numbers, TOTAL, cursor, drain, fake, ok, page, server};
use crate::support::server::Server;

#[tokio::test]
async fn cursor_resumes_at_current_page() {
    let server = server();
    let api = server.client();
    let mut numbers = api.numbers(3, None, None);
    assert_eq!(numbers.cursor(), None, "the start");
    let at = |numbers: &Lists<'_, u32>| numbers.cursor().map(str::to_owned);
    let expected = [None, None, Some(3), Some(3), Some(3), Some(6), None];
    for (item, start) in (0..TOTAL).zip(expected) {
        assert_eq!(numbers.next().await.unwrap().unwrap(), item);
        assert_eq!(at(&numbers), start.map(cursor), "after {item}");
    }
    assert!(numbers.next().await.is_none());
    assert_eq!(numbers.cursor(), None, "the end");
}

#[tokio::test]
async fn cursor_of_the_start_is_known_after_the_first_page() {
    let fake = fake();
    let start = cursor(2);
    let mut numbers = fake.numbers(3, None, Some(&start));
    assert_eq!(numbers.cursor(), None, "the first page determines the parameter");
    assert_eq!(numbers.next().await.unwrap().unwrap(), 2);
    assert_eq!(numbers.cursor(), Some(&*start), "as it was given, not as it is encoded");
}

/// A list that is resumed at its cursor loses no item, and repeats at most one page.
#[tokio::test]
async fn cursor_resumes_without_losing_items() {
    for limit in 1..=TOTAL {
        for taken in 0..TOTAL {
            let fake = fake();
            let mut numbers = fake.numbers(limit, None, None);
            for _ in 0..taken {
                numbers.next().await.unwrap().unwrap();
            }
            let left_at = numbers.cursor().map(str::to_owned);
            drop(numbers);
            let (rest, error) = drain(&mut fake.numbers(limit, None, left_at.as_deref())).await;
            assert!(error.is_none());
            let first = rest[0];
            assert!(first <= taken && taken - first < limit, "{limit}, {taken}: {rest:?}");
            assert_eq!(rest, (first..TOTAL).collect::<Vec<_>>());
        }
    }
}

/// Returns a server that fails once, at the second page.
fn fails_once(how: fn() -> String) -> Server {
    let failed = AtomicUsize::new(0);
    Server::responding_with(move |request| {
        if request.target().contains("cursor=") && failed.fetch_add(1, Ordering::Relaxed) == 0 {
            how()
        } else {
            ok(&page(request.target()))
        }
    })
}

async fn fails_and_goes_on(server: &Server) -> Error {
    let api = server.client();
    let mut numbers = api.numbers(3, Some("x"), None);
    let (items, error) = drain(&mut numbers).await;
    assert_eq!(items, [0, 1, 2]);
    let left_at = numbers.cursor().map(str::to_owned);
    assert_eq!(left_at, Some(cursor(3)), "it is still known");
    assert_eq!(drain(&mut api.numbers(3, Some("x"), left_at.as_deref())).await.0, [3, 4, 5, 6]);
    error.unwrap()
}

#[tokio::test]
async fn cursor_resumes_after_an_error() {
    let error = fails_and_goes_on(&fails_once(|| "HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n".to_owned())).await;
    assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Api, true));
    assert_eq!(error.endpoint().unwrap().operation(), "list-numbers");
    let error = fails_and_goes_on(&fails_once(|| ok(r#"{"object":"list","data":[1,"x"]}"#))).await;
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("at `data[1]`"), "{error}");
}

#[tokio::test]
async fn error_at_the_first_page_leaves_no_cursor() {
    let server = Server::responding_and_closing("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
    let api = server.client();
    let mut numbers = api.numbers(3, None, None);
    let (items, error) = drain(&mut numbers).await;
    assert_eq!((items, error.unwrap().kind()), (vec![], ErrorKind::Transport));
    assert_eq!(numbers.cursor(), None);
    let mut numbers = api.numbers(3, None, Some(&cursor(2)));
    drain(&mut numbers).await;
    assert_eq!(numbers.cursor(), None, "the caller has the start");
}

#[tokio::test]
async fn status_404_of_a_list_is_an_error() {
    let server = Server::responding_with(|_| "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n".to_owned());
    let (items, error) = drain(&mut server.client().numbers(3, None, None)).await;
    assert!(items.is_empty() && error.unwrap().is_not_found());
}
