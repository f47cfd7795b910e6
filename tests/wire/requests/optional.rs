//! Bodies that are `None`.

use bytes::Bytes;
use pivotal_runtime::http::header::CONTENT_TYPE;
use pivotal_runtime::http::{HeaderMap, HeaderValue};
use pivotal_runtime::{Body, Call, DecodeError, Error, Format, Json, Multipart, Transport, endpoint};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::builder_for;
use crate::support::request::ReceivedRequest;
use crate::support::server::{Server, rejection_of, request_of};

type Pairs = [(&'static str, u8); 1];

/// A format that encodes `None` as `null`.
struct Numbers;

impl Format for Numbers {
    const CONTENT_TYPE: &'static str = "application/x-number";

    fn encode<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
        Json::encode(value)
    }

    fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
        Json::decode(body)
    }
}

trait Notes: Transport {
    #[endpoint(PUT, "/note", body = note, response = ())]
    async fn put(&self, note: Option<&str>);
}
impl<T: Transport> Notes for T {}

/// A default header of the client describes bodies only.
#[tokio::test]
async fn default_content_type_is_not_sent_without_a_body() {
    let server = Server::responding_204();
    let kind = HeaderValue::from_static("text/x-note");
    let client = builder_for(server.url()).default_header(CONTENT_TYPE, kind).build().unwrap();
    client.put(Some("a")).await.unwrap();
    client.put(None).await.unwrap();
    assert_eq!(server.request().headers("content-type"), ["application/json"]);
    assert!(server.request().headers("content-type").is_empty());
}

/// Defines a test that sends each kind of body with this method, once as `None` and once as `Some`.
macro_rules! each_kind_is_sent_by {
    ($method:tt, $test:ident, $length_of_none:expr) => {
        #[tokio::test]
        async fn $test() {
            trait Api: Transport {
                #[endpoint($method, "/", body = body, header("Content-Type") = kind, response = ())]
                async fn json(&self, body: Option<&[u8]>, kind: Option<&str>);

                #[endpoint($method, "/", form = body, header("Content-Type") = kind, response = ())]
                async fn form(&self, body: Option<&Pairs>, kind: Option<&str>);

                #[endpoint($method, "/", text = body, header("Content-Type") = kind, response = ())]
                async fn text(&self, body: Option<&str>, kind: Option<&str>);

                #[endpoint($method, "/", bytes = body, header("Content-Type") = kind, response = ())]
                async fn bytes(&self, body: Option<&[u8]>, kind: Option<&str>);

                #[endpoint($method, "/", stream = body, header("Content-Type") = kind, response = ())]
                async fn stream(&self, body: Option<Body>, kind: Option<&str>);

                #[endpoint($method, "/", multipart = body, header(..) = headers, response = ())]
                async fn multipart(&self, body: Option<Multipart>, headers: HeaderMap);

                #[endpoint($method, "/", body = body, header("Content-Type") = kind, format = Numbers, response = ())]
                async fn formatted(&self, body: Option<u8>, kind: Option<&str>);
            }
            impl<T: Transport> Api for T {}

            let server = Server::responding_204();
            let api = server.client();
            for kind in [None, Some("text/x-declared")] {
                let none = async |call: Call<'_, Result<(), Error>>| {
                    call.await.unwrap();
                    is_not_sent(&server.request(), $length_of_none);
                };
                none(api.json(None, kind)).await;
                none(api.form(None, kind)).await;
                none(api.text(None, kind)).await;
                none(api.bytes(None, kind)).await;
                none(api.stream(None, kind)).await;
                none(api.multipart(None, headers(kind))).await;
                none(api.formatted(None, kind)).await;

                let some = async |call: Call<'_, Result<(), Error>>, body: &str, default: &str| {
                    call.await.unwrap();
                    is_sent(&server.request(), body, kind.unwrap_or(default));
                };
                some(api.json(Some(&[]), kind), "[]", "application/json").await;
                some(api.form(Some(&[("a", 1)]), kind), "a=1", "application/x-www-form-urlencoded").await;
                some(api.text(Some("a"), kind), "a", "text/plain; charset=utf-8").await;
                some(api.bytes(Some(b"a"), kind), "a", "application/octet-stream").await;
                some(api.stream(Some("a".into()), kind), "a", "application/octet-stream").await;
                some(api.formatted(Some(7), kind), "7", "application/x-number").await;
                api.multipart(Some(Multipart::new()), headers(kind)).await.unwrap();
                let content_type = server.request().header("content-type").unwrap().to_owned();
                assert!(content_type.starts_with("multipart/form-data; boundary="));
            }
        }
    };
}

