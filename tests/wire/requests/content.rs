//! Bodies that are text or bytes, and the types of bodies.

use bytes::Bytes;
use pivotal_runtime::{Body, Transport, endpoint, http};

use crate::support::{Received, refused, sent};

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
fn check(received: &Received, content_type: &str, body: impl AsRef<[u8]>) {
    assert_eq!(received.header("content-type"), [content_type]);
    assert_eq!(received.body, body.as_ref());
    assert_eq!(received.header("content-length"), [body.as_ref().len().to_string()]);
}

#[tokio::test]
async fn text_is_the_display_of_the_parameter() {
    for text in ["plain", "Zoë\r\n\0 \"quoted\"", " "] {
        check(&sent(async |api| api.text(text).await).await, "text/plain; charset=utf-8", text);
    }
    check(&sent(async |api| api.text(4.5).await).await, "text/plain; charset=utf-8", "4.5");
    check(&sent(async |api| api.text('é').await).await, "text/plain; charset=utf-8", "é");
}

/// As that of a time whose format has a directive that there is not.
#[tokio::test]
async fn a_display_that_fails_is_refused() {
    struct Broken;
    impl std::fmt::Display for Broken {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Err(std::fmt::Error)
        }
    }
    let error = refused(async |api| api.text(Broken).await).await;
    assert_eq!(error.to_string(), "POST /n: `text` cannot be printed: its `Display` returned an error");
}

#[tokio::test]
async fn bytes_are_sent_as_they_are() {
    const BYTES: [u8; 4] = [0, 0xff, b'\r', b'\n'];
    const TYPE: &str = "application/octet-stream";
    check(&sent(async |api| api.shared(Bytes::from_static(&BYTES)).await).await, TYPE, BYTES);
    check(&sent(async |api| api.vec(BYTES.to_vec()).await).await, TYPE, BYTES);
    check(&sent(async |api| api.slice(&BYTES).await).await, TYPE, BYTES);
    check(&sent(async |api| api.array(BYTES).await).await, TYPE, BYTES);
    check(&sent(async |api| api.array_by_reference(&BYTES).await).await, TYPE, BYTES);
    check(&sent(async |api| api.str("Zoë").await).await, TYPE, "Zoë");
    check(&sent(async |api| api.string("Zoë".to_owned()).await).await, TYPE, "Zoë");
    check(&sent(async |api| api.converted("Zoë").await).await, TYPE, "Zoë");
    check(&sent(async |api| api.converted(BYTES).await).await, TYPE, BYTES);
}

#[tokio::test]
async fn a_megabyte_arrives_whole() {
    let bytes: Vec<u8> = (0..=255).cycle().take(1 << 20).collect();
    check(&sent(async |api| api.slice(&bytes).await).await, "application/octet-stream", &bytes);
}

#[tokio::test]
async fn a_type_that_is_declared_stands_in_for_the_one_of_the_body() {
    check(&sent(async |api| api.csv("a,b").await).await, "text/csv", "a,b");
    check(&sent(async |api| api.json(1).await).await, "application/merge-patch+json", "1");
    check(&sent(async |api| api.form(&[("a", "b")]).await).await, "x/form", "a=b");
    check(&sent(async |api| api.stream(Body::from("png")).await).await, "image/png", "png");
    check(&sent(async |api| api.kind("a", Some("text/html")).await).await, "text/html", "a");
    check(&sent(async |api| api.kind("a", None).await).await, "text/plain; charset=utf-8", "a");
    let markdown =
        [(http::header::CONTENT_TYPE, http::HeaderValue::from_static("text/markdown"))].into_iter().collect();
    check(&sent(async |api| api.map(&markdown, "# a").await).await, "text/markdown", "# a");
}
