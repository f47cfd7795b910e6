//! Bodies in chunks.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_core::Stream;
use pivotal_runtime::{Body, Error};
use proptest::collection::vec;
use proptest::prelude::*;

/// The lengths of the chunks of a body. What is left is one chunk more.
pub(super) type Lengths = Vec<usize>;

/// Lengths that split a text at any place: single bytes, empty chunks and long ones.
pub(super) fn lengths() -> impl Strategy<Value = Lengths> {
    prop_oneof![vec(0..4_usize, 0..200), vec(0..40_usize, 0..20), Just(vec![1; 1000]), Just(vec![])]
}

/// Returns a body that is a stream of chunks.
pub(super) fn body(bytes: &[u8], lengths: &[usize]) -> Body {
    Body::from_stream(Chunks::new(bytes, lengths), None)
}

/// Returns a body whose connection is lost after the last chunk.
pub(super) fn incomplete_body(bytes: &[u8], lengths: &[usize]) -> Body {
    let mut chunks = Chunks::new(bytes, lengths);
    chunks.items.insert(0, Err(Error::transport("the connection was reset")));
    Body::from_stream(chunks, None)
}

/// A stream that is pending once before each chunk, and at its end.
struct Chunks {
    /// In reverse order.
    items: Vec<Result<Bytes, Error>>,
    is_ready: bool,
}

impl Chunks {
    fn new(bytes: &[u8], lengths: &[usize]) -> Self {
        let mut rest = Bytes::copy_from_slice(bytes);
        let mut items: Vec<_> = lengths.iter().map(|length| Ok(rest.split_to(rest.len().min(*length)))).collect();
        items.push(Ok(rest));
        items.reverse();
        Self { items, is_ready: false }
    }
}

impl Stream for Chunks {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.is_ready = !self.is_ready;
        if self.is_ready {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.items.pop())
    }
}

/// Polls a future that waits for [`Chunks`] alone.
pub(super) fn outcome<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return value;
        }
    }
}

/// Returns all items of a stream, and checks that it stays at its end.
pub(super) fn all<T>(mut stream: impl Stream<Item = T> + Unpin) -> Vec<T> {
    let mut items = Vec::new();
    while let Some(item) = outcome(std::future::poll_fn(|context| Pin::new(&mut stream).poll_next(context))) {
        items.push(item);
    }
    for _ in 0..2 {
        let again = outcome(std::future::poll_fn(|context| Pin::new(&mut stream).poll_next(context)));
        assert!(again.is_none(), "an item after the end");
    }
    items
}
