//! Errors of each kind, with the secret in each part of the call and its response.

use pivotal_api::PivotalKey;
use pivotal_runtime::http::HeaderName;
use pivotal_runtime::{Applied, Attempt, CallOptions, Credentials, Error, ErrorKind};

use super::{KEY, SECRET, Vault, debug_hides_secret, fake_client, hides_secret, open, options, secret_header};
use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, connection_lost, connection_refused, ok, status};
use crate::support::{closed_port, seconds};
use crate::transport::{builder, has_no_url};

/// Calls with the secret in each part of the request, the options and the client.
async fn error_of(reply: Reply, kind: ErrorKind) -> Error {
    let fake = Fake::script([reply]);
    let (name, value) = secret_header();
    let client = fake_client(&fake).default_header(HeaderName::from_static("x-default"), value.clone());
    let client = client.default_header(name, value).max_response_bytes(64).build().unwrap();
    let error = open(&client.with(options())).await.unwrap_err();
    let sent = fake.sent();
    assert_eq!(sent.len(), 1, "{kind:?}");
    assert_eq!(sent[0].path, format!("/vault/{SECRET}?query={SECRET}"), "the secret was sent");
    for name in ["x-header", "x-default", "x-secret", "idempotency-key"] {
        assert_eq!(sent[0].header(name), Some(SECRET), "{name}");
    }
    assert_eq!(error.kind(), kind, "{error:?}");
    hides_secret(&error);
    error
}

/// Returns a response that repeats the secret in its headers.
fn echo(code: u16, body: String) -> Reply {
    let location = format!("https://api.invalid/{SECRET}");
    status(code).header("set-cookie", SECRET).header("location", &location).header("x-echo", SECRET).body(body)
}

#[tokio::test(start_paused = true)]
async fn error_of_any_kind_shows_no_secret() {
    error_of(echo(307, SECRET.to_owned()), ErrorKind::Redirect).await;
    error_of(echo(500, SECRET.to_owned()), ErrorKind::Api).await;
    error_of(echo(409, format!(r#"{{"error":{{"other":"{SECRET}","code":["{SECRET}"]}}}}"#)), ErrorKind::Api).await;
    error_of(echo(429, format!(r#"{{"{SECRET}":"#)), ErrorKind::Api).await;
    error_of(echo(200, format!("\"{SECRET}\"")), ErrorKind::Decode).await;
    error_of(echo(200, format!("{{\"{SECRET}\":\"{SECRET}\"}}")), ErrorKind::Decode).await;
    error_of(echo(200, SECRET.repeat(99)), ErrorKind::TooLarge).await;
    error_of(connection_lost(), ErrorKind::Transport).await;
    error_of(connection_refused(), ErrorKind::Connect).await;
    let error = error_of(ok().then_byte(seconds(3_600), b'7'), ErrorKind::Timeout).await;
    assert!(error.elapsed_timeout().is_some());
}

#[tokio::test]
async fn rejected_call_shows_no_secret() {
    let fake = Fake::script([]);
    let api = fake_client(&fake).build().unwrap();
    let line_break = format!("{SECRET}\n");
    let errors = [
        api.open("..", SECRET, SECRET, SECRET).await.unwrap_err(),
        api.open(SECRET, SECRET, &line_break, SECRET).await.unwrap_err(),
        open(&api.with(CallOptions::new().idempotency_key(&line_break))).await.unwrap_err(),
        open(&api.with(CallOptions::new().idempotency_key(SECRET.repeat(99)))).await.unwrap_err(),
    ];
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::Request, "{error:?}");
        hides_secret(&error);
    }
    let stale = fake_client(&fake).credentials(Stale).build().unwrap();
    let error = open(&stale).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    hides_secret(&error);
    assert_eq!(fake.count(), 0);
}

/// Adds the secret before it reports that it is stale.
struct Stale;

impl Credentials for Stale {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        attempt.set_query("token", SECRET);
        debug_hides_secret(attempt);
        Ok(Applied::Stale)
    }
}

#[tokio::test]
async fn cursor_loop_shows_no_cursor() {
    let page = format!(r#"{{"data":[1],"has_more":true,"next_cursor":"{SECRET}"}}"#);
    let fake = Fake::new(move |_| ok().body(page.clone()));
    let api = fake_client(&fake).build().unwrap();
    let mut pages = api.list(SECRET, "start");
    assert_eq!(pages.next().await.unwrap().unwrap(), 1);
    debug_hides_secret(&pages);
    let error = pages.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
    hides_secret(&error);
    assert_eq!(fake.sent()[1].path, format!("/vaults?query={SECRET}&cursor={SECRET}"));
}

#[tokio::test]
async fn transport_error_shows_no_url() {
    let (url, _guard) = closed_port();
    let port = url.rsplit(':').next().unwrap();
    let api = builder().credentials(PivotalKey::new(KEY).unwrap()).base_url(&url).max_attempts(1).timeout(seconds(10));
    let error = open(&api.build().unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    hides_secret(&error);
    let source = std::error::Error::source(&error).unwrap();
    assert!(has_no_url(source), "{source:?}");
    assert!(!format!("{error} {error:?}").contains(&format!("http://127.0.0.1:{port}")), "{error:?}");
}

#[tokio::test]
async fn own_key_in_the_message_is_redacted() {
    // Another key is shown, because the client does not know it.
    for (key, shown) in [(KEY, "[redacted]"), ("pivotal_anotherKey01", "Bearer pivotal_anotherKey01")] {
        let message = format!("Bearer {key} was revoked");
        let body = format!(r#"{{"error":{{"type":"{key}","code":"{key}","message":"{message}","field":"{key}"}}}}"#);
        let fake = Fake::new(move |_| status(401).body(body.clone()));
        let error = open(&fake_client(&fake).build().unwrap()).await.unwrap_err();
        assert_eq!(error.message(), Some(&*message), "the message itself is complete");
        hides_secret(&error);
        assert!(error.to_string().contains(&format!(": {shown} was revoked (code `")), "{error}");
    }
}
