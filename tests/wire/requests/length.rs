//! `Content-Length` (RFC 9110, section 8.6).

use pivotal_runtime::{Body, Transport, endpoint};

use crate::support::request::ReceivedRequest;
use crate::support::server::request_of;

trait Api: Transport {
    #[endpoint(GET, "/", response = ())]
    async fn get(&self);

    #[endpoint(POST, "/", response = ())]
    async fn post(&self);

    #[endpoint(PUT, "/", response = ())]
    async fn put(&self);

    #[endpoint(PATCH, "/", response = ())]
    async fn patch(&self);

    #[endpoint(DELETE, "/", response = ())]
    async fn delete(&self);

    #[endpoint(HEAD, "/", response = ())]
    async fn head(&self);

    #[endpoint(OPTIONS, "/", response = ())]
    async fn options(&self);

    #[endpoint(POST, "/", text = text, response = ())]
    async fn text(&self, text: &str);

    #[endpoint(PUT, "/", bytes = bytes, response = ())]
    async fn bytes(&self, bytes: &[u8]);

    #[endpoint(PATCH, "/", form = form, response = ())]
    async fn form(&self, form: &[(&str, Option<u8>)]);

    #[endpoint(POST, "/", stream = body, response = ())]
    async fn stream(&self, body: Body);
}
impl<T: Transport> Api for T {}

/// Returns the `Content-Length` of a request without body bytes.
fn length(received: &ReceivedRequest) -> Vec<&str> {
    assert!(received.body.is_empty());
    received.headers("content-length")
}

#[tokio::test]
async fn post_put_and_patch_without_body_have_length_zero() {
    assert_eq!(length(&request_of(async |api| api.post().await).await), ["0"]);
    assert_eq!(length(&request_of(async |api| api.put().await).await), ["0"]);
    assert_eq!(length(&request_of(async |api| api.patch().await).await), ["0"]);
}

#[tokio::test]
async fn other_methods_without_body_have_no_length() {
    assert!(length(&request_of(async |api| api.get().await).await).is_empty());
    assert!(length(&request_of(async |api| api.delete().await).await).is_empty());
    assert!(length(&request_of(async |api| api.head().await).await).is_empty());
    assert!(length(&request_of(async |api| api.options().await).await).is_empty());
}

#[tokio::test]
async fn empty_body_has_a_type_and_length_zero() {
    let text = request_of(async |api| api.text("").await).await;
    assert_eq!((length(&text), text.headers("content-type")), (vec!["0"], vec!["text/plain; charset=utf-8"]));
    let bytes = request_of(async |api| api.bytes(&[]).await).await;
    assert_eq!((length(&bytes), bytes.headers("content-type")), (vec!["0"], vec!["application/octet-stream"]));
    let form = request_of(async |api| api.form(&[("a", None)]).await).await;
    assert_eq!((length(&form), form.headers("content-type")), (vec!["0"], vec!["application/x-www-form-urlencoded"]));
    let stream = request_of(async |api| api.stream(Body::empty()).await).await;
    assert_eq!((length(&stream), stream.headers("content-type")), (vec!["0"], vec!["application/octet-stream"]));
    let stream = Body::from_stream(futures_util::stream::empty(), Some(0));
    assert_eq!(length(&request_of(async |api| api.stream(stream).await).await), ["0"]);
}
