//! The exported spans, compared with the OpenTelemetry conventions for HTTP client spans (1.44): the attributes that are required or
//! conditionally required, the name, the kind and the status.

mod conventions {
    pub mod check;
    pub mod server;
}

use opentelemetry::trace::{SpanKind, Status};
use opentelemetry_export::{Notes, propagating, subscriber};
use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracerProvider, SpanData};
use pivotal_runtime::http::Method;
use pivotal_runtime::{Client, ClientBuilder, Error, Request};

use self::conventions::check::{attribute, check_attempt};
use self::conventions::server::Server;

/// The exported spans of a call, the attempts before the call.
struct Exported {
    call: SpanData,
    attempts: Vec<SpanData>,
}

/// Makes a call over reqwest and over hyper, and checks each span that is exported.
async fn exported(
    responses: &[&'static str],
    settings: impl Fn(ClientBuilder) -> ClientBuilder,
    call: impl AsyncFn(Client),
) -> [(Server, Exported); 2] {
    let over_reqwest = export(responses, settings(Client::builder()), &call).await;
    let hyper = pivotal_hyper::HyperClient::new().expect("a client");
    let over_hyper = export(responses, settings(Client::builder().http_client(hyper)), &call).await;
    [over_reqwest, over_hyper]
}

async fn export(responses: &[&'static str], builder: ClientBuilder, call: impl AsyncFn(Client)) -> (Server, Exported) {
    let exporter = InMemorySpanExporter::default();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter.clone()).build();
    let _guard = tracing::subscriber::set_default(subscriber(&provider));
    let server = Server::start(responses);
    let client = propagating(builder.base_url(server.url()).initial_backoff(std::time::Duration::ZERO)).build();
    call(client.expect("a client")).await;
    let mut spans = exporter.get_finished_spans().expect("spans");
    let call = spans.pop().expect("a call");
    assert_eq!(call.span_kind, SpanKind::Internal);
    for (resends, attempt) in spans.iter().enumerate() {
        check_attempt(attempt, resends);
        assert_eq!(attempt.parent_span_id, call.span_context.span_id());
        assert_eq!(attempt.span_context.trace_id(), call.span_context.trace_id());
    }
    (server, Exported { call, attempts: spans })
}

fn names(exported: &Exported) -> Vec<&str> {
    exported.attempts.iter().map(|attempt| &*attempt.name).collect()
}

const OK: &str = "HTTP/1.1 200 X\r\nContent-Length: 1\r\n\r\n7";
const MISSING: &str = "HTTP/1.1 404 X\r\nContent-Length: 1\r\n\r\n7";
const UNAVAILABLE: &str = "HTTP/1.1 503 X\r\nContent-Length: 1\r\n\r\n7";

#[tokio::test]
async fn success_has_the_required_attributes() {
    for (_, exported) in exported(&[OK], |builder| builder, async |client| drop(client.note("b", 1, 2).await)).await {
        assert_eq!(names(&exported), ["GET /books/<book>/notes/<id>"]);
        assert_eq!(exported.call.name, exported.attempts[0].name);
        assert_eq!(exported.call.status, Status::Unset);
        assert_eq!(attribute(&exported.attempts[0], "http.response.status_code"), Some(200.into()));
        assert_eq!(attribute(&exported.call, "endpoint.operation"), Some("getNote".into()));
    }
}

#[tokio::test]
async fn each_attempt_is_a_span() {
    let call = async |client: Client| assert!(client.find(1).await.is_ok());
    for (_, exported) in exported(&[UNAVAILABLE, OK], |builder| builder, call).await {
        let [first, second] = &exported.attempts[..] else { panic!("two attempts") };
        assert_eq!(first.status, Status::error(""));
        assert_eq!(attribute(first, "error.type"), Some("503".into()));
        assert_eq!((&second.status, &exported.call.status), (&Status::Unset, &Status::Unset));
        // The wait is an event of the call.
        assert_eq!(exported.call.events.len(), 1);
        assert_eq!(exported.call.events[0].name, "waits before a retry");
    }
}

#[tokio::test]
async fn each_attempt_sends_its_own_context() {
    let call = async |client: Client| assert!(client.find(1).await.is_ok());
    for (server, exported) in exported(&[UNAVAILABLE, OK], |builder| builder, call).await {
        let sent: Vec<_> = server.requests().iter().map(|request| request.header("traceparent").to_owned()).collect();
        let expected: Vec<_> = exported
            .attempts
            .iter()
            .map(|attempt| {
                let context = &attempt.span_context;
                format!("00-{}-{}-01", context.trace_id(), context.span_id())
            })
            .collect();
        assert_eq!(sent, expected);
    }
}

#[tokio::test]
async fn missing_record_that_becomes_none_is_no_error() {
    let call = async |client: Client| assert_eq!(client.find(1).await.expect("no error"), None);
    for (_, exported) in exported(&[MISSING], |builder| builder, call).await {
        assert_eq!((&exported.attempts[0].status, &exported.call.status), (&Status::Unset, &Status::Unset));
    }
}

#[tokio::test]
async fn status_of_an_error_has_no_description() {
    for (_, exported) in exported(&[MISSING], |builder| builder, async |client| drop(client.count().await)).await {
        assert_eq!(exported.attempts[0].status, Status::error(""));
        assert_eq!(exported.call.status, Status::error(""));
    }
}

#[tokio::test]
async fn lost_connection_is_an_error_without_a_status() {
    let settings = |builder: ClientBuilder| builder.max_attempts(2);
    for (_, exported) in exported(&["", ""], settings, async |client| drop(client.find(1).await)).await {
        assert_eq!(exported.attempts.len(), 2);
        for span in exported.attempts.iter().chain([&exported.call]) {
            assert_eq!(attribute(span, "error.type"), Some("transport".into()));
            assert!(
                matches!(&span.status, Status::Error { description } if description.contains("connection")),
                "{span:?}"
            );
        }
    }
}

#[tokio::test]
async fn body_that_cannot_be_decoded_is_an_error_of_the_call() {
    let text = "HTTP/1.1 200 X\r\nContent-Length: 1\r\n\r\nx";
    for (_, exported) in exported(&[text], |builder| builder, async |client| drop(client.count().await)).await {
        assert_eq!(exported.attempts[0].status, Status::Unset);
        assert_eq!(attribute(&exported.call, "error.type"), Some("decode".into()));
    }
}

#[tokio::test]
async fn declared_method_is_known_and_another_one_is_not() {
    for (_, exported) in exported(&[OK], |builder| builder, async |client| drop(client.purge(1).await)).await {
        assert_eq!(names(&exported), ["PURGE /notes/<id>"]);
    }
    let call = async |client: Client| {
        let list = Method::from_bytes(b"LIST").expect("a method");
        let result: Result<String, Error> = Request::new(list, "/secret").expect("a request").call(&client).await;
        assert_eq!(result.expect("a response"), "7");
    };
    for (_, exported) in exported(&[OK], |builder| builder, call).await {
        assert_eq!(names(&exported), ["HTTP"]);
        assert_eq!(attribute(&exported.attempts[0], "http.request.method_original"), Some("LIST".into()));
    }
}

#[tokio::test]
async fn redirect_is_a_span_of_its_own() {
    let redirect = "HTTP/1.1 307 X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n";
    let settings = |builder: ClientBuilder| builder.max_redirects(1);
    for (_, exported) in exported(&[redirect, OK], settings, async |client| drop(client.find(1).await)).await {
        assert_eq!(names(&exported), ["GET /notes/<id>", "GET"]);
        assert!(exported.attempts.iter().all(|attempt| attempt.status == Status::Unset));
    }
}
