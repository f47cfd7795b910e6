//! A stand-in server of a part of GitHub's API.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::SystemTime;

use hyper::body::Bytes;
use hyper::header::{AUTHORIZATION, HeaderValue, LINK};
use hyper::{Method, Request, Response, StatusCode};
use serde_json::{Value, json};

use crate::server::{Server, json};

const ISSUES: &str = "/repos/rust-lang/rust/issues";

/// The number of requests that a client can send until the rate limit is reset.
const REMAINING: u64 = 4999;

/// Starts the server.
///
/// # Errors
///
/// If the system has no free port.
pub async fn start() -> io::Result<Server> {
    let is_limited = AtomicBool::new(false);
    Server::start(move |request| respond(&request, &is_limited)).await
}

fn respond(request: &Request<Bytes>, is_limited: &AtomicBool) -> Response<Bytes> {
    let has_token = request.headers().get(AUTHORIZATION).is_some_and(|value| value == "Bearer ghp_K8s9vQ2mXw7b");
    let is_get = request.method() == Method::GET;
    let (status, body) = match (request.method().as_str(), request.uri().path()) {
        ("POST", "/login/oauth/access_token") => (StatusCode::OK, json!({ "access_token": "ghp_K8s9vQ2mXw7b" })),
        _ if !has_token => (StatusCode::UNAUTHORIZED, json!({ "message": "Requires authentication" })),
        ("GET", ISSUES) => return page(request.uri().query().unwrap_or_default()),
        ("POST", ISSUES) => {
            (StatusCode::SERVICE_UNAVAILABLE, json!({ "message": "No server is available to handle your request" }))
        }
        ("GET", path) => issue(path.strip_prefix(ISSUES).unwrap_or_default()),
        _ => not_found(),
    };
    // The first issue exhausts the rate limit for a second.
    let is_first = status == StatusCode::OK && is_get && !is_limited.swap(true, Ordering::Relaxed);
    response(status, if is_first { 0 } else { REMAINING }, &body)
}

fn issue(path: &str) -> (StatusCode, Value) {
    match path {
        "/1" => (StatusCode::OK, json!({ "number": 1, "title": "Thread a session or semantic context through IR" })),
        "/2" => (StatusCode::OK, json!({ "number": 2, "title": "Add a parser for the new syntax" })),
        "/3" => (StatusCode::GONE, json!({ "message": "This issue was deleted" })),
        _ => not_found(),
    }
}

fn not_found() -> (StatusCode, Value) {
    (StatusCode::NOT_FOUND, json!({ "message": "Not Found" }))
}

/// Returns a page of one issue. The second page is the last.
fn page(query: &str) -> Response<Bytes> {
    let is_second = query.ends_with("&page=2");
    let (number, link) = if is_second {
        (2, HeaderValue::from_static(r#"</repos/rust-lang/rust/issues?per_page=1&page=1>; rel="prev""#))
    } else {
        (1, HeaderValue::from_static(r#"</repos/rust-lang/rust/issues?per_page=1&page=2>; rel="next""#))
    };
    let (_, issue) = issue(&format!("/{number}"));
    let mut response = response(StatusCode::OK, REMAINING, &json!([issue]));
    response.headers_mut().insert(LINK, link);
    response
}

/// Adds GitHub's headers.
fn response(status: StatusCode, remaining: u64, body: &Value) -> Response<Bytes> {
    let now = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |elapsed| elapsed.as_secs());
    let mut response = json(status, body);
    let headers = response.headers_mut();
    headers.insert("x-ratelimit-limit", 5000.into());
    headers.insert("x-ratelimit-remaining", remaining.into());
    headers.insert("x-ratelimit-reset", (now + 1).into());
    headers.insert("x-github-request-id", HeaderValue::from_static("C0DE:1A2B:3C4D"));
    response
}
