//! Lines in any bytes and any chunks.

use bytes::Bytes;
use futures_util::stream;
use pivotal_runtime::{Body, Error, ErrorKind, Lines, Transport, endpoint, http};
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::Value;

use super::cases;
use super::chunks::{all, body, incomplete_body, lengths, outcome};
use crate::fake::Fake;
use crate::responses::json;

trait Api: Transport {
    #[endpoint(GET, "/lines")]
    async fn texts(&self) -> Result<Lines<String>, Error>;

    #[endpoint(GET, "/lines")]
    async fn bytes(&self) -> Result<Lines<Bytes>, Error>;

    #[endpoint(GET, "/lines")]
    async fn values(&self) -> Result<Lines<Value>, Error>;

    #[endpoint(POST, "/lines", stream = lines, response = ())]
    async fn send_values(&self, lines: Lines<Value>);

    #[endpoint(POST, "/lines", stream = lines, response = ())]
    async fn send_texts(&self, lines: Lines<String>);
}
impl<T: Transport> Api for T {}

fn fake(content_type: &'static str, body: impl Into<Body>) -> Fake {
    let mut headers = http::HeaderMap::new();
    headers.insert("content-type", http::HeaderValue::from_static(content_type));
    Fake::responding(200, &headers, body)
}

/// Lines of JSON, of text and of any bytes.
pub(super) fn texts() -> impl Strategy<Value = Vec<u8>> {
    let line = prop_oneof![
        4 => json().prop_map(|json| json.to_string().into_bytes()),
        3 => "[ \t\ra-c\"{}\u{e9}\u{feff}]{0,6}".prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 0..8),
        1 => "\"[a-z]{0,3}\"?".prop_map(String::into_bytes),
    ];
    let end = prop_oneof![4 => Just("\n"), 2 => Just("\r\n"), 1 => Just("\n\n"), 1 => Just("\r"), 1 => Just("\r\r\n")];
    let last = prop_oneof!["[a-c1-3\r]{0,3}".prop_map(String::into_bytes), vec(any::<u8>(), 0..3)];
    let lines = vec((line, end).prop_map(|(line, end)| [&line, end.as_bytes()].concat()), 0..12);
    (prop_oneof![4 => Just(&b""[..]), 1 => Just("\u{feff}".as_bytes())], lines, last)
        .prop_map(|(start, lines, last)| [start, &lines.concat(), &last].concat())
}

/// Splits a text after a byte order mark into lines, which end with LF, or CR and LF. The last one can do without.
fn split(text: &[u8]) -> Vec<&[u8]> {
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    let mut lines: Vec<_> =
        text.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line)).collect();
    if lines.last().is_some_and(|last| last.is_empty()) {
        lines.pop();
    }
    lines
}

