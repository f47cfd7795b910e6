//! JSON bodies.

use std::collections::BTreeMap;

use pivotal_runtime::{Transport, endpoint};
use serde::{Serialize, Serializer};

use crate::support::server::{rejection_of, request_of};

#[derive(Serialize)]
struct Note<'a> {
    text: &'a str,
    price: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    tag: Option<u8>,
    owner: Option<u8>,
}

trait Notes: Transport {
    #[endpoint(POST, "/notes", body = note, response = ())]
    async fn write<N: Serialize + Sync>(&self, note: N);

    #[endpoint(POST, "/notes/publish", response = ())]
    async fn publish(&self);

    #[endpoint(GET, "/notes", response = ())]
    async fn list(&self);
}
impl<T: Transport> Notes for T {}

#[tokio::test]
async fn body_is_the_json_of_its_parameter() {
    let note = Note { text: "Zoë \"x\"\n", price: 4200.0, tag: None, owner: None };
    let received = request_of(async |api| api.write(&note).await).await;
    let json = r#"{"text":"Zoë \"x\"\n","price":4200.0,"owner":null}"#;
    assert_eq!(String::from_utf8(received.body.clone()).unwrap(), json);
    assert_eq!(received.headers("content-type"), ["application/json"]);
    assert_eq!(received.headers("content-length"), [json.len().to_string()]);
}

#[tokio::test]
async fn any_json_can_be_a_body() {
    assert_eq!(request_of(async |api| api.write(()).await).await.body, b"null");
    assert_eq!(request_of(async |api| api.write("text").await).await.body, b"\"text\"");
    assert_eq!(request_of(async |api| api.write([1, 2]).await).await.body, b"[1,2]");
    assert_eq!(request_of(async |api| api.write(serde_json::json!({})).await).await.body, b"{}");
}

#[tokio::test]
async fn large_body_is_sent_completely() {
    let text = "0123456789".repeat(200_000);
    let received = request_of(async |api| api.write(&text).await).await;
    assert_eq!(received.body, format!("\"{text}\"").as_bytes());
}

#[tokio::test]
async fn missing_body_has_no_content_type() {
    for received in [request_of(async |api| api.list().await).await, request_of(async |api| api.publish().await).await]
    {
        assert!(received.body.is_empty());
        assert!(received.headers("content-type").is_empty(), "{}", received.line);
    }
}

/// RFC 9110, section 8.6: a server can respond with 411 if the length is missing.
#[tokio::test]
async fn post_without_body_has_length_zero() {
    assert_eq!(request_of(async |api| api.publish().await).await.headers("content-length"), ["0"]);
    assert!(request_of(async |api| api.list().await).await.headers("content-length").is_empty());
}

#[tokio::test]
async fn unserializable_body_is_rejected() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("broken on purpose"))
        }
    }
    let error = rejection_of(async |api| api.write(Broken).await).await;
    assert_eq!(error.parameter_name(), Some("note"));
    assert!(error.to_string().starts_with("POST /notes: `note` cannot be written as JSON"), "{error}");
    let error = rejection_of(async |api| api.write(BTreeMap::from([((1, 2), 3)])).await).await;
    assert_eq!(error.parameter_name(), Some("note"), "JSON has no such keys");
    rejection_of(async |api| api.write(vec![Ok(1), Err(Broken)]).await).await;
}
