//! Credentials that a server repeats, which errors do not show.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pivotal_runtime::http::{HeaderName, HeaderValue};
use pivotal_runtime::{ApiKey, Applied, Attempt, Basic, Bearer, Client, Credentials, Error};

use super::signing::Reports;
use crate::support::fake::Fake;
use crate::support::fake::reply::{Reply, status};

/// Credentials that add secrets in each possible way.
struct Secretive;

const SECRETS: [&str; 4] = ["first-s3cr3t+/1", "second-s3cr3t", "third s3cr3t/3", "fourth-s3cr3t"];

impl Credentials for Secretive {
    fn apply(&self, attempt: &mut Attempt<'_>) -> Result<Applied, Error> {
        let [first, second, third, fourth] = SECRETS;
        attempt.set_header(HeaderName::from_static("x-first"), HeaderValue::from_static(first));
        attempt.set_header(HeaderName::from_static("x-second"), HeaderValue::from_static(second));
        assert!(attempt.headers()["x-first"].is_sensitive() && attempt.headers()["x-second"].is_sensitive());
        attempt.set_query("third", third);
        attempt.hide(fourth);
        for secret in SECRETS {
            assert!(!format!("{attempt:?}").contains(secret), "{attempt:?}");
        }
        Ok(Applied::Done)
    }
}

/// Returns a problem that contains this text in each field.
fn repeats(code: u16, text: &str) -> Reply {
    let body = serde_json::json!({ "type": text, "detail": text });
    status(code).body(body.to_string()).header("content-type", text).header("x-request-id", text)
}

/// Checks that an error does not show a secret that the server repeats, after one attempt and after several.
async fn is_redacted(build: impl Fn(&Fake) -> Client, secret: &str) {
    for (code, attempts) in [(400, 1), (503, 3), (401, 1)] {
        let text = format!("<{secret}>");
        let fake = Fake::new(move |_| repeats(code, &text));
        let error = build(&fake).read().await.unwrap_err();
        assert_eq!((error.attempts(), error.status().unwrap().as_u16()), (attempts, code));
        for shown in [error.to_string(), format!("{error:?}")] {
            assert!(!shown.contains(secret) && shown.contains("<[redacted]>"), "{code}, {secret}: {shown}");
        }
        assert!(error.message().unwrap().contains(secret), "`message` returns the text of the server");
        assert!(error.headers().unwrap().contains_key("x-request-id"));
    }
}

#[tokio::test(start_paused = true)]
async fn all_secrets_of_credentials_are_redacted() {
    let build = |fake: &Fake| fake.plain().credentials(Secretive).build().unwrap();
    for secret in SECRETS {
        is_redacted(build, secret).await;
    }
    is_redacted(build, "third%20s3cr3t%2F3").await;
    is_redacted(build, "first-s3cr3t%2B%2f1").await;
}

#[tokio::test(start_paused = true)]
async fn credentials_of_the_runtime_are_redacted_in_every_form() {
    let bearer = |fake: &Fake| fake.plain().credentials(Bearer::new("t0ken-1234+5").unwrap()).build().unwrap();
    for form in ["t0ken-1234+5", "Bearer t0ken-1234+5", "t0ken-1234%2B5"] {
        is_redacted(bearer, form).await;
    }
    let basic =
        |fake: &Fake| fake.plain().credentials(Basic::new("ada-lovelace", "p4ss w0rd").unwrap()).build().unwrap();
    let encoded = STANDARD.encode("ada-lovelace:p4ss w0rd");
    for form in ["ada-lovelace", "p4ss w0rd", "p4ss%20w0rd", "ada-lovelace:p4ss w0rd", &encoded] {
        is_redacted(basic, form).await;
    }
    let in_header = |fake: &Fake| {
        let key = ApiKey::header("X-Account", "k3y-1234/5").unwrap();
        fake.plain().credentials(key).build().unwrap()
    };
    for form in ["k3y-1234/5", "k3y-1234%2f5"] {
        is_redacted(in_header, form).await;
    }
    let in_query = |fake: &Fake| {
        let key = ApiKey::query("account", "k3y-1234/5").unwrap();
        fake.plain().credentials(key).build().unwrap()
    };
    for form in ["k3y-1234/5", "k3y-1234%2F5"] {
        is_redacted(in_query, form).await;
    }
}
