//! The conventions of an API in requests, responses and errors.

use std::time::{Duration, SystemTime};

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Api, CallOptions, Error, ErrorKind, RateLimitHeaders, Response, Transport, endpoint};

use crate::support::closed_port;
use crate::support::server::{Server, outcome_of};
use crate::transport::builder_without_api;

/// An API with unusual header names.
static SHOP: Api = Api::new()
    .base_url("https://shop.example/v2")
    .header("X-Shop-Version", "2")
    .header("X-Shop-Client", "tests")
    .request_id_header("X-Shop-Trace")
    .rate_limit(RateLimitHeaders::new().limit("X-Shop-Limit").remaining("X-Shop-Left").reset("X-Shop-Reset"))
    .idempotency_key_header("X-Shop-Key");

static NAMELESS: Api = Api::new().error::<String>();

trait Items: Transport {
    #[endpoint(GET, "/items")]
    async fn count(&self) -> Result<u32, Error>;

    #[endpoint(GET, "/items")]
    async fn response(&self) -> Result<Response<u32>, Error>;

    #[endpoint(GET, "/items", api = SHOP)]
    async fn of_the_shop(&self) -> Result<Response<u32>, Error>;

    #[endpoint(POST, "/items", response = ())]
    async fn create(&self);

    #[endpoint(POST, "/items", header("X-Shop-Client") = client, response = ())]
    async fn create_as(&self, client: &str);
}
impl<T: Transport> Items for T {}

