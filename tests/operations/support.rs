//! A server that returns one response and records its requests.

use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use httpmock::{HttpMockRequest, HttpMockResponse, MockServer};
use pivotal_api::{Client, Error, ErrorKind, Id, PivotalKey};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::transport::builder;

pub(crate) const KEY: &str = "pivotal_test_K8s9vQ2mXw7b";

/// The headers of every response to a request with a key (Pivotal API, Rate limits).
const RATE_LIMIT: [(&str, &str); 3] =
    [("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "7"), ("X-RateLimit-Reset", "1780000000")];

/// Returns the same response to every request.
pub(crate) struct Server {
    http: MockServer,
    requests: Arc<Mutex<Vec<HttpMockRequest>>>,
}

impl Server {
    /// Starts a server that returns an example of `tests/data/`, with the headers of the API.
    pub(crate) async fn returning(status: u16, example: &str) -> Self {
        let retry_after = (status == 429).then_some(("Retry-After", "9"));
        Self::returning_with(status, example, RATE_LIMIT.into_iter().chain(retry_after)).await
    }

    /// Starts a server that returns an example of `tests/data/`, with these headers only.
    pub(crate) async fn returning_with(
        status: u16,
        example: &str,
        headers: impl IntoIterator<Item = (&str, &str)>,
    ) -> Self {
        let mut response = HttpMockResponse::builder().status(status).header("Content-Type", "application/json");
        for (name, value) in headers {
            response = response.header(name, value);
        }
        let response = response.body(read(example)).build();
        let requests = Arc::<Mutex<Vec<HttpMockRequest>>>::default();
        let received = Arc::clone(&requests);
        let http = MockServer::start_async().await;
        let all = http.mock_async(|when, then| {
            when.any_request();
            then.respond_with(move |request| {
                received.lock().unwrap().push(request.clone());
                response.clone()
            });
        });
        all.await;
        Self { http, requests }
    }

    /// Builds a client of this server, with a key and without retries.
    pub(crate) fn client(&self) -> Client {
        let key = PivotalKey::new(KEY).unwrap();
        builder().credentials(key).base_url(self.url()).max_attempts(1).build().unwrap()
    }

    /// Returns the base URL.
    pub(crate) fn url(&self) -> String {
        self.http.base_url()
    }

    /// Returns all requests.
    pub(crate) fn received(&self) -> Vec<Sent> {
        self.requests.lock().unwrap().iter().map(Sent::read).collect()
    }
}

/// A request without `Host` and `Content-Length`, which every connection adds.
#[derive(Debug, PartialEq)]
pub(crate) struct Sent {
    method: String,
    /// Percent-encoded, as on the wire.
    path: String,
    /// All pairs in order, decoded.
    query: Vec<(String, String)>,
    /// All headers, sorted. `User-Agent` has no version, and a generated idempotency key is `a UUID`.
    headers: Vec<(String, String)>,
    /// `None` if the request had no body, not even an empty one.
    body: Option<Value>,
}

impl Sent {
    pub(crate) fn get(path: &str) -> Self {
        Self::new("GET", path, None)
    }

    pub(crate) fn post(path: &str, body: Value) -> Self {
        Self::new("POST", path, Some(body))
    }

    pub(crate) fn patch(path: &str, body: Value) -> Self {
        Self::new("PATCH", path, Some(body))
    }

    pub(crate) fn delete(path: &str) -> Self {
        Self::new("DELETE", path, None)
    }

    fn new(method: &str, path: &str, body: Option<Value>) -> Self {
        let request = Self { method: method.into(), path: path.into(), query: Vec::new(), headers: Vec::new(), body };
        let request = request
            .header("accept", "application/json")
            .header("authorization", &format!("Bearer {KEY}"))
            .header("user-agent", "pivotal-runtime/");
        #[cfg(feature = "compression")]
        let request = request.header("accept-encoding", "gzip, br, zstd, deflate");
        let request = if request.body.is_some() { request.header("content-type", "application/json") } else { request };
        if method == "POST" { request.header("idempotency-key", "a UUID") } else { request }
    }

    pub(crate) fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push((name.into(), value.into()));
        self
    }

    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(given, _)| given != name);
        self.headers.push((name.into(), value.into()));
        self.headers.sort();
        self
    }

    pub(crate) fn without_key(mut self) -> Self {
        self.headers.retain(|(name, _)| name != "authorization");
        self
    }

    fn read(request: &HttpMockRequest) -> Self {
        let has_body = request.headers().contains_key("content-length") || !request.body_ref().is_empty();
        let mut headers = request.headers_vec().clone();
        headers.retain(|(name, _)| name != "host" && name != "content-length");
        for (name, value) in &mut headers {
            if name == "user-agent" {
                value.truncate(value.find('/').unwrap() + 1);
            }
            if name == "idempotency-key" && is_uuid(value) {
                "a UUID".clone_into(value);
            }
        }
        headers.sort();
        Self {
            method: request.method_str().into(),
            path: request.uri().path().into(),
            query: request.query_params(),
            headers,
            body: has_body.then(|| serde_json::from_slice(request.body_ref()).unwrap()),
        }
    }
}

/// Returns whether a text is a UUID of version 4.
fn is_uuid(text: &str) -> bool {
    let lengths: Vec<_> = text.split('-').map(str::len).collect();
    lengths == [8, 4, 4, 4, 12] && text.as_bytes()[14] == b'4'
}

/// Checks with ids of every form that each is the one segment that `<…>` marks in the template, and that ids that no
/// URL can contain are rejected with the name of the parameter.
pub(crate) async fn assert_one_segment<T: Debug>(
    (status, example): (u16, &str),
    template: &str,
    call: impl AsyncFn(&Client, Id) -> Result<T, Error>,
) {
    let (before, rest) = template.split_once('<').unwrap();
    let (parameter, after) = rest.split_once('>').unwrap();
    let server = Server::returning(status, example).await;
    let client = server.client();

    for id in ["", ".", ".."] {
        let error = call(&client, id.into()).await.unwrap_err();
        assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(parameter)), "{id:?}");
    }
    assert_eq!(server.received(), [], "rejected calls are not sent");

    let segments = [
        (Id::from(42), "42"),
        (Id::from("cmo7fa8o7b2fujyalnuejmuua"), "cmo7fa8o7b2fujyalnuejmuua"),
        (Id::from("a/b c"), "a%2Fb%20c"),
        (Id::from("../me"), "..%2Fme"),
        (Id::from("?q#f%20"), "%3Fq%23f%2520"),
        (Id::from("ü"), "%C3%BC"),
    ];
    for (id, _) in &segments {
        call(&client, id.clone()).await.unwrap();
    }
    let paths: Vec<_> = server.received().into_iter().map(|sent| sent.path).collect();
    let expected = segments.map(|(_, segment)| format!("{before}{segment}{after}"));
    assert_eq!(paths, expected);
}

/// Checks that limits out of range are rejected before anything is sent.
pub(crate) async fn assert_limit_in_range<T: Debug>(
    parameter: &str,
    call: impl AsyncFn(&Client, u32) -> Result<T, Error>,
) {
    let server = Server::returning(200, "list-empty").await;
    for limit in [0, 101] {
        let error = call(&server.client(), limit).await.unwrap_err();
        assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(parameter)), "{limit}");
    }
    assert_eq!(server.received(), []);
}

/// Reads an example of `tests/data/` into a type.
pub(crate) fn example<T: DeserializeOwned>(name: &str) -> T {
    serde_json::from_slice(&read(name)).unwrap()
}

fn read(example: &str) -> Vec<u8> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    fs::read(data.join(example).with_extension("json")).unwrap()
}
