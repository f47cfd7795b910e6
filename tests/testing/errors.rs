//! `TestError`, compared with the errors of real calls.

use std::collections::BTreeSet;
use std::error::Error as _;
use std::io;
use std::time::Duration;

use pivotal_runtime::http::header::{CONTENT_LENGTH, HeaderValue};
use pivotal_runtime::testing::{Fake, Fault, ReplyBody, TestError};
use pivotal_runtime::{
    Api, CallOptions, Client, DecodeError, Delivery, Error, ErrorBody, ErrorKind, Format, Json, LinkPage, Pages,
    ProblemDetails, RetryLimit, Timeout, endpoints,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::json;

static NOTES: Api = Api::new()
    .base_url("https://notes.example")
    .error::<ProblemDetails>()
    .request_id_header("X-Trace")
    .idempotency_key_header("X-Key");

static OTHER: Api = Api::new();

#[derive(Debug, Deserialize)]
struct Note {
    #[expect(dead_code, reason = "it is missing in the test")]
    id: u64,
}

/// The error type of one method.
#[derive(Debug, Deserialize, PartialEq)]
struct Locked {
    locked_by: String,
}

impl ErrorBody for Locked {
    fn code(&self) -> Option<&str> {
        Some("locked")
    }

    fn message(&self) -> Option<&str> {
        Some(&self.locked_by)
    }
}

/// An envelope whose successes can be errors.
struct Envelope;

impl Format for Envelope {
    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        match Json::decode::<Locked>(body) {
            Ok(locked) => Err(DecodeError::api_body(locked)),
            Err(_) => Json::decode(body),
        }
    }
}

#[endpoints("/notes")]
trait Notes {
    #[endpoint(GET, "/<id>", error(423) = Locked)]
    async fn note(&self, id: &str) -> Result<Note, Error>;

    #[endpoint(GET, "/<id>", error(423) = Locked, success = [200, 201, 300..=302])]
    async fn strict(&self, id: &str) -> Result<Note, Error>;

    #[endpoint(POST, "?<token>")]
    async fn create(&self, token: &str) -> Result<(), Error>;

    #[endpoint(POST, "/import", timeout = "90s", success = [201, 202])]
    async fn import(&self) -> Result<Vec<Note>, Error>;

    #[endpoint(GET, "/<id>/enveloped", format = Envelope, error = Locked)]
    async fn enveloped(&self, id: &str) -> Result<Note, Error>;

    #[endpoint(GET, "?<page>")]
    fn list(&self, page: Option<u32>) -> Pages<'_, LinkPage<String>>;

    #[endpoint(GET, "/other", api = OTHER)]
    async fn other(&self) -> Result<(), Error>;
}

fn client(fake: &Fake) -> Client {
    Client::builder().api(&NOTES).http_client(fake.http_client()).build().unwrap()
}

/// Everything that an error returns, one value a line.
fn values(error: &Error) -> Vec<String> {
    let source = error.source().map(ToString::to_string);
    let (details, locked) = (error.detail::<ProblemDetails>(), error.detail::<Locked>());
    vec![
        format!("{error}"),
        format!("{error:?}"),
        format!("kind {:?}, endpoint {:?}, parameter {:?}", error.kind(), error.endpoint(), error.parameter_name()),
        format!("delivery {:?}, timeout {:?}, source {source:?}", error.delivery(), error.elapsed_timeout()),
        format!("attempts {}, stopped by {:?}", error.attempts(), error.retry_stopped_by()),
        format!("key {:?}, request id {:?}", error.idempotency_key(), error.request_id()),
        format!("status {:?}, headers {:?}", error.status(), error.headers()),
        format!("body {:?}, truncated {}", error.body(), error.is_body_truncated()),
        format!("code {:?}, message {:?}, detail {details:?} {locked:?}", error.code(), error.message()),
        format!("retry after {:?}, rate limit {:?}", error.retry_after(), error.rate_limit()),
        format!("retryable {}, timeout {}", error.is_retryable(), error.is_timeout()),
        format!("404 {}, 409 {}, 429 {}", error.is_not_found(), error.is_conflict(), error.is_rate_limited()),
    ]
}

