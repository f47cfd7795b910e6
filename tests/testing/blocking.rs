//! Fakes of endpoints that are not async.

use std::io::Read;

use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{BlockingTransport, Body, Error, ErrorKind, LinkPage, blocking, endpoint};

trait Titles: BlockingTransport {
    #[endpoint(GET, "/titles/<id>")]
    fn title(&self, id: u64) -> Result<Option<String>, Error>;

    #[endpoint(GET, "/titles")]
    fn titles(&self) -> blocking::Pages<'_, LinkPage<String>>;

    #[endpoint(PUT, "/titles/<id>", stream = text, response = ())]
    fn replace(&self, id: u64, text: Body) -> Result<(), Error>;

    #[endpoint(GET, "/titles/<id>/scan", response = Body)]
    fn scan(&self, id: u64) -> Result<Body, Error>;
}
impl<T: BlockingTransport> Titles for T {}

#[test]
fn blocking_calls_have_stubs_and_are_recorded() {
    let fake = Fake::new();
    fake.on(|api| api.title(1)).returns(&Some("a".to_owned()));
    fake.on(|api| api.title(2)).returns(&None);
    assert_eq!(fake.title(1).unwrap().as_deref(), Some("a"));
    assert_eq!(fake.title(2).unwrap(), None);
    assert_eq!(fake.last_call().parameter("id"), Some("2"));
    let error = fake.title(3).unwrap_err().to_string();
    assert!(error.contains("unexpected call `title`: GET /titles/3"), "{error}");
    super::notes::panic_message(|| fake.verify());
}

#[test]
fn blocking_lists_have_pages() {
    let fake = Fake::new();
    fake.on(|api| api.titles()).returns(&[LinkPage(vec!["a".to_owned()]), LinkPage(vec!["b".to_owned()])]);
    let titles: Result<Vec<String>, Error> = fake.titles().collect();
    assert_eq!(titles.unwrap(), ["a", "b"]);
}

#[test]
fn blocking_streams_are_sent_and_received() {
    let fake = Fake::new();
    let text = || Body::from_stream(futures_util::stream::iter([Ok("a".into()), Ok("b".into())]), None);
    fake.on(|api| api.replace(1, text())).returns(&());
    fake.replace(1, text()).unwrap();
    assert_eq!(fake.last_call().body(), "ab");
    fake.on(|api| api.scan(1)).returns(b"123");
    let mut scan = String::new();
    fake.scan(1).unwrap().blocking_reader().read_to_string(&mut scan).unwrap();
    assert_eq!(scan, "123");
}

#[test]
fn blocking_faults_are_errors() {
    let cases = [
        (Fault::Refused, ErrorKind::Connect),
        (Fault::ResetBeforeSending, ErrorKind::Transport),
        (Fault::ResetAfterSending, ErrorKind::Transport),
        (Fault::Silence, ErrorKind::Timeout),
        (Fault::CutBody, ErrorKind::Transport),
        (Fault::RateLimited(std::time::Duration::from_secs(1)), ErrorKind::Api),
    ];
    for (fault, kind) in cases {
        let fake = Fake::new();
        fake.on(|api| api.title(1)).fails(fault);
        assert_eq!(fake.title(1).unwrap_err().kind(), kind, "{fault:?}");
    }
    let fake = Fake::new();
    let slow = Fault::SlowBody(std::time::Duration::from_secs(1_000));
    fake.on(|api| api.title(1)).returns(&Some("a".to_owned())).with_fault(slow);
    assert_eq!(fake.title(1).unwrap().as_deref(), Some("a"));
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_client_is_built_on_a_fake() {
    let fake = Fake::new();
    fake.on(|api| api.title(1)).returns(&Some("a".to_owned()));
    let builder = pivotal_runtime::Client::builder().base_url("https://api.example.com");
    let client = blocking::Client::new(builder.http_client(fake.http_client())).unwrap();
    assert_eq!(client.title(1).unwrap().as_deref(), Some("a"));
}
