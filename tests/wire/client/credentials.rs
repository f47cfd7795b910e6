//! Credentials of the runtime: what they send, where, and what their constructors reject.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use pivotal_runtime::http::{self, HeaderName, HeaderValue};
use pivotal_runtime::{
    ApiKey, Basic, Bearer, Body, CallOptions, Client, ClientBuilder, Credentials, Error, ErrorKind, HttpClient,
    Transport, endpoint,
};
use reqwest::Url;

use crate::support::{Received, Server, agrees, answers};
use crate::transport::{Settings, builder_without_api, without_tls};

trait Items: Transport {
    #[endpoint(GET, "/items", response = ())]
    async fn list(&self);

    #[endpoint(GET, "/items?<name>&sort=up", response = ())]
    async fn sorted(&self, name: &str);

    #[endpoint(POST, "/items", body = number, response = ())]
    async fn create(&self, number: u8);

    #[endpoint(GET, "/items", auth = none, response = ())]
    async fn public(&self);

    #[endpoint(GET, "/items?sort=up", auth = none, header("X-Api-Key") = key, response = ())]
    async fn public_with_key(&self, key: Option<&str>);
}
impl<T: Transport> Items for T {}

/// Sends credentials to a server.
type Build = fn(ClientBuilder<Settings>) -> ClientBuilder<Settings>;

fn client(
    server: &Server,
    path: &str,
    with: impl FnOnce(ClientBuilder<Settings>) -> ClientBuilder<Settings>,
) -> Client {
    without_tls(with(builder_without_api().base_url(server.url() + path))).build().unwrap()
}

/// The request of a call with these credentials.
async fn sent(credentials: impl Credentials) -> Received {
    let server = Server::that(agrees());
    client(&server, "", |builder| builder.credentials(credentials)).list().await.unwrap();
    server.request()
}

#[tokio::test]
async fn bearer_token_is_sent_in_authorization() {
    for (token, value) in [
        ("mF_9.B5f-4.1JqM", "Bearer mF_9.B5f-4.1JqM"),
        ("a/b+c==", "Bearer a/b+c=="),
        (" \tt-12345678\r\n", "Bearer t-12345678"),
    ] {
        assert_eq!(sent(Bearer::new(token).unwrap()).await.header("authorization"), [value]);
    }
}

