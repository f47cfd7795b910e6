//! A parser of event streams, written after the algorithm of the standard (WHATWG HTML, section 9.2.6), and texts for it.

use proptest::collection::vec;
use proptest::prelude::*;

/// An event: its name, its id and its data.
pub(super) type Parsed = (String, String, String);

/// The result of parsing a complete stream.
#[derive(Debug, Default)]
pub(super) struct Parser {
    pub(super) events: Vec<Parsed>,
    /// The last event ID string of the event source.
    pub(super) last_id: String,
    /// The reconnection time in milliseconds.
    pub(super) retry: Option<u64>,
    /// The data of an event without the blank line at its end; `None` without data.
    pub(super) incomplete: Option<String>,
    data: String,
    name: String,
    id: String,
}

impl Parser {
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let mut parser = Self::default();
        parser.next_stream(bytes);
        parser
    }

    /// Parses a stream that follows another one. Its events start with the last id of that.
    pub(super) fn next_stream(&mut self, bytes: &[u8]) {
        let (last_id, retry) = (self.last_id.clone(), self.retry);
        *self = Self { id: last_id.clone(), last_id, retry, ..Self::default() };
        let text = decode(bytes);
        let (lines, rest) = lines(&text);
        for line in lines {
            self.line(line);
        }
        self.incomplete = self.incomplete_data(rest);
    }

    /// The length of the data of the current event.
    pub(super) fn data_len(&self) -> usize {
        self.data.len().saturating_sub(1)
    }

    /// The data at the end. A line without its end counts, too: a server can leave out the end of its last event.
    fn incomplete_data(&self, rest: &str) -> Option<String> {
        let mut last = Self { data: self.data.clone(), ..Self::default() };
        if !rest.is_empty() {
            last.line(rest);
        }
        last.data.strip_suffix('\n').map(str::to_owned)
    }

    /// Processes a line without its end.
    pub(super) fn line(&mut self, line: &str) {
        if line.is_empty() {
            return self.dispatch();
        }
        if line.starts_with(':') {
            return;
        }
        match line.find(':') {
            Some(colon) => {
                let value = &line[colon + 1..];
                self.field(&line[..colon], value.strip_prefix(' ').unwrap_or(value));
            }
            None => self.field(line, ""),
        }
    }

    fn field(&mut self, name: &str, value: &str) {
        if name == "event" {
            value.clone_into(&mut self.name);
        } else if name == "data" {
            self.data.push_str(value);
            self.data.push('\n');
        } else if name == "id" && !value.contains('\0') {
            value.clone_into(&mut self.id);
        } else if name == "retry" && !value.is_empty() && value.chars().all(|c| c.is_ascii_digit()) {
            // A number beyond the range of milliseconds is none.
            self.retry = value.parse().ok();
        }
    }

    fn dispatch(&mut self) {
        self.last_id = self.id.clone();
        let (mut data, name) = (std::mem::take(&mut self.data), std::mem::take(&mut self.name));
        if data.is_empty() {
            return;
        }
        assert_eq!(data.pop(), Some('\n'));
        let name = if name.is_empty() { "message".to_owned() } else { name };
        self.events.push((name, self.last_id.clone(), data));
    }
}

/// The "UTF-8 decode" algorithm: it replaces other bytes, and strips one byte order mark.
fn decode(bytes: &[u8]) -> String {
    let text = String::from_utf8_lossy(bytes);
    text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned()
}

/// Splits a text at CR LF, LF and CR. The second value is the rest without a line end.
fn lines(text: &str) -> (Vec<&str>, &str) {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(end) = rest.find(['\r', '\n']) {
        lines.push(&rest[..end]);
        let length = if rest[end..].starts_with("\r\n") { 2 } else { 1 };
        rest = &rest[end + length..];
    }
    (lines, rest)
}

/// Texts of events, valid and almost valid, and any bytes.
pub(super) fn streams() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "data: ",
        "data:",
        "data",
        "data: [DONE]",
        "event: ",
        "event:",
        "event",
        "id: ",
        "id:",
        "id",
        "retry: ",
        "retry:",
        "retry",
        ": ",
        ":",
        " ",
        "  ",
        "a",
        "add",
        "7",
        "250",
        "\u{e9}",
        "\u{1f600}",
        "\0",
        "\u{feff}",
        "[DONE]",
        "{\"a\":1}",
    ]);
    let ends = prop::sample::select(vec!["\n", "\r", "\r\n", "\n\n", "\r\r", "\r\n\r\n", "\n\r\n", "\n\r"]);
    let piece = prop_oneof![
        6 => pieces.prop_map(|piece| piece.as_bytes().to_vec()),
        6 => ends.prop_map(|end| end.as_bytes().to_vec()),
        2 => "(data|event|id|retry): ?[a-z0-9 :]{0,12}\n".prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 0..6),
        1 => any::<String>().prop_map(String::into_bytes),
    ];
    (prop_oneof![4 => Just(&b""[..]), 1 => Just("\u{feff}".as_bytes())], vec(piece, 0..32))
        .prop_map(|(start, pieces)| [start, &pieces.concat()].concat())
}

/// Streams without an event of the name `[DONE]`, which ends a stream as the data does.
pub(super) fn unnamed_ends() -> impl Strategy<Value = Vec<u8>> {
    let has_named_end = |stream: &[u8]| {
        ["event:[DONE]", "event: [DONE]"]
            .iter()
            .any(|name| stream.windows(name.len()).any(|part| part == name.as_bytes()))
    };
    streams().prop_filter("the name of an event ends the stream", move |stream| !has_named_end(stream))
}
