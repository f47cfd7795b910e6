//! `List` and `Lists`: pages of the API, one after another.

use pivotal_api::{ErrorKind, List, Lists};
use pivotal_runtime::endpoints;
use pivotal_runtime::testing::{Fake, RecordedCall};
use serde_json::json;

use crate::support::{from_json, to_json};

#[endpoints]
trait Numbers {
    #[endpoint(GET, "/numbers?<limit>")]
    fn numbers(&self, limit: u32) -> Lists<'_, u32>;
}

#[test]
fn list_is_read_and_written_in_its_envelope() {
    let more = List::new(vec![1, 2], Some("c2".to_owned()));
    let json = json!({ "object": "list", "data": [1, 2], "has_more": true, "next_cursor": "c2" });
    assert_eq!(to_json(&more), json);
    assert_eq!(from_json::<List<u32>>(json), more);

    let last = List::new(vec![3], None);
    let json = json!({ "object": "list", "data": [3], "has_more": false, "next_cursor": null });
    assert_eq!(to_json(&last), json);
    assert_eq!(from_json::<List<u32>>(json), last);
    assert_eq!(from_json::<List<u32>>(json!({ "data": [3], "has_more": false })), last);
}

#[test]
fn list_without_items_or_has_more_is_rejected() {
    for (page, missing) in [(json!({ "has_more": false }), "data"), (json!({ "data": [] }), "has_more")] {
        let error = serde_json::from_value::<List<u32>>(page).unwrap_err();
        assert_eq!(error.to_string(), format!("missing field `{missing}`"));
    }
}

#[test]
fn list_is_iterated_by_reference_and_by_value() {
    let list = List::new(vec![1, 2, 3], None);
    assert_eq!(list.iter().sum::<u32>(), 6);
    assert_eq!((&list).into_iter().count(), 3);
    assert_eq!(list.into_iter().collect::<Vec<u32>>(), [1, 2, 3]);
}

#[tokio::test]
async fn lists_request_each_next_cursor_until_the_end() {
    let fake = Fake::new();
    for page in [
        r#"{"data":[1,2],"has_more":true,"next_cursor":"2026-06-01T18:40:02+02:00"}"#,
        r#"{"data":[],"has_more":true,"next_cursor":"c3"}"#,
        r#"{"data":[3],"has_more":false,"next_cursor":"unused"}"#,
    ] {
        fake.on_operation("numbers").responds(200, page);
    }
    let mut numbers = fake.numbers(2);
    let mut items = Vec::new();
    while let Some(number) = numbers.next().await {
        items.push(number.unwrap());
    }
    assert_eq!(items, [1, 2, 3]);
    let requested =
        ["/numbers?limit=2", "/numbers?limit=2&cursor=2026-06-01T18%3A40%3A02%2B02%3A00", "/numbers?limit=2&cursor=c3"];
    assert_eq!(fake.calls().iter().map(RecordedCall::path_and_query).collect::<Vec<_>>(), requested);
}

#[tokio::test]
async fn page_that_reports_more_without_a_cursor_is_an_error() {
    for page in [r#"{"data":[1],"has_more":true}"#, r#"{"data":[1],"has_more":true,"next_cursor":""}"#] {
        let fake = Fake::new();
        fake.on(|api| api.numbers(2)).responds(200, page);
        let mut numbers = fake.numbers(2);
        assert_eq!(numbers.next().await.unwrap().unwrap_err().kind(), ErrorKind::Pagination);
        assert!(numbers.next().await.is_none());
        assert_eq!(fake.calls().len(), 1);
    }
}