/// Compares a built error with that of a real call.
#[track_caller]
fn assert_same(built: TestError, real: Option<Error>) -> ErrorKind {
    let (built, real) = (built.build(), real.unwrap());
    for (built, real) in values(&built).iter().zip(values(&real)) {
        assert_eq!(*built, real);
    }
    real.kind()
}

/// Returns the error of a call of `note` on a client whose fake fails like this.
async fn note_with_fault(fault: Fault, times: u32) -> Option<Error> {
    let fake = Fake::new();
    fake.on(|api| api.note("1")).fails(fault).times(times);
    client(&fake).note("1").await.err()
}

/// Returns the error of `note` with one response.
async fn note_with(status: u16, headers: &[(&str, &str)], body: impl Into<ReplyBody>) -> Option<Error> {
    let fake = Fake::new();
    let reply = fake.on(|api| api.note("1")).responds(status, body);
    headers.iter().fold(reply, |reply, (name, value)| reply.header(name, value));
    client(&fake).note("1").await.err()
}

fn of_note(error: TestError) -> TestError {
    error.call(|api| api.note("1")).api(&NOTES)
}

#[tokio::test(start_paused = true)]
async fn every_kind_is_that_of_a_real_call() {
    let mut kinds = BTreeSet::new();
    let mut same = |built, real| kinds.insert(assert_same(built, real).as_str());

    let fake = Fake::new();
    let client = client(&fake);
    same(TestError::new(ErrorKind::Config).call(|api| api.other()).attempts(0), client.other().await.err());

    same(TestError::parameter("id").call(|api| api.note("1")), client.note("").await.err());
    let framed = client.with(CallOptions::new().header(CONTENT_LENGTH, HeaderValue::from_static("1")));
    same(TestError::new(ErrorKind::Request).call(|api| api.note("1")), framed.note("1").await.err());

    let refused = of_note(TestError::new(ErrorKind::Connect)).attempts(3).retry_stopped_by(RetryLimit::Attempts);
    same(refused, note_with_fault(Fault::Refused, 3).await);

    let timed_out = of_note(TestError::timeout(Timeout::Total)).attempts(2).retry_stopped_by(RetryLimit::Deadline);
    same(timed_out, note_with_fault(Fault::Silence, 2).await);

    let lost = of_note(TestError::new(ErrorKind::Transport)).attempts(3).retry_stopped_by(RetryLimit::Attempts);
    same(lost, note_with_fault(Fault::ResetAfterSending, 3).await);

    same(of_note(TestError::new(ErrorKind::Redirect)), note_with(302, &[("location", "/")], ()).await);
    same(of_note(TestError::new(ErrorKind::Api)), note_with(400, &[], ()).await);
    same(of_note(TestError::new(ErrorKind::Decode)), note_with(200, &[], ()).await);

    fake.on(|api| api.note("1")).responds(200, vec![b' '; (16 << 20) + 1]);
    same(of_note(TestError::new(ErrorKind::TooLarge)), client.note("1").await.err());

    fake.on(|api| api.list(None)).any_arguments().responds(200, "[]").header("link", "<?page=2>; rel=next").times(2);
    let real = client.list(None).next().await.unwrap().err();
    same(TestError::new(ErrorKind::Pagination).call(|api| api.list(None)), real);

    assert_eq!(kinds.len(), 10, "{kinds:?}");
}

