//! The texts of tests that fail.

use pivotal_runtime::testing::{Fake, Fault};
use pivotal_runtime::{ApiKey, Client, Transport, endpoint};

use super::notes::{Notes, client, note, panic_message};

/// Removes the places in this file, which change.
fn without_lines(text: &str) -> String {
    let mut parts = text.split(&concat!(" (", file!(), ":"));
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once(')').unwrap().1)
}

#[tokio::test]
async fn unexpected_call_is_compared_with_each_stub() {
    let fake = Fake::new();
    assert_eq!(
        fake.note(1).await.unwrap_err().to_string(),
        "GET /notes/<id>: unexpected call `note`: GET /notes/1; the fake has no stubs, add one with `on`"
    );
    fake.on(|api| api.note(1)).returns(&note(1));
    fake.note(1).await.unwrap();
    fake.on(|api| api.note(2)).returns(&note(2));
    fake.on(|api| api.create(&note(1), None)).any_arguments().returns(&note(1));
    fake.on_operation("title").responds(200, "");
    let error = fake.note(1).await.unwrap_err();
    let expected = "GET /notes/<id>: unexpected call `note`: GET /notes/1; the stubs are:\n\
        - `note`: GET /notes/1: used up\n\
        - `note`: GET /notes/2: differs in the path\n\
        - `create`: POST /notes with any arguments: differs in the endpoint\n\
        - operation `title`: differs in the operation";
    assert_eq!(without_lines(&error.to_string()), expected);
    panic_message(|| fake.verify());
}

#[tokio::test(start_paused = true)]
async fn failed_test_lists_what_came_and_what_was_expected() {
    let fake = Fake::new();
    fake.on(|api| api.title(1)).returns(&"a".to_owned()).times(3);
    fake.on(|api| api.title(1)).fails(Fault::ResetAfterSending);
    fake.on(|api| api.delete(9)).returns(&());
    client(&fake).title(1).await.unwrap();
    client(&fake).note(4).await.unwrap_err();
    let message = without_lines(&panic_message(|| fake.verify()));
    let expected = "the calls are not the expected ones\n\
        unexpected call `note`: GET /notes/4; the stubs are:\n\
        - `title`: GET /notes/1/title: differs in the endpoint\n\
        - `title`: GET /notes/1/title: differs in the endpoint\n\
        - `delete`: DELETE /notes/9: differs in the endpoint\n\
        unused replies:\n\
        - `title`: GET /notes/1/title: 2 times\n\
        - `title`: GET /notes/1/title\n\
        - `delete`: DELETE /notes/9\n\
        the calls were:\n\
        - `title`: GET /notes/1/title: 200\n\
        - `note`: GET /notes/4";
    assert_eq!(message, expected);
}

#[test]
fn stubs_name_the_line_of_the_test() {
    let fake = Fake::new();
    let line = line!() + 1;
    fake.on(|api| api.title(1)).returns(&"a".to_owned());
    let message = panic_message(|| fake.verify());
    assert!(message.contains(&format!("({}:{line})", file!())), "{message}");
}

#[test]
fn dropped_fake_fails_the_test_once() {
    let fake = Fake::new();
    fake.on(|api| api.title(1)).returns(&"a".to_owned());
    let message = panic_message(|| drop(fake));
    assert!(message.ends_with("there were no calls"), "{message}");
    let fake = Fake::new();
    fake.on(|api| api.title(1)).returns(&"a".to_owned());
    panic_message(|| fake.verify());
    fake.verify();
}

/// A test that has failed already keeps its own message.
#[test]
fn dropped_fake_keeps_the_message_of_a_panic() {
    let message = panic_message(|| {
        let fake = Fake::new();
        fake.on(|api| api.title(1)).returns(&"a".to_owned());
        panic!("{}", String::from("the first failure"));
    });
    assert_eq!(message, "the first failure");
}

/// A test that returns an error early shows here what failed.
#[tokio::test]
async fn failed_test_lists_statuses_and_faults() {
    let fake = Fake::new();
    fake.on(|api| api.title(1)).responds(503, "");
    fake.on(|api| api.title(2)).fails(Fault::Refused);
    fake.on(|api| api.title(3)).returns(&"a".to_owned());
    let _ = (fake.title(1).await, fake.title(2).await);
    let message = panic_message(|| drop(fake));
    let calls = "- `title`: GET /notes/1/title: 503\n- `title`: GET /notes/2/title: Refused";
    assert!(message.ends_with(calls), "{message}");
}

/// An unexpected call is a mistake of the test, so a client does not repeat it.
#[tokio::test]
async fn unexpected_call_is_not_retried() {
    let fake = Fake::new();
    let error = client(&fake).note(1).await.unwrap_err();
    assert_eq!((error.attempts(), fake.calls().len()), (1, 1));
    panic_message(|| fake.verify());
}

/// Values of bodies and headers are private, also in a test that fails.
#[tokio::test]
async fn texts_show_no_values_of_bodies_and_headers() {
    let fake = Fake::new();
    fake.on(|api| api.create(&note(1), Some("s3cr3t"))).returns(&note(1));
    let error = fake.create(&note(2), Some("s3cr3t")).await.unwrap_err().to_string();
    let message = error + &panic_message(|| fake.verify());
    assert!(!message.contains("s3cr3t") && !message.contains("note 2"), "{message}");
}

/// Credentials of a client and arguments with the name of one are private, too.
#[tokio::test]
async fn texts_show_no_credentials() {
    trait Links: Transport {
        #[endpoint(GET, "/links/<id>?<token>", response = ())]
        async fn link(&self, id: u64, token: &str);
    }
    impl<T: Transport> Links for T {}
    let fake = Fake::new();
    let client = Client::builder()
        .base_url("https://api.example.com/v2")
        .credentials(ApiKey::query("k", "s3cr3t-k").unwrap())
        .http_client(fake.http_client())
        .build()
        .unwrap();
    fake.on(|api| api.link(1, "s3cr3t-1")).returns(&());
    let error = client.link(1, "s3cr3t-2").await.unwrap_err();
    assert_eq!(fake.last_call().url(), "https://api.example.com/v2/links/1?token=s3cr3t-2&k=s3cr3t-k");
    let texts = format!("{error}\n{:?}\n{}", fake.last_call(), panic_message(|| fake.verify()));
    assert!(texts.contains("`link`: GET /links/1?token=REDACTED; the stubs are"), "{texts}");
    assert!(texts.contains("differs in the query at `token`"), "{texts}");
    assert!(!texts.contains("s3cr3t"), "{texts}");
}
