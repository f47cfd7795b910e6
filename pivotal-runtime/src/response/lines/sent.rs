//! The lines of a request body.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use serde::Serialize;

use super::{Lines, Source};
use crate::request::EncodedBody;
use crate::request::parameter::StreamBody;
use crate::{Body, Error};

/// Values as they come.
pub(super) type BoxedLines<T> = Pin<Box<dyn Stream<Item = Result<T, Error>> + Send>>;

const UNWRITABLE: &str = "cannot be written as lines of JSON: a type in it rejects its value";

#[diagnostic::do_not_recommend]
impl<T: Serialize> StreamBody for Lines<T> {
    fn into_stream_body(self) -> EncodedBody {
        let body = match self.0 {
            Source::Received(lines) => Ok(lines.into_body()),
            Source::Stream(lines, encode) => Ok(encode(lines)),
            Source::Items(items) => {
                let mut body = Vec::new();
                let encoded = items.into_iter().try_for_each(|item| push_line(&mut body, &item));
                encoded.map(|()| body.into())
            }
        };
        EncodedBody::lines(body.map_err(|_: serde_json::Error| UNWRITABLE))
    }
}

/// Creates the body of values as they come.
pub(super) fn encode_stream<T: Serialize + 'static>(lines: BoxedLines<T>) -> Body {
    Body::from_stream(Encoded(lines), None)
}

struct Encoded<T>(BoxedLines<T>);

impl<T: Serialize> Stream for Encoded<T> {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(item) = ready!(self.0.as_mut().poll_next(context)?) else { return Poll::Ready(None) };
        let mut line = Vec::new();
        Poll::Ready(Some(match push_line(&mut line, &item) {
            Ok(()) => Ok(line.into()),
            Err(_) => {
                Err(Error::transport("a line of the body cannot be written as JSON: a type in it rejects its value"))
            }
        }))
    }
}

/// Appends a line.
fn push_line(body: &mut Vec<u8>, item: &impl Serialize) -> serde_json::Result<()> {
    let start = body.len();
    serde_json::to_writer(&mut *body, item)?;
    // JSON that is written as it is (`RawValue`) can have line breaks as white space. Inside strings, they are escaped.
    for byte in body.iter_mut().skip(start).filter(|byte| matches!(**byte, b'\n' | b'\r')) {
        *byte = b' ';
    }
    body.push(b'\n');
    Ok(())
}
