//! The calls that a fake records.

use std::time::Duration;

use pivotal_runtime::testing::Fake;
use pivotal_runtime::{Bearer, Body, Client, Multipart};

use super::notes::{Filter, Note, Notes, note, panic_message, transports};

#[tokio::test]
async fn calls_have_operation_parameters_and_headers() {
    let fake = Fake::new();
    fake.on_any().responds(204, "").always();
    for api in transports(&fake) {
        let filter = Filter { author: Some("ada & bob".to_owned()), tag: None };
        let _ = api.search("a/b c", &filter, &["x", "y"]).await;
        let call = fake.last_call();
        assert_eq!((call.operation(), call.method().as_str()), ("search", "GET"));
        assert_eq!(call.endpoint().to_string(), "GET /search/<path..>");
        let expected = [("path", "a/b c"), ("author", "ada & bob"), ("tags", "x"), ("tags", "y"), ("sort", "name")];
        let parameters: Vec<_> = call.parameters().iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(parameters, expected);
        assert_eq!((call.parameter("tags"), call.parameter("limit")), (Some("x"), None));
        let target = "/search/a/b%20c?author=ada%20%26%20bob&tags=x&tags=y&sort=name";
        assert!(call.path_and_query().ends_with(target), "{}", call.path_and_query());

        let _ = api.create(&note(3), Some("k-1")).await;
        let call = fake.last_call();
        assert_eq!(call.parameter("Idempotency-Key"), Some("k-1"));
        assert_eq!(call.header("content-type"), Some("application/json"));
        assert_eq!(call.headers()["idempotency-key"], "k-1");
        assert_eq!(call.json::<Note>(), note(3));
        assert_eq!(call.text(), r#"{"id":3,"text":"note 3"}"#);

        let _ = api.login("ada lovelace").await;
        let call = fake.last_call();
        assert_eq!((call.parameter("user"), call.parameter("grant")), (Some("ada lovelace"), Some("password")));
        let message = panic_message(|| call.json::<Note>());
        assert_eq!(message, "the body of `login` cannot be read as JSON: not JSON (expected value), line 1 column 1");
        let _ = api.create(&note(1_234), None).await;
        let message = panic_message(|| fake.last_call().json::<Vec<Note>>());
        assert!(message.contains("cannot be read as JSON: expected a sequence"), "{message}");
        let message = panic_message(|| fake.last_call().json::<std::collections::BTreeMap<String, String>>());
        assert!(message.contains("expected a string at") && !message.contains("1234"), "{message}");
    }
}

#[tokio::test]
async fn bodies_that_are_streams_are_recorded_completely() {
    let fake = Fake::new();
    fake.on_any().responds(200, "").always();
    for api in transports(&fake) {
        let chunks = [Ok("a".into()), Ok("b".into())];
        api.upload_video(1, Body::from_stream(futures_util::stream::iter(chunks), None)).await.unwrap();
        assert_eq!(fake.last_call().body(), "ab");
        api.upload(1, Multipart::new().text("title", "a title")).await.unwrap();
        assert!(fake.last_call().text().contains("a title"));
    }
}

#[tokio::test(start_paused = true)]
async fn attempts_of_a_client_have_url_time_and_credentials() {
    let fake = Fake::new();
    fake.on(|api| api.note(1)).responds(429, "").header("Retry-After", "10");
    fake.on(|api| api.note(1)).returns(&note(1));
    let client = Client::builder()
        .base_url("https://api.example.com/v2")
        .credentials(Bearer::new("t-12345678").unwrap())
        .http_client(fake.http_client())
        .build()
        .unwrap();
    client.note(1).await.unwrap();
    let calls = fake.calls();
    assert_eq!(calls.len(), 2);
    assert!(calls[1].sent_at().saturating_sub(calls[0].sent_at()) >= Duration::from_secs(10));
    for call in &calls {
        assert_eq!(call.url(), "https://api.example.com/v2/notes/1");
        assert_eq!(call.path_and_query(), "/v2/notes/1");
        assert_eq!(call.parameter("id"), Some("1"));
        assert_eq!(call.header("authorization"), Some("Bearer t-12345678"));
        assert_eq!(call.fault(), None);
    }
}

/// Neither credentials nor bodies are printed.
#[tokio::test]
async fn debug_shows_no_private_values() {
    let fake = Fake::new();
    let reply = fake.on(|api| api.create(&note(1), Some("s3cr3t"))).responds(204, "s3cr3t");
    let printed = format!("{reply:?} {:?} {:?}", fake.on_any(), fake.http_client());
    let _ = fake.create(&note(1), Some("s3cr3t")).await;
    let printed = format!("{printed} {fake:?} {:?}", fake.calls());
    assert!(!printed.contains("s3cr3t") && !printed.contains("note 1"), "{printed}");
    let call = r#"RecordedCall { operation: "create", method: POST, path_and_query: "/notes", "#;
    assert!(printed.contains(call) && printed.contains("Fake { stubs: 1, calls: 1 }"), "{printed}");
}

#[test]
fn last_call_of_none_is_rejected() {
    assert_eq!(panic_message(|| drop(Fake::new().last_call())), "the fake received no calls");
}

#[tokio::test]
async fn parameters_follow_encoded_text() {
    use pivotal_runtime::{Transport, endpoint};
    trait Shelves: Transport {
        #[endpoint(GET, "/büro 1/<shelf>/fächer/<id>", response = ())]
        async fn shelf(&self, shelf: &str, id: u64);
    }
    impl<T: Transport> Shelves for T {}
    let fake = Fake::new();
    fake.on(|api| api.shelf("a b", 7)).returns(&());
    fake.shelf("a b", 7).await.unwrap();
    let call = fake.last_call();
    assert_eq!((call.parameter("shelf"), call.parameter("id")), (Some("a b"), Some("7")));
}
