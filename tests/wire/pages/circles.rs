//! Servers whose pages do not lead to an end.

use pivotal_runtime::{Error, ErrorKind, Request};
use serde_json::json;

use super::{Numbers, drain, query};
use crate::fake::Recorder;

/// The cursor that a request asks with, or nothing.
fn asked(request: &Request) -> String {
    query(request.path_and_query()).into_iter().find(|(key, _)| key == "cursor").map_or_else(String::new, |(_, it)| it)
}

fn page(data: &[u32], next: Option<&str>) -> (u16, String) {
    (200, json!({ "object": "list", "data": data, "has_more": true, "next_cursor": next }).to_string())
}

/// The items before the error, and the error.
async fn walked(fake: &Recorder, cursor: Option<&str>) -> (Vec<u32>, Error) {
    let (items, error) = drain(&mut fake.numbers(3, None, cursor)).await;
    let error = error.expect("it would go on for ever");
    assert_eq!(error.kind(), ErrorKind::Pagination, "{error:?}");
    assert_eq!(error.endpoint().unwrap().operation(), "list-numbers");
    assert!(error.to_string().starts_with("GET /numbers: "), "{error}");
    assert!(!error.is_retryable());
    (items, error)
}

#[tokio::test]
async fn a_cursor_that_repeats_is_an_error() {
    let fake = Recorder::that_answers(|_| page(&[1], Some("same")));
    let (items, error) = walked(&fake, None).await;
    assert_eq!(fake.targets().len(), 2);
    assert!(items.len() <= 2 && items.iter().all(|item| *item == 1), "{items:?}");
    assert!(error.to_string().contains("a cursor that it returned before"), "{error}");
}

#[tokio::test]
async fn a_page_that_names_itself_is_an_error() {
    let fake = Recorder::that_answers(|request| page(&[1], Some(&asked(request))));
    walked(&fake, Some("start")).await;
    assert_eq!(fake.targets().len(), 1, "the cursor that the walk started from counts");
}

#[tokio::test]
async fn a_circle_of_cursors_is_an_error() {
    for length in [2, 3, 50] {
        let fake = match length {
            2 => Recorder::that_answers(|request| circle(request, 2)),
            3 => Recorder::that_answers(|request| circle(request, 3)),
            _ => Recorder::that_answers(|request| circle(request, 50)),
        };
        walked(&fake, None).await;
        assert!(fake.targets().len() <= length + 1, "{}", fake.targets().len());
    }
}

/// A page of a circle: from the cursor 0 over the others back to 0.
fn circle(request: &Request, length: usize) -> (u16, String) {
    let next = asked(request).parse().map_or(0, |at: usize| (at + 1) % length);
    page(&[7], Some(&next.to_string()))
}

#[tokio::test]
async fn more_without_a_cursor_is_an_error() {
    let fake = Recorder::that_answers(|_| page(&[1, 2], None));
    let (_, error) = walked(&fake, None).await;
    assert_eq!(fake.targets().len(), 1);
    assert!(error.to_string().contains("reports that there is more, but returned no cursor for it"), "{error}");
    let fake = Recorder::that_answers(|_| (200, r#"{"object":"list","data":[],"has_more":true}"#.to_owned()));
    walked(&fake, None).await;
}

/// With it, the list would start anew, and its items come twice.
#[tokio::test]
async fn more_with_an_empty_cursor_is_an_error() {
    let fake = Recorder::that_answers(|request| match &*asked(request) {
        "second" => page(&[3], Some("")),
        _ => page(&[1, 2], Some("second")),
    });
    let (items, error) = walked(&fake, None).await;
    assert_eq!(fake.targets().len(), 2, "{items:?}");
    assert!(error.to_string().contains("reports that there is more, but returned no cursor for it"), "{error}");
}

/// Each page has another cursor: a number, one more than the one before.
fn next(request: &Request) -> usize {
    asked(request).parse().map_or(1, |at: usize| at + 1)
}

#[tokio::test]
async fn a_hundred_empty_pages_in_a_row_are_an_error() {
    let fake = Recorder::that_answers(|request| page(&[], Some(&next(request).to_string())));
    let (items, error) = walked(&fake, None).await;
    assert!(items.is_empty());
    assert_eq!(fake.targets().len(), 100);
    assert!(error.to_string().contains("100 empty pages"), "{error}");
    let fake = Recorder::that_answers(|request| page(&[], Some(&next(request).to_string())));
    let mut numbers = fake.numbers(3, None, None).prefetch(true);
    assert_eq!(drain(&mut numbers).await.1.unwrap().kind(), ErrorKind::Pagination);
    assert!(numbers.cursor().is_some(), "who knows better can go on");
}

#[tokio::test]
async fn empty_pages_with_new_cursors_go_on() {
    let fake = Recorder::that_answers(|request| match next(request) {
        at @ (1 | 100) => page(&[u32::try_from(at).unwrap()], Some(&at.to_string())),
        // The 99 after that: as many as there were before it, and the last one is the end.
        200 => (200, json!({ "object": "list", "data": [200], "has_more": false }).to_string()),
        at => page(&[], Some(&at.to_string())),
    });
    let (items, error) = drain(&mut fake.numbers(3, None, None)).await;
    assert_eq!((items, error.map(|error| error.to_string())), (vec![1, 100, 200], None));
    assert_eq!(fake.targets().len(), 200);
}

#[tokio::test]
async fn a_last_page_may_be_the_hundredth_empty_one() {
    let fake = Recorder::that_answers(|request| match next(request) {
        100 => (200, r#"{"object":"list","data":[],"has_more":false}"#.to_owned()),
        at => page(&[], Some(&at.to_string())),
    });
    let (items, error) = drain(&mut fake.numbers(3, None, None)).await;
    assert_eq!((items, error.map(|error| error.to_string())), (vec![], None));
}

#[tokio::test]
async fn whole_pages_do_not_go_in_circles_either() {
    let fake = Recorder::that_answers(|_| page(&[1], Some("same")));
    let mut pages = fake.numbers(3, None, None).pages();
    pages.next().await.unwrap().unwrap();
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Pagination, "list-numbers"));
    assert!(pages.next().await.is_none() && pages.next().await.is_none());
}
