//! Replies of a fake: responses, and failures without a response.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use pivotal_runtime::http::{self, HeaderMap, HeaderName, HeaderValue, StatusCode};
use pivotal_runtime::{Body, Error};
use tokio::time::{Sleep, sleep};

/// A response, or a failure without one.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    after: Duration,
    outcome: Outcome,
}

#[derive(Debug, Clone)]
enum Outcome {
    Response { status: StatusCode, headers: HeaderMap, chunks: Vec<Chunk>, streamed: bool },
    ConnectionRefused,
    ConnectionLost,
    NoResponse,
}

/// A piece of a body.
#[derive(Debug, Clone)]
enum Chunk {
    After(Duration, Bytes),
    ConnectionLost,
}

/// Returns a response with this status and the body `7`.
pub(crate) fn status(status: u16) -> Reply {
    let outcome = Outcome::Response {
        status: StatusCode::from_u16(status).unwrap(),
        headers: HeaderMap::new(),
        chunks: vec![Chunk::After(Duration::ZERO, Bytes::from_static(b"7"))],
        streamed: false,
    };
    Reply { after: Duration::ZERO, outcome }
}

pub(crate) fn ok() -> Reply {
    status(200)
}

/// Returns an error of Pivotal.
pub(crate) fn api_error(http_status: u16, error_type: &str, code: &str) -> Reply {
    let envelope = serde_json::json!({ "error": { "type": error_type, "code": code, "message": "No." } });
    status(http_status).body(envelope.to_string())
}

/// Returns a 429 of Pivotal with this `Retry-After`.
pub(crate) fn limited(retry_after: &str) -> Reply {
    api_error(429, "rate_limit_error", "rate_limited").header("retry-after", retry_after)
}

/// Fails to connect.
pub(crate) fn connection_refused() -> Reply {
    Reply { after: Duration::ZERO, outcome: Outcome::ConnectionRefused }
}

/// Loses the connection before the response.
pub(crate) fn connection_lost() -> Reply {
    Reply { after: Duration::ZERO, outcome: Outcome::ConnectionLost }
}

/// Waits forever.
pub(crate) fn no_response() -> Reply {
    Reply { after: Duration::ZERO, outcome: Outcome::NoResponse }
}

impl Reply {
    /// Delays the reply.
    pub(crate) fn after(mut self, delay: Duration) -> Self {
        self.after = delay;
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        if let Outcome::Response { headers, .. } = &mut self.outcome {
            headers.append(HeaderName::from_static(name), HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Bytes>) -> Self {
        if let Outcome::Response { chunks, .. } = &mut self.outcome {
            *chunks = vec![Chunk::After(Duration::ZERO, body.into())];
        }
        self
    }

    /// Streams the body, with one more byte after this time.
    pub(crate) fn then_byte(mut self, delay: Duration, byte: u8) -> Self {
        if let Outcome::Response { chunks, streamed, .. } = &mut self.outcome {
            *streamed = true;
            chunks.push(Chunk::After(delay, Bytes::copy_from_slice(&[byte])));
        }
        self
    }

    /// Loses the connection at the end of the body.
    pub(crate) fn incomplete(mut self) -> Self {
        if let Outcome::Response { chunks, streamed, .. } = &mut self.outcome {
            *streamed = true;
            chunks.push(Chunk::ConnectionLost);
        }
        self
    }

    pub(super) async fn into_response(self) -> Result<http::Response<Body>, Error> {
        if !self.after.is_zero() {
            sleep(self.after).await;
        }
        match self.outcome {
            Outcome::ConnectionRefused => Err(Error::connect("connection refused")),
            Outcome::ConnectionLost => Err(Error::transport("the connection was reset")),
            Outcome::NoResponse => std::future::pending().await,
            Outcome::Response { status, headers, chunks, streamed } => {
                let body = match chunks.first() {
                    Some(Chunk::After(_, bytes)) if !streamed => bytes.clone().into(),
                    _ => Body::from_stream(Chunks { all: chunks, next: 0, timer: None }, None),
                };
                let mut response = http::Response::new(body);
                *response.status_mut() = status;
                *response.headers_mut() = headers;
                Ok(response)
            }
        }
    }
}

struct Chunks {
    all: Vec<Chunk>,
    next: usize,
    timer: Option<Pin<Box<Sleep>>>,
}

impl Stream for Chunks {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(chunk) = self.all.get(self.next).cloned() else { return Poll::Ready(None) };
        let item = match chunk {
            Chunk::ConnectionLost => Err(Error::transport("the connection was reset")),
            Chunk::After(delay, bytes) => {
                if !delay.is_zero() {
                    ready!(self.timer.get_or_insert_with(|| Box::pin(sleep(delay))).as_mut().poll(context));
                }
                Ok(bytes)
            }
        };
        self.timer = None;
        self.next += 1;
        Poll::Ready(Some(item))
    }
}