#[tokio::test(start_paused = true)]
async fn errors_without_a_response_are_those_of_real_calls() {
    let secs = Duration::from_secs;

    let reset = of_note(TestError::new(ErrorKind::Transport).delivery(Delivery::NotSent)).attempts(3);
    let real = note_with_fault(Fault::ResetBeforeSending, 5).await;
    assert_same(reset.retry_stopped_by(RetryLimit::Attempts), real);

    // An earlier attempt may have reached the server.
    let fake = Fake::new();
    fake.on(|api| api.note("1")).fails(Fault::ResetAfterSending);
    fake.on(|api| api.note("1")).fails(Fault::Refused).times(2);
    let refused = of_note(TestError::new(ErrorKind::Connect).delivery(Delivery::Unknown)).attempts(3);
    assert_same(refused.retry_stopped_by(RetryLimit::Attempts), client(&fake).note("1").await.err());

    let slow = note_with_fault(Fault::SlowBody(secs(20)), 3).await;
    let silent = of_note(TestError::timeout(Timeout::Read)).attempts(3).retry_stopped_by(RetryLimit::Attempts);
    assert_same(silent, slow);

    // No key of the client's own, which is random.
    let unkeyed = |fake: &Fake| {
        Client::builder().base_url("https://notes.example").http_client(fake.http_client()).build().unwrap()
    };
    fake.on(|api| api.create("t")).fails(Fault::Silence);
    let attempt = TestError::timeout(Timeout::Attempt).call(|api| api.create("t"));
    assert_same(attempt, unkeyed(&fake).create("t").await.err());
    fake.on(|api| api.import()).fails(Fault::Silence);
    assert_same(TestError::new(ErrorKind::Timeout).call(|api| api.import()), unkeyed(&fake).import().await.err());

    for (kind, error) in [
        (io::ErrorKind::TimedOut, TestError::timeout(Timeout::Connect)),
        (io::ErrorKind::InvalidData, TestError::new(ErrorKind::Connect).permanent()),
    ] {
        let failed = move || Error::from_connect_error(io::Error::from(kind), Some(secs(5)));
        fake.on(|api| api.create("t")).responds_with(move |_| Err(failed()));
        let client = unkeyed(&fake).with(CallOptions::new().max_attempts(1)).create("t").await.err();
        let error = error.call(|api| api.create("t"));
        let stopped = kind == io::ErrorKind::TimedOut;
        assert_same(if stopped { error.retry_stopped_by(RetryLimit::Attempts) } else { error }, client);
    }
}

