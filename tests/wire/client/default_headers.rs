//! Default headers.

use pivotal_api::PivotalKey;
use pivotal_runtime::http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HOST, USER_AGENT};
use pivotal_runtime::http::{self, HeaderMap, HeaderName, HeaderValue};
use pivotal_runtime::{Body, CallOptions, Client, ClientBuilder, Error, ErrorKind, Request, Transport, endpoint};

use crate::support::KEY;
use crate::support::request::ReceivedRequest;
use crate::support::server::Server;
use crate::transport::{builder, builder_without_api};

trait Api: Transport {
    #[endpoint(GET, "/plain", response = ())]
    async fn plain(&self);

    #[endpoint(POST, "/own", header("X-Team") = team, header("X-Fixed") = "call", response = ())]
    async fn own(&self, team: &[&str]);

    #[endpoint(GET, "/map", header(..) = headers, response = ())]
    async fn map(&self, headers: &HeaderMap);

    #[endpoint(POST, "/typed", body = body, response = ())]
    async fn typed(&self, body: u8);

    #[endpoint(POST, "/elsewhere", auth = none, response = ())]
    async fn elsewhere(&self);
}
impl<T: Transport> Api for T {}

async fn with(
    headers: &[(HeaderName, &'static str)],
    call: impl AsyncFnOnce(Client) -> Result<(), Error>,
) -> ReceivedRequest {
    let server = Server::responding_204();
    let builder = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url());
    let builder = headers
        .iter()
        .fold(builder, |builder, (name, value)| builder.default_header(name.clone(), HeaderValue::from_static(value)));
    call(builder.build().unwrap()).await.unwrap();
    server.request()
}

const TEAM: HeaderName = HeaderName::from_static("x-team");
const FIXED: HeaderName = HeaderName::from_static("x-fixed");

#[tokio::test]
async fn default_headers_are_sent_with_every_call() {
    let server = Server::responding_204();
    let client = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url());
    let client = client.default_header(TEAM, HeaderValue::from_static("red")).build().unwrap();
    client.plain().await.unwrap();
    client.typed(1).await.unwrap();
    client.clone().plain().await.unwrap();
    for _ in 0..3 {
        assert_eq!(server.request().headers("x-team"), ["red"]);
    }
}

#[tokio::test]
async fn repeated_default_header_is_sent_twice() {
    let received = with(&[(TEAM, "red"), (FIXED, "x"), (TEAM, "blue")], async |api| api.plain().await).await;
    assert_eq!(received.headers("x-team"), ["red", "blue"]);
    assert_eq!(received.headers("x-fixed"), ["x"]);
}

#[tokio::test]
async fn header_of_a_call_replaces_the_default() {
    let defaults = [(TEAM, "red"), (TEAM, "blue"), (FIXED, "client")];
    let received = with(&defaults, async |api| api.own(&["green"]).await).await;
    assert_eq!((received.headers("x-team"), received.headers("x-fixed")), (vec!["green"], vec!["call"]));
    let received = with(&defaults, async |api| api.own(&["a", "b"]).await).await;
    assert_eq!(received.headers("x-team"), ["a", "b"]);
    let received = with(&defaults, async |api| api.own(&[]).await).await;
    assert_eq!(received.headers("x-team"), ["red", "blue"], "the call sends none");
    let map = [(TEAM, HeaderValue::from_static("of the map"))].into_iter().collect();
    let received = with(&defaults, async |api| api.map(&map).await).await;
    assert_eq!((received.headers("x-team"), received.headers("x-fixed")), (vec!["of the map"], vec!["client"]));
    let received = with(&[(CONTENT_TYPE, "text/plain")], async |api| api.typed(1).await).await;
    assert_eq!(received.headers("content-type"), ["application/json"]);
}

#[tokio::test]
async fn default_header_does_not_replace_credentials() {
    let received = with(&[(AUTHORIZATION, "Basic abc")], async |api| api.plain().await).await;
    assert_eq!(received.headers("authorization"), [format!("Bearer {KEY}")]);
}

