//! A check of an exported span by the tables of the conventions.

use opentelemetry::Value;
use opentelemetry::trace::{SpanKind, Status};
use opentelemetry_sdk::trace::SpanData;

/// The known methods: those of the conventions, and those that the API declares.
const METHODS: [&str; 11] =
    ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "CONNECT", "PATCH", "TRACE", "QUERY", "PURGE"];

pub fn attribute(span: &SpanData, name: &str) -> Option<Value> {
    let mut values = span.attributes.iter().filter(|attribute| attribute.key.as_str() == name);
    let value = values.next().map(|attribute| attribute.value.clone());
    assert!(values.next().is_none(), "`{name}` is there twice");
    value
}

fn text(span: &SpanData, name: &str) -> Option<String> {
    attribute(span, name).map(|value| match value {
        Value::String(text) => text.to_string(),
        other => panic!("`{name}` is not a text: {other:?}"),
    })
}

fn integer(span: &SpanData, name: &str) -> Option<i64> {
    attribute(span, name).map(|value| match value {
        Value::I64(integer) => integer,
        other => panic!("`{name}` is not an integer: {other:?}"),
    })
}

/// Checks a span of kind CLIENT, before which this number of requests was sent.
pub fn check_attempt(span: &SpanData, resends: usize) {
    assert_eq!(span.span_kind, SpanKind::Client);

    // Required.
    let method = text(span, "http.request.method").expect("required");
    let address = text(span, "server.address").expect("required");
    let port = integer(span, "server.port").expect("required");
    let url = text(span, "url.full").expect("required");
    assert!((1..=65_535).contains(&port));
    assert!(url.starts_with(&format!("http://{address}:{port}/")), "{url} is absolute");
    assert!(!url.contains(['@', '?', '<']), "{url} contains neither credentials nor a query");

    // Conditionally required.
    let original = text(span, "http.request.method_original");
    assert_eq!(original.is_some(), method == "_OTHER");
    assert!(method == "_OTHER" || METHODS.contains(&method.as_str()), "{method}");
    assert_eq!(text(span, "network.protocol.name"), None, "it is `http`");
    let status = integer(span, "http.response.status_code");
    let error_type = text(span, "error.type");
    match (&span.status, status, &error_type) {
        (Status::Unset, Some(status), None) => assert!(status < 400 || status == 404, "{status}"),
        (Status::Error { description }, Some(status), Some(error_type)) => {
            assert!(status >= 400 && *error_type == status.to_string(), "{status} {error_type}");
            assert_eq!(description, "", "the status is enough");
        }
        (Status::Error { .. }, None, Some(_)) => {}
        other => panic!("{other:?}"),
    }

    // Recommended, if there was a response or a resend.
    assert_eq!(text(span, "network.protocol.version").as_deref(), status.map(|_| "1.1"));
    assert_eq!(integer(span, "http.request.resend_count"), (resends > 0).then_some(resends as i64));

    // The name.
    let method = if method == "_OTHER" { "HTTP" } else { method.as_str() };
    let name = text(span, "url.template").map_or(method.to_owned(), |template| format!("{method} {template}"));
    assert_eq!(span.name, name);
}
