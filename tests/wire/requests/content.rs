//! Bodies of text and bytes, and their content types.

use bytes::Bytes;
use pivotal_runtime::{Body, Transport, endpoint, http};

use crate::support::request::ReceivedRequest;
use crate::support::server::{rejection_of, request_of};

trait Notes: Transport {
    #[endpoint(POST, "/n", text = text, response = ())]
    async fn text(&self, text: impl std::fmt::Display + Send);

    #[endpoint(PUT, "/n", bytes = bytes, response = ())]
    async fn shared(&self, bytes: Bytes);

    #[endpoint(PUT, "/n", bytes = bytes, response = ())]
    async fn vec(&self, bytes: Vec<u8>);

    #[endpoint(PUT, "/n", bytes = bytes, response = ())]
    async fn slice(&self, bytes: &[u8]);

    #[endpoint(PUT, "/n", bytes = bytes, response = ())]
    async fn array(&self, bytes: [u8; 4]);

    #[endpoint(PUT, "/n", bytes = bytes, response = ())]
    async fn array_by_reference(&self, bytes: &[u8; 4]);

    #[endpoint(PUT, "/n", bytes = bytes, response = ())]
    async fn str(&self, bytes: &str);

    #[endpoint(PUT, "/n", bytes = bytes, response = ())]
    async fn string(&self, bytes: String);

    #[endpoint(PUT, "/n", bytes = bytes, response = ())]
    async fn converted(&self, bytes: impl AsRef<[u8]>);

    #[endpoint(PUT, "/n", header("content-TYPE") = "text/csv", bytes = bytes, response = ())]
    async fn csv(&self, bytes: &str);

    #[endpoint(PUT, "/n", text = text, header("Content-Type") = kind, response = ())]
    async fn kind(&self, text: &str, kind: Option<&str>);

    #[endpoint(POST, "/n", body = json, header("Content-Type") = "application/merge-patch+json", response = ())]
    async fn json(&self, json: u8);

    #[endpoint(POST, "/n", form = form, header("Content-Type") = "x/form", response = ())]
    async fn form(&self, form: &[(&str, &str)]);

    #[endpoint(POST, "/n", stream = body, header("Content-Type") = "image/png", response = ())]
    async fn stream(&self, body: Body);

    #[endpoint(POST, "/n", header(..) = headers, text = text, response = ())]
    async fn map(&self, headers: &http::HeaderMap, text: &str);
}
impl<T: Transport> Notes for T {}

#[track_caller]
fn check(received: &ReceivedRequest, content_type: &str, body: impl AsRef<[u8]>) {
    assert_eq!(received.headers("content-type"), [content_type]);
    assert_eq!(received.body, body.as_ref());
    assert_eq!(received.headers("content-length"), [body.as_ref().len().to_string()]);
}

#[tokio::test]
async fn text_body_is_the_display_of_its_parameter() {
    for text in ["plain", "Zoë\r\n\0 \"quoted\"", " "] {
        check(&request_of(async |api| api.text(text).await).await, "text/plain; charset=utf-8", text);
    }
    check(&request_of(async |api| api.text(4.5).await).await, "text/plain; charset=utf-8", "4.5");
    check(&request_of(async |api| api.text('é').await).await, "text/plain; charset=utf-8", "é");
}

/// A value whose `Display` fails, as that of a time with an invalid format.
#[tokio::test]
async fn failing_display_is_rejected() {
    struct Broken;
    impl std::fmt::Display for Broken {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }
    let error = rejection_of(async |api| api.text(Broken).await).await;
    assert_eq!(error.to_string(), "POST /n: `text` cannot be printed: its `Display` returned an error");
}

#[tokio::test]
async fn bytes_body_is_sent_unchanged() {
    const BYTES: [u8; 4] = [0, 0xff, b'\r', b'\n'];
    const TYPE: &str = "application/octet-stream";
    check(&request_of(async |api| api.shared(Bytes::from_static(&BYTES)).await).await, TYPE, BYTES);
    check(&request_of(async |api| api.vec(BYTES.to_vec()).await).await, TYPE, BYTES);
    check(&request_of(async |api| api.slice(&BYTES).await).await, TYPE, BYTES);
    check(&request_of(async |api| api.array(BYTES).await).await, TYPE, BYTES);
    check(&request_of(async |api| api.array_by_reference(&BYTES).await).await, TYPE, BYTES);
    check(&request_of(async |api| api.str("Zoë").await).await, TYPE, "Zoë");
    check(&request_of(async |api| api.string("Zoë".to_owned()).await).await, TYPE, "Zoë");
    check(&request_of(async |api| api.converted("Zoë").await).await, TYPE, "Zoë");
    check(&request_of(async |api| api.converted(BYTES).await).await, TYPE, BYTES);
}

#[tokio::test]
async fn megabyte_is_sent_completely() {
    let bytes: Vec<u8> = (0..=255).cycle().take(1 << 20).collect();
    check(&request_of(async |api| api.slice(&bytes).await).await, "application/octet-stream", &bytes);
}

#[tokio::test]
async fn declared_content_type_replaces_the_default() {
    check(&request_of(async |api| api.csv("a,b").await).await, "text/csv", "a,b");
    check(&request_of(async |api| api.json(1).await).await, "application/merge-patch+json", "1");
    check(&request_of(async |api| api.form(&[("a", "b")]).await).await, "x/form", "a=b");
    check(&request_of(async |api| api.stream(Body::from("png")).await).await, "image/png", "png");
    check(&request_of(async |api| api.kind("a", Some("text/html")).await).await, "text/html", "a");
    check(&request_of(async |api| api.kind("a", None).await).await, "text/plain; charset=utf-8", "a");
    let markdown =
        [(http::header::CONTENT_TYPE, http::HeaderValue::from_static("text/markdown"))].into_iter().collect();
    check(&request_of(async |api| api.map(&markdown, "# a").await).await, "text/markdown", "# a");
}
