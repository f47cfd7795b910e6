//! `Debug` output.

use std::sync::Mutex;

use pivotal_api::PivotalKey;
use pivotal_runtime::{Body, CallOptions, Client, Error, Request, Response, Transport, endpoint, http};

use super::{KEY, SECRET, debug_hides_secret, open};
use crate::support::server::Server;
use crate::transport::builder;

#[test]
fn debug_of_a_key_shows_its_start() {
    let key = PivotalKey::new(KEY).unwrap();
    debug_hides_secret(&key);
    assert_eq!(format!("{key:?}"), "PivotalKey(pivotal_test_logs…)");
    debug_hides_secret(&PivotalKey::new("pivotal_s3cr3tZq").unwrap());
}

#[test]
fn debug_of_client_and_builder_shows_no_credentials() {
    let builder = || builder().credentials(PivotalKey::new(KEY).unwrap());
    let client = builder().build().unwrap();
    let shown = [format!("{client:?}"), format!("{:?}", client.with(CallOptions::new())), format!("{:?}", builder())];
    for shown in shown {
        assert!(shown.contains("credentials: Some(…)") && !shown.contains("logs"), "{shown}");
    }
}

#[test]
fn debug_of_a_builder_shows_no_password() {
    debug_hides_secret(&builder().base_url(format!("https://user:{SECRET}@host")));
}

/// A wrapper that records `Debug` of each request.
struct Spy {
    client: Client,
    request: Mutex<Option<Request>>,
}

impl Transport for Spy {
    async fn send(&self, request: Request) -> Result<http::Response<Body>, Error> {
        *self.request.lock().unwrap() = request.try_clone();
        self.client.send(request).await
    }
}

#[tokio::test]
async fn debug_of_a_request_shows_no_value() {
    let server = Server::responding("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{\"number\":1}");
    let spy = Spy { client: server.client(), request: Mutex::new(None) };
    open(&spy).await.unwrap();
    assert!(server.request().target().contains(SECRET));
    let request = spy.request.into_inner().unwrap().unwrap();
    assert!(request.path_and_query().contains(SECRET));
    debug_hides_secret(&request);
    assert!(format!("{request:?}").contains("POST /vault/<id>"), "{request:?}");
    // `Debug` of the headers hides the header of a parameter, too.
    debug_hides_secret(request.headers());
}

#[tokio::test]
async fn debug_of_a_response_shows_no_header_value() {
    trait Api: Transport {
        #[endpoint(GET, "/", response = ())]
        async fn get(&self) -> Result<Response<()>, Error>;
    }
    impl<T: Transport> Api for T {}

    let server = Server::responding(format!("HTTP/1.1 200 OK\r\nSet-Cookie: {SECRET}\r\nContent-Length: 0\r\n\r\n"));
    let response = server.client().get().await.unwrap();
    assert_eq!(response.headers()["set-cookie"], SECRET);
    debug_hides_secret(&response);
    assert!(format!("{response:?}").contains("set-cookie"), "{response:?}");
}

#[test]
fn debug_of_a_body_shows_its_length() {
    let body = Body::from(SECRET);
    debug_hides_secret(&body);
    assert_eq!(format!("{body:?}"), format!("Body({} bytes)", SECRET.len()));
}