#[tokio::test(start_paused = true)]
async fn responses_are_those_of_real_calls() {
    type Headers<'a> = &'a [(&'a str, &'a str)];
    let problem = || json!({ "title": "refused", "detail": "it is frozen" });
    let cases: [(u16, u32, Headers<'_>, ReplyBody); 9] = [
        (404, 1, &[("X-Trace", "t-1"), ("X-Many", "a"), ("X-Many", "b")], problem().into()),
        (404, 1, &[("Content-Type", "text/plain")], "not JSON".into()),
        (409, 1, &[], vec![b'x'; 70_000].into()),
        (423, 1, &[], json!({ "locked_by": "Ada" }).into()),
        (202, 1, &[], json!({ "id": 1 }).into()),
        (307, 1, &[("Location", "https://other.example/notes")], ().into()),
        (304, 1, &[], ().into()),
        (429, 3, &[("Retry-After", "2"), ("RateLimit-Remaining", "0")], problem().into()),
        (503, 3, &[], ().into()),
    ];
    for (status, attempts, headers, body) in cases {
        let fake = Fake::new();
        let reply = fake.on(|api| api.strict("1")).responds(status, body.clone()).times(attempts);
        headers.iter().fold(reply, |reply, (name, value)| reply.header(name, value));
        let real = client(&fake).strict("1").await.err();

        let built = TestError::status(status).call(|api| api.strict("1")).api(&NOTES).attempts(attempts).body(body);
        let built = headers.iter().fold(built, |built, (name, value)| built.header(name, value));
        let is_retried = attempts > 1;
        assert_same(if is_retried { built.retry_stopped_by(RetryLimit::Attempts) } else { built }, real);
    }
}

#[tokio::test]
async fn bodies_are_decoded_as_by_the_call() {
    for body in ["", "null", "[]", "{}", r#"{"id":"x"}"#, r#"{"id":1"#, "<html>"] {
        let real = note_with(200, &[("Content-Type", "application/json")], body).await;
        let built = of_note(TestError::new(ErrorKind::Decode)).header("Content-Type", "application/json").body(body);
        assert_same(built, real);
    }
    // The first status that is declared.
    let fake = Fake::new();
    fake.on(|api| api.import()).responds(201, r#"[{"id":1},{"id":null}]"#);
    let built = TestError::new(ErrorKind::Decode).call(|api| api.import()).body(r#"[{"id":1},{"id":null}]"#);
    assert_same(built.attempts(0), fake.import().await.err());
    // A type that accepts the body.
    let built = of_note(TestError::new(ErrorKind::Decode)).body(r#"{"id":1}"#).build();
    assert!(built.to_string().contains("could not be read: a value that its type rejects"), "{built}");
}

#[tokio::test]
async fn success_can_be_an_error_of_the_api() {
    let fake = Fake::new();
    let body = || json!({ "locked_by": "Ada" });
    fake.on(|api| api.enveloped("1")).responds(200, body());
    let built = TestError::status(200).call(|api| api.enveloped("1")).attempts(0).body(body());
    assert_same(built, fake.enveloped("1").await.err());
    let unread = TestError::status(200).build();
    assert_eq!((unread.kind(), unread.code(), unread.message()), (ErrorKind::Api, None, None));
}

#[tokio::test]
async fn idempotency_key_is_that_of_the_client() {
    let fake = Fake::new();
    fake.on(|api| api.create("t"))
        .any_arguments()
        .responds(409, json!({ "title": "reused k-12345678, t-12345678" }))
        .times(2);
    let options = CallOptions::new().idempotency_key("k-12345678");
    let with_key = || TestError::status(409).idempotency_key("k-12345678");
    let body = json!({ "title": "reused k-12345678, t-12345678" });

    let of_api = with_key().call(|api| api.create("t-12345678")).api(&NOTES).body(body.clone());
    let real = client(&fake).with(options.clone()).create("t-12345678").await.err();
    assert!(real.as_ref().unwrap().to_string().ends_with("reused [redacted], [redacted]"), "{real:?}");
    assert_same(of_api, real);

    let unnamed = Client::builder().base_url("https://notes.example").http_client(fake.http_client()).build().unwrap();
    let real = unnamed.with(options).create("t-12345678").await.err();
    assert_same(with_key().call(|api| api.create("t-12345678")).body(body), real);

    // Only a POST has a key.
    assert_eq!(with_key().call(|api| api.note("1")).build().idempotency_key(), None);
    assert_eq!(with_key().build().idempotency_key(), Some("k-12345678"));
}

#[test]
fn settings_of_another_kind_are_ignored() {
    for kind in [ErrorKind::Config, ErrorKind::Request, ErrorKind::Connect, ErrorKind::TooLarge, ErrorKind::Pagination]
    {
        let error = TestError::new(kind)
            .header("X-Request-Id", "1")
            .body("text")
            .retry_stopped_by(RetryLimit::Budget)
            .delivery(Delivery::Responded)
            .attempts(2)
            .permanent()
            .build();
        let plain = TestError::new(kind).build();
        assert_eq!((error.status(), error.headers(), error.body()), (None, None, None));
        assert_eq!((error.retry_stopped_by(), error.delivery()), (None, plain.delivery()));
        assert!(!error.is_retryable());
        let has_attempts = !matches!(kind, ErrorKind::Request | ErrorKind::Pagination);
        assert_eq!(error.attempts(), if has_attempts { 2 } else { 0 });
    }
    let read = TestError::timeout(Timeout::Read).delivery(Delivery::NotSent).permanent().build();
    assert_eq!((read.delivery(), read.is_retryable()), (Some(Delivery::Unknown), true));
    let head = TestError::new(ErrorKind::Transport).delivery(Delivery::Responded).build();
    assert!(!head.is_retryable() && head.to_string().contains("the head of the response"), "{head}");
    let not_http = TestError::new(ErrorKind::Transport).permanent().build();
    assert!(!not_http.is_retryable() && not_http.to_string().contains("not HTTP"), "{not_http}");
}

#[tokio::test]
async fn statuses_that_the_api_adds_are_retryable() {
    static BUSY: Api = Api::new().retry_statuses(&[423]);
    for (status, expected) in [(423, true), (425, false), (503, true)] {
        let fake = Fake::with_api(&BUSY);
        fake.on_any().responds(status, "");
        let of_fake = fake.note("1").await.unwrap_err();
        assert_eq!(of_fake.is_retryable(), expected, "{status}");
        assert_eq!(TestError::status(status).api(&BUSY).build().is_retryable(), expected, "{status}");
    }
}

#[test]
fn debug_contains_no_value() {
    let error = TestError::status(404).call(|api| api.note("s3cr3t")).header("X-A", "s3cr3t").body("s3cr3t");
    assert_eq!(format!("{error:?}"), "TestError { cause: Status(404), endpoint: GET /notes/<id>, .. }");
}
