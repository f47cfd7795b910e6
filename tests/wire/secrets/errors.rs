//! Errors of every kind.

use std::time::Duration;

use pivotal_api::PivotalKey;
use pivotal_runtime::{Client, ErrorKind, Transport};

use super::{KEY, SECRET, Telltale, Vault, is_silent, open};
use crate::support::closed_port;
use crate::support::server::Server;
use crate::transport::builder;

fn client(url: &str) -> Client {
    builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(url).max_attempts(1).allow_http().build().unwrap()
}

/// An answer with the secret in its headers.
fn answer(status: u16, body: &str) -> Server {
    Server::responding(format!(
        "HTTP/1.1 {status} X\r\nSet-Cookie: {SECRET}\r\nLocation: /{SECRET}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    ))
}

async fn answered(server: Server, kind: ErrorKind) {
    let error = open(&client(&server.url())).await.unwrap_err();
    let request = server.request();
    assert_eq!(request.target(), format!("/vault/{SECRET}?query={SECRET}"), "the secret was sent");
    assert_eq!(request.headers("x-header"), [SECRET]);
    assert_eq!(request.headers("authorization"), [format!("Bearer {KEY}")]);
    assert_eq!(request.body, format!("\"{SECRET}\"").as_bytes());
    is_silent(&error, kind);
}

#[test]
fn nothing_is_shown_of_a_setting_that_is_refused() {
    for key in [SECRET, &format!("pivotal_{SECRET}\n{SECRET}"), &format!("pivotal_{SECRET}ü")] {
        is_silent(&PivotalKey::new(key).unwrap_err(), ErrorKind::Config);
        is_silent(&pivotal_api::builder(key).unwrap_err(), ErrorKind::Config);
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
        is_silent(&builder().base_url(url).build().unwrap_err(), ErrorKind::Config);
    }
    is_silent(&builder().user_agent(format!("{SECRET}\n")).build().unwrap_err(), ErrorKind::Config);
}

#[tokio::test]
async fn nothing_is_shown_of_a_call_that_makes_no_request() {
    let api = client("http://host.invalid");
    let line_break = &*format!("{SECRET}\n");
    is_silent(&api.open(SECRET, SECRET, line_break, SECRET).await.unwrap_err(), ErrorKind::Request);
    is_silent(&api.open("..", SECRET, SECRET, SECRET).await.unwrap_err(), ErrorKind::Request);
    let map = std::collections::BTreeMap::from([(SECRET, SECRET)]);
    is_silent(&api.open(SECRET, map.clone(), map.clone(), map).await.unwrap_err(), ErrorKind::Request);
}

#[tokio::test]
async fn nothing_is_shown_of_a_query_whose_own_message_holds_the_value() {
    fails_to_serialise(Some(Telltale), None, None, "query").await;
}

#[tokio::test]
async fn nothing_is_shown_of_a_header_whose_own_message_holds_the_value() {
    fails_to_serialise(None, Some(Telltale), None, "header").await;
}

#[tokio::test]
async fn nothing_is_shown_of_a_body_whose_own_message_holds_the_value() {
    fails_to_serialise(None, None, Some(Telltale), "body").await;
}

async fn fails_to_serialise(query: Option<Telltale>, header: Option<Telltale>, body: Option<Telltale>, name: &str) {
    let server = Server::responding_204();
    let error = client(&server.url()).open(SECRET, query, header, body).await.unwrap_err();
    assert_eq!(error.parameter_name(), Some(name));
    assert_eq!(server.connections(), 0);
    is_silent(&error, ErrorKind::Request);
}

#[tokio::test]
async fn nothing_is_shown_of_a_call_without_a_connection() {
    let (url, _guard) = closed_port();
    is_silent(&open(&client(&url)).await.unwrap_err(), ErrorKind::Connect);
    is_silent(&open(&client("http://host.invalid")).await.unwrap_err(), ErrorKind::Connect);
    let server = Server::closing_unread(SECRET);
    is_silent(&open(&client(&server.url().replace("http:", "https:"))).await.unwrap_err(), ErrorKind::Connect);
}

#[tokio::test]
async fn nothing_is_shown_of_a_call_that_takes_too_long() {
    let server =
        Server::responding(format!("HTTP/1.1 200 OK\r\nX-Header: {SECRET}\r\nContent-Length: 99\r\n\r\n{SECRET}"));
    let client =
        builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(server.url()).timeout(Duration::from_millis(50));
    is_silent(&open(&client.build().unwrap()).await.unwrap_err(), ErrorKind::Timeout);
    assert_eq!(server.request().headers("x-header"), [SECRET]);
}

#[tokio::test]
async fn nothing_is_shown_of_a_call_that_breaks_off() {
    answered(Server::responding_and_closing(""), ErrorKind::Transport).await;
    answered(Server::responding_and_closing(format!("{SECRET}\r\n")), ErrorKind::Transport).await;
    answered(Server::responding_and_closing(format!("HTTP/1.1 {SECRET} OK\r\n\r\n")), ErrorKind::Transport).await;
    answered(
        Server::responding_and_closing(format!("HTTP/1.1 200 OK\r\n{SECRET} {SECRET}\r\n\r\n")),
        ErrorKind::Transport,
    )
    .await;
    let cut = format!("HTTP/1.1 200 OK\r\nX-Header: {SECRET}\r\nContent-Length: 99\r\n\r\n{SECRET}");
    answered(Server::responding_and_closing(cut), ErrorKind::Transport).await;
    let chunked = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{SECRET}\r\n");
    answered(Server::responding_and_closing(chunked), ErrorKind::Transport).await;
}

#[tokio::test]
async fn nothing_is_shown_of_a_redirect() {
    answered(answer(302, SECRET), ErrorKind::Redirect).await;
    answered(answer(308, &format!(r#"{{"error":{{"message":"{SECRET}"}}}}"#)), ErrorKind::Redirect).await;
}

#[tokio::test]
async fn nothing_is_shown_of_a_key_in_an_envelope() {
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
        answered(answer(401, &body), ErrorKind::Api).await;
    }
}

#[tokio::test]
async fn nothing_is_shown_of_a_body_without_an_envelope() {
    for body in [SECRET.to_owned(), format!("<html>{SECRET}"), format!(r#"{{"error":"{SECRET}"}}"#)] {
        answered(answer(502, &body), ErrorKind::Api).await;
    }
    let typed = format!("HTTP/1.1 502 {SECRET}\r\nContent-Type: text/{KEY}\r\nContent-Length: 1\r\n\r\nx");
    answered(Server::responding(typed), ErrorKind::Api).await;
}

#[tokio::test]
async fn nothing_is_shown_of_a_key_in_the_request_id() {
    let echo = format!("HTTP/1.1 500 X\r\nX-Request-Id: {KEY}\r\nContent-Length: 0\r\n\r\n");
    answered(Server::responding(echo), ErrorKind::Api).await;
}

#[tokio::test]
async fn nothing_is_shown_of_a_body_that_cannot_be_read() {
    for body in [
        SECRET.to_owned(),
        format!("\"{SECRET}\""),
        format!(r#"{{"number":"{SECRET}"}}"#),
        format!(r#"{{"number":"a, expected {SECRET}"}}"#),
        format!(r#"{{"number":1,"kind":"{SECRET}"}}"#),
        format!(r#"{{"number":1}} {SECRET}"#),
        format!(r#"{{"number":{SECRET}"#),
    ] {
        answered(answer(200, &body), ErrorKind::Decode).await;
    }
}

#[tokio::test]
async fn nothing_is_shown_by_a_type_whose_own_message_holds_the_value() {
    let body = format!(r#"{{"number":1,"even":"{SECRET}x"}}"#);
    answered(answer(200, &body), ErrorKind::Decode).await;
}

#[tokio::test]
async fn nothing_is_shown_of_an_unknown_field() {
    answered(answer(200, &format!(r#"{{"{SECRET}":1}}"#)), ErrorKind::Decode).await;
}

/// The keys of a map are values of the body like any other.
#[tokio::test]
async fn nothing_is_shown_of_the_key_of_a_map() {
    let body = format!(r#"{{"number":1,"counts":{{"{SECRET}":"x"}}}}"#);
    answered(answer(200, &body), ErrorKind::Decode).await;
}

/// What is planted is found by the check, where it is shown on purpose.
#[tokio::test]
#[should_panic(expected = "s3cr3tZq41")]
async fn the_check_finds_what_is_shown() {
    struct Leaky;
    impl Transport for Leaky {
        async fn send(
            &self,
            _: pivotal_runtime::Request,
        ) -> Result<pivotal_runtime::http::Response<pivotal_runtime::Body>, pivotal_runtime::Error> {
            Err(pivotal_runtime::Error::transport(SECRET))
        }
    }
    is_silent(&open(&Leaky).await.unwrap_err(), ErrorKind::Transport);
}

/// Returns whether a text is a key is known of those keys only that were sent.
#[tokio::test]
async fn keys_that_were_not_sent_are_shown() {
    let body = r#"{"error":{"message":"pivotal_test_another1 was revoked"}}"#;
    let server = answer(401, body);
    let error = open(&client(&server.url())).await.unwrap_err();
    assert_eq!(error.to_string(), "POST /vault/<id>: answered 401 Unauthorized: pivotal_test_another1 was revoked");
}
