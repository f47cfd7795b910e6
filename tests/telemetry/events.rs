//! The events of waits, and of a spent budget.

use std::time::Duration;

use pivotal_runtime::http::{HeaderMap, StatusCode};
use pivotal_runtime::{Error, RateLimitedAttempt, RateLimiter};
use tokio::time::{sleep, timeout};

use super::capture::{Captured, Span};
use super::notes::{Notes, retrying, server};
use super::{notes, quoted, table};
use crate::support::fake::Fake;
use crate::support::fake::reply::{ok, status};
use crate::support::seconds;
use crate::transport::builder_without_api;

/// Returns the event as its message and its fields, and checks that it is in the span of its call.
fn event(captured: &Captured) -> (String, Vec<(&'static str, String)>) {
    let mut events = captured.events();
    assert_eq!(events.len(), 1, "{events:?}");
    let Span { mut fields, parent, level, .. } = events.pop().unwrap();
    assert_eq!(captured.spans()[parent.unwrap()].name, "call");
    let message = fields.remove("message").unwrap();
    let row = table("Events").into_iter().find(|row| row[0] == format!("`{message}`")).unwrap();
    assert_eq!(row[1], format!("`{level}`"));
    for field in fields.keys() {
        assert!(quoted(row[2]).contains(field), "{field}");
    }
    (message, fields.into_iter().collect())
}

fn wait(reason: &str, duration: &str) -> Vec<(&'static str, String)> {
    vec![("wait.duration", duration.to_owned()), ("wait.reason", reason.to_owned())]
}

#[tokio::test]
async fn backoff_is_an_event_with_the_error_before_it() {
    let (captured, _guard) = Captured::start();
    let server = server([notes::response(503), notes::response(200)]);
    retrying(server.url()).find(1).await.unwrap();
    let (message, fields) = event(&captured);
    assert_eq!(message, "waits before a retry");
    assert_eq!(fields, [vec![("error.type", "503".to_owned())], wait("backoff", "0 s")].concat());
}

#[tokio::test(start_paused = true)]
async fn wait_that_the_server_requests_is_an_event() {
    let (captured, _guard) = Captured::start();
    let fake = Fake::script([status(429).header("retry-after", "7"), ok()]);
    let client = fake.plain().max_attempts(2).build().unwrap();
    client.find(1).await.unwrap();
    // The next attempt waits for the rate limiter, too, which read the same header, unless the retry came later.
    let retry = captured.events().remove(0);
    assert_eq!(retry.get("wait.reason"), Some("retry_after"));
    let waited: f64 = retry.get("wait.duration").unwrap().trim_end_matches(" s").parse().unwrap();
    assert!((7.0..8.0).contains(&waited), "{waited}");
    assert_eq!(retry.get("error.type"), Some("429"));
}

#[tokio::test(start_paused = true)]
async fn error_without_a_response_is_named_before_its_retry() {
    let (captured, _guard) = Captured::start();
    let fake = Fake::script([crate::support::fake::reply::connection_refused(), ok()]);
    fake.plain().initial_backoff(Duration::ZERO).build().unwrap().find(1).await.unwrap();
    let (_, fields) = event(&captured);
    assert_eq!(fields, [vec![("error.type", "connect".to_owned())], wait("backoff", "0 s")].concat());
}

#[tokio::test(start_paused = true)]
async fn wait_for_a_reset_is_an_event_after_it() {
    let (captured, _guard) = Captured::start();
    let fake = Fake::new(|_| {
        ok().header("ratelimit-remaining", "0").header("ratelimit-limit", "1").header("ratelimit-reset", "5")
    });
    let client = fake.plain().build().unwrap();
    client.find(1).await.unwrap();
    assert!(captured.events().is_empty());
    client.find(1).await.unwrap();
    let (message, fields) = event(&captured);
    assert_eq!(message, "waited for a permit");
    assert_eq!(fields, wait("rate_limit", "5 s"));
}

#[tokio::test(start_paused = true)]
async fn wait_for_a_custom_limiter_is_an_event() {
    struct Slow;

    impl RateLimiter for Slow {
        type Permit = ();

        async fn acquire(&self, _: &RateLimitedAttempt) -> Result<(), Error> {
            sleep(seconds(2)).await;
            Ok(())
        }

        fn update(&self, (): (), _: StatusCode, _: &HeaderMap) {}
    }

    let (captured, _guard) = Captured::start();
    let fake = Fake::new(|_| ok());
    fake.plain().rate_limiter(Slow).build().unwrap().find(1).await.unwrap();
    assert_eq!(event(&captured).1, wait("rate_limit", "2 s"));
}

#[tokio::test(start_paused = true)]
async fn wait_for_another_request_is_an_event() {
    let (captured, _guard) = Captured::start();
    let client = Fake::new(|_| ok().after(seconds(3))).plain().max_concurrency(1).build().unwrap();
    let (first, second) = tokio::join!(client.find(1), client.find(2));
    assert_eq!((first.unwrap(), second.unwrap()), (Some(7), Some(7)));
    assert_eq!(event(&captured).1, wait("concurrency", "3 s"));
}

#[tokio::test(start_paused = true)]
async fn wait_of_a_dropped_call_is_an_event() {
    let (captured, _guard) = Captured::start();
    let client = Fake::new(|_| ok().after(seconds(9))).plain().max_concurrency(1).build().unwrap();
    let (first, second) = tokio::join!(client.find(1), timeout(seconds(1), client.find(2)));
    assert!(first.is_ok() && second.is_err());
    assert_eq!(event(&captured).1, wait("concurrency", "1 s"));
}

#[tokio::test]
async fn spent_budget_is_an_event() {
    let (captured, _guard) = Captured::start();
    let server = server([notes::response(503)]);
    let client = builder_without_api().base_url(server.url()).retry_budget(0).build().unwrap();
    client.find(1).await.unwrap_err();
    assert_eq!(event(&captured), ("no retry, because the retry budget is spent".to_owned(), vec![]));
}
