//! The replies of a stub: order, number, headers, bodies, latency, functions.

use std::time::Duration;

use pivotal_runtime::testing::{Fake, ReplyBody};
use pivotal_runtime::{Body, Bytes, DynTransport, Error, Request, http};
use serde_json::json;
use tokio::time::Instant;

use super::notes::{Notes, client, note, panic_message, transports};

#[tokio::test]
async fn replies_are_used_in_their_order_and_once() {
    let fake = Fake::new();
    for title in ["a", "b"] {
        fake.on(|api| api.title(1)).returns(&title.to_owned());
    }
    fake.on(|api| api.title(1)).returns(&"c".to_owned()).times(2);
    for expected in ["a", "b", "c", "c"] {
        assert_eq!(fake.title(1).await.unwrap(), expected);
    }
    assert!(fake.title(1).await.unwrap_err().to_string().contains("used up"));
    panic_message(|| fake.verify());
}

/// A test replaces a reply of its setup.
#[tokio::test]
async fn limited_replies_precede_unlimited_ones_and_later_ones_precede_earlier_ones() {
    let fake = Fake::new();
    fake.on_any().responds(500, "").always();
    fake.on(|api| api.title(1)).any_arguments().returns(&"default".to_owned()).always();
    fake.on(|api| api.title(1)).returns(&"once".to_owned());
    for expected in ["once", "default", "default"] {
        assert_eq!(fake.title(1).await.unwrap(), expected);
    }
    assert_eq!(fake.note(1).await.unwrap_err().status().unwrap(), 500);
}

#[tokio::test]
async fn stub_for_no_call_is_ignored() {
    let fake = Fake::new();
    fake.on_any().responds(500, "").always();
    fake.on(|api| api.title(1)).responds(200, "").times(0);
    assert_eq!(fake.title(1).await.unwrap_err().status().unwrap(), 500);
    fake.verify();
}

#[tokio::test]
async fn responses_have_the_given_status_body_and_headers() {
    let cases: [(ReplyBody, &str, Option<&str>); 7] = [
        ("text".into(), "text", None),
        (String::from("text").into(), "text", None),
        (b"bytes"[..].into(), "bytes", None),
        (Vec::from("bytes").into(), "bytes", None),
        (Bytes::from("bytes").into(), "bytes", None),
        (json!({ "a": [1, null] }).into(), r#"{"a":[1,null]}"#, Some("application/json")),
        (().into(), "", None),
    ];
    for (body, text, content_type) in cases {
        let fake = Fake::new();
        fake.on_any().responds(418, body).header("Set-Cookie", "a=1").header("Set-Cookie", "b=2").times(2);
        for api in transports(&fake) {
            let request = Request::new(http::Method::GET, "/teapot").unwrap();
            let response = api.send_boxed(request).await.unwrap();
            assert_eq!(response.status(), 418);
            let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
            assert_eq!(header("content-type").as_deref(), content_type);
            assert_eq!(response.headers().get_all("set-cookie").iter().count(), 2);
            assert_eq!(response.into_body().collect().await.unwrap(), text);
        }
    }
}

#[tokio::test]
async fn content_type_is_replaced() {
    let fake = Fake::new();
    fake.on(|api| api.title(1)).responds(200, json!("a")).header("Content-Type", "text/plain");
    assert_eq!(fake.title(1).await.unwrap(), "\"a\"");
}

#[tokio::test]
async fn error_body_is_read_as_declared() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).responds(409, json!({ "title": "locked" })).times(2);
    for api in transports(&fake) {
        let error = api.note(1).await.unwrap_err();
        assert!(error.is_conflict());
        assert_eq!(error.message(), Some("locked"));
    }
}

#[tokio::test]
async fn functions_respond_to_the_call() {
    let fake = Fake::new();
    fake.on(|api| api.title(0))
        .any_arguments()
        .responds_with(|call| {
            let id = call.parameter("id").unwrap().to_owned();
            let chunks = [Ok(Bytes::from("title ")), Ok(Bytes::from(id))];
            Ok(http::Response::new(Body::from_stream(futures_util::stream::iter(chunks), None)))
        })
        .times(2);
    fake.on(|api| api.note(1)).responds_with(|_| Err(Error::connect("unplugged")));
    for (id, api) in (5..).zip(transports(&fake)) {
        assert_eq!(api.title(id).await.unwrap(), format!("title {id}"));
    }
    assert_eq!(fake.note(1).await.unwrap_err().kind(), pivotal_runtime::ErrorKind::Connect);
}

#[tokio::test(start_paused = true)]
async fn latency_passes_on_the_paused_clock() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).returns(&note(1)).latency(Duration::from_secs(25)).times(2);
    for api in transports(&fake) {
        let start = Instant::now();
        api.note(1).await.unwrap();
        assert_eq!(start.elapsed().as_secs(), 25);
    }
}

#[tokio::test(start_paused = true)]
async fn latency_beyond_the_timeout_is_a_timeout_of_the_client() {
    let fake = Fake::new();
    fake.on(|api| api.create(&note(1), None)).returns(&note(1)).latency(Duration::from_secs(31)).times(2);
    let error = client(&fake).create(&note(1), None).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
}

#[test]
fn impossible_responses_are_rejected() {
    let fake = Fake::new();
    let status = panic_message(|| fake.on_any().responds(99, ""));
    assert_eq!(status, "99 is not a status; write a number from 100 to 999");
    let header = panic_message(|| fake.on_any().responds(200, "").times(0).header("a b", "c"));
    assert_eq!(header, "`a b: c` is not a header");
    let computed = |_: &_| Ok(http::Response::default());
    let computed = panic_message(|| fake.on_any().responds_with(computed).times(0).header("X-A", "1"));
    assert_eq!(computed, "the response is computed; add the header `x-a` in `responds_with`");
}
