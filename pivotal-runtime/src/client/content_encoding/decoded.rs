//! A decoded body.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::io::ReadBuf;

use super::coding::{Coding, Decoder};
use crate::body::BodyReader;
use crate::{Body, Error};

/// The number of bytes that are decoded at once.
const CHUNK: usize = 16 * 1024;

/// Decodes a body as it is read.
pub(super) struct Decoded {
    coding: Coding,
    state: State,
}

enum State {
    /// The first bytes have not arrived.
    Start(BodyReader),
    Decoding(Pin<Box<dyn Decoder>>),
    Ended,
}

impl Decoded {
    pub(super) fn new(body: Body, coding: Coding) -> Self {
        Self { coding, state: State::Start(body.into_reader()) }
    }

    /// Converts an error of the decoder, or of the body in it.
    fn error(&self, error: io::Error) -> Error {
        error.downcast::<Error>().unwrap_or_else(|error| {
            Error::incomplete(format!("the body is not valid `{}`, or not complete", self.coding)).with_source(error)
        })
    }

    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Option<Bytes>>> {
        loop {
            match &mut self.state {
                State::Start(body) => {
                    ready!(body.poll_fill(context))?;
                    let State::Start(body) = std::mem::replace(&mut self.state, State::Ended) else { continue };
                    // The response to a HEAD request has the headers of a body only.
                    if body.filled().is_empty() {
                        return Poll::Ready(Ok(None));
                    }
                    self.state = State::Decoding(self.coding.decoder(body));
                }
                State::Decoding(decoder) => {
                    let mut chunk = BytesMut::zeroed(CHUNK);
                    let mut buffer = ReadBuf::new(&mut chunk);
                    ready!(decoder.as_mut().poll_read(context, &mut buffer))?;
                    let length = buffer.filled().len();
                    if length > 0 {
                        chunk.truncate(length);
                        return Poll::Ready(Ok(Some(chunk.freeze())));
                    }
                    // The decoder stops at its own end. The end of the body shows that it is complete.
                    let encoded = decoder.encoded();
                    ready!(encoded.poll_fill(context))?;
                    return Poll::Ready(if encoded.filled().is_empty() {
                        Ok(None)
                    } else {
                        Err(io::Error::new(
                            io::ErrorKind::InvalidData,
                            "there is more after the end of the encoded data",
                        ))
                    });
                }
                State::Ended => return Poll::Ready(Ok(None)),
            }
        }
    }
}

impl Stream for Decoded {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context).map_err(|error| self.error(error)).map(Result::transpose)
    }
}
