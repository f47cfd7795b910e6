//! `CallOptions` on clients, wrapped clients, trait objects and blocking clients.

use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;

use pivotal_runtime::http::{self, HeaderName, HeaderValue};
use pivotal_runtime::{
    Body, CallOptions, Client, DynTransport, Error, ErrorKind, Request, Response, Timeout, Transport, endpoint,
};

use crate::support::request::ReceivedRequest;
use crate::support::server::Server;
use crate::transport::builder_without_api;

trait Api: Transport {
    #[endpoint(GET, "/items", header("X-Tag") = "declared", response = ())]
    async fn get(&self) -> Result<Response<()>, Error>;

    #[endpoint(POST, "/items", body = number, response = ())]
    async fn post(&self, number: u8);
}
impl<T: Transport> Api for T {}

const TAG: HeaderName = HeaderName::from_static("x-tag");
const OTHER: HeaderName = HeaderName::from_static("x-other");
const SHORT: Duration = Duration::from_millis(50);

fn header(name: HeaderName, value: &'static str) -> CallOptions {
    CallOptions::new().header(name, HeaderValue::from_static(value))
}

/// A wrapper that records the tags of requests.
struct Wrapper<T> {
    transport: T,
    tags: Mutex<Vec<String>>,
}

impl<T> Wrapper<T> {
    fn new(transport: T) -> Self {
        Self { transport, tags: Mutex::default() }
    }
}

impl<T: Transport> Transport for Wrapper<T> {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        let tags = request.headers().get_all(TAG).iter().map(|tag| tag.to_str().unwrap().to_owned());
        self.tags.lock().unwrap().extend(tags);
        self.transport.send(request).await
    }
}

fn client_of(server: &Server) -> Client {
    builder_without_api().base_url(server.url()).build().unwrap()
}

/// Calls a transport with options, and its client.
async fn check<T: Transport>(wrap: impl Fn(Client) -> T) {
    let server = Server::responding("");
    let transport = wrap(client_of(&server));
    let error = transport.with(CallOptions::new().timeout(SHORT).max_attempts(1)).get().await.unwrap_err();
    assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Total)));

    let server = Server::responding("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n");
    let transport = wrap(client_of(&server));
    assert_eq!(transport.with(CallOptions::new().max_attempts(1)).get().await.unwrap_err().attempts(), 1);

    let server = Server::responding_204();
    let transport = wrap(client_of(&server));
    transport.with(header(TAG, "call").idempotency_key("k1")).post(7).await.unwrap();
    let received: ReceivedRequest = server.request();
    assert_eq!((received.headers("x-tag"), received.headers("idempotency-key")), (vec!["call"], vec!["k1"]));
    transport.with(header(TAG, "call")).get().await.unwrap();
    assert_eq!(server.request().headers("x-tag"), ["call"]);
    transport.get().await.unwrap();
    assert_eq!(server.request().headers("x-tag"), ["declared"]);
}

#[tokio::test]
async fn options_reach_the_client_through_wrappers() {
    check(|client| client).await;
    check(Wrapper::new).await;
    check(|client| Wrapper::new(Wrapper::new(client))).await;
    check(|client| Arc::new(Wrapper::new(client))).await;
    check(|client| Box::new(Wrapper::new(client)) as Box<dyn DynTransport>).await;
}

#[tokio::test]
async fn later_options_win() {
    let server = Server::responding_204();
    let client = client_of(&server);
    let first = || header(TAG, "first").header(OTHER, HeaderValue::from_static("first")).idempotency_key("k1");
    let both = client.with(first());
    both.with(header(TAG, "second").idempotency_key("k2")).post(7).await.unwrap();
    let received = server.request();
    assert_eq!((received.headers("x-tag"), received.headers("x-other")), (vec!["second"], vec!["first"]));
    assert_eq!(received.headers("idempotency-key"), ["k2"]);
    // With a wrapper between them.
    let wrapper = Wrapper::new(client.with(first()));
    wrapper.with(header(TAG, "second").idempotency_key("k2")).post(7).await.unwrap();
    let received = server.request();
    assert_eq!((received.headers("x-tag"), received.headers("x-other")), (vec!["second"], vec!["first"]));
    assert_eq!(received.headers("idempotency-key"), ["k2"]);
    assert_eq!(*wrapper.tags.lock().unwrap(), ["second"]);
}

#[tokio::test]
async fn wrapper_sees_the_headers_of_the_call() {
    let server = Server::responding_204();
    let wrapper = Wrapper::new(client_of(&server));
    wrapper.with(header(TAG, "call")).get().await.unwrap();
    wrapper.get().await.unwrap();
    assert_eq!(*wrapper.tags.lock().unwrap(), ["call", "declared"]);
}

#[tokio::test]
async fn debug_of_a_transport_with_options_shows_no_value() {
    let server = Server::responding_204();
    let client = client_of(&server);
    let printed = format!("{:?}", client.with(header(TAG, "s3cr3t").idempotency_key("s3cr3t")));
    assert!(printed.contains("x-tag") && !printed.contains("s3cr3t"), "{printed}");
}

#[cfg(feature = "blocking")]
mod blocking {
    use pivotal_runtime::{BlockingTransport, blocking};

    use super::*;

    trait Waiting: BlockingTransport {
        #[endpoint(GET, "/items", header("X-Tag") = "declared", response = ())]
        fn get(&self) -> Result<Response<()>, Error>;
    }
    impl<T: BlockingTransport> Waiting for T {}

    struct Wrapper<T>(T);

    impl<T: BlockingTransport> BlockingTransport for Wrapper<T> {
        fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
            self.0.send(request)
        }
    }

    #[test]
    fn options_work_on_blocking_clients_and_their_wrappers() {
        let wait = || CallOptions::new().timeout(SHORT).max_attempts(1);
        let server = Server::responding("");
        let client = blocking::Client::from_client(client_of(&server)).unwrap();
        let error = client.with(wait()).get().unwrap_err();
        assert_eq!((error.kind(), error.elapsed_timeout()), (ErrorKind::Timeout, Some(Timeout::Total)));
        assert_eq!(Wrapper(client).with(wait()).get().unwrap_err().kind(), ErrorKind::Timeout);

        let server = Server::responding_204();
        let client = blocking::Client::from_client(client_of(&server)).unwrap();
        client.with(header(TAG, "first")).with(header(TAG, "call")).get().unwrap();
        assert_eq!(server.request().headers("x-tag"), ["call"]);
        Wrapper(client.clone()).with(header(TAG, "call")).get().unwrap();
        assert_eq!(server.request().headers("x-tag"), ["call"]);
        client.get().unwrap();
        assert_eq!(server.request().headers("x-tag"), ["declared"]);
    }

    #[test]
    fn blocking_client_has_other_base_urls() {
        let server = Server::responding_204();
        let client = blocking::Client::from_client(client_of(&server)).unwrap();
        client.at(&(server.url() + "/other")).unwrap().get().unwrap();
        assert_eq!(server.request().target(), "/other/items");
        assert_eq!(client.at("ftp://host").unwrap_err().kind(), ErrorKind::Config);
    }
}
