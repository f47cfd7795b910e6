//! Lists of several pages.

use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{Error, LinkPage, Pages, Paginated};

use super::notes::{Note, Notes, client, note, pages, panic_message, transports};

async fn collect<P: Paginated>(mut list: Pages<'_, P>) -> Result<Vec<P::Item>, Error> {
    let mut items = Vec::new();
    while let Some(item) = list.next().await {
        items.push(item?);
    }
    Ok(items)
}

fn notes(ids: std::ops::RangeInclusive<u64>) -> Vec<Note> {
    ids.map(note).collect()
}

#[tokio::test]
async fn pages_are_returned_one_after_another() {
    let fake = Fake::new();
    fake.on(|api| api.list(None, 1)).returns(&pages(1..=3)).times(2);
    for api in transports(&fake) {
        assert_eq!(collect(api.list(None, 1)).await.unwrap(), notes(1..=3));
    }
    let cursors: Vec<_> = fake.calls().iter().map(|call| call.parameter("cursor").map(str::to_owned)).collect();
    let after = |cursor: &str| Some(cursor.to_owned());
    assert_eq!(cursors[..3], [None, after("after-1"), after("after-2")]);
    assert_eq!(cursors[..3], cursors[3..]);
}

#[tokio::test]
async fn link_headers_lead_to_the_next_page() {
    let fake = Fake::new();
    let page = |tag: &str| LinkPage(vec![tag.to_owned()]);
    fake.on(|api| api.tags()).returns(&[page("a"), page("b"), page("c")]).times(2);
    for api in transports(&fake) {
        assert_eq!(collect(api.tags()).await.unwrap(), ["a", "b", "c"]);
    }
}

/// Each list has its own position, also if both start with the same request.
#[tokio::test]
async fn interleaved_lists_do_not_mix() {
    let fake = Fake::new();
    fake.on(|api| api.list(None, 1)).returns(&pages(1..=2));
    fake.on(|api| api.list(None, 1)).returns(&pages(11..=12));
    let api = client(&fake);
    let (mut one, mut other) = (api.list(None, 1), fake.list(None, 1));
    let mut items = Vec::new();
    for _ in 0..2 {
        items.push(one.next().await.unwrap().unwrap().id);
        items.push(other.next().await.unwrap().unwrap().id);
    }
    assert_eq!(items, [1, 11, 2, 12]);
    assert!(one.next().await.is_none() && other.next().await.is_none());
}

/// A page that is stubbed with its own arguments follows the pages of another stub.
#[tokio::test(start_paused = true)]
async fn later_pages_can_have_stubs_of_their_own() {
    let fake = Fake::new();
    let all = pages(1..=2);
    fake.on(|api| api.list(None, 1)).returns(&all[..1]);
    fake.on(|api| api.list(Some("after-1"), 1)).fails(Fault::ResetAfterSending);
    fake.on(|api| api.list(Some("after-1"), 1)).returns(&all[1..]);
    assert_eq!(collect(client(&fake).list(None, 1)).await.unwrap(), notes(1..=2));
}

#[tokio::test]
async fn pages_that_are_not_requested_fail_the_test() {
    let fake = Fake::new();
    fake.on(|api| api.list(None, 1)).returns(&pages(1..=3));
    let mut list = fake.list(None, 1);
    assert_eq!(list.next().await.unwrap().unwrap(), note(1));
    drop(list);
    let message = panic_message(|| fake.verify());
    assert!(message.contains("1 of its 3 pages were requested"), "{message}");
}

#[tokio::test]
async fn list_with_a_fault_ends_at_its_first_page() {
    for fault in [Fault::Refused, Fault::CutBody] {
        let fake = Fake::new();
        fake.on(|api| api.list(None, 1)).returns(&pages(1..=3)).with_fault(fault);
        collect(fake.list(None, 1)).await.unwrap_err();
        fake.verify();
    }
}

#[test]
fn list_without_pages_is_rejected() {
    let fake = Fake::new();
    let message = panic_message(|| fake.on(|api| api.list(None, 1)).returns(&[]));
    assert_eq!(message, "a list has at least one page; write an empty one");
}

/// Both modules can be imported completely.
#[tokio::test]
async fn names_of_the_test_kit_are_not_those_of_the_runtime() {
    use pivotal_runtime::{testing::*, *};
    trait Tags: Transport {
        #[endpoint(GET, "/tags")]
        fn tags(&self) -> Pages<'_, LinkPage<String>>;
    }
    impl<T: Transport> Tags for T {}
    let fake = Fake::new();
    fake.on(|api| Tags::tags(api)).returns(&[LinkPage(vec!["a".to_owned()])]);
    assert_eq!(collect(Tags::tags(&fake)).await.unwrap(), ["a"]);
}