/// Returns the numbers of lines that are not blank, from 1, and the lines.
fn not_blank(text: &[u8]) -> Vec<(usize, &[u8])> {
    split(text)
        .into_iter()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_ascii().is_empty())
        .collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn lines_of_text_are_those_of_a_split(text in texts(), lengths in lengths()) {
        let expected: Vec<_> = split(&text).into_iter().map(|line| String::from_utf8(line.to_vec()).ok()).collect();
        let streamed = all(outcome(fake("text/plain", body(&text, &lengths)).texts()).unwrap());
        prop_assert_eq!(streamed.into_iter().map(Result::ok).collect::<Vec<_>>(), expected.clone());
        let of_body = all(body(&text, &lengths).into_lines());
        prop_assert_eq!(of_body.into_iter().map(Result::ok).collect::<Vec<_>>(), expected.clone());
        let in_memory = all(Body::from(text).into_lines());
        prop_assert_eq!(in_memory.into_iter().map(Result::ok).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn lines_of_bytes_are_those_of_a_split(text in texts(), lengths in lengths()) {
        let lines = all(outcome(fake("text/plain", body(&text, &lengths)).bytes()).unwrap());
        prop_assert_eq!(lines.into_iter().map(Result::unwrap).collect::<Vec<_>>(), split(&text));
    }

    /// A line that cannot be decoded is an error that names it. The stream goes on.
    #[test]
    fn lines_of_json_are_values_or_errors(text in texts(), lengths in lengths()) {
        let lines = all(outcome(fake("application/x-ndjson", body(&text, &lengths)).values()).unwrap());
        let expected = not_blank(&text);
        prop_assert_eq!(lines.len(), expected.len());
        for (value, (number, line)) in lines.into_iter().zip(expected) {
            match value {
                Ok(value) => prop_assert_eq!(serde_json::from_slice::<Value>(line).unwrap(), value),
                Err(error) => {
                    prop_assert!(serde_json::from_slice::<Value>(line).is_err(), "{:?}", line);
                    prop_assert_eq!((error.kind(), error.body()), (ErrorKind::Decode, Some(line)));
                    let shown = error.to_string();
                    prop_assert!(shown.contains(&format!("line {number}")), "{}", shown);
                }
            }
        }
    }

    #[test]
    fn line_without_its_end_is_not_returned_after_a_lost_connection(text in texts(), lengths in lengths()) {
        let complete = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let mut lines = all(outcome(fake("text/plain", incomplete_body(&text, &lengths)).bytes()).unwrap());
        let error = lines.pop().unwrap().unwrap_err();
        prop_assert_eq!(error.kind(), ErrorKind::Transport);
        prop_assert_eq!(lines.into_iter().map(Result::unwrap).collect::<Vec<_>>(), split(&text[..complete]));
    }

    #[test]
    fn sent_values_are_read_back(values in vec(json(), 0..8), lengths in lengths()) {
        let sending = Fake::responding_200();
        outcome(sending.send_values(Lines::from_iter(values.clone()))).unwrap();
        let in_memory = sending.request().unwrap().into_body();
        let sending = Fake::responding_200();
        outcome(sending.send_values(Lines::from_stream(stream::iter(values.clone().into_iter().map(Ok))))).unwrap();
        let streamed = outcome(sending.request().unwrap().into_body().collect()).unwrap();
        prop_assert_eq!(in_memory.as_bytes(), Some(&streamed));
        prop_assert_eq!(streamed.split(|byte| *byte == b'\n').count() - 1, values.len());
        let lines = all(outcome(fake("application/x-ndjson", body(&streamed, &lengths)).values()).unwrap());
        prop_assert_eq!(lines.into_iter().map(Result::unwrap).collect::<Vec<_>>(), values);
    }

    #[test]
    fn sent_texts_are_read_back(texts in vec(any::<String>(), 0..8), lengths in lengths()) {
        let sending = Fake::responding_200();
        outcome(sending.send_texts(Lines::from_iter(texts.clone()))).unwrap();
        let sent = outcome(sending.request().unwrap().into_body().collect()).unwrap();
        let lines = all(outcome(fake("application/jsonl", body(&sent, &lengths)).texts()).unwrap());
        prop_assert_eq!(lines.into_iter().map(Result::unwrap).collect::<Vec<_>>(), texts);
    }

    /// Lines of a response can be the body of a request, also after some of them were read.
    #[test]
    fn received_lines_are_forwarded_from_the_next_line_on(text in texts(), lengths in lengths(), read in 0..6_usize) {
        let mut lines = outcome(fake("text/plain", body(&text, &lengths)).texts()).unwrap();
        let mut rest = &text[..];
        for _ in 0..read {
            let Some(end) = rest.iter().position(|byte| *byte == b'\n') else { break };
            prop_assert!(outcome(lines.next()).is_some());
            rest = &rest[end + 1..];
        }
        let forwarding = Fake::responding_200();
        outcome(forwarding.send_texts(lines)).unwrap();
        let forwarded = outcome(forwarding.request().unwrap().into_body().collect()).unwrap();
        prop_assert_eq!(forwarded, rest);
    }
}
