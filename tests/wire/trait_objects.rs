//! Traits over `DynTransport`, used as `&dyn`.

use std::sync::Arc;

use pivotal_api::List;
use pivotal_runtime::testing::{Fake, RecordedCall};
use pivotal_runtime::{Body, Client, DynTransport, Error, ErrorKind, Pages, Response, Transport, endpoint};

use crate::support::server::{Server, rejection_of};

#[derive(Debug)]
struct Own(Error);

impl From<Error> for Own {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

trait Clock: DynTransport {
    #[endpoint(GET, "/time/<zone>?<format>")]
    async fn time(&self, zone: &str, format: Option<&str>) -> Result<u64, Error>;

    #[endpoint(PUT, "/time", body = time, response = u64)]
    async fn set(&self, time: u64) -> Result<Response<Option<u64>>, Own>;

    #[endpoint(GET, "/times?<limit>")]
    fn times(&self, limit: u32) -> Pages<'_, List<u64>>;

    #[endpoint(GET, "/log", response = Body)]
    async fn log(&self) -> Result<Body, Error>;
}
impl<T: DynTransport> Clock for T {}

const SEVEN: &str = "HTTP/1.1 200 OK\r\nX-Zone: CET\r\nContent-Length: 1\r\n\r\n7";

#[tokio::test]
async fn trait_object_calls_through_a_client() {
    let server = Server::responding(SEVEN);
    let client = server.client();
    let clock: &dyn Clock = &client;
    assert_eq!(clock.time("Europe/Berlin", Some("unix")).await.unwrap(), 7);
    assert_eq!(server.request().line, "GET /time/Europe%2FBerlin?format=unix HTTP/1.1");
    let set = clock.set(7).await.unwrap();
    assert_eq!((&set.headers()["x-zone"], set.get_ref()), (&"CET".parse().unwrap(), &Some(7)));
    let request = server.request();
    assert_eq!((&*request.line, &*request.body), ("PUT /time HTTP/1.1", &b"7"[..]));
    let mut log = clock.log().await.unwrap();
    assert!(log.as_bytes().is_none(), "a stream stays one");
    assert_eq!(log.chunk().await.unwrap().unwrap(), "7");
}

#[tokio::test]
async fn trait_object_calls_through_a_fake() {
    let fake = Fake::new();
    fake.on(|api| api.time("UTC", None)).returns(&8);
    fake.on(|api| api.set(1)).responds(404, "");
    fake.on(|api| api.times(2)).returns(&[List::new(vec![1, 2], None)]);
    fake.on(|api| api.log()).returns(b"8");
    let clock: &dyn Clock = &fake;
    assert_eq!(clock.time("UTC", None).await.unwrap(), 8);
    assert_eq!(clock.set(1).await.unwrap().into_inner(), None);
    let mut times = clock.times(2);
    assert_eq!(times.next().await.unwrap().unwrap(), 1);
    assert_eq!(times.next().await.unwrap().unwrap(), 2);
    assert!(times.next().await.is_none());
    assert_eq!(clock.log().await.unwrap().collect().await.unwrap(), "8");
    let calls = fake.calls();
    let targets: Vec<_> = calls.iter().map(RecordedCall::path_and_query).collect();
    assert_eq!(targets, ["/time/UTC", "/time", "/times?limit=2", "/log"]);
}

#[tokio::test]
async fn different_transports_share_a_list() {
    let server = Server::responding(SEVEN);
    let fake = Fake::new();
    fake.on(|api| api.time("UTC", None)).returns(&8);
    let clocks: [Arc<dyn Clock + Send + Sync>; 2] = [Arc::new(server.client()), Arc::new(fake)];
    let mut times = Vec::new();
    for clock in clocks {
        // The future moves to another task together with its transport.
        times.push(tokio::spawn(async move { clock.time("UTC", None).await }).await.unwrap().unwrap());
    }
    assert_eq!(times, [7, 8]);
}

#[tokio::test]
async fn dyn_transport_has_all_endpoints() {
    trait Async: Transport {
        #[endpoint(GET, "/time")]
        async fn now(&self) -> Result<u64, Error>;
    }
    impl<T: Transport> Async for T {}

    let server = Server::responding(SEVEN);
    let fake = Fake::new();
    fake.on(|api| Clock::time(api, "UTC", None)).returns(&8);
    fake.on(|api| api.now()).returns(&8).times(2);
    let transports: [Arc<dyn DynTransport>; 2] = [Arc::new(server.client()), Arc::new(Arc::new(fake))];
    let mut times = Vec::new();
    for transport in transports {
        times.push(Clock::time(&transport, "UTC", None).await.unwrap());
        let borrowed: &dyn DynTransport = &*transport;
        times.push(borrowed.now().await.unwrap());
        times.push(tokio::spawn(async move { transport.now().await }).await.unwrap().unwrap());
    }
    assert_eq!(times, [7, 7, 7, 8, 8, 8]);
}

#[tokio::test]
async fn errors_have_the_declared_type() {
    let server = Server::responding("HTTP/1.1 409 X\r\nContent-Length: 0\r\n\r\n");
    let client = server.client();
    let clock: &dyn Clock = &client;
    assert!(clock.time("UTC", None).await.unwrap_err().is_conflict());
    let Own(error) = clock.set(1).await.unwrap_err();
    assert!(error.is_conflict());
    assert_eq!(error.endpoint().unwrap().to_string(), "PUT /time");
    let error = rejection_of(async |client| (&client as &dyn Clock).time("..", None).await.map(drop)).await;
    assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some("zone")));
}

#[tokio::test]
async fn unpolled_call_sends_nothing() {
    let server = Server::responding_204();
    let client = server.client();
    drop((&client as &dyn Clock).time("UTC", None));
    assert_eq!(server.connections(), 0);
}

/// Checks at compile time that futures and clients are `Send`.
#[expect(dead_code, reason = "only has to compile")]
fn everything_that_waits_is_send(client: &Client, fake: &Fake) {
    trait Async: Transport {
        #[endpoint(GET, "/a?<text>")]
        async fn a(&self, text: &str) -> Result<Body, Error>;
    }
    impl<T: Transport> Async for T {}

    fn is_send<T: Send>(_: &T) {}
    fn is_send_and_sync<T: Send + Sync>() {}

    is_send(&client.a("a"));
    is_send(&fake.a("a"));
    let clock: &dyn Clock = client;
    is_send(&clock.time("UTC", None));
    is_send(&clock.times(1));
    is_send(&clock.times(1).pages());
    is_send(&clock.times(1).next());
    is_send(&Clock::set(fake, 1));
    is_send_and_sync::<&dyn Clock>();
    is_send_and_sync::<Client>();
    is_send_and_sync::<Error>();
    is_send(&Body::empty());
}
