//! Errors of user code, created by the public constructors.

mod cases;

use pivotal_api::{List, PIVOTAL};
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{
    BlockingTransport, Body, Client, ClientBuilder, Error, ErrorKind, Pages, Request, Transport, endpoint, http,
};

use self::cases::CASES;

trait Items: Transport {
    #[endpoint(GET, "/items", operation = "count-items")]
    async fn count(&self) -> Result<u32, Error>;

    #[endpoint(GET, "/items", operation = "stream-items", response = Body)]
    async fn stream(&self) -> Result<Body, Error>;

    #[endpoint(PATCH, "/items", operation = "change-items", response = ())]
    async fn change(&self);

    #[endpoint(GET, "/items", operation = "list-items")]
    fn list(&self) -> Pages<'_, List<u32>>;
}
impl<T: Transport> Items for T {}

trait Notes: BlockingTransport {
    #[endpoint(GET, "/items", operation = "wait-for-items")]
    fn wait(&self) -> Result<u32, Error>;
}
impl<T: BlockingTransport> Notes for T {}

/// Returns a fake that fails each call.
fn failing(make: fn() -> Error) -> Fake {
    let fake = Fake::new();
    fake.on_any().responds_with(move |_| Err(make())).always();
    fake
}

#[test]
fn constructors_set_kind_source_code_and_message() {
    for case in CASES {
        let error = (case.make)();
        case.check(&error);
        assert!(error.endpoint().is_none() && error.attempts() == 0);
        assert_eq!(error.to_string(), case.shown);
        let shown = format!("{error:?}");
        // The source of a decode error can contain values of the body.
        let shows_cause = error.kind() != ErrorKind::Decode;
        assert!(case.cause.is_none_or(|cause| shown.contains(cause) == shows_cause), "{shown}");
    }
}

#[tokio::test]
async fn errors_of_a_transport_get_the_endpoint() {
    for case in CASES {
        let fake = failing(case.make);
        case.check_call(&fake.count().await.unwrap_err(), "count-items", 0);
        case.check_call(&fake.stream().await.unwrap_err(), "stream-items", 0);
        case.check_call(&fake.change().await.unwrap_err(), "change-items", 0);
        case.check_call(&fake.list().next().await.unwrap().unwrap_err(), "list-items", 0);
        case.check_call(&fake.wait().unwrap_err(), "wait-for-items", 0);
        assert_eq!(fake.calls().len(), 5);
    }
}

#[tokio::test(start_paused = true)]
async fn errors_of_an_http_client_get_endpoint_and_attempts() {
    for case in CASES {
        for api in [None, Some(&PIVOTAL)] {
            let fake = failing(case.make);
            let builder = Client::builder().base_url("https://api.example");
            let builder = api.into_iter().fold(builder, ClientBuilder::api);
            let client = builder.http_client(fake.http_client()).build().unwrap();
            let (of_get, of_patch) = case.attempts;
            case.check_call(&client.count().await.unwrap_err(), "count-items", of_get);
            case.check_call(&client.stream().await.unwrap_err(), "stream-items", of_get);
            case.check_call(&client.change().await.unwrap_err(), "change-items", of_patch);
            case.check_call(&client.list().next().await.unwrap().unwrap_err(), "list-items", of_get);
            let count = |operation| fake.calls().iter().filter(|call| call.operation() == operation).count();
            let sent = ["count-items", "stream-items", "change-items", "list-items"].map(count);
            assert_eq!(sent, [of_get, of_get, of_patch, of_get].map(|attempts| attempts as usize), "{}", case.shown);
        }
    }
}

#[tokio::test]
async fn endpoint_of_an_inner_call_is_kept() {
    /// A transport that makes another call for each request.
    struct Outer(Fake);

    impl Transport for Outer {
        async fn send(&self, _: Request) -> Result<http::Response<Body>, Error> {
            self.0.change().await.map(|()| http::Response::default())
        }
    }

    let outer = Outer(failing(|| Error::connect("nobody there")));
    let error = outer.count().await.unwrap_err();
    assert_eq!(error.to_string(), "PATCH /items: no connection to the server");
}

/// Bodies can fail after the head of the response.
#[tokio::test(start_paused = true)]
async fn errors_of_a_body_get_endpoint_and_attempts() {
    for case in CASES {
        let fake = Fake::new();
        let cut = move |_: &_| {
            let body = futures_util::stream::iter([Err((case.make)())]);
            Ok(http::Response::new(Body::from_stream(body, None)))
        };
        fake.on_any().responds_with(cut).always();
        case.check_call(&fake.count().await.unwrap_err(), "count-items", 0);
        case.check_call(&fake.stream().await.unwrap().collect().await.unwrap_err(), "stream-items", 0);
        let client = Client::builder().base_url("https://api.example").http_client(fake.http_client()).build().unwrap();
        case.check_call(&client.count().await.unwrap_err(), "count-items", case.attempts.0);
        let body = client.stream().await.unwrap();
        case.check_call(&body.collect().await.unwrap_err(), "stream-items", 1);
    }
}
