//! A server that gives one answer and keeps what it was sent.

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

/// What every answer to a key carries (Pivotal API, Rate limits).
const RATE_LIMIT: [(&str, &str); 3] =
    [("X-RateLimit-Limit", "60"), ("X-RateLimit-Remaining", "7"), ("X-RateLimit-Reset", "1780000000")];

/// Gives the same answer to every request.
pub(crate) struct Server {
    http: MockServer,
    requests: Arc<Mutex<Vec<HttpMockRequest>>>,
}

impl Server {
    /// A server that answers with an example of `tests/data/`, and with the headers of the API.
    pub(crate) async fn answering(status: u16, example: &str) -> Self {
        let retry_after = (status == 429).then_some(("Retry-After", "9"));
        Self::answering_with(status, example, RATE_LIMIT.into_iter().chain(retry_after)).await
    }

    /// The same, with no headers but these.
    pub(crate) async fn answering_with(
        status: u16,
        example: &str,
        headers: impl IntoIterator<Item = (&str, &str)>,
    ) -> Self {
        let mut answer = HttpMockResponse::builder().status(status).header("Content-Type", "application/json");
        for (name, value) in headers {
            answer = answer.header(name, value);
        }
        let answer = answer.body(read(example)).build();
        let requests = Arc::<Mutex<Vec<HttpMockRequest>>>::default();
        let kept = Arc::clone(&requests);
        let http = MockServer::start_async().await;
        let all = http.mock_async(|when, then| {
            when.any_request();
            then.respond_with(move |request| {
                kept.lock().unwrap().push(request.clone());
                answer.clone()
            });
        });
        all.await;
        Self { http, requests }
    }

    /// A client of this server, with a key. It takes the first answer: retries are not what is tested here.
    pub(crate) fn client(&self) -> Client {
        let key = PivotalKey::new(KEY).unwrap();
        builder().credentials(key).base_url(self.url()).max_attempts(1).build().unwrap()
    }

    /// Its base URL.
    pub(crate) fn url(&self) -> String {
        self.http.base_url()
    }

    /// All that was sent.
    pub(crate) fn received(&self) -> Vec<Sent> {
        self.requests.lock().unwrap().iter().map(Sent::read).collect()
    }
}

/// A request, but for the `Host` and `Content-Length` that every connection adds.
#[derive(Debug, PartialEq)]
pub(crate) struct Sent {
    method: String,
    /// As it was on the wire, percent-encoded.
    path: String,
    /// All pairs in their order, decoded.
    query: Vec<(String, String)>,
    /// All of them, by name; of `User-Agent` the product without its version, and of a key that was made for the call
    /// that it is one.
    headers: Vec<(String, String)>,
    /// `None` if there was not even an empty one.
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

/// Calls with ids of every form: each is to stay the one segment that `<…>` marks in the template,
/// and one that no URL can hold is to be refused in the name of the parameter.
pub(crate) async fn assert_one_segment<T: Debug>(
    (status, example): (u16, &str),
    template: &str,
    call: impl AsyncFn(&Client, Id) -> Result<T, Error>,
) {
    let (before, rest) = template.split_once('<').unwrap();
    let (parameter, after) = rest.split_once('>').unwrap();
    let server = Server::answering(status, example).await;
    let client = server.client();

    for id in ["", ".", ".."] {
        let error = call(&client, id.into()).await.unwrap_err();
        assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(parameter)), "{id:?}");
    }
    assert_eq!(server.received(), [], "nothing is sent of what is refused");

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

/// Calls with limits that the API does not serve: each is to be refused before anything is sent.
pub(crate) async fn assert_limit_in_range<T: Debug>(
    parameter: &str,
    call: impl AsyncFn(&Client, u32) -> Result<T, Error>,
) {
    let server = Server::answering(200, "list-empty").await;
    for limit in [0, 101] {
        let error = call(&server.client(), limit).await.unwrap_err();
        assert_eq!((error.kind(), error.parameter_name()), (ErrorKind::Request, Some(parameter)), "{limit}");
    }
    assert_eq!(server.received(), []);
}

/// An example of `tests/data/`, read with the type.
pub(crate) fn example<T: DeserializeOwned>(name: &str) -> T {
    serde_json::from_slice(&read(name)).unwrap()
}

fn read(example: &str) -> Vec<u8> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    fs::read(data.join(example).with_extension("json")).unwrap()
}
