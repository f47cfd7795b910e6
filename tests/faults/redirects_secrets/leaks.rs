//! Rows 108 to 111: one secret in every place, errors of every kind, and everything that can be printed.

use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::http::header::{HeaderName, HeaderValue};
use pivotal_runtime::{Applied, Attempt, Body, CallOptions, Credentials, Error, ErrorKind, Request, Transport, http};

use super::raw::closed_port;
use super::{Answering, KEY, SECRET, Vault, client, hides, is_silent, json, open, response};

use crate::transport::{builder, has_no_url};

fn secret_header() -> (HeaderName, HeaderValue) {
    (HeaderName::from_static("x-secret"), HeaderValue::from_static(SECRET))
}

/// Options with the secret in each place that they have.
fn options() -> CallOptions {
    let (name, value) = secret_header();
    CallOptions::new().idempotency_key(SECRET).header(name, value).max_attempts(1)
}

/// Calls with the secret in every place of the request, the options and the client.
async fn fails(answer: fn() -> Result<http::Response<Body>, Error>, kind: ErrorKind) -> Error {
    let http = Answering::that(move |_| answer());
    let (name, value) = secret_header();
    let client = client(&http).default_header(HeaderName::from_static("x-default"), value.clone());
    let client = client.default_header(name, value).max_response_bytes(64).build().unwrap();
    let error = open(&client.with(options())).await.unwrap_err();
    let asked = http.asked();
    assert_eq!(asked.len(), 1, "{kind:?}");
    assert!(asked[0].uri.to_string().ends_with(&format!("/vault/{SECRET}?query={SECRET}")), "the secret was sent");
    for name in ["x-header", "x-default", "x-secret", "idempotency-key"] {
        assert_eq!(asked[0].headers[name], SECRET, "{name}");
    }
    assert_eq!(error.kind(), kind, "{error:?}");
    is_silent(&error);
    error
}

/// A body of an answer, and headers, that repeat what was sent.
fn echo(status: u16, body: String) -> Result<http::Response<Body>, Error> {
    let location = format!("https://api.example/{SECRET}");
    response(status, &[("set-cookie", SECRET), ("location", &location), ("x-echo", SECRET)], body)
}

