//! Moves the stream of a request to a thread on which it can block.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use hyper::body::{Body as HttpBody, Frame};
use tokio::runtime::Handle;

use super::chunks::{Chunk, Receiver, channel};
use crate::{Body, Error};

/// The body of a request. Programs that are not asynchronous read it from a file, from another thread or from another
/// response, and block meanwhile. On the thread of the client, that would stop all calls, and be a deadlock if the stream
/// needs one of them.
struct SentBody {
    handle: Handle,
    state: State,
}

enum State {
    /// Nothing has been read.
    Start(Body),
    Reading(Receiver),
}

/// Returns a body that reads its stream on a thread for blocking work.
pub(super) fn on_blocking_thread(handle: &Handle, body: Body) -> Body {
    if body.as_bytes().is_some() {
        return body;
    }
    let len = body.len();
    Body::from_stream(SentBody { handle: handle.clone(), state: State::Start(body) }, len)
}

impl Stream for SentBody {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Chunk> {
        let this = &mut *self;
        loop {
            match &mut this.state {
                State::Start(body) => {
                    let (sender, chunks) = channel();
                    let sending = sender.send(std::mem::take(body), poll_chunk);
                    let handle = this.handle.clone();
                    this.handle.spawn_blocking(move || handle.block_on(sending));
                    this.state = State::Reading(chunks);
                }
                State::Reading(chunks) => {
                    let chunk = ready!(chunks.poll_recv(context));
                    return Poll::Ready(chunk.unwrap_or_else(|| Some(Err(panicked()))));
                }
            }
        }
    }
}

fn panicked() -> Error {
    Error::transport("the stream of the body panicked")
}

/// Polls for the next chunk as an HTTP client does. So a stream that exceeds its length is an error here, where its chunks
/// are ready.
fn poll_chunk(body: Pin<&mut Body>, context: &mut Context<'_>) -> Poll<Chunk> {
    let frame = ready!(HttpBody::poll_frame(body, context)?);
    Poll::Ready(frame.and_then(|frame| Frame::into_data(frame).ok()).map(Ok))
}