#[tokio::test]
async fn user_and_password_are_sent_in_authorization() {
    let cases = [
        // RFC 7617, sections 2 and 2.1.
        ("Aladdin", "open sesame", "QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
        ("test", "123\u{a3}", "dGVzdDoxMjPCow=="),
        ("user", "", "dXNlcjo="),
        ("", "pw", "OnB3"),
        ("", "", "Og=="),
        ("a", "b:c", "YTpiOmM="),
        ("zoë", "pässwörd", "em/Dqzpww6Rzc3fDtnJk"),
        (" u ", " p ", "IHUgOiBwIA=="),
    ];
    for (user, password, encoded) in cases {
        let received = sent(Basic::new(user, password).unwrap()).await;
        assert_eq!(received.header("authorization"), [format!("Basic {encoded}")], "{user}:{password}");
    }
}

#[tokio::test]
async fn key_is_sent_in_the_header_that_is_named() {
    for (name, key, value) in [
        ("X-Api-Key", "k-12345678", "k-12345678"),
        ("x-api-key", " k-12345678\n", "k-12345678"),
        ("X-Api-Key", "two words", "two words"),
    ] {
        let received = sent(ApiKey::header(name, key).unwrap()).await;
        assert_eq!(received.header("x-api-key"), [value]);
        assert!(received.header("authorization").is_empty());
    }
    let received = sent(ApiKey::header("Authorization", "token ghp_12345678").unwrap()).await;
    assert_eq!(received.header("authorization"), ["token ghp_12345678"]);
}

fn pairs(target: &str) -> Vec<(String, String)> {
    Url::parse("http://host").and_then(|url| url.join(target)).unwrap().query_pairs().into_owned().collect()
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[tokio::test]
async fn key_is_added_to_the_query() {
    let cases = [
        ("api_key", "k-12345678", "api_key=k-12345678"),
        ("api_key", " k-12345678\n", "api_key=k-12345678"),
        ("key", "a&b=c#d/é?+%2F", "key=a%26b%3Dc%23d%2F%C3%A9%3F%2B%252F"),
        ("key[a&b]", "k", "key%5Ba%26b%5D=k"),
        ("key", "it's", "key=it%27s"),
    ];
    for base in ["", "/v1"] {
        let path = format!("{base}/items");
        for (name, key, encoded) in cases {
            let server = Server::that(agrees());
            let client = client(&server, base, |builder| builder.credentials(ApiKey::query(name, key).unwrap()));
            client.list().await.unwrap();
            let received = server.request();
            assert_eq!(received.target(), format!("{path}?{encoded}"), "base URL with `{base}`");
            assert!(received.header("authorization").is_empty());
            assert_eq!(pairs(received.target()), [pair(name, key.trim())]);
            client.sorted("a&b").await.unwrap();
            let target = server.request().target().to_owned();
            assert_eq!(target, format!("{path}?name=a%26b&sort=up&{encoded}"), "base URL with `{base}`");
            assert_eq!(pairs(&target), [pair("name", "a&b"), pair("sort", "up"), pair(name, key.trim())]);
        }
    }
    let server = Server::that(agrees());
    let client = client(&server, "", |builder| builder.credentials(ApiKey::query("key", "two words").unwrap()));
    client.list().await.unwrap();
    assert_eq!(pairs(server.request().target()), [pair("key", "two words")]);
}

const CREDENTIALS: [Build; 4] = [
    |builder| builder.credentials(Bearer::new("t-12345678").unwrap()),
    |builder| builder.credentials(Basic::new("ada", "p4ssw0rd").unwrap()),
    |builder| builder.credentials(ApiKey::header("X-Api-Key", "k-12345678").unwrap()),
    |builder| builder.credentials(ApiKey::query("api_key", "k-12345678").unwrap()),
];

#[tokio::test]
async fn endpoint_with_auth_none_sends_no_credentials() {
    for with in CREDENTIALS {
        let server = Server::that(agrees());
        let client = client(&server, "", with);
        client.public().await.unwrap();
        let received = server.request();
        assert_eq!(received.target(), "/items");
        assert!(received.header("authorization").is_empty() && received.header("x-api-key").is_empty());
        client.public_with_key(Some("k-of-the-call")).await.unwrap();
        let received = server.request();
        assert_eq!(received.target(), "/items?sort=up");
        assert!(received.header("authorization").is_empty());
        assert_eq!(received.header("x-api-key"), ["k-of-the-call"]);
    }
}

#[tokio::test]
async fn every_call_sends_credentials_once() {
    for with in CREDENTIALS {
        let server = Server::that(agrees());
        let client = client(&server, "", with);
        client.list().await.unwrap();
        client.clone().create(1).await.unwrap();
        client.with(CallOptions::new()).list().await.unwrap();
        let all: Vec<_> = [(); 3]
            .map(|()| {
                let received = server.request();
                let texts = |name| received.header(name).join(",");
                (received.target().to_owned(), texts("authorization"), texts("x-api-key"))
            })
            .into();
        assert!(all.iter().all(|sent| *sent == all[0]), "{all:?}");
        let (target, authorization, key) = &all[0];
        let values = usize::from(target.contains("api_key=k-12345678")) + authorization.len() + key.len();
        assert!(values > 0, "{all:?}");
    }
}

#[tokio::test]
async fn credentials_win_over_headers_of_calls_and_defaults() {
    for (with, name, value) in
        [(CREDENTIALS[0], "authorization", "Bearer t-12345678"), (CREDENTIALS[2], "x-api-key", "k-12345678")]
    {
        let server = Server::that(agrees());
        let (header, other) = (HeaderName::from_static(name), HeaderValue::from_static("other"));
        let client = client(&server, "", |builder| with(builder).default_header(header.clone(), other.clone()));
        client.list().await.unwrap();
        client.with(CallOptions::new().header(header, other)).list().await.unwrap();
        for _ in 0..2 {
            assert_eq!(server.request().header(name), [value]);
        }
    }
}

#[tokio::test]
async fn last_credentials_of_a_builder_are_sent() {
    let server = Server::that(agrees());
    let client =
        client(&server, "", |builder| CREDENTIALS.into_iter().rev().fold(builder, |builder, with| with(builder)));
    client.list().await.unwrap();
    let received = server.request();
    assert_eq!((received.target(), received.header("authorization")), ("/items", vec!["Bearer t-12345678"]));
    assert!(received.header("x-api-key").is_empty());
}

/// Responds 503 at first, and keeps the URIs.
#[derive(Clone, Default)]
struct Unavailable(Arc<Mutex<Vec<String>>>);

impl HttpClient for Unavailable {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let mut uris = self.0.lock().unwrap();
        uris.push(request.uri().to_string());
        let status = if uris.len() < 3 { 503 } else { 204 };
        http::Response::builder().status(status).body(Body::empty()).map_err(Error::transport)
    }
}

#[tokio::test(start_paused = true)]
async fn key_is_in_the_query_once_at_each_attempt() {
    let unavailable = Unavailable::default();
    let builder = Client::builder().base_url("https://api.example/v1").http_client(unavailable.clone());
    let client = builder.credentials(ApiKey::query("api_key", "k/1").unwrap()).build().unwrap();
    client.sorted("a").await.unwrap();
    let uris = unavailable.0.lock().unwrap().clone();
    assert_eq!(uris, ["https://api.example/v1/items?name=a&sort=up&api_key=k%2F1"; 3]);
}

/// The server repeats them in the message of its error.
#[tokio::test]
async fn credentials_in_text_of_the_server_are_redacted() {
    for with in CREDENTIALS {
        let server = Server::that(answers(|received| {
            let secrets = ["authorization", "x-api-key"].map(|name| received.header(name).concat()).concat();
            let secret = received.target().split_once("api_key=").map_or(&*secrets, |(_, key)| key);
            let body = format!(r#"{{"error":{{"message":"No {secret}, p4ssw0rd!","code":"{secret}"}}}}"#);
            format!("HTTP/1.1 401 X\r\nX-Request-Id: {secret}\r\nContent-Length: {}\r\n\r\n{body}", body.len())
        }));
        let client = client(&server, "", |builder| with(builder.api(&pivotal_api::PIVOTAL)));
        let error = client.list().await.unwrap_err();
        let is_password = error.message().unwrap().contains("Basic ");
        let password = if is_password { "[redacted]" } else { "p4ssw0rd" };
        let expected = format!("GET /items: returned 401 Unauthorized: No [redacted], {password}! (code `[redacted]`)");
        assert_eq!(error.to_string(), expected);
        let shown = format!("{error:?}");
        assert!(shown.contains(r#"request_id: Some("[redacted]")"#), "{shown}");
    }
}

/// An error of a constructor, whose secret contains `Zq41`.
#[track_caller]
fn is_config(result: Result<impl Debug, Error>, expected: &str) {
    let error = result.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Config, 0));
    assert!(error.endpoint().is_none() && !error.is_retryable());
    assert!(error.to_string().contains(expected), "expected `{expected}`: {error}");
    let shown = format!("{error} {error:?} {error:#?}");
    assert!(!shown.contains("Zq41"), "{shown}");
}

#[test]
fn constructors_reject_mistakes_without_repeating_the_secret() {
    for empty in ["", " ", "\r\n\t"] {
        is_config(Bearer::new(empty), "the bearer token is empty");
        is_config(ApiKey::header("X-Api-Key", empty), "the API key is empty");
        is_config(ApiKey::query("api_key", empty), "the API key is empty");
    }
    for control in ["Zq41\n8", "Zq41\r\nX-Evil=1", "Zq41\08", "Zq41\u{7f}8", "Zq41\t8"] {
        is_config(Bearer::new(control), "the bearer token contains a character that is not allowed in a header");
        is_config(ApiKey::header("X-Api-Key", control), "the API key contains a character that is not allowed in a header");
        is_config(Basic::new("ada", control), "contains a control character");
        is_config(Basic::new(control, "p4ssw0rd"), "contains a control character");
    }
    is_config(Basic::new("ada", "Zq41\u{85}8"), "contains a control character");
    for user in ["Zq41:", ":Zq41", "a:Zq41"] {
        is_config(Basic::new(user, "Zq41-password"), "the user name contains a colon");
    }
    for name in ["host", "Content-Length", "transfer-encoding", "Connection", "TE", "trailer", "Upgrade"] {
        let expected = format!("the header `{}` belongs to the connection", name.to_lowercase());
        is_config(ApiKey::header(name, "Zq41-secret"), &expected);
    }
    // Nor the name, which may be the key if someone swaps the arguments.
    for name in ["", "X Key", "X-Key:", "X-Kéy", "a\n", "Zq41=secret=="] {
        is_config(ApiKey::header(name, "Zq41-secret"), "the first argument of `ApiKey::header` is not a header name");
    }
    is_config(ApiKey::query("", "Zq41-secret"), "has no name");
}

#[test]
fn debug_shows_nothing_of_credentials() {
    assert_eq!(format!("{:?}", Bearer::new("t-12345678").unwrap()), "Bearer(…)");
    assert_eq!(format!("{:?}", Basic::new("ada", "p4ssw0rd").unwrap()), "Basic(…)");
    assert_eq!(format!("{:?}", ApiKey::header("X-Api-Key", "k-12345678").unwrap()), "ApiKey(header `x-api-key`)");
    assert_eq!(format!("{:?}", ApiKey::query("api_key", "k-12345678").unwrap()), "ApiKey(query `api_key`)");
    for with in CREDENTIALS {
        let builder = || with(builder_without_api().base_url("https://host"));
        let client = builder().build().unwrap();
        for shown in
            [format!("{:#?}", builder()), format!("{client:#?}"), format!("{:#?}", client.with(CallOptions::new()))]
        {
            assert!(shown.contains("credentials: Some(\n"), "{shown}");
            for secret in ["12345678", "p4ssw0rd", "ada", "api_key", "x-api-key"] {
                assert!(!shown.contains(secret), "{secret}: {shown}");
            }
        }
    }
}

#[test]
fn credentials_over_plain_http_are_refused() {
    let sensitive: Build = |builder| {
        let mut value = HeaderValue::from_static("Zq41-secret");
        value.set_sensitive(true);
        builder.default_header(HeaderName::from_static("x-team"), value)
    };
    for with in CREDENTIALS.into_iter().chain([sensitive]) {
        for url in
            ["http://api.example", "http://192.0.2.1:8080/v1", "http://[2001:db8::1]", "http://localhost.example"]
        {
            let error = with(builder_without_api().base_url(url)).build().unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config, "{url}");
            let expected =
                "the base URL would send the credentials over plain HTTP; write `https://`, or call `allow_http`";
            assert_eq!(error.to_string(), expected, "{url}");
            assert!(!format!("{error:?}").contains("Zq41"), "{error:?}");
            without_tls(with(builder_without_api().base_url(url)).allow_http()).build().unwrap();
        }
        for url in
            ["http://127.0.0.1", "http://127.8.8.8:80", "http://[::1]:8080", "http://LOCALHOST", "https://api.example"]
        {
            without_tls(with(builder_without_api().base_url(url))).build().unwrap();
        }
    }
}

#[test]
fn plain_http_without_credentials_is_allowed() {
    let ordinary: Build =
        |builder| builder.default_header(HeaderName::from_static("x-team"), HeaderValue::from_static("red"));
    for with in [|builder| builder, ordinary] {
        for url in ["http://api.example", "http://192.0.2.1:8080/v1", "http://[2001:db8::1]"] {
            let client = without_tls(with(builder_without_api().base_url(url))).build().unwrap();
            assert_eq!(client.base_url(), url);
        }
    }
}
