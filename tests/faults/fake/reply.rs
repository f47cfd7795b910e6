//! What a fake does with a request.

use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use pivotal_runtime::http::{self, HeaderMap, HeaderName, HeaderValue, StatusCode};
use pivotal_runtime::{Body, Error};
use tokio::time::{Sleep, sleep};

/// An answer, or none.
#[derive(Debug, Clone)]
pub(crate) struct Reply {
    after: Duration,
    what: What,
}

#[derive(Debug, Clone)]
enum What {
    Answer { status: StatusCode, headers: HeaderMap, chunks: Vec<Chunk>, streamed: bool },
    Refused,
    Broken,
    Silence,
}

/// A piece of a body.
#[derive(Debug, Clone)]
enum Chunk {
    After(Duration, Bytes),
    Broken,
}

/// An answer with this status and the body `7`, which is a number in JSON.
pub(crate) fn status(status: u16) -> Reply {
    let what = What::Answer {
        status: StatusCode::from_u16(status).unwrap(),
        headers: HeaderMap::new(),
        chunks: vec![Chunk::After(Duration::ZERO, Bytes::from_static(b"7"))],
        streamed: false,
    };
    Reply { after: Duration::ZERO, what }
}

pub(crate) fn ok() -> Reply {
    status(200)
}

/// An error of the API, as the API writes them.
pub(crate) fn api_error(of: u16, error_type: &str, code: &str) -> Reply {
    let envelope = serde_json::json!({ "error": { "type": error_type, "code": code, "message": "No." } });
    status(of).body(envelope.to_string())
}

/// 429 as the API writes it, with this `Retry-After`.
pub(crate) fn limited(retry_after: &str) -> Reply {
    api_error(429, "rate_limit_error", "rate_limited").header("retry-after", retry_after)
}

/// No connection.
pub(crate) fn refused() -> Reply {
    Reply { after: Duration::ZERO, what: What::Refused }
}

/// The connection breaks off before an answer.
pub(crate) fn broken() -> Reply {
    Reply { after: Duration::ZERO, what: What::Broken }
}

/// Nothing ever comes.
pub(crate) fn silence() -> Reply {
    Reply { after: Duration::ZERO, what: What::Silence }
}

impl Reply {
    /// The same, so much later.
    pub(crate) fn after(mut self, delay: Duration) -> Self {
        self.after = delay;
        self
    }

    pub(crate) fn header(mut self, name: &'static str, value: &str) -> Self {
        if let What::Answer { headers, .. } = &mut self.what {
            headers.append(HeaderName::from_static(name), HeaderValue::from_bytes(value.as_bytes()).unwrap());
        }
        self
    }

    pub(crate) fn body(mut self, body: impl Into<Bytes>) -> Self {
        if let What::Answer { chunks, .. } = &mut self.what {
            *chunks = vec![Chunk::After(Duration::ZERO, body.into())];
        }
        self
    }

    /// The body comes in as a stream: one byte more after this time.
    pub(crate) fn then_byte(mut self, delay: Duration, byte: u8) -> Self {
        if let What::Answer { chunks, streamed, .. } = &mut self.what {
            *streamed = true;
            chunks.push(Chunk::After(delay, Bytes::copy_from_slice(&[byte])));
        }
        self
    }

    /// The body breaks off at its end.
    pub(crate) fn cut(mut self) -> Self {
        if let What::Answer { chunks, streamed, .. } = &mut self.what {
            *streamed = true;
            chunks.push(Chunk::Broken);
        }
        self
    }

    pub(super) async fn give(self) -> Result<http::Response<Body>, Error> {
        if !self.after.is_zero() {
            sleep(self.after).await;
        }
        match self.what {
            What::Refused => Err(Error::connect("nobody listens")),
            What::Broken => Err(Error::transport("the connection was reset")),
            What::Silence => std::future::pending().await,
            What::Answer { status, headers, chunks, streamed } => {
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
            Chunk::Broken => Err(Error::transport("the connection was reset")),
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
