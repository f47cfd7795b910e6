//! Bodies in chunks, and the values that are read from them.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_core::Stream;
use pivotal_runtime::{Body, Error, http};

use super::fake::{Fake, show};

/// The secret that replaces each `$` of an input. No error shows it.
pub const SECRET: &str = "s3cr3tZq41";

/// The lengths of the first chunks, which are repeated. A length of 0 is an empty chunk.
pub type Lengths = [u8; 8];

/// Returns the input with secrets.
pub fn with_secrets(input: &[u8]) -> Vec<u8> {
    let parts: Vec<_> = input.split(|byte| *byte == b'$').collect();
    parts.join(SECRET.as_bytes())
}

/// Returns a body that is a stream of chunks.
pub fn body(bytes: &[u8], lengths: Lengths) -> Body {
    let rest = Bytes::copy_from_slice(bytes);
    // Without a length above 0, there is one chunk.
    let lengths = if lengths == [0; 8] { [u8::MAX; 8] } else { lengths };
    Body::from_stream(Chunks { rest, lengths, next: 0 }, None)
}

struct Chunks {
    rest: Bytes,
    lengths: Lengths,
    next: usize,
}

impl Stream for Chunks {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let length = usize::from(self.lengths[self.next % self.lengths.len()]);
        self.next += 1;
        let length = length.min(self.rest.len());
        Poll::Ready(Some(Ok(self.rest.split_to(length))))
    }
}

/// Returns a transport that responds with this body.
pub fn responding(content_type: &'static str, body: Body) -> Fake {
    let mut response = http::Response::new(body);
    response.headers_mut().insert("content-type", http::HeaderValue::from_static(content_type));
    Fake::responding(response)
}

/// Returns all items of a stream, with errors as text. None of them shows a secret.
pub fn all<T>(mut stream: impl Stream<Item = Result<T, Error>> + Unpin) -> Vec<Result<T, String>> {
    let mut items = Vec::new();
    loop {
        let Poll::Ready(next) = Pin::new(&mut stream).poll_next(&mut Context::from_waker(Waker::noop())) else {
            panic!("the stream is pending");
        };
        match next {
            Some(Ok(item)) => items.push(Ok(item)),
            Some(Err(error)) => {
                let shown = show(&error);
                assert!(!shown.contains(SECRET), "{shown}");
                items.push(Err(shown));
            }
            None => return items,
        }
    }
}
