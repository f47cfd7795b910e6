//! The response that a stub returns.

use std::collections::VecDeque;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use tokio::time::{Sleep, sleep};

use super::{Fault, RecordedCall};
use crate::{Body, Bytes, Error};

/// The number of pieces of a slow body.
const PIECES: usize = 8;

type Compute = dyn Fn(&RecordedCall) -> Result<http::Response<Body>, Error> + Send + Sync;

/// The outcome of a call: a response that is written down, or a function of the call.
#[derive(Clone)]
pub(super) enum Outcome {
    Planned(Planned),
    Computed(Arc<Compute>),
}

/// A response that is written down.
#[derive(Clone)]
pub struct Planned {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Planned {
    pub(super) fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self { status, headers, body }
    }

    /// Creates the response, with a fault of its body.
    pub(super) fn response(&self, fault: Option<Fault>) -> http::Response<Body> {
        let mut response = http::Response::new(body_with(self.body.clone(), fault));
        *response.status_mut() = self.status;
        response.headers_mut().clone_from(&self.headers);
        response
    }
}

/// Prints neither the values of the headers nor the body.
impl fmt::Debug for Planned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Planned").field("status", &self.status).finish_non_exhaustive()
    }
}

/// Adds a fault to a response that a function returned.
pub(super) fn with_fault(response: http::Response<Body>, fault: Option<Fault>) -> http::Response<Body> {
    response.map(|body| match body.as_bytes() {
        Some(bytes) if fault.is_some() => body_with(bytes.clone(), fault),
        _ => body,
    })
}

fn body_with(bytes: Bytes, fault: Option<Fault>) -> Body {
    let (pause, is_cut) = match fault {
        Some(Fault::SlowBody(pause)) => (Some(pause), false),
        Some(Fault::CutBody) => (None, true),
        _ => return bytes.into(),
    };
    let len = bytes.len() as u64;
    let bytes = if is_cut { bytes.slice(..bytes.len() / 2) } else { bytes };
    let size = if pause.is_some() { bytes.len().div_ceil(PIECES).max(1) } else { bytes.len().max(1) };
    let queue = bytes.chunks(size).map(|piece| bytes.slice_ref(piece)).collect();
    Body::from_stream(Pieces { queue, pause, sleep: None, is_cut }, Some(len))
}

/// A body in pieces.
struct Pieces {
    queue: VecDeque<Bytes>,
    /// The wait before each piece.
    pause: Option<Duration>,
    sleep: Option<Pin<Box<Sleep>>>,
    /// The connection is lost after the last piece.
    is_cut: bool,
}

impl Stream for Pieces {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let pieces = self.get_mut();
        if let Some(pause) = pieces.pause.filter(|_| !pieces.queue.is_empty()) {
            ready!(pieces.sleep.get_or_insert_with(|| Box::pin(sleep(pause))).as_mut().poll(context));
            pieces.sleep = None;
        }
        Poll::Ready(match pieces.queue.pop_front() {
            Some(piece) => Some(Ok(piece)),
            None if pieces.is_cut => {
                pieces.is_cut = false;
                Some(Err(Error::transport(io::Error::from(io::ErrorKind::ConnectionReset))))
            }
            None => None,
        })
    }
}

/// The body of [`Stub::responds`](super::Stub::responds): text, bytes, or JSON by [`serde_json::json!`].
#[derive(Clone, Default)]
pub struct ReplyBody {
    pub(crate) bytes: Bytes,
    pub(crate) is_json: bool,
}

macro_rules! from_bytes {
    ($($kind:ty),*) => {$(
        impl From<$kind> for ReplyBody {
            fn from(bytes: $kind) -> Self {
                Self { bytes: bytes.into(), is_json: false }
            }
        }
    )*};
}

from_bytes!(&'static str, String, &'static [u8], Vec<u8>, Bytes);

impl From<serde_json::Value> for ReplyBody {
    fn from(json: serde_json::Value) -> Self {
        Self { bytes: json.to_string().into(), is_json: true }
    }
}

impl From<()> for ReplyBody {
    fn from((): ()) -> Self {
        Self::default()
    }
}

/// Prints the length only.
impl fmt::Debug for ReplyBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplyBody({} bytes)", self.bytes.len())
    }
}
