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
    response.map(|body| match body.into_bytes() {
        Ok(bytes) => body_with(bytes, fault),
        Err(stream) => stream_with(stream, fault),
    })
}

fn body_with(bytes: Bytes, fault: Option<Fault>) -> Body {
    let len = bytes.len();
    let (pieces, is_cut) = match fault {
        Some(Fault::SlowBody(_)) => (PIECES, false),
        Some(Fault::CutBody) => (2, true),
        _ => return bytes.into(),
    };
    let bounds = (0..pieces).map(|piece| len * piece / pieces..len * (piece + 1) / pieces);
    let pieces = bounds.take(if is_cut { 1 } else { pieces }).map(|bounds| bytes.slice(bounds));
    let pieces = pieces.filter(|piece| !piece.is_empty()).collect();
    Body::from_stream(Faulty::new(pieces, Body::empty(), fault), Some(len as u64))
}

/// Adds a fault to a stream: a wait before each chunk, or an error after the first one.
fn stream_with(stream: Body, fault: Option<Fault>) -> Body {
    let len = stream.len();
    match fault {
        Some(Fault::SlowBody(_) | Fault::CutBody) => {
            Body::from_stream(Faulty::new(VecDeque::new(), stream, fault), len)
        }
        _ => stream,
    }
}

/// A body with a fault.
struct Faulty {
    pieces: VecDeque<Bytes>,
    /// The stream after the pieces.
    rest: Body,
    /// The piece that is returned after the wait.
    next: Option<Result<Bytes, Error>>,
    /// The wait before each piece.
    pause: Option<Duration>,
    sleep: Option<Pin<Box<Sleep>>>,
    /// The connection is lost after the pieces, or after the first chunk of the stream.
    is_cut: bool,
}

impl Faulty {
    fn new(pieces: VecDeque<Bytes>, rest: Body, fault: Option<Fault>) -> Self {
        let pause = match fault {
            Some(Fault::SlowBody(pause)) => Some(pause),
            _ => None,
        };
        Self { pieces, rest, next: None, pause, sleep: None, is_cut: pause.is_none() }
    }

    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        if let Some(piece) = self.pieces.pop_front() {
            return Poll::Ready(Some(Ok(piece)));
        }
        let chunk = ready!(Pin::new(&mut self.rest).poll_next(context));
        if self.is_cut {
            self.rest = Body::empty();
            if chunk.is_none() {
                self.is_cut = false;
                return Poll::Ready(Some(Err(Error::transport(io::Error::from(io::ErrorKind::ConnectionReset)))));
            }
        }
        Poll::Ready(chunk)
    }
}

impl Stream for Faulty {
    type Item = Result<Bytes, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let faulty = self.get_mut();
        if faulty.next.is_none() {
            faulty.next = ready!(faulty.poll_piece(context));
        }
        if let Some(pause) = faulty.pause.filter(|_| faulty.next.is_some()) {
            ready!(faulty.sleep.get_or_insert_with(|| Box::pin(sleep(pause))).as_mut().poll(context));
            faulty.sleep = None;
        }
        Poll::Ready(faulty.next.take())
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
