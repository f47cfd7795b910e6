//! Extensions of requests, and the endpoint among them.

use std::sync::{Arc, Mutex};

use pivotal_runtime::http::{self, HeaderValue};
use pivotal_runtime::{
    Body, Client, Endpoint, Error, Events, HttpClient, LinkPage, Pages, Request, Target, Transport, endpoint,
};
use tower::util::MapRequestLayer;

use super::{Api, SEVEN, builder};
use crate::support::request::ReceivedRequest;
use crate::support::scripted::{ScriptedServer, respond};
use crate::support::server::Server;

/// A value of a call, which a layer sends as a header.
#[derive(Clone)]
struct Tenant(&'static str);

/// Makes the calls of a tenant.
struct ForTenant<T>(T, Tenant);

impl<T: Transport> Transport for ForTenant<T> {
    async fn send(&self, mut request: Request) -> Result<http::Response<Body>, Error> {
        request.extensions_mut().insert(self.1.clone());
        self.0.send(request).await
    }
}

trait Lists: Transport {
    #[endpoint(GET, "/list?<limit>")]
    fn list(&self, limit: u8) -> Pages<'_, LinkPage<u8>>;

    #[endpoint(GET, "/events")]
    async fn events(&self) -> Result<Events<u8>, Error>;
}
impl<T: Transport> Lists for T {}

/// Returns a client whose layer sends the tenant and the name of the endpoint's method.
fn client(url: &str) -> ForTenant<Client> {
    let layer = MapRequestLayer::new(|mut request: http::Request<Body>| {
        let tenant = request.extensions().get().map_or("none", |Tenant(tenant)| *tenant);
        let endpoint: &'static Endpoint = request.extensions().get::<&'static Endpoint>().unwrap();
        request.headers_mut().insert("x-tenant", HeaderValue::from_static(tenant));
        request.headers_mut().insert("x-operation", HeaderValue::from_static(endpoint.operation()));
        request
    });
    ForTenant(builder(url).max_redirects(1).layer(layer).build().unwrap(), Tenant("blue"))
}

/// Checks that each of this number of requests has the extensions of the call.
#[track_caller]
fn assert_sent(sent: &[ReceivedRequest], requests: usize, operation: &str) {
    assert_eq!(sent.len(), requests);
    for request in sent {
        assert_eq!((request.header("x-tenant"), request.header("x-operation")), (Some("blue"), Some(operation)));
    }
}

#[tokio::test]
async fn extensions_reach_each_attempt_and_redirect() {
    let server = Server::responding_with({
        let left = Mutex::new(vec![
            SEVEN,
            "HTTP/1.1 307 X\r\nLocation: /moved\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n",
        ]);
        move |_| left.lock().unwrap().pop().unwrap()
    });
    assert_eq!(client(&server.url()).post(5).await.unwrap(), 7);
    assert_sent(&server.all_requests(), 3, "post");
}

#[tokio::test]
async fn extensions_reach_later_pages() {
    let server = Server::responding_with(|request| {
        let link = if request.target().contains("page=2") { "" } else { "Link: </list?page=2>; rel=\"next\"\r\n" };
        format!("HTTP/1.1 200 OK\r\n{link}Content-Length: 3\r\n\r\n[7]")
    });
    let client = client(&server.url());
    let mut pages = client.list(1);
    assert_eq!((pages.next().await.unwrap().unwrap(), pages.next().await.unwrap().unwrap()), (7, 7));
    assert!(pages.next().await.is_none());
    assert_sent(&server.all_requests(), 2, "list");
}

#[tokio::test]
async fn extensions_reach_a_resumed_stream() {
    let lost = "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nretry: 0\nid: 1\ndata: 1\n\n";
    let server = ScriptedServer::new([respond(lost), respond("HTTP/1.1 204 No Content\r\n\r\n")]);
    let client = client(&server.url());
    let mut events = client.events().await.unwrap().resume(1);
    assert_eq!(events.next().await.unwrap().unwrap(), 1);
    let end = events.next().await;
    assert!(end.is_none(), "{end:?}");
    assert_sent(&server.finish().await.requests, 2, "events");
}

#[tokio::test]
async fn call_without_extensions_has_the_endpoint() {
    let server = Server::responding(SEVEN);
    assert_eq!(client(&server.url()).0.get().await.unwrap(), 7);
    let request = server.request();
    assert_eq!((request.header("x-tenant"), request.header("x-operation")), (Some("none"), Some("get")));
}

/// An HTTP client that records what it finds in the extensions, or in the target.
#[derive(Clone, Default)]
struct Recording {
    found: Arc<Mutex<Vec<Found>>>,
}

/// The endpoint and the tenant.
type Found = (String, Option<&'static str>);

impl HttpClient for Recording {
    async fn execute(&self, request: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        let endpoint = request.extensions().get::<&'static Endpoint>().unwrap();
        let tenant = request.extensions().get().map(|Tenant(tenant)| *tenant);
        self.found.lock().unwrap().push((endpoint.to_string(), tenant));
        Ok(http::Response::new("7".into()))
    }
}

#[tokio::test]
async fn own_http_client_finds_extensions_and_the_endpoint() {
    let http = Recording::default();
    let client = Client::builder().base_url("http://api.invalid").http_client(http.clone()).build().unwrap();
    assert_eq!(client.get().await.unwrap(), 7);
    let undeclared = Request::new(http::Method::PUT, "/any").unwrap();
    assert_eq!(ForTenant(client, Tenant("red")).send(undeclared).await.unwrap().status(), 200);
    let found = http.found.lock().unwrap();
    assert_eq!(*found, [("GET /number".to_owned(), None), ("PUT (not declared)".to_owned(), Some("red"))]);
}

/// An HTTP client that finds the endpoint without a URI.
struct OfTarget;

impl HttpClient for OfTarget {
    async fn execute(&self, _: http::Request<Body>) -> Result<http::Response<Body>, Error> {
        Err(Error::config("not called"))
    }

    fn execute_at(
        &self,
        target: &Target<'_>,
        _: http::Request<Body>,
    ) -> impl Future<Output = Result<http::Response<Body>, Error>> + Send {
        let endpoint = target.endpoint().to_string();
        async move { Ok(http::Response::new(endpoint.into())) }
    }
}

#[tokio::test]
async fn target_has_the_endpoint() {
    let client = Client::builder().base_url("http://api.invalid").http_client(OfTarget).build().unwrap();
    assert_eq!(client.text().await.unwrap(), "GET /text");
}

#[test]
fn clone_of_a_request_has_its_extensions() {
    let mut request = Request::new(http::Method::GET, "/").unwrap();
    assert!(request.extensions().is_empty());
    request.extensions_mut().insert(Tenant("s3cr3t"));
    let clone = request.try_clone().unwrap();
    assert_eq!(clone.extensions().get().map(|Tenant(tenant)| *tenant), Some("s3cr3t"));
    assert!(!format!("{clone:?}").contains("s3cr3t"));
}
