//! A custom `reqwest::Client`.

use std::time::Duration;

use pivotal_runtime::{
    Body, Bytes, CallOptions, Client, DecodeError, Delivery, Error, ErrorKind, Events, Format, Json, Lines, Transport,
    endpoint,
};
use reqwest::redirect::Policy;
use serde::de::DeserializeOwned;

use super::{Api, SEVEN};
use crate::support::KEY;
use crate::support::server::Server;

trait Own: Transport {
    #[endpoint(PATCH, "/private", body = number, response = ())]
    async fn change(&self, number: u8);

    #[endpoint(GET, "/stream", response = Body)]
    async fn stream(&self) -> Result<Body, Error>;

    #[endpoint(GET, "/value")]
    async fn value<R: DeserializeOwned>(&self) -> Result<R, Error>;

    #[endpoint(GET, "/formatted", format = Copied)]
    async fn formatted(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/lines")]
    async fn lines(&self) -> Result<Lines<u8>, Error>;

    #[endpoint(GET, "/events")]
    async fn events(&self) -> Result<Events<u8>, Error>;
}
impl<T: Transport> Own for T {}

fn http(policy: Policy) -> reqwest::Client {
    reqwest::Client::builder().redirect(policy).no_proxy().user_agent("http/1").build().unwrap()
}

fn client(url: &str, http: reqwest::Client) -> Client {
    pivotal_api::builder(KEY).unwrap().base_url(url).http_client(http).build().unwrap()
}

fn redirecting_to(status: u16, location: &str) -> Server {
    Server::responding(format!("HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"))
}

/// Returns the error of a call through a client that follows redirects.
async fn followed(server: &Server) -> Error {
    client(&server.url(), http(Policy::default())).private().await.unwrap_err()
}

#[track_caller]
fn is_redirect(error: &Error) {
    assert_eq!(error.kind(), ErrorKind::Redirect, "{error:?}");
    assert!(!error.is_retryable());
    assert_eq!(error.endpoint().unwrap().to_string(), "GET /private");
}

#[tokio::test]
async fn client_without_redirects_works() {
    let server = Server::responding(SEVEN);
    let api = client(&server.url(), http(Policy::none()));
    assert_eq!((api.private().await.unwrap(), api.post(1).await.unwrap()), (7, 7));
    let request = server.request();
    assert_eq!(request.headers("authorization"), [format!("Bearer {KEY}")]);
    assert!(request.headers("user-agent")[0].starts_with("pivotal-runtime/"), "the call's, once");
    let target = Server::responding_204();
    let server = redirecting_to(302, &target.url());
    let error = client(&server.url(), http(Policy::none())).private().await.unwrap_err();
    is_redirect(&error);
    assert_eq!(error.status().unwrap().as_u16(), 302);
    assert_eq!(target.connections(), 0);
}

#[tokio::test]
async fn client_with_redirects_works_without_a_redirect() {
    let server = Server::responding(SEVEN);
    assert_eq!(client(&server.url(), http(Policy::default())).private().await.unwrap(), 7);
}

#[tokio::test]
async fn followed_redirect_is_an_error() {
    for target in [Server::responding(SEVEN), Server::responding("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")] {
        let target = target;
        for status in [301, 302, 303, 307, 308] {
            let error = followed(&redirecting_to(status, &target.url())).await;
            is_redirect(&error);
            assert!(error.to_string().contains("redirect(Policy::none())"), "suggests a fix: {error}");
            assert!(target.request().headers("authorization").is_empty(), "the key stays with the base URL");
        }
    }
    let server = Server::responding_with(|request| match request.target() {
        "/private" => "HTTP/1.1 307 X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n".to_owned(),
        _ => SEVEN.to_owned(),
    });
    is_redirect(&followed(&server).await);
}

#[tokio::test]
async fn endless_redirects_are_a_redirect_error() {
    let server = Server::responding_with(|request| {
        let next = format!("{}x", request.target());
        format!("HTTP/1.1 302 X\r\nLocation: {next}\r\nContent-Length: 0\r\n\r\n")
    });
    is_redirect(&followed(&server).await);
}

#[tokio::test]
async fn rejected_redirect_is_a_redirect_error() {
    let server = redirecting_to(302, "/elsewhere");
    let refuses = http(Policy::custom(|attempt| attempt.error("not today")));
    is_redirect(&client(&server.url(), refuses).private().await.unwrap_err());
}

fn http_with(set: impl FnOnce(reqwest::ClientBuilder) -> reqwest::ClientBuilder) -> reqwest::Client {
    let http = reqwest::Client::builder().redirect(Policy::none()).retry(reqwest::retry::never()).no_proxy();
    set(http).build().unwrap()
}

const HALF: &str = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n7";

#[tokio::test]
async fn timeout_of_the_client_is_a_timeout() {
    // Long enough for a busy machine to connect and respond.
    const SHORT: Duration = Duration::from_secs(1);
    let total = |it: reqwest::ClientBuilder| it.timeout(SHORT);
    let read = |it: reqwest::ClientBuilder| it.read_timeout(SHORT);
    let outcome = async |response, http| {
        let server = Server::responding(response);
        let error = client(&server.url(), http).change(1).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout, "{response}: {error:?}");
        assert!(error.is_timeout() && error.is_retryable());
        assert_eq!(
            (error.delivery(), error.elapsed_timeout()),
            (Some(Delivery::Unknown), None),
            "no setting of the builder"
        );
        assert_eq!(error.to_string(), "PATCH /private: timed out");
        assert!(std::error::Error::source(&error).unwrap().is::<reqwest::Error>());
        assert_eq!(error.attempts(), 1);
    };
    tokio::join!(
        outcome("", http_with(total)),
        outcome("", http_with(read)),
        outcome(HALF, http_with(total)),
        outcome(HALF, http_with(read)),
    );
}