#[tokio::test]
async fn default_authorization_is_sent_without_credentials() {
    let server = Server::responding_204();
    let client = |builder: ClientBuilder| {
        let builder = builder.base_url(server.url());
        builder.default_header(AUTHORIZATION, HeaderValue::from_static("token ghp_abc")).build().unwrap()
    };
    let of_pivotal = client(builder());
    of_pivotal.elsewhere().await.unwrap();
    let received = server.request();
    assert_eq!(received.headers("authorization"), ["token ghp_abc"], "`auth = none` is about credentials");
    assert_eq!(received.headers("idempotency-key").len(), 1, "the API names the header");
    let of_no_api = client(builder_without_api());
    of_no_api.elsewhere().await.unwrap();
    let received = server.request();
    assert_eq!(received.headers("authorization"), ["token ghp_abc"]);
    assert!(received.headers("idempotency-key").is_empty());
    for client in [of_pivotal, of_no_api] {
        client.with(CallOptions::new().idempotency_key("k")).elsewhere().await.unwrap();
        assert_eq!(server.request().headers("idempotency-key"), ["k"]);
    }
}

#[tokio::test]
async fn wrapper_adds_authorization_to_each_call() {
    let server = Server::responding_204();
    let client = builder().base_url(server.url()).build().unwrap();
    let adding = Adding(&client, (AUTHORIZATION, HeaderValue::from_static("token ghp_abc")));
    adding.elsewhere().await.unwrap();
    assert_eq!(server.request().headers("authorization"), ["token ghp_abc"]);
}

/// A wrapper that adds a header to every request.
struct Adding<'a>(&'a Client, (HeaderName, HeaderValue));

impl Transport for Adding<'_> {
    async fn send(&self, mut request: Request) -> Result<http::Response<Body>, Error> {
        request.headers_mut().append(self.1.0.clone(), self.1.1.clone());
        self.0.send(request).await
    }
}

/// The server would otherwise read another body, or treat the next request as a part of it.
#[tokio::test]
async fn framing_headers_are_rejected() {
    let server = Server::responding_204();
    let client = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url()).build().unwrap();
    for name in ["content-length", "transfer-encoding", "connection", "te", "trailer", "upgrade"] {
        let header = (HeaderName::from_static(name), HeaderValue::from_static("0"));
        let refused = builder().default_header(header.0.clone(), header.1.clone()).build().unwrap_err();
        let message = format!("the default header `{name}` belongs to the connection; remove it");
        assert_eq!((refused.kind(), refused.to_string()), (ErrorKind::Config, message));
        let by_wrapper = Adding(&client, header.clone()).typed(1).await.unwrap_err();
        let by_options = client.with(CallOptions::new().header(header.0, header.1)).typed(1).await.unwrap_err();
        for refused in [by_wrapper, by_options] {
            let message = format!("POST /typed: has the header `{name}`, which belongs to the connection; remove it");
            assert_eq!((refused.kind(), refused.to_string()), (ErrorKind::Request, message));
        }
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn host_header_can_be_set() {
    let received = with(&[(HOST, "api.example")], async |api| api.plain().await).await;
    assert_eq!(received.headers("host"), ["api.example"]);
}

/// Servers ignore the header over HTTP/2, which they can choose with TLS.
#[tokio::test]
async fn host_header_over_https_is_rejected() {
    let host = HeaderValue::from_static;
    let builder = || builder().base_url("https://api.example");
    let refused = builder().default_header(HOST, host("other.example")).build().unwrap_err();
    let fix = "write the host into the base URL, and map it to an address in an `http_client` of your own";
    let message = format!("the default header `Host` is ignored by servers over HTTP/2; {fix}");
    assert_eq!((refused.kind(), refused.to_string()), (ErrorKind::Config, message));
    let client = builder().default_header(HOST, host("API.example")).build().unwrap();
    let refused = client.with(CallOptions::new().header(HOST, host("other.example"))).typed(1).await.unwrap_err();
    let message = format!("POST /typed: has a header `Host`, which servers ignore over HTTP/2; {fix}");
    assert_eq!((refused.kind(), refused.to_string()), (ErrorKind::Request, message));
}

#[tokio::test]
async fn default_header_replaces_that_of_the_client() {
    let received = with(&[(ACCEPT, "text/csv"), (USER_AGENT, "other/1")], async |api| api.plain().await).await;
    assert_eq!((received.headers("accept"), received.headers("user-agent")), (vec!["text/csv"], vec!["other/1"]));
}

#[test]
fn debug_of_a_builder_shows_only_header_names() {
    let builder = builder().default_header(TEAM, HeaderValue::from_static("s3cr3tZq41"));
    let shown = format!("{builder:?}");
    assert!(shown.contains("x-team") && !shown.contains("s3cr3tZq41"), "{shown}");
}
