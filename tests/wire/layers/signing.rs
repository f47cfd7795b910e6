//! A layer that signs method, path and body of each attempt.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};

use futures_util::future::{Either, Ready, ready};
use pivotal_runtime::http::header::{HeaderName, HeaderValue};
use pivotal_runtime::http::{Request, Response};
use pivotal_runtime::{Body, Error, ErrorKind};
use tower_layer::Layer;
use tower_service::Service;

use super::{Api, SEVEN, builder};
use crate::support::SECRET;
use crate::support::request::ReceivedRequest;
use crate::support::server::Server;

/// Signs requests with a key and a number that is different for each.
#[derive(Clone)]
struct Sign {
    key: &'static str,
    last: Arc<AtomicU32>,
}

#[derive(Clone)]
struct Signing<S> {
    inner: S,
    sign: Sign,
}

impl Sign {
    fn new() -> Self {
        Self { key: SECRET, last: Arc::default() }
    }
}

impl<S> Layer<S> for Sign {
    type Service = Signing<S>;

    fn layer(&self, inner: S) -> Signing<S> {
        Signing { inner, sign: self.clone() }
    }
}

impl<S> Service<Request<Body>> for Signing<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Error>,
{
    type Response = Response<Body>;
    type Error = Error;
    type Future = Either<S::Future, Ready<Result<Response<Body>, Error>>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        let Some(body) = request.body().as_bytes() else {
            return Either::Right(ready(Err(Error::config("a stream cannot be signed"))));
        };
        let number = self.sign.last.fetch_add(1, Ordering::Relaxed);
        let path = request.uri().path_and_query().unwrap().as_str();
        let signature = signature(self.sign.key, number, request.method().as_str(), path, body);
        let signature = HeaderValue::try_from(format!("{number}:{signature:x}")).unwrap();
        request.headers_mut().insert(HeaderName::from_static("x-signature"), signature);
        Either::Left(self.inner.call(request))
    }
}

/// The hash FNV-1a of all parts.
fn signature(key: &str, number: u32, method: &str, path: &str, body: &[u8]) -> u64 {
    let head = format!("{key}\n{number}\n{method}\n{path}\n");
    let bytes = head.bytes().chain(body.iter().copied());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Returns the number of the request if its signature is valid.
fn verified(request: &ReceivedRequest) -> Option<u32> {
    let (number, signed) = request.header("x-signature")?.split_once(':')?;
    let number = number.parse().ok()?;
    let method = request.line.split(' ').next()?;
    let expected = signature(SECRET, number, method, request.target(), &request.body);
    (signed == format!("{expected:x}")).then_some(number)
}

#[tokio::test]
async fn each_attempt_is_signed() {
    let server = Server::responding_with(|request| match verified(request) {
        None => "HTTP/1.1 403 X\r\nContent-Length: 0\r\n\r\n",
        Some(0) => "HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n",
        Some(_) => SEVEN,
    });
    let client = builder(server.url()).layer(Sign::new()).build().unwrap();
    // With an idempotency key.
    assert_eq!(client.post(5).await.unwrap(), 7);
    assert_eq!(client.get().await.unwrap(), 7);
    let requests = server.all_requests();
    assert_eq!(requests.iter().map(verified).collect::<Vec<_>>(), [Some(0), Some(1), Some(2)]);
    assert_eq!(requests.iter().map(|request| &*request.body).collect::<Vec<_>>(), [&b"5"[..], b"5", b""]);
}

#[tokio::test]
async fn body_that_cannot_be_signed_is_an_error_of_the_layer() {
    let server = Server::responding_204();
    let client = builder(server.url()).layer(Sign::new()).build().unwrap();
    let stream = Body::from_stream(futures_util::stream::iter([Ok("5".into())]), Some(1));
    let error = client.put(stream).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts(), server.requests()), (ErrorKind::Config, 1, 0), "{error:?}");
    assert_eq!(error.to_string(), "PUT /file: a stream cannot be signed");
    assert!(!format!("{client:?} {error:?}").contains(SECRET));
}
