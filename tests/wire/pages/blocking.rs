//! Lists on a transport that blocks.

use std::sync::Mutex;

use pivotal_api::List;
use pivotal_runtime::{BlockingTransport, Body, Error, ErrorKind, Request, blocking, endpoint, http};

use super::{TOTAL, cursor, page};

trait Numbers: BlockingTransport {
    #[endpoint(GET, "/numbers?<limit>&<cursor>", operation = "list-numbers")]
    fn numbers(&self, limit: u32, cursor: Option<&str>) -> blocking::Pages<'_, List<u32>>;

    #[endpoint(GET, "/rooms/<room>/numbers", response = List<u32>)]
    fn in_room(&self, room: &str) -> blocking::Pages<'_, List<u32>>;
}
impl<T: BlockingTransport> Numbers for T {}

/// A transport that records the requests, and responds with what a function returns.
struct Fake {
    respond: fn(&str) -> Result<String, Error>,
    targets: Mutex<Vec<String>>,
}

impl Fake {
    fn responding(respond: fn(&str) -> Result<String, Error>) -> Self {
        Self { respond, targets: Mutex::default() }
    }

    fn requests(&self) -> usize {
        self.targets.lock().unwrap().len()
    }
}

impl BlockingTransport for Fake {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        self.targets.lock().unwrap().push(request.path_and_query().to_owned());
        (self.respond)(request.path_and_query()).map(|body| http::Response::new(Body::from(body)))
    }
}

fn fake() -> Fake {
    Fake::responding(|target| Ok(page(target)))
}

#[test]
fn blocking_list_is_an_iterator() {
    let fake = fake();
    let all: Vec<u32> = fake.numbers(3, None).collect::<Result<_, _>>().unwrap();
    assert_eq!((all, fake.requests()), ((0..TOTAL).collect(), 3));
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
    assert_eq!(fake.requests(), 0);
    for (item, requests) in [(0, 1), (1, 1), (2, 1), (3, 2)] {
        assert_eq!(numbers.next().unwrap().unwrap(), item);
        assert_eq!(fake.requests(), requests);
    }
    assert_eq!(format!("{numbers:?}"), "Pages { remaining_items_of_page: 2, .. }");
    drop(numbers);
    assert_eq!(fake.requests(), 2);
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
    let fake = Fake::responding(|target| {
        if target.contains("cursor") { Err(Error::transport("no connection")) } else { Ok(page(target)) }
    });
    let mut numbers = fake.numbers(3, None);
    let items: Vec<_> = numbers.by_ref().collect();
    assert_eq!(items.len(), 4);
    let error = items.into_iter().next_back().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.endpoint().unwrap().operation()), (ErrorKind::Transport, "list-numbers"));
    assert!(numbers.next().is_none() && numbers.next().is_none());
    assert_eq!((fake.requests(), numbers.cursor()), (2, Some(&*cursor(3))));
}

#[test]
fn loop_of_a_blocking_list_is_an_error() {
    let fake = Fake::responding(|_| Ok(r#"{"object":"list","data":[1],"has_more":true,"next_cursor":"c"}"#.to_owned()));
    let kinds: Vec<_> = fake.numbers(3, None).map(|item| item.map_err(|error| error.kind())).collect();
    assert_eq!((kinds, fake.requests()), (vec![Ok(1), Err(ErrorKind::Pagination)], 2));
}

#[test]
fn invalid_parameter_of_a_blocking_list_is_its_only_item() {
    let fake = fake();
    let items: Vec<_> = fake.in_room("..").collect();
    assert_eq!((items.len(), fake.requests()), (1, 0));
    let error = items.into_iter().next().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("room")));
}

#[test]
fn complete_pages_of_a_blocking_list_are_returned() {
    let fake = fake();
    let mut pages = fake.numbers(3, None).pages();
    assert_eq!((fake.requests(), pages.cursor()), (0, None));
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
