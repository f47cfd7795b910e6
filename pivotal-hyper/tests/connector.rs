//! Connectors of the user.

#![expect(clippy::expect_used, reason = "a test stops at what it did not expect")]

use std::future::{Ready, ready};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use hyper_util::rt::TokioIo;
use pivotal_hyper::HyperClient;
use pivotal_runtime::http::Uri;
use pivotal_runtime::{Client, Delivery, Error, ErrorKind, Timeout, Transport, endpoint};
use tokio::net::TcpStream;
use tower_service::Service;

trait Api: Transport {
    #[endpoint(PATCH, "/", response = ())]
    async fn change(&self) -> Result<(), Error>;
}
impl<T: Transport> Api for T {}

/// Fails to connect.
#[derive(Clone)]
struct Failing {
    kind: io::ErrorKind,
    calls: Arc<AtomicU32>,
}

impl Service<Uri> for Failing {
    type Response = TokioIo<TcpStream>;
    type Error = io::Error;
    type Future = Ready<io::Result<TokioIo<TcpStream>>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        assert_eq!(to, "http://127.0.0.1:1/");
        self.calls.fetch_add(1, Ordering::Relaxed);
        ready(Err(self.kind.into()))
    }
}

/// The error of a request that is unsafe to repeat, and the number of connections that were tried.
async fn error_of(kind: io::ErrorKind) -> (Error, u32) {
    let calls = Arc::default();
    let connector = Failing { kind, calls: Arc::clone(&calls) };
    let http = HyperClient::builder().connect_timeout(Duration::from_secs(2)).connector(connector).build();
    let builder = Client::builder().base_url("http://127.0.0.1:1/p").max_attempts(2);
    let client = builder.http_client(http.expect("an HTTP client")).build().expect("a client");
    let error = client.change().await.expect_err("there is no connection");
    assert_eq!(error.delivery(), Some(Delivery::NotSent), "{error:?}");
    (error, calls.load(Ordering::Relaxed))
}

#[tokio::test]
async fn failed_connection_is_retried() {
    let (error, calls) = error_of(io::ErrorKind::ConnectionRefused).await;
    assert_eq!((error.kind(), error.is_retryable(), calls), (ErrorKind::Connect, true, 2), "{error:?}");
}

#[tokio::test]
async fn timeout_of_a_connector_is_a_connect_timeout() {
    let (error, calls) = error_of(io::ErrorKind::TimedOut).await;
    assert_eq!((error.elapsed_timeout(), calls), (Some(Timeout::Connect), 2), "{error:?}");
    assert!(error.to_string().contains("timed out after 2 s (`connect_timeout`) while connecting"), "{error}");
}

#[tokio::test]
async fn rejected_certificate_is_not_retried() {
    let (error, calls) = error_of(io::ErrorKind::InvalidData).await;
    assert_eq!((error.kind(), error.is_retryable(), calls), (ErrorKind::Connect, false, 1), "{error:?}");
}
