//! The body of an error.

use pivotal_api::PivotalError;
use pivotal_runtime::Error;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::json::any_json;
use crate::support::fake::reply::{Reply, api_error, status};
use crate::support::fake::{Fake, run_paused};
use crate::thing_api::Api;

/// Returns the error of a call that receives this reply.
fn error_of(reply: Reply) -> Error {
    run_paused(async {
        let fake = Fake::new(move |_| reply.clone());
        fake.client().get().await.unwrap_err()
    })
}

#[tokio::test(start_paused = true)]
async fn all_fields_of_the_error_body_are_read() {
    let body = r#"{"error":{"type":"conflict","code":"slug_taken","message":"Taken.","field":"slug"}}"#;
    let fake = Fake::script([status(409).body(body)]);
    let error = fake.client().get().await.unwrap_err();
    assert_eq!((error.code(), error.message()), (Some("slug_taken"), Some("Taken.")));
    let detail: &PivotalError = error.detail().unwrap();
    assert_eq!((detail.error_type.as_deref(), detail.field.as_deref()), (Some("conflict"), Some("slug")));
    assert_eq!((detail.code.as_deref(), detail.message.as_deref()), (Some("slug_taken"), Some("Taken.")));
    assert_eq!(error.body(), Some(body.as_bytes()));
}

proptest! {
    #[test]
    fn invalid_fields_of_the_error_body_are_none(
        parts in prop::collection::btree_map("type|code|message|field|extra", any_json(), 0..5),
    ) {
        let body = json!({ "error": parts }).to_string();
        let error = error_of(status(400).body(body.clone()));
        prop_assert_eq!(error.status().unwrap(), 400);
        let text = |name: &str| parts.get(name).and_then(Value::as_str);
        let detail: &PivotalError = error.detail().unwrap();
        prop_assert_eq!(detail.error_type.as_deref(), text("type"));
        prop_assert_eq!(error.code(), text("code"));
        prop_assert_eq!(error.message(), text("message"));
        prop_assert_eq!(detail.field.as_deref(), text("field"));
        prop_assert_eq!(error.body(), Some(body.as_bytes()));
        // Neither of the two panics.
        let _ = (error.to_string(), format!("{error:?}"));
    }

    #[test]
    fn unknown_error_types_and_codes_are_kept(error_type in "[a-z_]{1,40}", code in ".{0,40}") {
        let error = error_of(api_error(418, &error_type, &code));
        let read = error.detail().and_then(|detail: &PivotalError| detail.error_type.as_deref());
        prop_assert_eq!((read, error.code()), (Some(&*error_type), Some(&*code)));
        prop_assert_eq!(error.attempts(), 1);
    }

    #[test]
    fn request_id_is_short_ascii_text(id in "[ -~]{0,300}|[ -~]{0,9}[é-ÿ]{1,9}[ -~]{0,9}") {
        let error = error_of(status(400).header("x-request-id", &id));
        let expected = id.is_ascii().then(|| id.get(..128).unwrap_or(&id));
        prop_assert_eq!(error.request_id(), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn other_error_bodies_are_retried_by_their_status() {
    let bodies =
        [r#"{"error":"text"}"#, "[]", "\"x\"", "", "<html><h1>Bad Gateway</h1></html>", "{\"error\":{", "\u{feff}{}"];
    for body in bodies {
        for (code, attempts) in [(400, 1), (404, 1), (429, 3), (503, 3)] {
            let fake = Fake::new(move |_| status(code).body(body));
            let error = fake.client().get().await.unwrap_err();
            assert_eq!((fake.count(), error.attempts()), (attempts as usize, attempts), "{code} {body}");
            assert_eq!(error.status().unwrap(), code);
            assert_eq!((error.detail::<PivotalError>(), error.code(), error.message()), (None, None, None));
            assert_eq!(error.body(), Some(body.as_bytes()));
        }
    }
    // The code in the body does not change the status.
    let fake = Fake::new(|_| api_error(400, "rate_limit_error", "rate_limited"));
    assert_eq!(fake.client().get().await.unwrap_err().attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn credentials_and_control_characters_of_a_message_are_not_shown() {
    let message = "Key pivotal_test_K8s9vQ2mXw7b is \u{1b}[31mrevoked\u{7}\r\nForged: line";
    for code in [401, 503] {
        let body = json!({ "error": { "type": message, "code": message, "message": message, "field": message } });
        let fake =
            Fake::new(move |_| status(code).body(body.to_string()).header("x-request-id", "pivotal_test_K8s9vQ2mXw7b"));
        let error = fake.client().get().await.unwrap_err();
        assert_eq!(error.message(), Some(message), "as the server wrote it");
        for printed in [error.to_string(), format!("{error:?}"), format!("{error:#?}")] {
            assert!(!printed.contains("vQ2mXw7b"), "{printed}");
            assert!(printed.contains("Key [redacted] is"), "{printed}");
            let control = |c: char| c.is_control() && c != '\n';
            assert!(!printed.contains(control) && !printed.contains("\nForged"), "{printed}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn missing_or_long_request_id_is_accepted() {
    let huge = "r".repeat(8 * 1024);
    let fake = Fake::script([status(400), status(400).header("x-request-id", &huge)]);
    let client = fake.client();
    assert_eq!(client.get().await.unwrap_err().request_id(), None);
    assert_eq!(client.get().await.unwrap_err().request_id(), Some(&huge[..128]));
}
