//! A part of GitHub's API that runs inside an example, so that it needs no token and no network.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use httpmock::{HttpMockRequest, HttpMockResponse, MockServer};
use serde_json::{Value, json};

const ISSUES: &str = "/repos/rust-lang/rust/issues";

/// Starts the server. It stops when it is dropped.
pub(crate) async fn start() -> MockServer {
    let server = MockServer::start_async().await;
    let is_used_up = AtomicBool::new(false);
    server
        .mock_async(move |when, then| {
            when.any_request();
            then.respond_with(move |request| respond(request, &is_used_up));
        })
        .await;
    server
}

fn respond(request: &HttpMockRequest, is_used_up: &AtomicBool) -> HttpMockResponse {
    let has_token = request.headers().get("authorization").is_some_and(|value| value == "Bearer ghp_K8s9vQ2mXw7b");
    let (status, body) = match (request.method_str(), request.uri().path()) {
        ("POST", "/login/oauth/access_token") => (200, json!({ "access_token": "ghp_K8s9vQ2mXw7b" })),
        _ if !has_token => (401, json!({ "message": "Requires authentication" })),
        ("GET", ISSUES) => return page(request.uri().query().unwrap_or_default()),
        ("POST", ISSUES) => (503, json!({ "message": "No server is available to handle your request" })),
        ("GET", path) => match path.strip_prefix(ISSUES).and_then(|path| path.strip_prefix('/')) {
            Some("1") => (200, json!({ "number": 1, "title": "Thread a session or semantic context through IR" })),
            Some("2") => (200, json!({ "number": 2, "title": "Add a parser for the new syntax" })),
            Some("3") => (410, json!({ "message": "This issue was deleted" })),
            _ => (404, json!({ "message": "Not Found" })),
        },
        _ => (404, json!({ "message": "Not Found" })),
    };
    // The first issue exhausts the rate limit for a second.
    let remaining = if status == 200 && request.method_str() == "GET" && !is_used_up.swap(true, Ordering::Relaxed) {
        0
    } else {
        4999
    };
    response(status, remaining, &body)
}

/// A page of one issue. The second page is the last.
fn page(query: &str) -> HttpMockResponse {
    let (number, link) = if query.ends_with("&page=2") {
        (2, format!(r#"<{ISSUES}?per_page=1&page=1>; rel="prev""#))
    } else {
        (1, format!(r#"<{ISSUES}?per_page=1&page=2>; rel="next""#))
    };
    let issues = json!([{ "number": number, "title": "Listed" }]);
    let mut response = response(200, 4999, &issues);
    response.headers.get_or_insert_default().push(("link".to_owned(), link));
    response
}

fn response(status: u16, remaining: u32, body: &Value) -> HttpMockResponse {
    let now = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |elapsed| elapsed.as_secs());
    HttpMockResponse::builder()
        .status(status)
        .header("content-type", "application/json")
        .header("x-ratelimit-limit", "5000")
        .header("x-ratelimit-remaining", remaining.to_string())
        .header("x-ratelimit-reset", (now + 1).to_string())
        .header("x-github-request-id", "C0DE:1A2B:3C4D")
        .body(body.to_string())
        .build()
}