#[tokio::test]
async fn row_108_an_answer_shows_no_secret_whatever_the_kind_of_error() {
    fails(|| echo(307, SECRET.to_owned()), ErrorKind::Redirect).await;
    fails(|| echo(500, SECRET.to_owned()), ErrorKind::Api).await;
    fails(|| echo(409, format!(r#"{{"error":{{"other":"{SECRET}","code":["{SECRET}"]}}}}"#)), ErrorKind::Api).await;
    fails(|| echo(429, format!(r#"{{"{SECRET}":"#)), ErrorKind::Api).await;
    fails(|| echo(200, format!("\"{SECRET}\"")), ErrorKind::Decode).await;
    fails(|| echo(200, format!("{{\"{SECRET}\":\"{SECRET}\"}}")), ErrorKind::Decode).await;
    fails(|| echo(200, SECRET.repeat(99)), ErrorKind::TooLarge).await;
    fails(|| Err(Error::transport("broke off")), ErrorKind::Transport).await;
    fails(|| Err(Error::connect("refused")), ErrorKind::Connect).await;
}

#[tokio::test(start_paused = true)]
async fn row_108_a_timeout_shows_no_secret() {
    let stalled = || response(200, &[], Body::from_stream(Stalled, None));
    let error = fails(stalled, ErrorKind::Timeout).await;
    assert!(error.elapsed_timeout().is_some());
}

/// A body that never goes on.
struct Stalled;

impl futures_core::Stream for Stalled {
    type Item = Result<bytes::Bytes, Error>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        std::task::Poll::Pending
    }
}

#[tokio::test]
async fn row_108_what_is_refused_shows_no_secret() {
    let http = Answering::that(|_| json(200, "7"));
    let api = client(&http).build().unwrap();
    let line_break = format!("{SECRET}\n");
    let errors = [
        api.open("..", SECRET, SECRET, SECRET).await.unwrap_err(),
        api.open(SECRET, SECRET, &line_break, SECRET).await.unwrap_err(),
        open(&api.with(CallOptions::new().idempotency_key(&line_break))).await.unwrap_err(),
        open(&api.with(CallOptions::new().idempotency_key(SECRET.repeat(99)))).await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::Request, "{error:?}");
        is_silent(&error);
    }
    let stale = client(&http).credentials(Stale).build().unwrap();
    let error = open(&stale).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    is_silent(&error);
    assert!(http.asked().is_empty());
}

/// Has added the secret by the time it is stale.
struct Stale;

impl Credentials for Stale {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        attempt.add_query("token", SECRET);
        hides(attempt);
        Ok(Applied::Stale)
    }
}

#[tokio::test]
async fn row_108_a_walk_in_circles_shows_no_cursor() {
    let page = format!(r#"{{"data":[1],"has_more":true,"next_cursor":"{SECRET}"}}"#);
    let http = Answering::that(move |_| json(200, page.clone()));
    let api = client(&http).build().unwrap();
    let mut pages = api.list(SECRET, "start");
    assert_eq!(pages.next().await.unwrap().unwrap(), 1);
    hides(&pages);
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
    is_silent(&error);
    assert_eq!(http.targets()[1], format!("/vaults?query={SECRET}&cursor={SECRET}"));
}

#[tokio::test]
async fn row_109_client_options_and_request_show_no_secret() {
    let http = Answering::that(|_| json(200, "7"));
    let (name, value) = secret_header();
    let builder = client(&http).default_header(name, value);
    hides(&builder);
    let client = builder.build().unwrap();
    hides(&client);
    hides(&options());
    hides(&client.with(options()));
    for shown in [format!("{client:?}"), format!("{:?}", client.with(options()))] {
        assert!(shown.contains("credentials: Some(…)") && shown.contains("x-secret"), "what may be shown is: {shown}");
    }
    assert_eq!(format!("{:?}", PivotalKey::new(KEY).unwrap()), "PivotalKey(pivotal_test_logs…)");
    open(&client.with(options())).await.unwrap();
    let headers = &http.asked()[0].headers;
    assert_eq!(headers["authorization"], format!("Bearer {KEY}"));
    // Whoever prints the headers of a request, as TRACE of h2 does, prints neither the key nor a parameter.
    assert!(headers["authorization"].is_sensitive());
    assert!(headers["x-header"].is_sensitive());
    hides(&headers["authorization"]);
}

#[test]
fn row_109_a_client_shows_nothing_of_the_http_client_beneath() {
    let proxy = reqwest::Proxy::all(format!("http://user:{SECRET}@proxy.example")).unwrap();
    let (name, value) = secret_header();
    let headers = http::HeaderMap::from_iter([(name, value)]);
    let http = reqwest::Client::builder().proxy(proxy).default_headers(headers).build().unwrap();
    assert!(format!("{http:?}").contains(SECRET), "there is something to hide");
    hides(&builder().http_client(http).build().unwrap());
}

/// Shows what is printed of a request on its way.
struct Spy;

impl Transport for Spy {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        assert!(request.path_and_query().contains(SECRET));
        hides(&request);
        hides(request.headers());
        hides(&request.body());
        Ok(http::Response::new(Body::from("7")))
    }
}

#[tokio::test]
async fn row_109_a_request_on_its_way_shows_no_secret() {
    assert_eq!(open(&Spy).await.unwrap(), 7);
}

#[tokio::test]
async fn row_110_an_error_of_the_transport_shows_no_url() {
    let (url, _guard) = closed_port();
    let port = url.rsplit(':').next().unwrap();
    let api = builder()
        .credentials(PivotalKey::new(KEY).unwrap())
        .base_url(&url)
        .max_attempts(1)
        .timeout(Duration::from_secs(10));
    let error = open(&api.build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    is_silent(&error);
    let source = std::error::Error::source(&error).unwrap();
    assert!(has_no_url(source), "{source:?}");
    assert!(!format!("{error} {error:?}").contains(&format!("http://127.0.0.1:{port}")), "{error:?}");
}

#[tokio::test]
async fn row_111_own_key_in_the_message_of_the_api_is_removed() {
    // Another key is text like any other: the client cannot know it.
    for (key, shown) in [(KEY, "[redacted]"), ("pivotal_anotherKey01", "Bearer pivotal_anotherKey01")] {
        let message = format!("Bearer {key} was revoked");
        let body = format!(r#"{{"error":{{"type":"{key}","code":"{key}","message":"{message}","field":"{key}"}}}}"#);
        let http = Answering::that(move |_| json(401, body.clone()));
        let error = open(&client(&http).build().unwrap()).await.unwrap_err();
        assert_eq!(error.message(), Some(&*message), "the message itself is complete");
        is_silent(&error);
        assert!(error.to_string().contains(&format!(": {shown} was revoked (code `")), "{error}");
    }
}
