//! Lists that do not end.

use pivotal_runtime::testing::{Fake, RecordedCall};
use pivotal_runtime::{Error, ErrorKind};
use serde_json::json;

use super::{Numbers, drain, responding};

fn page(data: &[u32], next: Option<&str>) -> String {
    json!({ "object": "list", "data": data, "has_more": true, "next_cursor": next }).to_string()
}

/// Returns the number that the cursor of a call is.
fn position(call: &RecordedCall) -> Option<usize> {
    call.parameter("cursor")?.parse().ok()
}

/// Returns the items before the error, and the error.
async fn items_and_error(fake: &Fake, cursor: Option<&str>) -> (Vec<u32>, Error) {
    let (items, error) = drain(&mut fake.numbers(3, None, cursor)).await;
    let error = error.expect("it would go on for ever");
    assert_eq!(error.kind(), ErrorKind::Pagination, "{error:?}");
    assert_eq!(error.endpoint().unwrap().operation(), "list-numbers");
    assert!(error.to_string().starts_with("GET /numbers: "), "{error}");
    assert!(!error.is_retryable());
    (items, error)
}

#[tokio::test]
async fn repeated_cursor_is_an_error() {
    let fake = Fake::new();
    fake.on_any().responds(200, page(&[1], Some("same"))).times(2);
    let (items, error) = items_and_error(&fake, None).await;
    assert_eq!(fake.calls().len(), 2);
    assert!(items.len() <= 2 && items.iter().all(|item| *item == 1), "{items:?}");
    assert!(error.to_string().contains("the position of a page that it returned before"), "{error}");
}

#[tokio::test]
async fn page_with_its_own_cursor_is_an_error() {
    let fake = Fake::new();
    fake.on(|api| api.numbers(3, None, Some("start"))).responds(200, page(&[1], Some("start")));
    items_and_error(&fake, Some("start")).await;
    assert_eq!(fake.calls().len(), 1, "the initial cursor counts");
}

#[tokio::test]
async fn cursor_loop_is_an_error() {
    for length in [2, 3, 50] {
        // From the cursor 0 over the others back to 0.
        let fake = responding(move |call| {
            let next = position(call).map_or(0, |at| (at + 1) % length);
            page(&[7], Some(&next.to_string()))
        });
        items_and_error(&fake, None).await;
        assert!(fake.calls().len() <= length + 1, "{}", fake.calls().len());
    }
}

#[tokio::test]
async fn missing_cursor_is_an_error() {
    let fake = Fake::new();
    fake.on_any().responds(200, page(&[1, 2], None));
    let (_, error) = items_and_error(&fake, None).await;
    assert_eq!(fake.calls().len(), 1);
    assert!(error.to_string().contains("reports that there is more, but returned no position for it"), "{error}");
    let fake = Fake::new();
    fake.on_any().responds(200, r#"{"object":"list","data":[],"has_more":true}"#);
    items_and_error(&fake, None).await;
}

/// An empty cursor would start the list again.
#[tokio::test]
async fn empty_cursor_is_an_error() {
    let fake = Fake::new();
    fake.on(|api| api.numbers(3, None, None)).responds(200, page(&[1, 2], Some("second")));
    fake.on(|api| api.numbers(3, None, Some("second"))).responds(200, page(&[3], Some("")));
    let (items, error) = items_and_error(&fake, None).await;
    assert_eq!(fake.calls().len(), 2, "{items:?}");
    assert!(error.to_string().contains("reports that there is more, but returned no position for it"), "{error}");
}

/// Returns the next cursor: a number that increases with each page.
fn next(call: &RecordedCall) -> usize {
    position(call).map_or(1, |at| at + 1)
}

#[tokio::test]
async fn hundred_empty_pages_in_a_row_are_an_error() {
    let fake = responding(|call| page(&[], Some(&next(call).to_string())));
    let (items, error) = items_and_error(&fake, None).await;
    assert!(items.is_empty());
    assert_eq!(fake.calls().len(), 100);
    assert!(error.to_string().contains("100 empty pages"), "{error}");
    let fake = responding(|call| page(&[], Some(&next(call).to_string())));
    let mut numbers = fake.numbers(3, None, None).prefetch(true);
    assert_eq!(drain(&mut numbers).await.1.unwrap().kind(), ErrorKind::Pagination);
    assert!(numbers.cursor().is_some(), "the caller can resume");
}

#[tokio::test]
async fn empty_pages_with_new_cursors_are_skipped() {
    let fake = responding(|call| match next(call) {
        at @ (1 | 100) => page(&[u32::try_from(at).unwrap()], Some(&at.to_string())),
        // 99 empty pages follow, and the last page ends the list.
        200 => json!({ "object": "list", "data": [200], "has_more": false }).to_string(),
        at => page(&[], Some(&at.to_string())),
    });
    let (items, error) = drain(&mut fake.numbers(3, None, None)).await;
    assert_eq!((items, error.map(|error| error.to_string())), (vec![1, 100, 200], None));
    assert_eq!(fake.calls().len(), 200);
}

#[tokio::test]
async fn hundredth_empty_page_can_be_the_last() {
    let fake = responding(|call| match next(call) {
        100 => r#"{"object":"list","data":[],"has_more":false}"#.to_owned(),
        at => page(&[], Some(&at.to_string())),
    });
    let (items, error) = drain(&mut fake.numbers(3, None, None)).await;
    assert_eq!((items, error.map(|error| error.to_string())), (vec![], None));
}

#[tokio::test]
async fn cursor_loop_of_complete_pages_is_an_error() {
    let fake = Fake::new();
    fake.on_any().responds(200, page(&[1], Some("same"))).times(2);
    let mut pages = fake.numbers(3, None, None).pages();
    pages.next().await.unwrap().unwrap();
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Pagination, "list-numbers"));
    assert!(pages.next().await.is_none() && pages.next().await.is_none());
}