#[tokio::test]
async fn timeout_of_the_client_ends_a_stream() {
    let server = Server::responding(HALF);
    let http = http_with(|it| it.timeout(Duration::from_secs(10)));
    let mut body = client(&server.url(), http).stream().await.unwrap();
    assert_eq!(body.chunk().await.unwrap().unwrap(), "7");
    // The paused clock advances to this timer.
    tokio::time::pause();
    let error = body.collect().await.unwrap_err();
    assert!(error.is_timeout() && error.elapsed_timeout().is_none(), "{error:?}");
    assert_eq!((error.attempts(), error.to_string()), (1, "GET /stream: timed out".to_owned()));
}

/// A format of a user.
struct Copied;

impl Format for Copied {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Json::decode(body)
    }
}

#[tokio::test]
async fn timeout_of_the_client_is_a_timeout_in_each_form_of_a_body() {
    let server = Server::responding_with(|request| {
        let start = if request.target() == "/events" { "data: 7\n\n" } else { "7\n" };
        format!("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100\r\n\r\n{start}")
    });
    let client = client(&server.url(), http_with(|it| it.read_timeout(Duration::from_millis(50))));
    let client = client.with(CallOptions::new().max_attempts(1));
    let (mut lines, mut events) = (client.lines().await.unwrap(), client.events().await.unwrap());
    assert_eq!((lines.next().await.unwrap().unwrap(), events.next().await.unwrap().unwrap()), (7, 7));
    for error in [
        lines.next().await.unwrap().unwrap_err(),
        events.next().await.unwrap().unwrap_err(),
        client.value::<u8>().await.unwrap_err(),
        client.value::<String>().await.unwrap_err(),
        client.value::<Option<Bytes>>().await.unwrap_err(),
        client.value::<()>().await.unwrap_err(),
        client.formatted().await.unwrap_err(),
    ] {
        assert!(error.is_timeout() && error.elapsed_timeout().is_none(), "{error:?}");
        assert!(error.to_string().ends_with(": timed out"), "{error}");
    }
}

/// The value is a setting of the `reqwest::Client`.
#[cfg(feature = "rustls")]
#[tokio::test]
async fn connect_timeout_of_the_client_is_named_without_a_value() {
    use pivotal_runtime::Timeout;

    let server = Server::responding("");
    let http = http_with(|it| it.connect_timeout(Duration::from_secs(1)).tls_certs_only([]));
    let client = client(&server.url().replace("http:", "https:"), http);
    let error = client.with(CallOptions::new().max_attempts(1)).change(1).await.unwrap_err();
    assert_eq!(
        (error.elapsed_timeout(), error.delivery()),
        (Some(Timeout::Connect), Some(Delivery::NotSent)),
        "{error:?}"
    );
    assert_eq!(error.to_string(), "PATCH /private: timed out (`connect_timeout`) while connecting");
}
