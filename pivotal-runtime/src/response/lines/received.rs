//! The lines of a response.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::HeaderMap;
use serde::de::DeserializeOwned;

use crate::response::decode::is_json_type;
use crate::response::line_splitter::{LineEnd, LineSplitter};
use crate::response::stream_head::StreamHead;
use crate::response::{BodyDeserializer, Reads, ReceivedResponse, reads, try_type};
use crate::{Body, DecodeError, Error, Format};

/// Decodes a line of a response with these headers.
type Decode<T> = fn(&[u8], &HeaderMap) -> Result<T, DecodeError>;

/// The lines of a response, which are decoded as they are read.
pub(super) struct ReceivedLines<T> {
    lines: RawLines,
    decode: Decode<T>,
}

/// The lines before they are decoded.
struct RawLines {
    /// `None` after its end.
    body: Option<Body>,
    splitter: LineSplitter,
    limit: usize,
    /// `None` for a body that belongs to no response.
    head: Option<Box<StreamHead>>,
    /// Blank lines are lines of a text.
    keeps_blank_lines: bool,
    /// The number of lines, blank ones included.
    count: u64,
}

impl<T: DeserializeOwned> ReceivedLines<T> {
    pub(super) fn new<F: Format>(received: &mut ReceivedResponse) -> Result<Self, Error> {
        let is_text = matches!(reads(try_type::<T>), Reads::Text | Reads::Bytes);
        let (head, body) = StreamHead::take(received)?;
        let keeps_blank_lines = is_text && !is_json_type(&head.parts.headers);
        Ok(Self { lines: RawLines::new(body, Some(head), keeps_blank_lines), decode: decode::<T, F> })
    }
}

fn decode<T: DeserializeOwned, F: Format>(line: &[u8], headers: &HeaderMap) -> Result<T, DecodeError> {
    F::decode_body(BodyDeserializer::of_part(line, headers))
}

impl ReceivedLines<String> {
    pub(super) fn of_body(body: Body) -> Self {
        let decode = |line: &[u8], _: &HeaderMap| match std::str::from_utf8(line) {
            Ok(line) => Ok(line.to_owned()),
            Err(_) => Err(DecodeError::from_message("expected text in UTF-8".into())),
        };
        Self { lines: RawLines::new(body, None, true), decode }
    }
}

impl<T> ReceivedLines<T> {
    pub(super) fn poll_line(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        let line = match ready!(self.lines.poll_line(context)) {
            Some(Ok(line)) => line,
            Some(Err(error)) => return Poll::Ready(Some(Err(error))),
            None => return Poll::Ready(None),
        };
        let decoded = match &self.lines.head {
            Some(head) => (self.decode)(&line, &head.parts.headers),
            None => (self.decode)(&line, &HeaderMap::new()),
        };
        Poll::Ready(Some(decoded.map_err(|error| self.lines.decode_error(error, &line))))
    }

    /// Returns the rest of the body, undecoded.
    pub(super) fn into_body(self) -> Body {
        self.lines.into_body()
    }
}

impl RawLines {
    fn new(body: Body, head: Option<StreamHead>, keeps_blank_lines: bool) -> Self {
        let limit = body.max_item_bytes();
        Self {
            body: Some(body),
            splitter: LineSplitter::new(LineEnd::LineFeed, limit),
            limit,
            head: head.map(Box::new),
            keeps_blank_lines,
            count: 0,
        }
    }

    fn poll_line(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        loop {
            let Ok(line) = self.splitter.next_line() else {
                // The lines after it are not returned, as if they had not arrived yet.
                self.splitter = LineSplitter::new(LineEnd::LineFeed, self.limit);
                return Poll::Ready(self.body.take().map(|_| Err(self.too_large())));
            };
            let line = match (line, &mut self.body) {
                (Some(line), _) => line,
                (None, None) => return Poll::Ready(None),
                (None, Some(body)) => match ready!(Pin::new(body).poll_next(context)) {
                    Some(Ok(chunk)) => {
                        self.splitter.push(&chunk);
                        continue;
                    }
                    Some(Err(error)) => {
                        self.body = None;
                        return Poll::Ready(Some(Err(error)));
                    }
                    None => {
                        self.body = None;
                        match self.splitter.last_line() {
                            Some(line) => line,
                            None => return Poll::Ready(None),
                        }
                    }
                },
            };
            self.count += 1;
            if self.keeps_blank_lines || !line.trim_ascii().is_empty() {
                return Poll::Ready(Some(Ok(line)));
            }
        }
    }

    #[cold]
    fn too_large(&self) -> Error {
        let line = format!("line {}", self.count + 1);
        match &self.head {
            Some(head) => head.too_large(&line, self.limit),
            None => Error::too_large_item(&line, self.limit),
        }
    }

    #[cold]
    fn decode_error(&self, error: DecodeError, line: &Bytes) -> Error {
        let error = error.in_line(self.count);
        match &self.head {
            Some(head) => head.decode_error(error, line),
            None => Error::from_line(&error),
        }
    }

    fn into_body(self) -> Body {
        let rest = self.splitter.into_rest();
        match self.body {
            Some(body) => body.with_prefix(rest),
            None => rest.into(),
        }
    }
}