#[test]
fn client_without_base_url_is_an_error() {
    for builder in [builder_without_api(), builder_without_api().api(&NAMELESS)] {
        let error = builder.build().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Config);
        let expected = "the client has no base URL; call `base_url`, or `api` with an `Api` that has one";
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn base_url_of_the_builder_wins_over_that_of_the_api() {
    let client = builder_without_api().api(&SHOP).build().unwrap();
    assert_eq!(client.base_url(), "https://shop.example/v2");
    for builder in [
        builder_without_api().api(&SHOP).base_url("https://other.example"),
        builder_without_api().base_url("https://other.example").api(&SHOP),
        builder_without_api().base_url("https://other.example").api(&NAMELESS),
        builder_without_api().base_url("https://other.example"),
    ] {
        assert_eq!(builder.build().unwrap().base_url(), "https://other.example");
    }
}

#[tokio::test]
async fn headers_of_the_api_are_sent_unless_the_client_or_the_call_sends_them() {
    const CLIENT: HeaderName = HeaderName::from_static("x-shop-client");
    let server = Server::responding_204();
    let builder = || builder_without_api().api(&SHOP).base_url(server.url());
    let plain = builder().build().unwrap();
    let own = builder().default_header(CLIENT, HeaderValue::from_static("own")).build().unwrap();
    let options = CallOptions::new().header(CLIENT, HeaderValue::from_static("option"));
    plain.create().await.unwrap();
    own.create().await.unwrap();
    own.create_as("call").await.unwrap();
    own.with(options).create_as("call").await.unwrap();
    for expected in ["tests", "own", "call", "option"] {
        let received = server.request();
        assert_eq!(
            (received.headers("x-shop-version"), received.headers("x-shop-client")),
            (vec!["2"], vec![expected])
        );
    }
}

#[tokio::test]
async fn key_is_sent_in_the_header_of_the_api() {
    let server = Server::responding_204();
    builder_without_api().api(&SHOP).base_url(server.url()).build().unwrap().create().await.unwrap();
    let received = server.request();
    assert_eq!((received.headers("x-shop-key").len(), received.headers("idempotency-key").len()), (1, 0));
    builder_without_api().base_url(server.url()).build().unwrap().create().await.unwrap();
    let received = server.request();
    assert_eq!((received.headers("x-shop-key").len(), received.headers("idempotency-key").len()), (0, 0));
}

/// A response with the headers of the shop and the standard ones.
fn head(status: u16) -> String {
    format!(
        "HTTP/1.1 {status} X\r\nX-Shop-Trace: of the shop\r\nX-Shop-Limit: 40\r\nX-Shop-Left: 8\r\n\
         X-Shop-Reset: 1700000000\r\nX-Request-Id: standard\r\nX-RateLimit-Limit: 100\r\nX-RateLimit-Remaining: 99\r\n"
    )
}

/// The limit, the remaining units, and the reset in Unix seconds.
type Limit = (Option<u64>, u64, Option<u64>);

const OF_THE_SHOP: (&str, Limit) = ("of the shop", (Some(40), 8, Some(1_700_000_000)));
const STANDARD: (&str, Limit) = ("standard", (Some(100), 99, None));

#[track_caller]
fn check_limit(limit: Option<pivotal_runtime::RateLimit>, expected: Limit) {
    let limit = limit.unwrap();
    let reset = expected.2.map(|reset| SystemTime::UNIX_EPOCH + Duration::from_secs(reset));
    assert_eq!((limit.limit, limit.remaining, limit.reset), (expected.0, expected.1, reset));
}

#[tokio::test]
async fn request_id_and_rate_limit_are_read_from_headers_of_the_api() {
    let failures = [
        (ErrorKind::Api, format!("{}Content-Length: 0\r\n\r\n", head(409))),
        (ErrorKind::Decode, format!("{}Content-Length: 1\r\n\r\n[", head(200))),
        (ErrorKind::Redirect, format!("{}Location: /x\r\nContent-Length: 0\r\n\r\n", head(302))),
    ];
    for (kind, response) in failures {
        let server = Server::responding(response);
        let builder = || builder_without_api().base_url(server.url());
        let (shop, none) = (builder().api(&SHOP).build().unwrap(), builder().build().unwrap());
        let errors = [
            (shop.count().await.unwrap_err(), OF_THE_SHOP),
            (shop.response().await.unwrap_err(), OF_THE_SHOP),
            (shop.of_the_shop().await.unwrap_err(), OF_THE_SHOP),
            (none.of_the_shop().await.unwrap_err(), OF_THE_SHOP),
            (none.count().await.unwrap_err(), STANDARD),
        ];
        for (error, (id, limit)) in errors {
            assert_eq!((error.kind(), error.request_id()), (kind, Some(id)));
            check_limit(error.rate_limit(), limit);
            assert!(format!("{error:?}").contains(&format!("request_id: Some({id:?})")), "{error:?}");
        }
    }
    let server = Server::responding(format!("{}Content-Length: 1\r\n\r\n7", head(200)));
    let builder = || builder_without_api().base_url(server.url());
    let (shop, none) = (builder().api(&SHOP).build().unwrap(), builder().build().unwrap());
    check_limit(shop.response().await.unwrap().rate_limit(), OF_THE_SHOP.1);
    check_limit(shop.response().await.unwrap().map(|count| count + 1).rate_limit(), OF_THE_SHOP.1);
    check_limit(shop.of_the_shop().await.unwrap().rate_limit(), OF_THE_SHOP.1);
    check_limit(none.of_the_shop().await.unwrap().rate_limit(), OF_THE_SHOP.1);
    check_limit(none.response().await.unwrap().rate_limit(), STANDARD.1);
}

#[tokio::test]
async fn other_headers_are_not_read() {
    let head = "X-Request-Id: standard\r\nX-RateLimit-Limit: 100\r\nX-RateLimit-Remaining: 99\r\n";
    let server = Server::responding(format!("HTTP/1.1 409 X\r\n{head}Content-Length: 0\r\n\r\n"));
    let shop = builder_without_api().api(&SHOP).base_url(server.url()).build().unwrap();
    let error = shop.count().await.unwrap_err();
    assert_eq!((error.request_id(), error.rate_limit()), (None, None));
    assert_eq!(error.headers().unwrap()["x-request-id"], "standard");
}

#[tokio::test]
async fn errors_with_a_response_have_its_headers() {
    let cases = [
        (404, "", ErrorKind::Api),
        (500, "<html>", ErrorKind::Api),
        (302, "", ErrorKind::Redirect),
        (200, "[", ErrorKind::Decode),
        (204, "", ErrorKind::Decode),
    ];
    for (status, body, kind) in cases {
        let headers = [("X-Trace", "t1"), ("Location", "/x"), ("Set-Cookie", "s3cr3tZq41")];
        let error = outcome_of(status, &headers, body, async |api| api.count().await).await.unwrap_err();
        assert_eq!((error.kind(), error.status().unwrap().as_u16()), (kind, status), "{error:?}");
        let found = error.headers().unwrap();
        assert_eq!([&found["x-trace"], &found["set-cookie"]], ["t1", "s3cr3tZq41"], "{status}");
        assert!(!format!("{error} {error:?}").contains("s3cr3tZq41"), "{error:?}");
    }
}

#[tokio::test]
async fn errors_without_a_response_have_no_headers() {
    let client = |url: &str| builder_without_api().base_url(url).max_attempts(1).build();
    let (closed, _guard) = closed_port();
    let broken = Server::responding_and_closing("");
    let errors = [
        (client("ftp://host").unwrap_err(), ErrorKind::Config),
        (client(&closed).unwrap().count().await.unwrap_err(), ErrorKind::Connect),
        (client(&broken.url()).unwrap().count().await.unwrap_err(), ErrorKind::Transport),
        (Fake::new().create_as("\n").await.unwrap_err(), ErrorKind::Request),
    ];
    for (error, kind) in errors {
        assert_eq!(error.kind(), kind);
        assert!(error.headers().is_none() && error.status().is_none() && error.body().is_none(), "{error:?}");
        assert_eq!((error.request_id(), error.rate_limit(), error.retry_after()), (None, None, None));
    }
}
