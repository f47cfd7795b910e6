//! The arguments that a stub is for.

use pivotal_runtime::http::{HeaderName, HeaderValue, Method};
use pivotal_runtime::testing::Fake;
use pivotal_runtime::{ApiKey, Body, CallOptions, Client, Error, Multipart, Request, Transport};
use serde_json::Value;

use super::notes::{Filter, Notes, client, note, panic_message, transports};

fn form(title: &str) -> Multipart {
    Multipart::new().text("title", title).file("photo", "a.png", "image/png", "png")
}

fn author(name: &str) -> Filter {
    Filter { author: Some(name.to_owned()), tag: None }
}

/// Calls with the arguments of the stub, and calls that differ from it in a part of the request.
#[tokio::test]
async fn stub_is_for_calls_with_the_same_arguments() {
    macro_rules! check {
        ($(|$stub:ident| $same:expr, |$api:ident| $other:expr => $difference:literal;)*) => {$(
            let fake = Fake::new();
            fake.on(|$stub| $same).responds(204, "").times(2);
            for $stub in transports(&fake) {
                $same.await.map(drop).or_else(accept_decode_error).unwrap();
            }
            fake.on(|$stub| $same).responds(204, "");
            for $api in transports(&fake) {
                let message = $other.await.map(drop).unwrap_err().to_string();
                assert!(message.ends_with(concat!("differs in ", $difference)), "{message}");
            }
            assert!(panic_message(|| fake.verify()).contains("unexpected call"));
        )*};
    }
    check! {
        |api| api.note(1), |api| api.note(2) => "the path";
        |api| api.note(1), |api| api.title(1) => "the endpoint";
        |api| api.search("a/b", &author("ada"), &[]), |api| api.search("a/c", &author("ada"), &[]) => "the path";
        |api| api.search("a", &author("ada"), &[]), |api| api.search("a", &author("bob"), &[]) => "the query at `author`";
        |api| api.search("a", &author("ada"), &[]), |api| api.search("a", &Filter::default(), &[]) => "the query at `author`";
        |api| api.search("a", &Filter::default(), &[]), |api| api.search("a", &author("ada"), &[]) => "the query at `author`";
        |api| api.search("a", &author("a"), &["b"]), |api| api.search("a", &author("a"), &["b", "c"]) => "the query at `tags`";
        |api| api.create(&note(1), None), |api| api.create(&note(2), None) => "the body at `id`";
        |api| api.create(&note(1), Some("k")), |api| api.create(&note(1), Some("l")) => "the header `Idempotency-Key`";
        |api| api.create(&note(1), None), |api| api.create(&note(1), Some("k")) => "the header `Idempotency-Key`";
        |api| api.create(&note(1), Some("k")), |api| api.create(&note(1), None) => "the header `Idempotency-Key`";
        |api| api.upload(1, form("a")), |api| api.upload(1, form("b")) => "the body";
        |api| api.login("ada"), |api| api.login("bob") => "the body";
        |api| api.upload_video(1, stream("a")), |api| api.upload_video(2, stream("a")) => "the path";
    }
}

/// 204 has no note.
fn accept_decode_error(error: Error) -> Result<(), Error> {
    if error.status().is_some() { Ok(()) } else { Err(error) }
}

fn stream(text: &'static str) -> Body {
    Body::from_stream(futures_util::stream::iter([Ok(text.into())]), None)
}

#[tokio::test]
async fn streams_of_requests_are_not_compared() {
    let fake = Fake::new();
    fake.on(|api| api.upload_video(1, stream("a"))).responds(200, "").times(2);
    for api in transports(&fake) {
        api.upload_video(1, stream("b")).await.unwrap();
    }
    assert_eq!(fake.last_call().text(), "b");
}

#[tokio::test]
async fn any_arguments_are_accepted() {
    let fake = Fake::new();
    fake.on(|api| api.create(&note(1), None)).any_arguments().returns(&note(9)).times(2);
    for api in transports(&fake) {
        assert_eq!(api.create(&note(2), Some("k")).await.unwrap(), note(9));
    }
}

