//! Errors of each kind.

use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Client, Error, ErrorKind};

use super::{KEY, Revealing, SECRET, Vault, hides_secret, open};
use crate::support::closed_port;
use crate::support::server::Server;
use crate::transport::builder;

fn client(url: &str) -> Client {
    builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).max_attempts(1).allow_http().build().unwrap()
}

/// Returns a server whose responses contain the secret in their headers.
fn responding(status: u16, body: &str) -> Server {
    Server::responding(format!(
        "HTTP/1.1 {status} X\r\nSet-Cookie: {SECRET}\r\nLocation: /{SECRET}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    ))
}

async fn error_hides_secret(server: Server, kind: ErrorKind) {
    let error = open(&client(&server.url())).await.unwrap_err();
    let request = server.request();
    assert_eq!(request.target(), format!("/vault/{SECRET}?query={SECRET}"), "the secret was sent");
    assert_eq!(request.headers("x-header"), [SECRET]);
    assert_eq!(request.headers("authorization"), [format!("Bearer {KEY}")]);
    assert_eq!(request.body, format!("\"{SECRET}\"").as_bytes());
    hides_secret(&error, kind);
}

#[test]
fn rejected_setting_is_not_shown() {
    for key in [SECRET, &format!("pivotal_{SECRET}\n{SECRET}"), &format!("pivotal_{SECRET}ü")] {
        hides_secret(&PivotalKey::new(key).unwrap_err(), ErrorKind::Config);
        hides_secret(&pivotal_api::builder(key).unwrap_err(), ErrorKind::Config);
    }
    for url in [
        format!("https://user:{SECRET}@host"),
        format!("https://{SECRET}@host"),
        format!("https://user:{SECRET}@ho st"),
        format!("https://user:{SECRET}@host:99999"),
        format!("https://host?{SECRET}"),
        format!("https://host#{SECRET}"),
        format!("{SECRET}://host"),
        format!("/{SECRET}"),
        SECRET.to_owned(),
    ] {
        hides_secret(&builder().base_url(url).build().unwrap_err(), ErrorKind::Config);
    }
    hides_secret(&builder().user_agent(format!("{SECRET}\n")).build().unwrap_err(), ErrorKind::Config);
}

#[tokio::test]
async fn rejected_parameter_is_not_shown() {
    let api = client("http://host.invalid");
    let line_break = &*format!("{SECRET}\n");
    hides_secret(&api.open(SECRET, SECRET, line_break, SECRET).await.unwrap_err(), ErrorKind::Request);
    hides_secret(&api.open("..", SECRET, SECRET, SECRET).await.unwrap_err(), ErrorKind::Request);
    let map = std::collections::BTreeMap::from([(SECRET, SECRET)]);
    hides_secret(&api.open(SECRET, map.clone(), map.clone(), map).await.unwrap_err(), ErrorKind::Request);
}

#[tokio::test]
async fn query_in_a_serde_message_is_not_shown() {
    fails_to_serialise(Some(Revealing), None, None, "query").await;
}

#[tokio::test]
async fn header_in_a_serde_message_is_not_shown() {
    fails_to_serialise(None, Some(Revealing), None, "header").await;
}

#[tokio::test]
async fn body_in_a_serde_message_is_not_shown() {
    fails_to_serialise(None, None, Some(Revealing), "body").await;
}

async fn fails_to_serialise(query: Option<Revealing>, header: Option<Revealing>, body: Option<Revealing>, name: &str) {
    let server = Server::responding_204();
    let error = client(&server.url()).open(SECRET, query, header, body).await.unwrap_err();
    assert_eq!(error.parameter_name(), Some(name));
    assert_eq!(server.connections(), 0);
    hides_secret(&error, ErrorKind::Request);
}

#[tokio::test]
async fn connect_error_shows_no_secret() {
    let (url, _guard) = closed_port();
    hides_secret(&open(&client(&url)).await.unwrap_err(), ErrorKind::Connect);
    hides_secret(&open(&client("http://host.invalid")).await.unwrap_err(), ErrorKind::Connect);
    let server = Server::closing_unread(SECRET);
    hides_secret(&open(&client(&server.url().replace("http:", "https:"))).await.unwrap_err(), ErrorKind::Connect);
}

#[tokio::test]
async fn timeout_shows_no_secret() {
    let server =
        Server::responding(format!("HTTP/1.1 200 OK\r\nX-Header: {SECRET}\r\nContent-Length: 99\r\n\r\n{SECRET}"));
    let client =
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url()).timeout(Duration::from_secs(1));
    hides_secret(&open(&client.build().unwrap()).await.unwrap_err(), ErrorKind::Timeout);
    assert_eq!(server.request().headers("x-header"), [SECRET]);
}

#[tokio::test]
async fn lost_connection_shows_no_secret() {
    error_hides_secret(Server::responding_and_closing(""), ErrorKind::Transport).await;
    error_hides_secret(Server::responding_and_closing(format!("{SECRET}\r\n")), ErrorKind::Transport).await;
    error_hides_secret(Server::responding_and_closing(format!("HTTP/1.1 {SECRET} OK\r\n\r\n")), ErrorKind::Transport)
        .await;
    error_hides_secret(
        Server::responding_and_closing(format!("HTTP/1.1 200 OK\r\n{SECRET} {SECRET}\r\n\r\n")),
        ErrorKind::Transport,
    )
    .await;
    let cut = format!("HTTP/1.1 200 OK\r\nX-Header: {SECRET}\r\nContent-Length: 99\r\n\r\n{SECRET}");
    error_hides_secret(Server::responding_and_closing(cut), ErrorKind::Transport).await;
    let chunked = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{SECRET}\r\n");
    error_hides_secret(Server::responding_and_closing(chunked), ErrorKind::Transport).await;
}

#[tokio::test]
async fn redirect_shows_no_secret() {
    error_hides_secret(responding(302, SECRET), ErrorKind::Redirect).await;
    error_hides_secret(responding(308, &format!(r#"{{"error":{{"message":"{SECRET}"}}}}"#)), ErrorKind::Redirect).await;
}

#[tokio::test]
async fn key_in_an_error_body_is_not_shown() {
    let parts = format!(r#""type":"a {KEY}","code":"{KEY}","field":"{KEY}.x","other":"{SECRET}""#);
    for message in [
        format!("Key {KEY} was revoked"),
        KEY.to_owned(),
        format!("'{KEY}','{KEY}'"),
        format!("Bearer {KEY}."),
        format!("über{KEY}über"),
        format!("https://h/?key={KEY}&x"),
    ] {
        let body = format!(r#"{{"error":{{"message":"{message}",{parts}}},"other":"{SECRET}"}}"#);
        error_hides_secret(responding(401, &body), ErrorKind::Api).await;
    }
}

#[tokio::test]
async fn other_error_body_is_not_shown() {
    for body in [SECRET.to_owned(), format!("<html>{SECRET}"), format!(r#"{{"error":"{SECRET}"}}"#)] {
        error_hides_secret(responding(502, &body), ErrorKind::Api).await;
    }
    let typed = format!("HTTP/1.1 502 {SECRET}\r\nContent-Type: text/{KEY}\r\nContent-Length: 1\r\n\r\nx");
    error_hides_secret(Server::responding(typed), ErrorKind::Api).await;
}

#[tokio::test]
async fn key_in_the_request_id_is_not_shown() {
    let echo = format!("HTTP/1.1 500 X\r\nX-Request-Id: {KEY}\r\nContent-Length: 0\r\n\r\n");
    error_hides_secret(Server::responding(echo), ErrorKind::Api).await;
}

#[tokio::test]
async fn body_with_a_decode_error_is_not_shown() {
    for body in [
        SECRET.to_owned(),
        format!("\"{SECRET}\""),
        format!(r#"{{"number":"{SECRET}"}}"#),
        format!(r#"{{"number":"a, expected {SECRET}"}}"#),
        format!(r#"{{"number":1,"kind":"{SECRET}"}}"#),
        format!(r#"{{"number":1}} {SECRET}"#),
        format!(r#"{{"number":{SECRET}"#),
    ] {
        error_hides_secret(responding(200, &body), ErrorKind::Decode).await;
    }
}

#[tokio::test]
async fn value_in_a_serde_message_is_not_shown() {
    let body = format!(r#"{{"number":1,"even":"{SECRET}x"}}"#);
    error_hides_secret(responding(200, &body), ErrorKind::Decode).await;
}

#[tokio::test]
async fn unknown_field_is_not_shown() {
    error_hides_secret(responding(200, &format!(r#"{{"{SECRET}":1}}"#)), ErrorKind::Decode).await;
}

/// The keys of a map are values of the body.
#[tokio::test]
async fn key_of_a_map_is_not_shown() {
    let body = format!(r#"{{"number":1,"counts":{{"{SECRET}":"x"}}}}"#);
    error_hides_secret(responding(200, &body), ErrorKind::Decode).await;
}

/// The check fails if the secret is shown.
#[tokio::test]
#[should_panic(expected = "s3cr3tZq41")]
async fn check_detects_a_shown_secret() {
    let fake = Fake::new();
    fake.on_any().responds_with(|_| Err(Error::transport(SECRET)));
    hides_secret(&open(&fake).await.unwrap_err(), ErrorKind::Transport);
}

/// Only keys that were sent are known to be secret.
#[tokio::test]
async fn keys_that_were_not_sent_are_shown() {
    let body = r#"{"error":{"message":"pivotal_test_another1 was revoked"}}"#;
    let server = responding(401, body);
    let error = open(&client(&server.url())).await.unwrap_err();
    assert_eq!(error.to_string(), "POST /vault/<id>: returned 401 Unauthorized: pivotal_test_another1 was revoked");
}
