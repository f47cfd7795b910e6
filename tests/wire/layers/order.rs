//! The order of layers, and of settings.

use pivotal_runtime::http::header::AUTHORIZATION;
use pivotal_runtime::http::{HeaderName, HeaderValue, Request, Response};
use pivotal_runtime::{Body, CallOptions, Client, Transport};
use tower::ServiceBuilder;
use tower::util::MapResponseLayer;

use super::{Api, SEVEN, appending, builder};
use crate::support::KEY;
use crate::support::server::Server;

/// A layer that appends a header to each response.
fn responding(value: &'static str) -> MapResponseLayer<impl Fn(Response<Body>) -> Response<Body> + Clone> {
    MapResponseLayer::new(move |mut response: Response<Body>| {
        response.headers_mut().append("x-order", HeaderValue::from_static(value));
        response
    })
}

/// Checks the order in which the layers `first` and `second` saw the request and the response.
async fn assert_order(client: Client, server: &Server) {
    let response = client.get_response().await.unwrap();
    assert_eq!(server.request().headers("x-order"), ["first", "second"]);
    let values: Vec<_> = response.headers().get_all("x-order").iter().collect();
    assert_eq!(values, ["second", "first"]);
}

#[tokio::test]
async fn layer_that_is_added_first_sees_the_request_first() {
    let server = Server::responding(SEVEN);
    let builder = builder(server.url());
    let builder = builder.layer(appending("x-order", "first")).layer(responding("first"));
    let client = builder.layer(appending("x-order", "second")).layer(responding("second")).build().unwrap();
    assert_order(client, &server).await;
}

#[tokio::test]
async fn layers_of_a_service_builder_have_the_same_order() {
    let server = Server::responding(SEVEN);
    let layers = ServiceBuilder::new()
        .layer(appending("x-order", "first"))
        .layer(responding("first"))
        .layer(appending("x-order", "second"))
        .layer(responding("second"));
    assert_order(builder(server.url()).layer(layers).build().unwrap(), &server).await;
}

#[tokio::test]
async fn layer_can_be_added_before_the_http_client() {
    let server = Server::responding(SEVEN);
    let builder = || Client::builder().layer(appending("x-order", "first")).base_url(server.url());
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    for builder in [
        builder(),
        builder().http_client(http),
        builder().http_client(pivotal_hyper::HyperClient::new().unwrap()),
        builder().configure_reqwest(reqwest::ClientBuilder::no_proxy),
        builder().connect_timeout(std::time::Duration::from_secs(1)),
    ] {
        assert_eq!(builder.build().unwrap().get().await.unwrap(), 7);
        assert_eq!(server.request().headers("x-order"), ["first"]);
    }
}

#[tokio::test]
async fn layer_sees_the_final_request() {
    let server = Server::responding(SEVEN);
    let url = format!("{}/number", server.url());
    let checked = tower::util::MapRequestLayer::new(move |request: Request<Body>| {
        assert_eq!(request.uri().to_string(), url);
        assert_eq!(request.headers()[AUTHORIZATION], format!("Bearer {KEY}"));
        assert_eq!(["user-agent", "x-call"].map(|name| request.headers()[name].to_str().unwrap()), ["mine", "1"]);
        request
    });
    let client = builder(server.url()).user_agent("mine").layer(checked).build().unwrap();
    let options = CallOptions::new().header(HeaderName::from_static("x-call"), HeaderValue::from_static("1"));
    assert_eq!(client.with(options).get().await.unwrap(), 7);
}

#[tokio::test]
async fn client_with_layers_has_options_of_a_call() {
    let server = Server::responding("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n");
    let client = builder(server.url()).layer(appending("x-order", "first")).build().unwrap();
    let error = client.with(CallOptions::new().max_attempts(1)).get().await.unwrap_err();
    assert_eq!((error.attempts(), server.requests()), (1, 1));
    let error = Transport::with(&client, CallOptions::new().max_attempts(2)).get().await.unwrap_err();
    assert_eq!((error.attempts(), server.requests()), (2, 2));
}

#[cfg(feature = "blocking")]
#[test]
fn blocking_client_has_layers() {
    use pivotal_runtime::{BlockingTransport, Error, blocking, endpoint};

    trait Blocking: BlockingTransport {
        #[endpoint(GET, "/number")]
        fn get(&self) -> Result<u8, Error>;
    }
    impl<T: BlockingTransport> Blocking for T {}

    let server = Server::responding(SEVEN);
    let client = blocking::Client::new(builder(server.url()).layer(appending("x-order", "first"))).unwrap();
    assert_eq!(client.get().unwrap(), 7);
    assert_eq!(server.request().headers("x-order"), ["first"]);
}

#[test]
fn debug_shows_nothing_of_a_layer() {
    let builder = builder("http://127.0.0.1:1").layer(appending("x-key", "s3cr3tZq41"));
    let shown = format!("{builder:?}");
    assert!(!shown.contains("s3cr3t") && !shown.contains("x-key"), "{shown}");
    let shown = format!("{:?}", builder.build().unwrap());
    assert!(!shown.contains("s3cr3t") && !shown.contains("x-key"), "{shown}");
}