each_kind_is_sent_by!(POST, post_without_its_body_has_length_zero, Some("0"));
each_kind_is_sent_by!(PUT, put_without_its_body_has_length_zero, Some("0"));
each_kind_is_sent_by!(PATCH, patch_without_its_body_has_length_zero, Some("0"));
each_kind_is_sent_by!(DELETE, delete_without_its_body_has_no_length, None);
each_kind_is_sent_by!(OPTIONS, options_without_its_body_has_no_length, None);

fn headers(kind: Option<&'static str>) -> HeaderMap {
    kind.map(|kind| (CONTENT_TYPE, HeaderValue::from_static(kind))).into_iter().collect()
}

#[track_caller]
fn is_not_sent(received: &ReceivedRequest, length: Option<&str>) {
    assert!(received.body.is_empty());
    assert_eq!(received.header("content-type"), None, "{}", received.line);
    assert_eq!(received.header("content-length"), length, "{}", received.line);
    assert_eq!(received.header("transfer-encoding"), None, "{}", received.line);
}

#[track_caller]
fn is_sent(received: &ReceivedRequest, body: &str, content_type: &str) {
    assert_eq!(String::from_utf8_lossy(&received.body), body);
    assert_eq!(received.headers("content-type"), [content_type], "{}", received.line);
    assert_eq!(received.headers("content-length"), [body.len().to_string()], "{}", received.line);
}

trait Values: Transport {
    #[endpoint(POST, "/json", body = value, response = ())]
    async fn any_json<V: Serialize>(&self, value: V);

    #[endpoint(POST, "/formatted", body = value, format = Numbers, response = ())]
    async fn in_format<V: Serialize>(&self, value: V);

    #[endpoint(POST, "/bytes", bytes = value, response = ())]
    async fn shared(&self, value: Option<Bytes>);

    #[endpoint(POST, "/text", text = value, response = ())]
    async fn number(&self, value: &Option<u8>);
}
impl<T: Transport> Values for T {}

#[derive(Serialize)]
struct Wrapper(Option<u8>);

#[derive(Serialize)]
#[serde(transparent)]
struct Transparent {
    value: Option<u8>,
}

/// Sends a value as JSON, and in a format.
async fn sent(value: impl Serialize) -> [ReceivedRequest; 2] {
    let json = request_of(async |api| api.any_json(&value).await).await;
    [json, request_of(async |api| api.in_format(&value).await).await]
}

#[tokio::test]
async fn only_the_outer_none_is_not_sent() {
    for received in [sent(None::<u8>).await, sent(&&None::<()>).await, sent(Box::new(None::<u8>)).await].concat() {
        is_not_sent(&received, Some("0"));
    }
    for received in [sent(Wrapper(None)).await, sent(Transparent { value: None }).await].concat() {
        is_not_sent(&received, Some("0"));
    }
    let nulls = [sent(()).await, sent(Value::Null).await, sent(Some(None::<u8>)).await, sent(json!(null)).await];
    for received in nulls.concat() {
        assert_eq!(received.body, b"null");
    }
    assert_eq!(sent([None, Some(1)]).await.map(|received| received.body), [b"[null,1]", b"[null,1]"]);
    assert_eq!(sent(Wrapper(Some(1))).await.map(|received| received.body), [b"1", b"1"]);
}

#[tokio::test]
async fn some_is_sent_as_its_value() {
    let object = json!({ "a": [1, 2.5, "x", null, true], "b": { "c": u64::MAX } });
    let text = object.to_string().into_bytes();
    assert_eq!(sent(Some(&object)).await.map(|received| received.body), [text.clone(), text.clone()]);
    assert_eq!(sent(&object).await.map(|received| received.body), [text.clone(), text]);
    let received = request_of(async |api| api.shared(Some(Bytes::new())).await).await;
    assert_eq!(received.headers("content-type"), ["application/octet-stream"]);
    assert_eq!(request_of(async |api| api.number(&Some(7)).await).await.body, b"7");
    is_not_sent(&request_of(async |api| api.number(&None).await).await, Some("0"));
}

/// A value is rejected as it was, and not treated as `None`.
#[tokio::test]
async fn rejected_value_is_not_none() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("broken on purpose"))
        }
    }
    for value in [Some(Broken), Some(Broken)] {
        let error = rejection_of(async |api| api.any_json(&value).await).await;
        assert!(error.to_string().starts_with("POST /json: `value` cannot be written as JSON"), "{error}");
        let error = rejection_of(async |api| api.in_format(&value).await).await;
        assert!(error.to_string().starts_with("POST /formatted: `value` cannot be written in its format"), "{error}");
    }
    rejection_of(async |api| api.any_json(Broken).await).await;
}
