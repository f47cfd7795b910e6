//! HTTP clients as services, and services as HTTP clients.

use std::future::{Ready, ready};
use std::rc::Rc;
use std::task::{Context, Poll};

use pivotal_runtime::http::{Method, Request, Response};
use pivotal_runtime::{Body, Client, ClientBuilder, Error, ErrorKind, HttpClient, HttpService, ServiceClient};
use tower::{BoxError, ServiceBuilder, ServiceExt, service_fn};
use tower_service::Service;

use super::{Api, SEVEN};
use crate::support::server::Server;
use crate::transport::is_hyper;

/// A service that responds without a server, once it was polled until it is ready.
#[derive(Clone, Default)]
struct Echo {
    polls: u8,
}

impl Service<Request<Body>> for Echo {
    type Response = Response<Body>;
    type Error = BoxError;
    type Future = Ready<Result<Response<Body>, BoxError>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        self.polls += 1;
        if self.polls > 1 {
            return Poll::Ready(Ok(()));
        }
        context.waker().wake_by_ref();
        Poll::Pending
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        assert_eq!(self.polls, 2, "ready before it is called");
        ready(match request.method() {
            &Method::GET => Err("only POST".into()),
            _ => Ok(request.map(Some).into_body().map(Response::new).unwrap_or_default()),
        })
    }
}

fn over(http: impl HttpClient + 'static) -> ClientBuilder {
    Client::builder().base_url("http://api.invalid").max_attempts(1).http_client(http)
}

#[tokio::test]
async fn service_is_an_http_client() {
    let client = over(ServiceClient::new(Echo::default())).build().unwrap();
    assert_eq!((client.post(5).await.unwrap(), client.post(6).await.unwrap()), (5, 6));
    let error = client.get().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "only POST");
}

#[tokio::test]
async fn body_in_memory_stays_in_memory() {
    let service = service_fn(async |_: Request<Body>| Ok::<_, Error>(Response::new(Body::from("bytes"))));
    let client = over(ServiceClient::new(service)).layer(super::appending("x-layer", "1")).build().unwrap();
    assert_eq!(client.file().await.unwrap().as_bytes().unwrap(), "bytes");
}

#[tokio::test]
async fn error_while_a_service_becomes_ready_is_that_of_the_call() {
    let service = tower::util::BoxCloneService::new(ServiceBuilder::new().service(Unready));
    let error = over(ServiceClient::new(service)).build().unwrap().get().await.unwrap_err();
    assert_eq!(error.to_string(), "GET /number: closed");
    assert_eq!(error.kind(), ErrorKind::Config);
}

/// A service that fails before it is ready.
#[derive(Clone)]
struct Unready;

impl Service<Request<Body>> for Unready {
    type Response = Response<Body>;
    type Error = Error;
    type Future = Ready<Result<Response<Body>, Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Err(Error::config("closed")))
    }

    fn call(&mut self, _: Request<Body>) -> Self::Future {
        ready(Ok(Response::default()))
    }
}

/// The HTTP client of the suite as a service.
fn http_service() -> HttpService {
    if is_hyper() {
        HttpService::new(pivotal_hyper::HyperClient::new().unwrap())
    } else {
        HttpService::new(reqwest::Client::builder().no_proxy().build().unwrap())
    }
}

#[tokio::test]
async fn http_client_is_a_service() {
    let server = Server::responding(SEVEN);
    let request = Request::post(format!("{}/a?b=c", server.url())).body(Body::from("text")).unwrap();
    let response = http_service().oneshot(request).await.unwrap();
    assert_eq!((response.status().as_u16(), response.into_body().collect().await.unwrap()), (200, "7".into()));
    let request = server.request();
    assert_eq!((request.line.as_str(), &*request.body), ("POST /a?b=c HTTP/1.1", &b"text"[..]));
    // A body of another type.
    let request = Request::put(server.url()).body(reqwest::Body::from("other")).unwrap();
    assert_eq!(http_service().clone().oneshot(request).await.unwrap().status(), 200);
    let request = server.request();
    assert_eq!((request.header("content-length"), &*request.body), (Some("5"), &b"other"[..]));
}

#[tokio::test]
async fn wrong_uri_is_an_error_of_the_service() {
    for uri in ["/relative", "host:80", "ftp://host/"] {
        let request = Request::get(uri).body(Body::empty()).unwrap();
        http_service().oneshot(request).await.unwrap_err();
    }
}

#[tokio::test]
async fn adapters_are_inverse() {
    let server = Server::responding(SEVEN);
    let client = over(ServiceClient::new(http_service())).base_url(server.url()).build().unwrap();
    assert_eq!(client.post(5).await.unwrap(), 7);
    assert_eq!(server.request().body, b"5");
}

#[test]
fn debug_shows_nothing_of_a_service() {
    let client = ServiceClient::new(Rc::new("s3cr3t"));
    assert_eq!(format!("{client:?} {:?}", http_service()), "ServiceClient { .. } HttpService { .. }");
}
