//! `max_response_bytes` for lines and events, in any chunks.

use pivotal_runtime::{Body, Client, Error, ErrorKind, Event, Events, Lines, Transport, endpoint};
use proptest::prelude::*;

use super::chunks::{body, lengths};
use super::http_client::{builder, fake};
use super::parser::{self, Parser};
use super::{cases, lines};
use crate::support::fake::run_paused;

trait Api: Transport {
    #[endpoint(GET, "/lines")]
    async fn lines(&self) -> Result<Lines<bytes::Bytes>, Error>;

    #[endpoint(GET, "/events")]
    async fn events(&self) -> Result<Events<Event<String>>, Error>;

    #[endpoint(GET, "/body")]
    async fn body(&self) -> Result<Body, Error>;
}
impl<T: Transport> Api for T {}

fn client(limit: usize, body: Body) -> Client {
    builder(&fake([body])).max_response_bytes(limit).build().unwrap()
}

/// Returns the items up to the end or an error, and the message of the error. Nothing follows it.
macro_rules! read {
    ($stream:expr) => {
        run_paused(async {
            let mut stream = $stream.await.unwrap();
            let mut items = Vec::new();
            loop {
                match stream.next().await {
                    Some(Ok(item)) => items.push(item),
                    Some(Err(error)) => {
                        assert_eq!(error.kind(), ErrorKind::TooLarge, "{error:?}");
                        assert!(!error.is_retryable());
                        assert!(stream.next().await.is_none(), "an item after the error");
                        break (items, Some(error.to_string()));
                    }
                    None => break (items, None),
                }
            }
        })
    };
}

fn too_large(method: &str, item: &str, limit: usize) -> String {
    format!(
        "GET /{method}: {item} of the response is larger than {limit} bytes; raise `max_response_bytes`, or return the body as \
         `Body`"
    )
}

/// Returns the lines up to the one that is larger than the limit, and the number of that one. The CR in front of a LF counts.
fn expected_lines(text: &[u8], limit: usize) -> (Vec<&[u8]>, Option<usize>) {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let lines: Vec<_> = text.split(|byte| *byte == b'\n').collect();
    let too_large = lines.iter().position(|line| line.len() > limit);
    let read = &lines[..too_large.unwrap_or(lines.len())];
    let mut read: Vec<_> = read.iter().map(|line| line.strip_suffix(b"\r").unwrap_or(line)).collect();
    if too_large.is_none() && read.last().is_some_and(|last| last.is_empty()) {
        read.pop();
    }
    (read.into_iter().filter(|line| !line.trim_ascii().is_empty()).collect(), too_large.map(|index| index + 1))
}

/// Splits at CR LF, LF and CR. The last line has no end.
fn raw_lines(text: &[u8]) -> Vec<&[u8]> {
    let mut text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let mut lines = Vec::new();
    while let Some(end) = text.iter().position(|byte| matches!(byte, b'\r' | b'\n')) {
        lines.push(&text[..end]);
        text = &text[end + if text[end..].starts_with(b"\r\n") { 2 } else { 1 }..];
    }
    lines.push(text);
    lines
}

/// Returns the events up to the one that is larger than the limit, or has a line that is larger, and whether there is such a one.
fn expected_events(text: &[u8], limit: usize) -> (Vec<parser::Parsed>, bool) {
    let mut parser = Parser::default();
    let lines = raw_lines(text);
    let last = lines.len() - 1;
    for (index, line) in lines.into_iter().enumerate() {
        if line.len() > limit {
            return (parser.events, true);
        }
        if index < last {
            parser.line(&String::from_utf8_lossy(line));
        }
        if parser.data_len() > limit {
            return (parser.events, true);
        }
    }
    (parser.events, false)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn line_above_the_limit_ends_the_stream(text in lines::texts(), lengths in lengths(), limit in 2..24_usize) {
        let (items, too_large_line) = expected_lines(&text, limit);
        let error = too_large_line.map(|line| too_large("lines", &format!("line {line}"), limit));
        // The type is bytes, so lines are not blank in a text alone.
        let read = read!(client(limit, body(&text, &lengths)).lines());
        let found: Vec<_> = read.0.iter().filter(|line| !line.trim_ascii().is_empty()).map(|line| &line[..]).collect();
        prop_assert_eq!((found, read.1), (items, error));
    }

    #[test]
    fn event_above_the_limit_ends_the_stream(text in parser::streams(), lengths in lengths(), limit in 2..24_usize) {
        let (items, is_too_large) = expected_events(&text, limit);
        let error = is_too_large.then(|| too_large("events", &format!("event {}", items.len() + 1), limit));
        let read = read!(client(limit, body(&text, &lengths)).events());
        let found: Vec<_> = read.0.into_iter().map(|event| (event.name, event.id, event.data)).collect();
        prop_assert_eq!((found, read.1), (items, error));
    }

    /// Streams of bytes have no limit, and lines of them have that of the call.
    #[test]
    fn limit_is_that_of_lines_and_not_of_the_body(text in lines::texts(), lengths in lengths(), limit in 2..24_usize) {
        let complete = run_paused(async { client(limit, body(&text, &lengths)).body().await.unwrap().collect().await.unwrap() });
        prop_assert_eq!(complete, text.clone());
        let lines = run_paused(async {
            let mut lines = client(limit, body(&text, &lengths)).body().await.unwrap().into_lines();
            let mut kinds = Vec::new();
            while let Some(line) = lines.next().await {
                kinds.extend(line.err().map(|error| error.kind()));
            }
            kinds
        });
        let is_too_large = expected_lines(&text, limit).1.is_some();
        prop_assert_eq!(lines.contains(&ErrorKind::TooLarge), is_too_large);
    }
}

/// Otherwise the error could be overlooked, with a line missing.
#[test]
fn line_after_one_above_the_limit_is_not_returned() {
    let read = read!(client(3, body(b"123\n1234\n123\n12\n", &[])).lines());
    assert_eq!(read, (vec![bytes::Bytes::from("123")], Some(too_large("lines", "line 2", 3))));
}