#[tokio::test]
async fn operations_are_matched_by_name() {
    let fake = Fake::new();
    fake.on_operation("title").responds(200, "by operation").times(2);
    for api in transports(&fake) {
        assert_eq!(api.title(1).await.unwrap(), "by operation");
        assert!(api.note(1).await.unwrap_err().to_string().contains("differs in the operation"));
    }
    assert!(panic_message(|| fake.verify()).contains("`note`"));
}

#[tokio::test]
async fn every_call_is_matched_by_any() {
    let fake = Fake::new();
    fake.on_any().responds(404, "").always();
    for api in transports(&fake) {
        assert!(api.title(1).await.unwrap_err().is_not_found());
        assert_eq!(api.draft(1).await.unwrap(), None);
    }
}

/// These are no arguments: the path of the base URL, credentials in the query, headers of the client.
#[tokio::test]
async fn additions_of_the_client_are_not_compared() {
    let fake = Fake::new();
    let client = Client::builder()
        .base_url("https://api.example.com/v2")
        .default_header(HeaderName::from_static("x-region"), HeaderValue::from_static("eu-1"))
        .credentials(ApiKey::query("api_key", "k-12345678").unwrap())
        .http_client(fake.http_client())
        .build()
        .unwrap();
    fake.on(|api| api.search("a", &Filter::default(), &[])).returns(&vec![note(1)]);
    let options = CallOptions::new().header(HeaderName::from_static("x-trace"), HeaderValue::from_static("t-1"));
    assert_eq!(client.with(options).search("a", &Filter::default(), &[]).await.unwrap(), [note(1)]);
    let call = fake.last_call();
    assert_eq!(call.path_and_query(), "/v2/search/a?sort=name&api_key=k-12345678");
    assert_eq!((call.header("x-region"), call.header("x-trace")), (Some("eu-1"), Some("t-1")));
}

#[tokio::test]
async fn requests_without_a_declaration_are_matched() {
    let request = |path: &str| Request::new(Method::GET, path).unwrap();
    let fake = Fake::new();
    fake.on(|api| request("/a").call::<Result<Value, Error>>(api)).returns(&Value::from(1)).times(2);
    for api in transports(&fake) {
        assert_eq!(request("/a").call::<Result<Value, Error>>(&api).await.unwrap(), 1);
        let error = request("/b").call::<Result<Value, Error>>(&api).await.unwrap_err();
        assert!(error.to_string().ends_with("differs in the path"), "{error}");
    }
    assert!(panic_message(|| fake.verify()).contains("unexpected"));
}

#[test]
fn closures_that_make_no_call_panic() {
    let fake = Fake::new();
    let made = panic_message(|| fake.on(|api| api.search("..", &Filter::default(), &[])));
    assert!(made.starts_with("the closure makes a call that cannot be sent: "), "{made}");
    let none = panic_message(|| fake.on(|_| Ok::<(), Error>(())));
    assert!(none.starts_with("the closure makes no call"), "{none}");
    let two = panic_message(|| {
        fake.on(|api| {
            let first = api.title(1);
            drop(api.title(2));
            first
        })
    });
    assert_eq!(two, "the closure makes 2 calls; call one method of its argument");
}

#[tokio::test]
async fn closures_can_contain_closures_of_other_fakes() {
    let (fake, other) = (Fake::new(), Fake::new());
    fake.on(|api| {
        let call = api.title(1);
        other.on(|api| api.title(2)).returns(&"b".to_owned());
        call
    })
    .returns(&"a".to_owned());
    assert_eq!((fake.title(1).await.unwrap(), other.title(2).await.unwrap()), ("a".to_owned(), "b".to_owned()));
}

#[tokio::test]
async fn replaced_methods_are_matched_by_the_first_call_that_they_make() {
    use pivotal_runtime::Call;
    fn twice(api: &impl Transport) -> Call<'_, Result<String, Error>> {
        Call::new(async move {
            match api.title(1).await {
                Err(_) => api.title(2).await,
                title => title,
            }
        })
    }
    let fake = Fake::new();
    fake.on(|api| twice(api)).returns(&"a".to_owned());
    assert_eq!(twice(&client(&fake)).await.unwrap(), "a");
}
