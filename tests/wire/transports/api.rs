//! `Transport::api`, which endpoints without an API follow.

use std::sync::Arc;

use pivotal_api::{List, PIVOTAL, PivotalError};
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{
    Api, BlockingTransport, Body, DynTransport, Error, ErrorKind, Pages, ProblemDetails, Request, Response, Transport,
    endpoint, http,
};

use crate::support::server::Server;
use crate::transport::builder_without_api;

static STORE: Api = Api::new().error::<ProblemDetails>().request_id_header("X-Store-Trace");

trait Items: Transport {
    #[endpoint(GET, "/items")]
    async fn count(&self) -> Result<u32, Error>;

    #[endpoint(GET, "/items", response = u32)]
    async fn response(&self) -> Result<Response<Option<u32>>, Error>;

    #[endpoint(GET, "/items", response = Body)]
    async fn stream(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/items")]
    fn list(&self) -> Pages<'_, List<u32>>;

    #[endpoint(GET, "/items", api = PIVOTAL)]
    async fn of_pivotal(&self) -> Result<u32, Error>;
}
impl<T: Transport> Items for T {}

trait Notes: BlockingTransport {
    #[endpoint(GET, "/items")]
    fn wait(&self) -> Result<u32, Error>;

    #[endpoint(GET, "/items", response = u32)]
    fn wait_for_response(&self) -> Result<Response<Option<u32>>, Error>;

    #[endpoint(GET, "/items", api = PIVOTAL)]
    fn wait_for_pivotal(&self) -> Result<u32, Error>;
}
impl<T: BlockingTransport> Notes for T {}

/// A body that both error types can read.
const BODY: &str = r#"{"title":"Sold out","error":{"code":"sold_out","message":"Nothing left"}}"#;

/// Returns a fake of this API that responds with 409.
fn sold_out(api: Option<&'static Api>) -> Fake {
    let fake = api.map_or_else(Fake::new, Fake::with_api);
    fake.on_any().responds(409, BODY).header("X-Store-Trace", "t1").header("X-Request-Id", "r1").always();
    fake
}

/// A wrapper without an API.
struct Wrapper<T>(T);

impl<T: Transport> Transport for Wrapper<T> {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        self.0.send(request).await
    }
}

impl<T: BlockingTransport> BlockingTransport for Wrapper<T> {
    fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        self.0.send(request)
    }
}

/// Checks the parts of an error that depend on the API: code and message in `Display`, the detail, the request id.
#[track_caller]
fn is_of(api: Option<&Api>, error: &Error) {
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 409));
    let shown = error.to_string();
    let shown = shown.strip_prefix("GET /items: returned 409 Conflict").unwrap();
    let (expected, title, code, id) = match api {
        None => (" (no content type; its start is in `Error::body`)", None, None, Some("r1")),
        Some(api) if std::ptr::eq(api, &raw const STORE) => (": Sold out", Some("Sold out"), None, Some("t1")),
        Some(_) => (": Nothing left (code `sold_out`)", None, Some("sold_out"), Some("r1")),
    };
    assert_eq!((shown, error.code(), error.request_id()), (expected, code, id));
    assert_eq!(error.detail::<ProblemDetails>().and_then(|problem| problem.title.as_deref()), title);
    assert_eq!(error.detail::<PivotalError>().and_then(|error| error.code.as_deref()), code);
}

/// Checks that calls of each kind fail by the conventions of this API.
async fn check(transport: &impl Transport, api: Option<&'static Api>) {
    is_of(api, &transport.count().await.unwrap_err());
    is_of(api, &transport.response().await.unwrap_err());
    is_of(api, &transport.stream().await.unwrap_err());
    is_of(api, &transport.list().next().await.unwrap().unwrap_err());
    is_of(api, &transport.list().prefetch(true).pages().next().await.unwrap().unwrap_err());
    is_of(Some(&PIVOTAL), &transport.of_pivotal().await.unwrap_err());
}

