//! Custom rate limiters.

use std::sync::{Arc, Mutex};

use pivotal_runtime::http::{HeaderMap, StatusCode};
use pivotal_runtime::{Client, Error, ErrorKind, RateLimitedAttempt, RateLimiter};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{Api, SEVEN};
use crate::support::server::Server;
use crate::transport::{builder_without_api, without_tls};

/// A token bucket that a test refills. A response uses a token. Without a response, the token is returned.
#[derive(Clone)]
struct TokenBucket {
    tokens: Arc<Semaphore>,
    /// The operations that called `acquire`.
    attempts: Arc<Mutex<Vec<&'static str>>>,
    /// The status of each response, and the remaining units in its header.
    responses: Arc<Mutex<Vec<(u16, String)>>>,
}

impl TokenBucket {
    fn of(tokens: usize) -> Self {
        let tokens = Arc::new(Semaphore::new(tokens));
        Self { tokens, attempts: Arc::default(), responses: Arc::default() }
    }

    fn responses(&self) -> Vec<(u16, String)> {
        self.responses.lock().unwrap().clone()
    }
}

impl RateLimiter for TokenBucket {
    type Permit = OwnedSemaphorePermit;

    async fn acquire(&self, attempt: &RateLimitedAttempt) -> Result<OwnedSemaphorePermit, Error> {
        self.attempts.lock().unwrap().push(attempt.endpoint().operation());
        Arc::clone(&self.tokens).acquire_owned().await.map_err(|_| Error::config("the bucket is closed"))
    }

    fn update(&self, permit: OwnedSemaphorePermit, status: StatusCode, headers: &HeaderMap) {
        permit.forget();
        let remaining = headers.get("x-remaining").map(|value| value.to_str().unwrap().to_owned());
        self.responses.lock().unwrap().push((status.as_u16(), remaining.unwrap_or_default()));
    }
}

fn client(server: &Server, limiter: &TokenBucket) -> Client {
    without_tls(builder_without_api().base_url(server.url()).max_attempts(1).rate_limiter(limiter.clone()))
        .build()
        .unwrap()
}

#[tokio::test]
async fn server_receives_no_more_requests_than_the_limiter_admits() {
    let server = Server::responding(SEVEN);
    let limiter = TokenBucket::of(2);
    let client = client(&server, &limiter);
    client.private().await.unwrap();
    client.post(1).await.unwrap();
    let third = tokio::spawn(async move { client.public().await });
    while limiter.attempts.lock().unwrap().len() < 3 {
        tokio::task::yield_now().await;
    }
    let lines = [(); 2].map(|()| server.request().line);
    assert_eq!(lines, ["GET /private HTTP/1.1", "POST /private HTTP/1.1"]);
    assert_eq!(server.requests(), 0, "the third waits");
    limiter.tokens.add_permits(1);
    assert_eq!(third.await.unwrap().unwrap(), 7);
    assert_eq!(server.request().line, "GET /public HTTP/1.1");
    assert_eq!(*limiter.attempts.lock().unwrap(), ["private", "post", "public"]);
}

#[tokio::test]
async fn limiter_receives_status_and_headers_of_each_response() {
    let limiter = TokenBucket::of(2);
    for (response, is_ok) in [
        ("HTTP/1.1 200 OK\r\nX-Remaining: 9\r\nContent-Length: 1\r\n\r\n7", true),
        ("HTTP/1.1 429 Slow Down\r\nX-Remaining: 0\r\nContent-Length: 0\r\n\r\n", false),
    ] {
        let server = Server::responding(response);
        assert_eq!(client(&server, &limiter).private().await.is_ok(), is_ok);
    }
    assert_eq!(limiter.responses(), [(200, "9".to_owned()), (429, "0".to_owned())]);
    assert_eq!(limiter.tokens.available_permits(), 0);
}

#[tokio::test]
async fn permit_is_dropped_if_the_connection_is_lost() {
    let server = Server::responding_and_closing("HTTP/1.1 200");
    let limiter = TokenBucket::of(1);
    let client = client(&server, &limiter);
    for _ in 0..2 {
        let error = client.post(1).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
    }
    assert_eq!(limiter.responses(), []);
    assert_eq!(limiter.tokens.available_permits(), 1, "the token is returned");
}

#[tokio::test]
async fn refused_attempt_sends_nothing() {
    let server = Server::responding(SEVEN);
    let limiter = TokenBucket::of(0);
    limiter.tokens.close();
    let error = client(&server, &limiter).private().await.unwrap_err();
    assert_eq!(error.to_string(), "GET /private: the bucket is closed");
    assert_eq!((error.attempts(), server.connections()), (0, 0));
}
