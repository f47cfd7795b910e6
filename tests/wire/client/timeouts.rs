//! Timeouts, which name their setting, value and attempt.

use std::time::Duration;

use bytes::Bytes;
use futures_util::future::join_all;
use futures_util::{StreamExt, stream};
use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{
    Body, CallOptions, Client, ClientBuilder, Delivery, Error, ErrorKind, Timeout, Transport, endpoint, http,
};
use tokio::time::Instant;

use crate::support::server::Server;
use crate::transport::builder_without_api;
#[cfg(feature = "rustls")]
use crate::transport::with_connect_timeout;

trait Api: Transport {
    #[endpoint(PATCH, "/items", body = number, response = ())]
    async fn change(&self, number: u8);

    #[endpoint(GET, "/items")]
    async fn get(&self) -> Result<u8, Error>;

    #[endpoint(GET, "/items", response = Body)]
    async fn stream(&self) -> Result<Body, Error>;
}
impl<T: Transport> Api for T {}

#[track_caller]
fn check(error: &Error, limit: Timeout, phase: Delivery, expected: &str) {
    assert_eq!(
        (error.kind(), error.elapsed_timeout(), error.delivery()),
        (ErrorKind::Timeout, Some(limit), Some(phase))
    );
    assert!(error.is_timeout() && error.is_retryable());
    assert_eq!(error.to_string(), format!("{}: {expected}", error.endpoint().unwrap()));
    assert!(error.status().is_none() && error.headers().is_none());
}

fn client(url: String, set: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    set(builder_without_api().base_url(url)).build().unwrap()
}

/// Sets a timeout.
type Set = fn(ClientBuilder) -> ClientBuilder;

/// Long enough for a busy machine to connect and respond.
const SHORT: Duration = Duration::from_secs(1);
const SILENCE: &str = "";
const HALF: &str = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n7";

#[tokio::test]
async fn timeouts_name_their_setting_and_value() {
    let cases: [(&str, Set, Timeout, &str); 5] = [
        (SILENCE, |it| it.timeout(SHORT), Timeout::Total, "timed out after 1 s (`timeout`)"),
        (HALF, |it| it.timeout(SHORT), Timeout::Total, "timed out after 1 s (`timeout`)"),
        (SILENCE, |it| it.attempt_timeout(SHORT), Timeout::Attempt, "timed out after 1 s (`attempt_timeout`)"),
        (HALF, |it| it.attempt_timeout(SHORT), Timeout::Attempt, "timed out after 1 s (`attempt_timeout`)"),
        (HALF, |it| it.read_timeout(SHORT), Timeout::Read, "no data for 1 s (`read_timeout`) while reading the body"),
    ];
    join_all(cases.map(|(response, set, limit, expected)| async move {
        let server = Server::responding(response);
        let error = client(server.url(), set).change(1).await.unwrap_err();
        check(&error, limit, Delivery::Unknown, expected);
        assert_eq!((error.attempts(), server.connections()), (1, 1));
    }))
    .await;
    let server = Server::responding(HALF);
    let body = client(server.url(), |it| it.read_timeout(SHORT)).stream().await.unwrap();
    let error = body.collect().await.unwrap_err();
    check(&error, Timeout::Read, Delivery::Unknown, "no data for 1 s (`read_timeout`) while reading the body");
    assert_eq!(error.attempts(), 1);
}

/// The server accepts connections, and never responds to the TLS handshake.
#[cfg(feature = "rustls")]
#[tokio::test]
async fn connect_timeout_covers_tls() {
    let server = Server::responding(SILENCE);
    let url = server.url().replace("http:", "https:");
    let client = client(url, |it| with_connect_timeout(it, SHORT).max_attempts(1));
    let error = client.change(1).await.unwrap_err();
    check(&error, Timeout::Connect, Delivery::NotSent, "timed out after 1 s (`connect_timeout`) while connecting");
    assert!(std::error::Error::source(&error).is_some(), "the error of the HTTP client");
    assert_eq!((error.attempts(), server.connections()), (1, 1));
}

/// Returns a fake that never responds.
fn silent() -> Fake {
    let fake = Fake::new();
    fake.on_any().fails(Fault::Silence).always();
    fake
}

/// Returns a fake that responds with the start of a body.
fn half() -> Fake {
    let fake = Fake::new();
    let start = |_: &_| {
        let start = stream::iter([Ok(Bytes::from_static(b"7"))]);
        Ok(http::Response::new(Body::from_stream(start.chain(stream::pending()), None)))
    };
    fake.on_any().responds_with(start).always();
    fake
}

fn with(fake: &Fake) -> ClientBuilder {
    Client::builder().base_url("https://api.example").http_client(fake.http_client())
}

#[tokio::test(start_paused = true)]
async fn defaults_are_named() {
    let start = Instant::now();
    let client = with(&silent()).build().unwrap();
    let error = client.change(1).await.unwrap_err();
    check(&error, Timeout::Attempt, Delivery::Unknown, "timed out after 30 s (`attempt_timeout`)");
    assert_eq!(start.elapsed().as_secs(), 30);
    // The second attempt starts after a wait, so the timeout of the call ends first.
    let start = Instant::now();
    let error = client.get().await.unwrap_err();
    check(&error, Timeout::Total, Delivery::Unknown, "timed out after 60 s (`timeout`), during attempt 2");
    assert_eq!((start.elapsed().as_secs(), error.attempts()), (60, 2));
    let start = Instant::now();
    let error = with(&half()).build().unwrap().change(1).await.unwrap_err();
    check(&error, Timeout::Read, Delivery::Unknown, "no data for 15 s (`read_timeout`) while reading the body");
    assert_eq!(start.elapsed().as_secs(), 15);
}

#[tokio::test(start_paused = true)]
async fn later_attempts_are_numbered() {
    let attempt = with(&silent()).attempt_timeout(Duration::from_millis(1_500)).build().unwrap();
    let error = attempt.get().await.unwrap_err();
    check(&error, Timeout::Attempt, Delivery::Unknown, "timed out after 1.5 s (`attempt_timeout`), during attempt 3");
    let read = with(&half()).read_timeout(Duration::from_secs(2)).max_attempts(2).build().unwrap();
    let error = read.get().await.unwrap_err();
    let expected = "no data for 2 s (`read_timeout`) while reading the body, during attempt 2";
    check(&error, Timeout::Read, Delivery::Unknown, expected);
    let options = CallOptions::new().attempt_timeout(Duration::from_secs(1)).max_attempts(1);
    let error = attempt.with(options).get().await.unwrap_err();
    check(&error, Timeout::Attempt, Delivery::Unknown, "timed out after 1 s (`attempt_timeout`)");
}

/// The call has to wait for another one, whose permit it needs.
#[tokio::test(start_paused = true)]
async fn waiting_for_a_permit_ends_with_the_call() {
    let client = with(&silent()).max_concurrency(1).timeout(Duration::from_secs(5)).build().unwrap();
    let (first, second) = tokio::join!(client.change(1), client.change(2));
    check(&first.unwrap_err(), Timeout::Total, Delivery::Unknown, "timed out after 5 s (`timeout`)");
    let second = second.unwrap_err();
    check(&second, Timeout::Total, Delivery::NotSent, "timed out after 5 s (`timeout`)");
    assert_eq!(second.attempts(), 0);
}
