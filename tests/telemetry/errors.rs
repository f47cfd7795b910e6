//! `error.type`: the values, and what is no error.

use std::time::Duration;

use pivotal_runtime::http::HeaderValue;
use pivotal_runtime::http::header::CONTENT_LENGTH;
use pivotal_runtime::{Applied, Attempt, CallOptions, Client, Credentials, Error, ErrorKind};

use super::capture::Captured;
use super::notes::{Notes, client, response, server};
use super::{quoted, table};
use crate::support::fake::Fake;
use crate::support::fake::reply::{self, ok};
use crate::support::server::Server;
use crate::transport::builder_without_api;

/// Returns `error.type` of the call and of its last attempt.
async fn error_types(call: impl AsyncFnOnce() -> Result<(), Error>) -> (Option<String>, Option<String>) {
    let (captured, _guard) = Captured::start();
    let result = call().await;
    let spans = (captured.calls().pop().unwrap(), captured.attempts().pop());
    assert_eq!(spans.0.get("error.type").is_some(), result.is_err(), "{result:?}");
    for span in [Some(&spans.0), spans.1.as_ref()].into_iter().flatten() {
        assert_eq!(span.get("error.type").is_some(), span.get("otel.status_code") == Some("ERROR"), "{span:?}");
        assert!(span.is_closed);
    }
    let error_type = |span: &super::capture::Span| span.get("error.type").map(str::to_owned);
    (error_type(&spans.0), spans.1.as_ref().and_then(error_type))
}

async fn error_types_of(response: impl Into<Vec<u8>>) -> (Option<String>, Option<String>) {
    let server = Server::responding_and_closing(response);
    let client = client(&server);
    error_types(async || client.note("b", 1, None).await.map(drop)).await
}

fn both(error_type: &str) -> (Option<String>, Option<String>) {
    (Some(error_type.to_owned()), Some(error_type.to_owned()))
}

#[tokio::test]
async fn error_type_is_the_status_or_the_kind() {
    assert_eq!(error_types_of(response(404)).await, both("404"));
    assert_eq!(error_types_of(response(500)).await, both("500"));
    // No error of HTTP, but the method does not return it.
    assert_eq!(error_types_of(response(304)).await, (Some("304".to_owned()), None));
    assert_eq!(error_types_of("HTTP/1.1 200 X\r\nContent-Length: 5\r\n\r\n7").await, both("transport"));
    assert_eq!(error_types_of("HTTP/1.1 200 X\r\nContent-Length: 1\r\n\r\nx").await, (Some("decode".to_owned()), None));
}

#[tokio::test]
async fn description_of_an_unknown_coding_does_not_name_it() {
    let (captured, _guard) = Captured::start();
    let server = server(["HTTP/1.1 200 X\r\nContent-Encoding: s3cr3t\r\nContent-Length: 1\r\n\r\n7".to_owned()]);
    let error = client(&server).note("b", 1, None).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let call = captured.calls().remove(0);
    assert_eq!((call.get("error.type"), call.get("otel.status_code")), (Some("decode"), Some("ERROR")));
    let description = call.get("otel.status_description");
    assert_eq!(description, Some("the body has a content coding that was not decoded"));
}

#[tokio::test]
async fn error_type_of_a_rejected_call_is_that_of_the_call_alone() {
    let server = server([response(200)]);
    let client = client(&server);
    let options = CallOptions::new().header(CONTENT_LENGTH, HeaderValue::from_static("1"));
    let types = error_types(async || client.with(options.clone()).find(1).await.map(drop)).await;
    assert_eq!(types, (Some("request".to_owned()), None));
}

/// Fails to refresh its token by a call of its own.
struct Refreshing(Client);

impl Credentials for Refreshing {
    fn apply(&self, _: &mut Attempt<'_>) -> Result<Applied, Error> {
        Ok(Applied::Stale)
    }

    async fn refresh(&self) -> Result<bool, Error> {
        self.0.create(1).await?;
        Ok(true)
    }
}

#[tokio::test]
async fn status_of_another_call_is_not_that_of_the_call() {
    let (captured, _guard) = Captured::start();
    let server = server([response(400)]);
    let builder = || builder_without_api().base_url(server.url()).max_attempts(1);
    let credentials = Refreshing(builder().build().unwrap());
    let error = builder().credentials(credentials).build().unwrap().find(1).await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Api, 400));
    let calls = captured.calls();
    let types: Vec<_> = calls.iter().map(|call| call.get("error.type").unwrap()).collect();
    assert_eq!(types, ["api", "400"], "the call, and the one that it waits for");
    assert_eq!(calls[0].get("http.response.status_code"), None);
}

#[tokio::test]
async fn too_large_body_is_an_error_of_the_attempt() {
    let server = server([response(200)]);
    let client = builder_without_api().base_url(server.url()).max_response_bytes(0).build().unwrap();
    assert_eq!(error_types(async || client.find(1).await.map(drop)).await, both("too_large"));
}

#[tokio::test(start_paused = true)]
async fn timeout_is_an_error_of_the_attempt() {
    let fake = Fake::new(|_| reply::no_response());
    let client = fake.plain().max_attempts(1).build().unwrap();
    assert_eq!(error_types(async || client.find(1).await.map(drop)).await, both("timeout"));
}

#[tokio::test]
async fn missing_record_that_becomes_none_is_no_error() {
    let server = server([response(404)]);
    let client = client(&server);
    let types = error_types(async || {
        assert_eq!(client.find(1).await?, None);
        Ok(())
    });
    assert_eq!(types.await, (None, None));
}

#[tokio::test(start_paused = true)]
async fn dropped_call_is_no_error() {
    let (captured, _guard) = Captured::start();
    let client = Fake::new(|_| ok().after(Duration::from_secs(9))).plain().build().unwrap();
    let dropped = tokio::time::timeout(Duration::from_secs(1), client.find(1)).await;
    assert!(dropped.is_err());
    let spans = captured.spans();
    assert_eq!(spans.len(), 2);
    for span in spans {
        assert!(span.is_closed);
        assert_eq!((span.get("error.type"), span.get("otel.status_code")), (None, None), "{span:?}");
    }
}

#[test]
fn kinds_of_the_table_are_those_of_errors() {
    let kinds = [
        ErrorKind::Config,
        ErrorKind::Request,
        ErrorKind::Connect,
        ErrorKind::Timeout,
        ErrorKind::Transport,
        ErrorKind::Redirect,
        ErrorKind::Api,
        ErrorKind::Decode,
        ErrorKind::TooLarge,
        ErrorKind::Pagination,
    ];
    assert_eq!(quoted(table("Types of errors")[1][0]), kinds.map(ErrorKind::as_str));
}
