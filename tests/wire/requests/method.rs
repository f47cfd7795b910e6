//! Methods, and parameters that are converted.

use pivotal_runtime::{Transport, endpoint};
use serde::Serialize;

use crate::support::server::{Server, request_of};

#[derive(Serialize)]
struct Id(u64);

impl From<u64> for Id {
    fn from(id: u64) -> Self {
        Self(id)
    }
}

trait Api: Transport {
    #[endpoint(GET, "/m", response = ())]
    async fn get(&self);

    #[endpoint(POST, "/m", response = ())]
    async fn post(&self);

    #[endpoint(PUT, "/m", response = ())]
    async fn put(&self);

    #[endpoint(PATCH, "/m", response = ())]
    async fn patch(&self);

    #[endpoint(DELETE, "/m", response = ())]
    async fn delete(&self);

    #[endpoint(HEAD, "/m", response = ())]
    async fn head(&self);

    #[endpoint(OPTIONS, "/m", response = ())]
    async fn options(&self);

    #[endpoint(PUT, "/m", response = (), body = body)]
    async fn put_body(&self, body: u8);

    #[endpoint(PATCH, "/m", response = (), body = body)]
    async fn patch_body(&self, body: u8);

    #[endpoint(DELETE, "/m", response = (), body = body)]
    async fn delete_body(&self, body: u8);

    #[endpoint(GET, "/c/<id>?<name>", response = (), header("X-Tag") = tag)]
    async fn convert<N>(&self, id: impl Into<Id>, name: N, tag: impl Into<Option<String>>)
    where
        N: AsRef<str>;
}
impl<T: Transport> Api for T {}

#[tokio::test]
async fn each_method_is_sent() {
    assert_eq!(request_of(async |api| api.get().await).await.line, "GET /m HTTP/1.1");
    assert_eq!(request_of(async |api| api.post().await).await.line, "POST /m HTTP/1.1");
    assert_eq!(request_of(async |api| api.put().await).await.line, "PUT /m HTTP/1.1");
    assert_eq!(request_of(async |api| api.patch().await).await.line, "PATCH /m HTTP/1.1");
    assert_eq!(request_of(async |api| api.delete().await).await.line, "DELETE /m HTTP/1.1");
    assert_eq!(request_of(async |api| api.head().await).await.line, "HEAD /m HTTP/1.1");
    assert_eq!(request_of(async |api| api.options().await).await.line, "OPTIONS /m HTTP/1.1");
}

#[tokio::test]
async fn each_method_with_a_body_sends_it() {
    assert_eq!(request_of(async |api| api.put_body(1).await).await.body, b"1");
    assert_eq!(request_of(async |api| api.patch_body(2).await).await.body, b"2");
    assert_eq!(request_of(async |api| api.delete_body(3).await).await.body, b"3");
}

#[tokio::test]
async fn parameters_are_converted_to_the_declared_type() {
    let received = request_of(async |api| api.convert(7, "a b", "t".to_owned()).await).await;
    assert_eq!((received.target(), received.headers("x-tag")), ("/c/7?name=a%20b", vec!["t"]));
    let received = request_of(async |api| api.convert(Id(8), String::from("c"), None).await).await;
    assert_eq!((received.target(), received.headers("x-tag")), ("/c/8?name=c", vec![]));
}

#[tokio::test]
async fn unpolled_call_sends_nothing() {
    let server = Server::responding_204();
    let api = server.client();
    drop(api.get());
    assert_eq!(server.connections(), 0);
    api.get().await.unwrap();
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn informational_responses_are_skipped() {
    let server = Server::responding(
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
    );
    server.client().get().await.unwrap();
    assert_eq!(server.request().line, "GET /m HTTP/1.1");
}
