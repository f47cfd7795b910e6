//! Credentials of the runtime.

mod rejected;

use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{ApiKey, Basic, Bearer, CallOptions, Client, ClientBuilder, Credentials, Transport, endpoint};
use reqwest::Url;

use crate::support::request::ReceivedRequest;
use crate::support::server::Server;
use crate::transport::{builder_without_api, without_tls};

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
type Build = fn(ClientBuilder) -> ClientBuilder;

fn client(server: &Server, path: &str, with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    without_tls(with(builder_without_api().base_url(server.url() + path))).build().unwrap()
}

/// Returns the request of a call with these credentials.
async fn sent(credentials: impl Credentials) -> ReceivedRequest {
    let server = Server::responding_204();
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
        assert_eq!(sent(Bearer::new(token).unwrap()).await.headers("authorization"), [value]);
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
        assert_eq!(received.headers("authorization"), [format!("Basic {encoded}")], "{user}:{password}");
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
        assert_eq!(received.headers("x-api-key"), [value]);
        assert!(received.headers("authorization").is_empty());
    }
    let received = sent(ApiKey::header("Authorization", "token ghp_12345678").unwrap()).await;
    assert_eq!(received.headers("authorization"), ["token ghp_12345678"]);
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
            let server = Server::responding_204();
            let client = client(&server, base, |builder| builder.credentials(ApiKey::query(name, key).unwrap()));
            client.list().await.unwrap();
            let received = server.request();
            assert_eq!(received.target(), format!("{path}?{encoded}"), "base URL with `{base}`");
            assert!(received.headers("authorization").is_empty());
            assert_eq!(pairs(received.target()), [pair(name, key.trim())]);
            client.sorted("a&b").await.unwrap();
            let target = server.request().target().to_owned();
            assert_eq!(target, format!("{path}?name=a%26b&sort=up&{encoded}"), "base URL with `{base}`");
            assert_eq!(pairs(&target), [pair("name", "a&b"), pair("sort", "up"), pair(name, key.trim())]);
        }
    }
    let server = Server::responding_204();
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
        let server = Server::responding_204();
        let client = client(&server, "", with);
        client.public().await.unwrap();
        let received = server.request();
        assert_eq!(received.target(), "/items");
        assert!(received.headers("authorization").is_empty() && received.headers("x-api-key").is_empty());
        client.public_with_key(Some("k-of-the-call")).await.unwrap();
        let received = server.request();
        assert_eq!(received.target(), "/items?sort=up");
        assert!(received.headers("authorization").is_empty());
        assert_eq!(received.headers("x-api-key"), ["k-of-the-call"]);
    }
}

#[tokio::test]
async fn every_call_sends_credentials_once() {
    for with in CREDENTIALS {
        let server = Server::responding_204();
        let client = client(&server, "", with);
        client.list().await.unwrap();
        client.clone().create(1).await.unwrap();
        client.with(CallOptions::new()).list().await.unwrap();
        let all: Vec<_> = [(); 3]
            .map(|()| {
                let received = server.request();
                let texts = |name| received.headers(name).join(",");
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
        let server = Server::responding_204();
        let (header, other) = (HeaderName::from_static(name), HeaderValue::from_static("other"));
        let client = client(&server, "", |builder| with(builder).default_header(header.clone(), other.clone()));
        client.list().await.unwrap();
        client.with(CallOptions::new().header(header, other)).list().await.unwrap();
        for _ in 0..2 {
            assert_eq!(server.request().headers(name), [value]);
        }
    }
}

#[tokio::test]
async fn last_credentials_of_a_builder_are_sent() {
    let server = Server::responding_204();
    let client =
        client(&server, "", |builder| CREDENTIALS.into_iter().rev().fold(builder, |builder, with| with(builder)));
    client.list().await.unwrap();
    let received = server.request();
    assert_eq!((received.target(), received.headers("authorization")), ("/items", vec!["Bearer t-12345678"]));
    assert!(received.headers("x-api-key").is_empty());
}
