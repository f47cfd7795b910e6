//! Lists on a transport that blocks.

use pivotal_api::List;
use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{BlockingTransport, ErrorKind, blocking, endpoint};

use super::{TOTAL, cursor, fake};

trait Numbers: BlockingTransport {
    #[endpoint(GET, "/numbers?<limit>&<cursor>", operation = "list-numbers")]
    fn numbers(&self, limit: u32, cursor: Option<&str>) -> blocking::Pages<'_, List<u32>>;

    #[endpoint(GET, "/rooms/<room>/numbers", response = List<u32>)]
    fn in_room(&self, room: &str) -> blocking::Pages<'_, List<u32>>;
}
impl<T: BlockingTransport> Numbers for T {}

#[test]
fn blocking_list_is_an_iterator() {
    let fake = fake();
    let all: Vec<u32> = fake.numbers(3, None).collect::<Result<_, _>>().unwrap();
    assert_eq!((all, fake.calls().len()), ((0..TOTAL).collect(), 3));
    let mut sum = 0;
    for number in fake.numbers(2, Some(&cursor(2))) {
        sum += number.unwrap();
    }
    assert_eq!(sum, (2..TOTAL).sum::<u32>());
}

#[test]
fn page_is_requested_when_its_items_are_taken() {
    let fake = fake();
    let mut numbers = fake.numbers(3, None);
    assert_eq!(fake.calls().len(), 0);
    for (item, requests) in [(0, 1), (1, 1), (2, 1), (3, 2)] {
        assert_eq!(numbers.next().unwrap().unwrap(), item);
        assert_eq!(fake.calls().len(), requests);
    }
    assert_eq!(format!("{numbers:?}"), "Pages { remaining_items_of_page: 2, .. }");
    drop(numbers);
    assert_eq!(fake.calls().len(), 2);
}

#[test]
fn blocking_list_resumes_at_its_cursor() {
    for taken in 0..TOTAL {
        let fake = fake();
        let mut numbers = fake.numbers(3, None);
        assert_eq!(numbers.by_ref().take(taken as usize).filter_map(Result::ok).count(), taken as usize);
        let cursor = numbers.cursor().map(str::to_owned);
        let rest: Vec<u32> = fake.numbers(3, cursor.as_deref()).map(Result::unwrap).collect();
        assert_eq!(rest, (taken / 3 * 3..TOTAL).collect::<Vec<_>>());
    }
}

#[test]
fn error_ends_a_blocking_list() {
    let fake = Fake::new();
    fake.on(|api| api.numbers(3, None)).returns(&[List::new(vec![0, 1, 2], Some(cursor(3)))]);
    fake.on(|api| api.numbers(3, Some(&cursor(3)))).fails(Fault::ResetAfterSending);
    let mut numbers = fake.numbers(3, None);
    let items: Vec<_> = numbers.by_ref().collect();
    assert_eq!(items.len(), 4);
    let error = items.into_iter().next_back().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Transport, "list-numbers"));
    assert!(numbers.next().is_none() && numbers.next().is_none());
    assert_eq!((fake.calls().len(), numbers.cursor()), (2, Some(&*cursor(3))));
}

#[test]
fn loop_of_a_blocking_list_is_an_error() {
    let fake = Fake::new();
    fake.on_any().responds(200, r#"{"object":"list","data":[1],"has_more":true,"next_cursor":"c"}"#).times(2);
    let kinds: Vec<_> = fake.numbers(3, None).map(|item| item.map_err(|error| error.kind())).collect();
    assert_eq!((kinds, fake.calls().len()), (vec![Ok(1), Err(ErrorKind::Pagination)], 2));
}

#[test]
fn invalid_parameter_of_a_blocking_list_is_its_only_item() {
    let fake = fake();
    let items: Vec<_> = fake.in_room("..").collect();
    assert_eq!((items.len(), fake.calls().len()), (1, 0));
    let error = items.into_iter().next().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("room")));
}

#[test]
fn complete_pages_of_a_blocking_list_are_returned() {
    let fake = fake();
    let mut pages = fake.numbers(3, None).pages();
    assert_eq!((fake.calls().len(), pages.cursor()), (0, None));
    let first = pages.next().unwrap().unwrap();
    assert_eq!(
        (first.data, first.next_cursor.as_deref(), pages.cursor()),
        (vec![0, 1, 2], Some(&*cursor(3)), Some(&*cursor(3)))
    );
    let rest: Vec<_> = pages.by_ref().map(|page| page.unwrap().data).collect();
    assert_eq!(rest, [vec![3, 4, 5], vec![6]]);
    assert!(pages.next().is_none() && pages.cursor().is_none());
    let mut numbers = fake.numbers(3, None);
    numbers.next().unwrap().unwrap();
    let rest: Vec<_> = numbers.pages().map(|page| page.unwrap().data).collect();
    assert_eq!(rest, [vec![3, 4, 5], vec![6]], "the rest of the current page is dropped");
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_client_requests_each_page() {
    let server = super::server();
    let client = blocking::Client::from_client(server.client()).unwrap();
    let all: Vec<u32> = client.numbers(3, None).collect::<Result<_, _>>().unwrap();
    assert_eq!(all, (0..TOTAL).collect::<Vec<_>>());
    assert_eq!(super::targets(&server).len(), 3);
}
