//! Moves streams from the runtime of a client to the thread that reads them.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use tokio::runtime::Handle;
use tokio::sync::oneshot;
#[cfg(feature = "tracing")]
use tracing::instrument::{Instrument, WithSubscriber};

use super::chunks::{Chunk, Receiver, channel, unless_closed};
use super::client::ClientThread;
use crate::response::Resumer;
use crate::{Body, Error};

/// Receives the chunks of a body. Dropping it drops the body. The thread of the client runs as long as it exists.
struct Received {
    chunks: Receiver,
    _thread: Arc<ClientThread>,
}

impl Stream for Received {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Chunk> {
        Poll::Ready(ready!(self.chunks.poll_recv(context)).unwrap_or_else(|| Some(Err(stopped()))))
    }
}

pub(super) fn stopped() -> Error {
    Error::transport("the thread of the client stopped")
}

/// Reads the stream of a response on the runtime, a few chunks ahead. Its timeouts need the runtime.
pub(super) fn pump(
    handle: &Handle,
    thread: Arc<ClientThread>,
    mut response: http::Response<Body>,
) -> http::Response<Body> {
    if let Some(resumer) = response.extensions_mut().remove::<Resumer>() {
        response.extensions_mut().insert(on_runtime(handle.clone(), Arc::clone(&thread), resumer));
    }
    if response.body().as_bytes().is_some() {
        return response;
    }
    let (sender, chunks) = channel();
    response.map(|body| {
        let (len, max_item_bytes) = (body.len(), body.max_item_bytes());
        handle.spawn(sender.send(body, Stream::poll_next));
        Body::from_stream(Received { chunks, _thread: thread }, len).with_max_item_bytes(max_item_bytes)
    })
}

/// Sends requests again on the runtime.
fn on_runtime(handle: Handle, thread: Arc<ClientThread>, resumer: Resumer) -> Resumer {
    Resumer::new(move |from| {
        let (mut sender, receiver) = oneshot::channel();
        let sent = resumer.send(from);
        #[cfg(feature = "tracing")]
        let sent = sent.in_current_span();
        let (pumping, thread) = (handle.clone(), Arc::clone(&thread));
        let resuming = async move {
            // Nothing is sent any more if the stream was dropped.
            if let Some(response) = unless_closed(sender.closed(), sent).await {
                let _ = sender.send(response.map(|response| pump(&pumping, thread, response)));
            }
        };
        #[cfg(feature = "tracing")]
        let resuming = resuming.with_current_subscriber();
        handle.spawn(resuming);
        Box::pin(async move { receiver.await.unwrap_or_else(|_| Err(stopped())) })
    })
}
