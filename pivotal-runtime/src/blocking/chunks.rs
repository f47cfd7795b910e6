//! A channel for the chunks of a body, between two threads.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::Bytes;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{Body, Error};

/// The number of bytes that are read ahead, so that the threads do not wait for each other at each small chunk.
const READ_AHEAD: usize = 256 * 1024;

/// The number of bytes that a chunk counts besides its content.
const OVERHEAD: usize = 64;

/// The next chunk of a body; `None` at its end.
pub(super) type Chunk = Option<Result<Bytes, Error>>;

/// Polls a body for its next chunk.
pub(super) type PollChunk = fn(Pin<&mut Body>, &mut Context<'_>) -> Poll<Chunk>;

/// A chunk, and its permit for the bytes that are read ahead.
type Sent = (Chunk, Option<OwnedSemaphorePermit>);

/// Sends the chunks of a body.
pub(super) struct Sender {
    chunks: UnboundedSender<Sent>,
    ahead: Arc<Semaphore>,
}

/// Receives the chunks of a body.
pub(super) struct Receiver(UnboundedReceiver<Sent>);

pub(super) fn channel() -> (Sender, Receiver) {
    let (chunks, receiver) = unbounded_channel();
    (Sender { chunks, ahead: Arc::new(Semaphore::new(READ_AHEAD)) }, Receiver(receiver))
}

impl Sender {
    /// Sends a body until its end, or until nobody receives its chunks. It is polled for the next chunk when the one before it
    /// was sent.
    pub(super) async fn send(self, mut body: Body, poll: PollChunk) {
        let sending = async {
            loop {
                let chunk = poll_fn(|context| poll(Pin::new(&mut body), context)).await;
                let is_end = chunk.is_none();
                let permit = Arc::clone(&self.ahead).acquire_many_owned(weight(&chunk)).await.ok();
                if self.chunks.send((chunk, permit)).is_err() || is_end {
                    break;
                }
            }
        };
        unless_closed(self.chunks.closed(), sending).await;
    }
}

impl Receiver {
    /// Returns the next chunk. `None` if the sender was dropped before the end.
    pub(super) fn poll_recv(&mut self, context: &mut Context<'_>) -> Poll<Option<Chunk>> {
        // This drops the permit.
        self.0.poll_recv(context).map(|sent| sent.map(|(chunk, _)| chunk))
    }
}

/// The number of bytes that a chunk counts.
fn weight(chunk: &Chunk) -> u32 {
    let length = match chunk {
        Some(Ok(chunk)) => chunk.len(),
        _ => 0,
    };
    u32::try_from(length.saturating_add(OVERHEAD).min(READ_AHEAD)).unwrap_or(u32::MAX)
}

/// Waits for a value. Returns `None` if nobody receives it any more.
pub(super) async fn unless_closed<T>(closed: impl Future<Output = ()>, value: impl Future<Output = T>) -> Option<T> {
    let (mut closed, mut value) = (pin!(closed), pin!(value));
    let either = poll_fn(|context| match closed.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(None),
        Poll::Pending => value.as_mut().poll(context).map(Some),
    });
    either.await
}