fn check_blocking(transport: &impl BlockingTransport, api: Option<&'static Api>) {
    is_of(api, &transport.wait().unwrap_err());
    is_of(api, &transport.wait_for_response().unwrap_err());
    is_of(Some(&PIVOTAL), &transport.wait_for_pivotal().unwrap_err());
}

#[tokio::test]
async fn endpoints_follow_the_api_of_a_fake_through_every_pointer() {
    for api in [None, Some(&STORE), Some(&PIVOTAL)] {
        check(&sold_out(api), api).await;
        check(&&sold_out(api), api).await;
        check(&Box::new(sold_out(api)), api).await;
        check(&Arc::new(sold_out(api)), api).await;
        let erased: Arc<dyn DynTransport> = Arc::new(sold_out(api));
        check(&erased, api).await;
        check(&&*erased, api).await;
        let boxed: Box<dyn DynTransport> = Box::new(Arc::new(erased));
        check(&boxed, api).await;
        check(&Wrapper(sold_out(api)), None).await;
    }
}

#[test]
fn endpoints_follow_the_api_of_a_blocking_fake_through_every_pointer() {
    for api in [None, Some(&STORE), Some(&PIVOTAL)] {
        check_blocking(&sold_out(api), api);
        check_blocking(&&sold_out(api), api);
        check_blocking(&Box::new(sold_out(api)), api);
        check_blocking(&Arc::new(sold_out(api)), api);
        let erased: Arc<dyn BlockingTransport> = Arc::new(sold_out(api));
        check_blocking(&erased, api);
        check_blocking(&&*erased, api);
        check_blocking(&Wrapper(sold_out(api)), None);
    }
}

#[tokio::test]
async fn dyn_compatible_traits_follow_the_api_of_a_fake() {
    trait Clock: DynTransport {
        #[endpoint(GET, "/items")]
        async fn time(&self) -> Result<u32, Error>;

        #[endpoint(GET, "/items")]
        fn times(&self) -> Pages<'_, List<u32>>;
    }
    impl<T: DynTransport> Clock for T {}

    let fake = sold_out(Some(&STORE));
    let clock: &dyn Clock = &fake;
    is_of(Some(&STORE), &clock.time().await.unwrap_err());
    is_of(Some(&STORE), &clock.times().next().await.unwrap().unwrap_err());
}

fn server() -> Server {
    let head = "HTTP/1.1 409 X\r\nX-Store-Trace: t1\r\nX-Request-Id: r1\r\n";
    Server::responding(format!("{head}Content-Length: {}\r\n\r\n{BODY}", BODY.len()))
}

/// The response of the client contains the API, so wrappers need not forward it.
#[tokio::test]
async fn wrapper_of_a_client_follows_the_api_of_the_client() {
    let server = server();
    let client = builder_without_api().api(&STORE).base_url(server.url()).build().unwrap();
    for error in [
        client.count().await.unwrap_err(),
        Wrapper(&client).count().await.unwrap_err(),
        Wrapper(&client).response().await.unwrap_err(),
        Wrapper(&client).stream().await.unwrap_err(),
        Wrapper(&client).list().next().await.unwrap().unwrap_err(),
        Wrapper(Arc::new(Wrapper(client.clone()))).count().await.unwrap_err(),
        Arc::new(Wrapper(client.clone())).count().await.unwrap_err(),
    ] {
        is_of(Some(&STORE), &error);
        assert_eq!(error.attempts(), 1);
    }
    let without = builder_without_api().base_url(server.url()).build().unwrap();
    check(&Wrapper(without), None).await;
}

#[cfg(feature = "blocking")]
#[test]
fn wrapper_of_a_blocking_client_follows_the_api_of_the_client() {
    let server = server();
    let client = builder_without_api().api(&STORE).base_url(server.url()).build().unwrap();
    let client = pivotal_runtime::blocking::Client::from_client(client).unwrap();
    for error in [
        client.wait().unwrap_err(),
        Wrapper(&client).wait().unwrap_err(),
        Wrapper(&client).wait_for_response().unwrap_err(),
        Arc::new(Wrapper(client)).wait().unwrap_err(),
    ] {
        is_of(Some(&STORE), &error);
        assert_eq!(error.attempts(), 1);
    }
}
