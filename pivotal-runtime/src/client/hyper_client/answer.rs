//! The body of an answer. Most are short, and here as soon as the head is: those take no further waiting.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body as _, Frame, Incoming, SizeHint};

use crate::{Body, Error};

/// Takes what is here of a body, and leaves the rest for later.
pub(super) async fn body(mut rest: Incoming) -> Body {
    if rest.is_end_stream() {
        return Body::empty();
    }
    let first = poll_fn(|context| Poll::Ready(Pin::new(&mut rest).poll_frame(context))).await;
    let first = match first {
        Poll::Ready(Some(Ok(frame))) => match frame.into_data() {
            Ok(data) if rest.is_end_stream() => return Body::from(data),
            Ok(data) => Some(Ok(data)),
            // Trailers, which end a body.
            Err(_) => return Body::empty(),
        },
        Poll::Ready(Some(Err(error))) => Some(Err(error)),
        Poll::Ready(None) => return Body::empty(),
        Poll::Pending => None,
    };
    Body::from_http(Begun { first, rest }, Error::transport)
}

/// A body that was begun to be read.
struct Begun {
    first: Option<Result<Bytes, hyper::Error>>,
    rest: Incoming,
}

impl hyper::body::Body for Begun {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        match self.first.take() {
            Some(first) => Poll::Ready(Some(first.map(Frame::data))),
            None => Pin::new(&mut self.rest).poll_frame(context),
        }
    }

    fn size_hint(&self) -> SizeHint {
        let rest = self.rest.size_hint();
        let here = self.first.as_ref().and_then(|first| first.as_ref().ok()).map_or(0, Bytes::len) as u64;
        rest.exact().map_or(rest, |rest| SizeHint::with_exact(rest + here))
    }
}
